import { caseHeadAt } from "../../shared/casework/case-at.ts";
import { caseEvidence } from "../../shared/casework/case-evidence.ts";
import { draftFindings } from "../../shared/casework/draft-findings.ts";
import { editCase } from "../../shared/casework/edit-case.ts";
import { overridesIn } from "../../shared/casework/evidence-checklist.ts";
import { askOverride as askRoute, listOverridesAsked as listRoute } from "../../shared/contract/decision-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../shared/storage/case-head.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

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
      return ok({ entries: [{ type: "work-noted", effectiveAt: now, by, details: { text, asksOverride: true } }] });
    }),
  );

/** Heads read at once, and how often at most. */
const page = 100;
const mostPages = 10;
const most = 50;

/**
 * Answers the claims that wait for an override that was asked for, by legal day: up to 50, of the first 1,000 of the
 * list `resolution`. `more` is true if there may be others.
 */
export const listOverridesAsked = ({ workLists, tenant }: CaseworkDeps) =>
  serve(listRoute, async ({ now }) => {
    const waiting: StoredHead[] = [];
    let after: QueuePosition | undefined;
    let isRead = false;
    for (let pages = 0; pages < mostPages && !isRead && waiting.length <= most; pages += 1) {
      const heads = await workLists.inQueue(tenant.office.code.value, "resolution", page, after);
      waiting.push(
        ...heads.filter((head) => head.overrideAsked && caseHeadAt(head, now).steps[0]?.queue === "resolution"),
      );
      const last = heads.at(-1);
      after = last && queuePositionOf(last);
      isRead = heads.length < page;
    }
    const claims = waiting.slice(0, most).map(({ claimId, code, claimantName, overrideAsked = "" }) => ({
      ...{ claimId, code, claimantName, askedOn: overrideAsked },
    }));
    return ok({ claims, more: !isRead || claims.length < waiting.length });
  });
