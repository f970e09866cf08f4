import { type CaseAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { writesIn } from "../../../shared/casework/case/record.ts";
import { givenAppointments, notWaiting } from "../../../shared/casework/visit/given-appointments.ts";
import { joinClaims as route } from "../../../shared/contract/claim/admission-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { NoteOf } from "../../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { parseCode } from "../../../shared/domain/claim/claim-code.ts";
import type { NamedClaim } from "../../../shared/domain/visit/appointments.ts";
import { waitingAppointments } from "../../../shared/domain/visit/waiting-appointments.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Joins a claim that waits for its appointments with the claim `code` of its supply (acumulación, LPAG 160): records
 * `claims-joined` in both and gives this claim its appointments, shared with the other claim if possible. Refuses
 * `not-now` if this claim does not wait for its appointments, if `code` names no other claim of the supply, or if that
 * claim waits for its own appointments or is past its visit and hearing. Answers the case. Also refuses as `editCase`.
 */
export const joinClaims = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { caller: by, body } = request;
      const { code, reason } = body;
      if (!waitingAppointments(at.file.events, at.claim.state)) return refused("not-now", { detail: notWaiting });
      const other = await otherOf(deps, at, code);
      if (!other.ok) return other;
      const joined = ({ file: { head } }: CaseAt): NoteOf<"claims-joined"> => {
        const named: NamedClaim = { claimId: head.claimId, code: head.code };
        return { type: "claims-joined", effectiveAt: at.now, by, details: { with: named, reason } };
      };
      const given = await givenAppointments(deps, at, { by, reason, joinedTo: other.value });
      const { claimId } = other.value.file.head;
      const inOther = await writesIn(deps, { claimId, now: at.now }, () => [joined(at)]);
      if (!inOther.ok) return inOther;
      return ok({
        entries: [joined(other.value), ...given.entries],
        also: [...(given.also ?? []), ...inOther.value],
      });
    }),
  );

/**
 * Returns the claim of the code. Refuses `not-now` if it is not another claim of the same supply, if it waits for its
 * appointments too, or if it is past its visit and hearing.
 */
async function otherOf(deps: CaseworkDeps, at: CaseAt, code: string): Promise<Answer<CaseAt, "not-now">> {
  const parsed = parseCode(deps.tenant.office.claimCode.value, code);
  const claimId = parsed && (await deps.caseFiles.claimOfCode(parsed));
  const file = claimId && (await deps.caseFiles.read(claimId));
  const { head } = at.file;
  if (!file || file.head.claimId === head.claimId || file.head.supplyCode !== head.supplyCode)
    return refused("not-now", { detail: "Ese código no es de otro reclamo de este suministro." });
  const other = caseNow(file, deps.tenant, at.now);
  if (waitingAppointments(file.events, other.claim.state))
    return refused("not-now", { detail: "Ese reclamo también espera lugar: dale lugar antes de acumular." });
  if (!allowedEvents(other.claim.state).includes("appointments-given"))
    return refused("not-now", {
      detail: "Ese reclamo ya pasó por su visita y su audiencia: a este dale su propio lugar.",
    });
  return ok(other);
}
