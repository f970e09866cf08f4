import { lastHearingDay } from "../../domain/case/claim.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import { asksVisit, visitTarget } from "../../domain/case/claim-types.ts";
import { hearingOf } from "../../domain/conciliation/hearing.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { workingOf } from "../../domain/term/claim-clocks.ts";
import type { ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { heldAs } from "../conciliation/hearing-choice.ts";
import { hearingView } from "../conciliation/hearing-instructions.ts";
import { lastDayOf, slotForHearing } from "./free-slots.ts";
import { type AppointmentDeps, appointedVisit } from "./planned-appointments.ts";
import { scarceAlerts } from "./scarce-slots.ts";

export const notWaiting =
  "Este reclamo no espera lugar: su visita y su audiencia ya tienen fecha, o ya pasó el momento de darla.";

export interface GivingDeps extends AppointmentDeps {
  readonly receiptReader: ReceiptReader;
}

interface Giving {
  readonly by: Actor;
  readonly reason: string;
  /** Claims of the supply that its index may not show yet. */
  readonly alsoAmong?: readonly string[] | undefined;
  /**
   * The claim it is joined with, whose hearing is shared if that is after today and by this claim's last hearing day.
   */
  readonly joinedTo?: CaseAt | undefined;
}

/**
 * Returns the decision that gives a claim its hearing and, if its type asks for one, its visit. The hearing is that of
 * `joinedTo`, link included, if it may be shared. The visit is shared with another open claim of the supply, if that
 * claim's visit serves both. What is not shared takes a free slot within its term, or the least taken slot if none is
 * free. Adds an alert to the manager if slots run out.
 */
export async function givenAppointments(
  deps: GivingDeps,
  at: CaseAt,
  { by, reason, joinedTo, alsoAmong }: Giving,
): Promise<Decision> {
  const { now } = at;
  const appointed = await visitOf(deps, at, by, alsoAmong);
  const shared = joinedTo && hearingToShare(at, joinedTo);
  const own = shared
    ? undefined
    : await slotForHearing(deps.appointmentSlots, deps.tenant, {
        filedOn: at.filing.filedOn,
        after: limaDay(now),
        attempt: 1,
      });
  const planned = shared ?? own?.hearing;
  if (!planned) throw new RangeError("a hearing that is neither shared nor its own");
  const hearing = shared ?? heldAs(planned, at.filing.details.form, deps.tenant);
  const link = shared && joinedTo && hearingView(joinedTo.file.events, deps.tenant)?.link;
  const scarcity = await scarceAlerts(deps.appointmentSlots, [own?.scarce], { by, today: limaDay(now), now });
  return {
    entries: [
      // A shared hearing has one room: its link goes before the appointments, so that no message shows another.
      ...(link === undefined
        ? []
        : [
            {
              type: "hearing-link-set",
              effectiveAt: now,
              by,
              details: { on: hearing.on, at: hearing.at, link },
            } as const,
          ]),
      {
        type: "appointments-given",
        effectiveAt: now,
        by,
        hearingOn: hearing.on,
        details: { hearing, visit: appointed?.visit, reason },
      },
      ...(appointed?.notes ?? []),
      ...scarcity.notes,
    ],
    also: [...(own ? [own.write] : []), ...(appointed?.also ?? []), ...scarcity.also],
  };
}

/** Returns the other claim's hearing if it is after today and by this claim's last hearing day; undefined otherwise. */
function hearingToShare({ claim, law, now }: CaseAt, { file }: CaseAt) {
  const hearing = hearingOf(file.events);
  return hearing && hearing.on > limaDay(now) && hearing.on <= lastHearingDay(claim, law) ? hearing : undefined;
}

/**
 * Plans the claim's visit by the last day it is due (T06, or else the target day); undefined if its type asks for none.
 */
async function visitOf(
  deps: GivingDeps,
  { file, filing, claim, law, now }: CaseAt,
  by: Actor,
  alsoAmong: readonly string[] | undefined,
) {
  const { claimId, supplyCode, office, claimType } = file.head;
  if (!asksVisit(law.claimTypes[claimType])) return undefined;
  const [newest] = await deps.receiptReader.lastMonths(supplyCode, 1);
  const from = limaDay(now);
  const target = lastDayOf(deps.tenant, from, visitTarget(claimType, law.inspection));
  return appointedVisit(deps, {
    claimId,
    supplyCode,
    claimType,
    inspectionId: `${claimId}-1`,
    zone: newest?.receipt.ubigeo ?? office,
    preference: filing.details.form.visitPreference ?? "any",
    from,
    alsoAmong,
    through: workingOf("T06", claim, law)?.dueDate ?? target,
    by,
    now,
  });
}
