import type { listDeskProblems, showDeskProblem } from "../../contract/problem/desk-problem-routes.ts";
import type { downloadProblemForm, listProblems, showProblem } from "../../contract/problem/problem-routes.ts";
import { type Answer, refused } from "../../contract/refusals.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { claimantName } from "../../documents/spanish-names.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import { ok } from "../../domain/case/result.ts";
import { type ProblemEntry, problemStateAt } from "../../domain/problem/problem.ts";
import type { Uploads } from "../../storage/attachment/uploads.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { EvidenceDownloads } from "../../storage/evidence.ts";
import type { StoredProblem } from "../../storage/problem/problems.ts";
import { linkExpiry } from "../../storage/resolution/presigned.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { actionsOf, solutionDueAt } from "./problems.ts";

type View = AnswerOf<typeof listProblems>["problems"][number];

interface ViewDeps {
  readonly caseFiles: CaseFiles;
  readonly tenant: Tenant;
}

interface WholeViewDeps extends ViewDeps {
  readonly uploads: Uploads;
}

/** Hours after which a file that has not arrived is said to be late: it takes seconds, and its scan too. */
const lateHours = 1;

function entryView(entry: ProblemEntry): View["entries"][number] {
  const { type, at, by } = entry;
  return {
    type,
    at,
    by: by.kind === "staff" && type !== "received" && type !== "disputed" ? "company" : "applicant",
    ...("solved" in entry && { solved: entry.solved }),
    ...("text" in entry && { text: entry.text }),
  };
}

/**
 * Returns a request for attention as `caller` sees it: its state, its entries, the acts open to the caller, and the
 * claim that was made of it, if any. `until`, when the problem must be solved, is absent if the law gives no time. An
 * entry recorded by staff is shown as by `company`, but `received` and `disputed` entries always as by `applicant`.
 * Does not read the attachments.
 */
export async function problemView(
  { caseFiles, tenant }: ViewDeps,
  problem: StoredProblem,
  caller: Actor,
  now: string,
): Promise<View> {
  const { problemId, code, supplyCode, problemType, channel, filedAt, filedOn, description, entries } = problem;
  const until = solutionDueAt(problem, tenant);
  const claimed = entries.find((entry) => entry.type === "claimed");
  const [head] = claimed ? await caseFiles.heads([claimed.claimId]) : [];
  return {
    problemId,
    code,
    supplyCode,
    problemType,
    channel,
    filedAt,
    filedOn,
    description,
    state: problemStateAt(entries, until, now),
    ...(until !== undefined && { until }),
    actions: [...actionsOf(problem, tenant, caller, now)],
    entries: entries.map(entryView),
    ...(head && { claim: { claimId: head.claimId, code: head.code } }),
    form: problem.form ? "ready" : "preparing",
  };
}

/**
 * Returns a request for attention as staff see it: what `problemView` returns, and the applicant's name, document,
 * postal address, telephone and e-mail address.
 */
export async function deskProblemView(
  deps: ViewDeps,
  problem: StoredProblem,
  caller: Actor,
  now: string,
): Promise<AnswerOf<typeof listDeskProblems>["problems"][number]> {
  const { document, address, telephone, email } = problem.applicant;
  return {
    ...(await problemView(deps, problem, caller, now)),
    applicant: {
      name: claimantName(problem.applicant),
      document: document ? `${document.kind} ${document.number}` : "no lo dio",
      address,
      telephone,
      email,
    },
  };
}

/** Returns the photos and documents of a request for attention, each with how its check stands now. */
async function attachmentsView(
  { uploads }: WholeViewDeps,
  { attachments = [] }: StoredProblem,
  now: string,
): Promise<AnswerOf<typeof showProblem>["attachments"]> {
  const found = await uploads.named(attachments.map(({ documentId }) => documentId));
  return found.map(({ documentId, fileName, sizeBytes, sha256, state, reason, createdAt }) => ({
    ...{ documentId, fileName, sizeBytes, sha256, state },
    ...(reason !== undefined && { reason }),
    late: state === "pending" && Date.parse(now) - Date.parse(createdAt) > lateHours * 3_600_000,
  }));
}

/** Returns what `problemView` returns, and the attachments of the request for attention. */
export async function wholeProblemView(
  deps: WholeViewDeps,
  problem: StoredProblem,
  caller: Actor,
  now: string,
): Promise<AnswerOf<typeof showProblem>> {
  const [view, attachments] = await Promise.all([
    problemView(deps, problem, caller, now),
    attachmentsView(deps, problem, now),
  ]);
  return { ...view, attachments };
}

/** Returns what `deskProblemView` returns, and the attachments of the request for attention. */
export async function wholeDeskProblemView(
  deps: WholeViewDeps,
  problem: StoredProblem,
  caller: Actor,
  now: string,
): Promise<AnswerOf<typeof showDeskProblem>> {
  const [view, attachments] = await Promise.all([
    deskProblemView(deps, problem, caller, now),
    attachmentsView(deps, problem, now),
  ]);
  return { ...view, attachments };
}

/**
 * Returns an address that downloads the form of a request for attention and works for 60 seconds. Refuses
 * `document-not-ready` while the form is not printed.
 */
export async function problemFormLink(
  { documentDownloads }: { readonly documentDownloads: EvidenceDownloads },
  { form }: StoredProblem,
  now: string,
): Promise<Answer<AnswerOf<typeof downloadProblemForm>, "document-not-ready">> {
  if (!form) return refused("document-not-ready");
  const { documentId, fileName, sha256 } = form;
  const url = await documentDownloads.link(documentId, fileName);
  return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
}
