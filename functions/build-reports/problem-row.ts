import { channelNames } from "../../shared/casework/case/entry-words.ts";
import { solutionDueAt } from "../../shared/casework/problem/problems.ts";
import { claimantName } from "../../shared/documents/spanish-names.ts";
import type { PersonDocument } from "../../shared/domain/filing/claim-form.ts";
import { type Problem, type ProblemState, problemStateAt } from "../../shared/domain/problem/problem.ts";
import type { RegisterRow } from "../../shared/domain/register/register.ts";
import { calendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../shared/tenant/tenant.ts";

const stateNames: Readonly<Record<ProblemState, string>> = {
  received: "en atención",
  solved: "solucionada",
  "not-solved": "no solucionada",
  claimed: "pasó a reclamo",
};

/**
 * Returns a person's document as its kind and number with a blank between, as the registers show it; empty if there is
 * none.
 */
export function documentText(document: PersonDocument | undefined): string {
  return document ? `${document.kind} ${document.number}` : "";
}

/**
 * Returns the register's row of a request for attention (Formato 1) with what was recorded of it by `asOf`; `undefined`
 * if it was filed later.
 */
export function problemRow(problem: Problem, tenant: Tenant, asOf: string): RegisterRow<"problems"> | undefined {
  const entries = problem.entries.filter(({ at }) => at <= asOf);
  if (entries.length === 0) return undefined;
  const until = solutionDueAt(problem, tenant);
  const claimed = entries.find(({ type }) => type === "claimed");
  const law = lawInForce(tenant, calendarDay(problem.filedOn));
  return {
    code: problem.code,
    office: problem.office,
    channel: channelNames[problem.channel],
    "filed-at": problem.filedAt,
    "filed-on": problem.filedOn,
    "applicant-name": claimantName(problem.applicant),
    "applicant-document": documentText(problem.applicant.document),
    "supply-code": problem.supplyCode,
    type: problem.problemType,
    "type-name": law.claimTypes[problem.problemType].value.name,
    description: problem.description,
    "solve-by": until ?? "",
    state: stateNames[problemStateAt(entries, until, asOf)],
    attentions: entries
      .flatMap((entry) => (entry.type === "attended" ? `${limaDay(entry.at)} ${entry.text}` : []))
      .join("; "),
    "claimed-on": claimed ? limaDay(claimed.at) : "",
  };
}
