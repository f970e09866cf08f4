import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import type { Decision } from "../../../shared/casework/case/record.ts";
import { delivererChange, inspectorChange, ownerChange } from "../../../shared/casework/work/hand-over.ts";
import { type Answer, type RefusalKind, refused } from "../../../shared/contract/refusals.ts";
import { giveBackWork as route } from "../../../shared/contract/work/staff-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";
import { giveServedVisits, recordGiven } from "../visit/give-visit.ts";
import { atOnce } from "./hand-over-work.ts";

const reason = "Vuelve a quien lo tenía antes de su ausencia.";

/**
 * Gives at most 20 pieces of what passed in the absence of the person `sub` back to them; answers how many, and whether
 * there may be more. A piece that went further, was done meanwhile or cannot be given stays where it is. Refuses
 * `person-not-found` if the register does not have them; `not-now` if they are still off duty.
 */
export const giveBackWork = (deps: CaseworkDeps) =>
  serve(route, async ({ params: { sub }, caller: by, write, now }) => {
    const office = deps.tenant.office.code.value;
    const person = (await deps.staffRegister.list(office)).find((one) => one.sub === sub);
    if (!person) return refused("person-not-found");
    if (!person.onDuty) return refused("not-now", { detail: "Primero anote que volvió." });
    const handed = await deps.staffRegister.handed(office, sub);
    const pieces = handed.slice(0, atOnce);
    const counts = { claims: 0, visits: 0, deliveries: 0 };
    const handing = { by, reason };
    for (const { kind, claimId, id, to } of pieces) {
      const visit = { claimId, inspectionId: id, to: person, today: limaDay(now), handing, write, now };
      const changes: Readonly<Record<typeof kind, (at: CaseAt) => Answer<Decision, RefusalKind>>> = {
        claims: (at) => (at.file.head.owner?.sub === to ? ownerChange(deps, at, person, handing) : unchanged),
        visits: (at) =>
          at.file.visits.some(({ inspectionId, inspector }) => inspectionId === id && inspector?.sub === to)
            ? inspectorChange(deps, at, visit, handing)
            : unchanged,
        deliveries: (at) =>
          at.file.head.delivery?.inspector?.sub === to
            ? delivererChange(at, { noticeId: id, to: person }, handing)
            : unchanged,
      };
      const given = await recordGiven(deps, { ...visit, inspectionId: id }, (at) => {
        const changed = changes[kind](at);
        return changed.ok ? changed : unchanged;
      });
      if (!given.ok || !given.value) continue;
      counts[kind] += 1;
      if (kind === "visits") await giveServedVisits(deps, visit);
    }
    await deps.staffRegister.forgetHanded(office, sub, pieces);
    return ok({ ...counts, more: handed.length > pieces.length });
  });

const unchanged = ok<Decision>({ entries: [] });
