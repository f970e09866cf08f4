import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { newCode, newTimeId } from "../../../shared/casework/case/new-ids.ts";
import type { Decision } from "../../../shared/casework/case/record.ts";
import { solutionDueAt } from "../../../shared/casework/problem/problems.ts";
import { lastDayOf } from "../../../shared/casework/visit/free-slots.ts";
import { appointedVisit } from "../../../shared/casework/visit/planned-appointments.ts";
import { reclassifyClaim as route } from "../../../shared/contract/claim/admission-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import {
  asksVisit,
  type ClaimType,
  isBilling,
  type ProblemType,
  visitTarget,
} from "../../../shared/domain/case/claim-types.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { waitingAppointments } from "../../../shared/domain/visit/waiting-appointments.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

const otherFamily =
  "Un reclamo por un problema del servicio no dice por qué recibo se reclama: elige un tipo de problema.";

const tooLate =
  "El reclamo ya se observó o se admitió: se decide con lo que hay. Registra aparte la solicitud de atención del problema.";

/**
 * Records `reclassified`, the claim's right type (digest 1.5), with a visit if this type asks for one and the claim has
 * none. If a claim about receipts becomes a service problem, instead files a request for attention and proposes to
 * dismiss the claim (`not-now` if it is not `filed`). Refuses `not-now` also if the claim has this type or a draft at
 * signature, is resolved, or goes from a problem to receipts. Answers the case. Also refuses as `editCase`.
 */
export const reclassifyClaim = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { claimType, reason } = request.body;
      const { claimType: from } = at.file.head;
      if (!isBilling(claimType) && isBilling(from)) return asProblem(deps, at, request.caller, { claimType, reason });
      if (isBilling(claimType) && !isBilling(from)) return refused("not-now", { detail: otherFamily });
      const planned = await visitFor(deps, at, claimType, request.caller);
      const details = { from, reason, ...(planned && { visit: planned.visit }) };
      return ok({
        entries: [
          { type: "reclassified", effectiveAt: at.now, by: request.caller, claimType, details },
          ...(planned?.notes ?? []),
        ],
        also: planned?.also ?? [],
      });
    }),
  );

/**
 * Returns the decision that files a request for attention as of the claim's own day and proposes to dismiss the claim,
 * whose resolution then does not decide its matter. Refuses `not-now` unless the claim's state is `filed`.
 */
function asProblem(
  { problems, takenCodes, tenant }: CaseworkDeps,
  { claim, file, filing, now }: CaseAt,
  by: Staff,
  { claimType: problemType, reason }: { readonly claimType: ProblemType; readonly reason: string },
): Answer<Decision, "not-now"> {
  if (claim.state !== "filed") return refused("not-now", { detail: tooLate });
  const { form } = filing.details;
  const problemId = newTimeId(now);
  const code = newCode(tenant.office.problemCode.value, filing.filedOn);
  const filed = { problemType, filedAt: filing.effectiveAt, filedOn: filing.filedOn };
  const request = problems.filedWith({
    ...filed,
    until: solutionDueAt(filed, tenant),
    problemId,
    code,
    office: file.head.office,
    supplyCode: file.head.supplyCode,
    channel: filing.channel,
    applicant: form.claimant,
    description: form.grounds,
    sub: filing.by.kind === "customer" ? filing.by.sub : undefined,
    entries: [{ type: "received", at: now, by }],
  });
  const dismissal = `Es un problema del servicio: se atiende como la solicitud ${code}. ${reason}`;
  return ok({
    entries: [
      { type: "taken-as-problem", effectiveAt: now, by, details: { problemId, code, problemType, reason } },
      {
        type: "dismissal-proposed",
        effectiveAt: now,
        by,
        ground: "not-a-claim-matter",
        details: { reason: dismissal },
      },
    ],
    also: [...request, takenCodes.take(code, problemId)],
  });
}

/**
 * Plans a first visit by the new type. Undefined if that type asks for none, the claim has one, or it waits for its
 * appointments.
 */
async function visitFor(
  deps: CaseworkDeps,
  { file, filing, claim, law, now }: CaseAt,
  claimType: ClaimType,
  by: Staff,
) {
  // A claim that waits for its appointments gets the visit of its type when they are given.
  if (waitingAppointments(file.events, claim.state)) return undefined;
  if (file.visits.length > 0 || !asksVisit(law.claimTypes[claimType])) return undefined;
  const { claimId, supplyCode, office } = file.head;
  const [newest] = await deps.receiptReader.lastMonths(supplyCode, 1);
  const zone = newest?.receipt.ubigeo ?? office;
  const from = limaDay(now);
  return appointedVisit(deps, {
    claimId,
    supplyCode,
    claimType,
    zone,
    from,
    through: lastDayOf(deps.tenant, from, visitTarget(claimType, law.inspection)),
    preference: filing.details.form.visitPreference ?? "any",
    inspectionId: `${claimId}-1`,
    by,
    now,
  });
}
