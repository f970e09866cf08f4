import { caseHeadAt } from "../../../shared/casework/case/case-at.ts";
import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { daysOf } from "../../../shared/casework/claim/claim-summary.ts";
import { caseEvidence } from "../../../shared/casework/resolution/case-evidence.ts";
import { draftFindings } from "../../../shared/casework/resolution/draft-findings.ts";
import { overridesIn } from "../../../shared/casework/resolution/evidence-checklist.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import {
  askOverride as askRoute,
  listOverridesAsked as listRoute,
} from "../../../shared/contract/resolution/decision-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { listedOn } from "../../../shared/domain/term/days-owed.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** A note takes as much. */
const longestNote = 1000;

/**
 * Records `work-noted` with the names of what the draft lacks and nobody else let go, which asks another person to
 * override it. Does not ask which version of the case the caller saw. Refuses `not-now` if no draft is saved or nothing
 * is left to override. Also refuses as `editCase`.
 */
export const askOverride = (deps: CaseworkDeps) =>
  serve(askRoute, ({ caller: by, ...request }) =>
    editCase(deps, { ...request, caller: by, version: undefined }, async (at, once) => {
      const { file, now } = at;
      if (!file.draft) return refused("not-now", { detail: "Primero guarda el proyecto de la resolución." });
      const decidedOn = await caseEvidence(once, at);
      const letGo = overridesIn(at, [by.sub, file.draft.by]);
      const lacks = [
        ...decidedOn.evidence
          .filter(({ item, status }) => status === "missing" && !letGo.has(item))
          .map(({ name }) => name),
        ...draftFindings(at, { tenant: deps.tenant, ...decidedOn })
          .filter(({ key, stops }) => !stops && !letGo.has(key))
          .map(({ text }) => text),
      ];
      if (lacks.length === 0) return refused("not-now", { detail: "Al proyecto no le falta nada que se dispense." });
      const named = lacks.map((lack) => lack.replace(/\.$/, "")).join("; ");
      const text = `Pide dispensar: ${named}`.slice(0, longestNote);
      return ok({
        entries: [{ type: "work-noted", effectiveAt: now, by, details: { text, asksOverride: true } }],
        also: [deps.caseFiles.listOverride(file.head, { on: limaDay(now), at: now })],
      });
    }),
  );

/** Claims on the list. */
const most = 50;

/**
 * Answers the claims that wait for an override that was asked for, what is lost first on top: those on the list
 * `resolution` among the 50 that were asked for first. `more` is true if there may be others.
 */
export const listOverridesAsked = ({ workLists, caseFiles, tenant }: CaseworkDeps) =>
  serve(listRoute, async ({ now }) => {
    const listed = await workLists.withOverridesAsked(tenant.office.code.value, most);
    const heads = await caseFiles.heads(listed.map(({ claimId }) => claimId));
    const undecided = heads.filter((head) => caseHeadAt(head, now).steps[0]?.queue === "resolution");
    const inOrder = undecided
      .map((head) => ({ head, by: listedOn(caseHeadAt(head, now).steps) ?? "9999" }))
      .toSorted((one, other) => one.by.localeCompare(other.by));
    const claims = inOrder.flatMap(({ head }) => {
      const days = daysOf(head, claimLaw(tenant, calendarDay(head.filedOn)), now);
      return listed.filter(({ claimId }) => claimId === head.claimId).map((one) => ({ ...one, days }));
    });
    return ok({ claims, more: listed.length === most });
  });
