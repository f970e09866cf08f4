import type { CaseAt } from "../../shared/casework/case-at.ts";
import { lastDayOf, slotForHearing } from "../../shared/casework/free-slots.ts";
import { heldAs } from "../../shared/casework/hearing-choice.ts";
import { hearingView } from "../../shared/casework/hearing-instructions.ts";
import { appointedVisit } from "../../shared/casework/planned-appointments.ts";
import type { Decision } from "../../shared/casework/record.ts";
import { scarceAlerts } from "../../shared/casework/scarce-slots.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { lastHearingDay } from "../../shared/domain/claim.ts";
import { workingOf } from "../../shared/domain/claim-clocks.ts";
import { asksVisit, visitTarget } from "../../shared/domain/claim-types.ts";
import { hearingOf } from "../../shared/domain/hearing.ts";
import type { Staff } from "../../shared/domain/people.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

export const notWaiting =
  "Este reclamo no espera lugar: su visita y su audiencia ya tienen fecha, o ya pasó el momento de darla.";

/** By whose word, why, and the claim whose hearing it shares where that is still to come. */
interface Word {
  readonly by: Staff;
  readonly reason: string;
  readonly joinedTo?: CaseAt | undefined;
}

/**
 * The visit and the hearing of a claim that waits for them, by the last day of its terms: a visit of the supply that is
 * still to come serves it too; the rest are the first free places, or those that the fewest have.
 */
export async function givenAppointments(
  deps: CaseworkDeps,
  at: CaseAt,
  { by, reason, joinedTo }: Word,
): Promise<Decision> {
  const { now } = at;
  const appointed = await visitOf(deps, at, by);
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
  const scarcity = await scarceAlerts(deps.appointmentSlots, [own?.scarce], { today: limaDay(now), now });
  return {
    entries: [
      // One hearing has one room: before the day, so that no message names another.
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

/** The hearing of the other claim, where it is still to come and in time for this one. */
function hearingToShare({ claim, law, now }: CaseAt, { file }: CaseAt) {
  const hearing = hearingOf(file.events);
  return hearing && hearing.on > limaDay(now) && hearing.on <= lastHearingDay(claim, law) ? hearing : undefined;
}

async function visitOf(deps: CaseworkDeps, { file, filing, claim, law, now }: CaseAt, by: Staff) {
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
    through: workingOf("T06", claim, law)?.dueDate ?? target,
    by,
    now,
  });
}
