import { type Answer, type Refusal, refused } from "../../contract/refusals.ts";
import { hearingModeNames } from "../../documents/spanish-names.ts";
import { type CaseEvent, entriesOf } from "../../domain/case/case-events.ts";
import { ok } from "../../domain/case/result.ts";
import { awaitsHearing, hearingAccess, hearingInstant, hearingOf } from "../../domain/conciliation/hearing.ts";
import { type ClaimForm, type HearingMode, hearingModes } from "../../domain/filing/claim-form.ts";
import { type CalendarDay, calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { workingDayBefore } from "../../domain/term/due-dates.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";
import type { PlannedHearing } from "../../domain/visit/appointments.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { recordedToday } from "../work/recorded-today.ts";
/** Returns the modes of hearing that the office offers. */
export function offeredModes({ office: { hearingModes: offered } }: Tenant): readonly HearingMode[] {
  return hearingModes.filter((mode) => offered[mode].value);
}

/**
 * Returns a planned hearing in the mode that its claimant asked for. If they asked for no mode, or for one that the
 * office does not offer, returns the hearing unchanged.
 */
export function heldAs(
  planned: PlannedHearing,
  { hearingMode }: Pick<ClaimForm, "hearingMode">,
  tenant: Tenant,
): PlannedHearing {
  return { ...planned, mode: offeredModes(tenant).find((mode) => mode === hearingMode) ?? planned.mode };
}

/** What may still be changed about a hearing. */
export interface HearingChoice {
  /** The modes that the office offers. */
  readonly modes: readonly HearingMode[];
  /** The last day on which the claimant themself may change the mode. */
  readonly until: CalendarDay;
  /** Whether who asks may change the mode now. */
  readonly mayChangeMode: boolean;
}

/**
 * Returns what may still be changed about a claim's hearing: its mode as `mayChangeMode` says, and the number to call.
 * Undefined if no hearing is still to be held or, for the claimant, its hour has come. The claimant may change the mode
 * through `until`, which is the office's `hearingChangeDays` working days (USER calendar) before the hearing; staff,
 * until the hearing is held.
 */
export function hearingChoice(
  { file, claim, now }: CaseAt,
  by: "customer" | "staff",
  tenant: Tenant,
): HearingChoice | undefined {
  const hearing = hearingOf(file.events);
  if (!hearing || !awaitsHearing(claim.state)) return undefined;
  if (by === "customer" && now >= hearingInstant(hearing)) return undefined;
  const until = workingDayBefore(
    calendarDay(hearing.on),
    tenant.office.hearingChangeDays.value,
    tenant.calendars.USER.value,
  );
  return { modes: offeredModes(tenant), until, mayChangeMode: by === "staff" || limaDay(now) <= until };
}

/** Changes of one case in a day. */
const mostChoices = 10;

/**
 * Returns the decision that records `hearing-mode-chosen`: the mode of the hearing and the number to call. It has no
 * entries if neither changes. Refuses `not-now` if no hearing is to be held or, for the claimant, its hour has come; if
 * the office does not offer the new mode, or the claimant's last day to change it is past; if a hearing by telephone
 * has no number; or if the case had ten such entries today.
 */
export function hearingChoiceDecision(
  tenant: Tenant,
  { by, taken }: ActWriter,
  at: CaseAt,
  { mode, telephone }: { readonly mode: HearingMode; readonly telephone?: string | undefined },
): Answer<Decision, "not-now"> {
  const hearing = hearingAccess(at.file.events, undefined);
  const choice = hearingChoice(at, by.kind === "staff" ? "staff" : "customer", tenant);
  const orCall = callUs(tenant, by);
  if (!hearing || !choice) return notNow(`Esa reunión ya pasó, o el reclamo no tiene una.${orCall}`);
  const isNewMode = mode !== hearing.mode;
  if (isNewMode && !choice.mayChangeMode)
    return notNow(
      `Podías cambiar cómo se hace la reunión hasta el ${longDate(choice.until)}.${orCall} El número al que te llamamos sí lo puedes corregir aquí.`,
    );
  if (isNewMode && !choice.modes.includes(mode))
    return notNow(`La reunión puede ser ${choice.modes.map((each) => hearingModeNames[each]).join(", o ")}.`);
  if (mode === "telephone" && telephone === undefined && hearing.telephone === undefined)
    return notNow("Escribe el número al que llamamos para la reunión.");
  if (!isNewMode && (telephone === undefined || telephone === hearing.telephone)) return ok({ entries: [] });
  if (recordedToday(at, "hearing-mode-chosen") >= mostChoices)
    return notNow(`Hoy ya se cambió muchas veces. Sigue mañana.${orCall}`);
  const details = { mode, ...(telephone && { telephone }), ...(taken && { taken }) };
  return ok({ entries: [{ type: "hearing-mode-chosen", effectiveAt: at.now, by, details }] });
}

/** Returns whether the claimant confirmed that they will take part in the hearing on its present day and hour. */
export function isHearingConfirmed(events: readonly CaseEvent[]): boolean {
  const hearing = hearingOf(events);
  return entriesOf(events, "hearing-confirmed").some(
    ({ details: { on, at } }) => on === hearing?.on && at === hearing.at,
  );
}

/**
 * Returns the decision that records `hearing-confirmed`: the claimant will take part in the hearing. It has no entries
 * if the hearing is confirmed already on its present day and hour. Refuses `not-now` if no hearing is still to be held
 * or its hour has come. Refuses `not-now` if the hearing is not on the day and at the hour in `seen`, which the
 * claimant saw.
 */
export function hearingConfirmation(
  tenant: Tenant,
  { by, taken }: ActWriter,
  at: CaseAt,
  seen: { readonly on: string; readonly at: string },
): Answer<Decision, "not-now"> {
  const hearing = hearingOf(at.file.events);
  if (!hearing || !hearingChoice(at, "customer", tenant))
    return notNow(`Esa reunión ya pasó, o el reclamo no tiene una.${callUs(tenant, by)}`);
  if (hearing.on !== seen.on || hearing.at !== seen.at)
    return notNow("La reunión cambió de fecha. Carga la página otra vez.");
  if (isHearingConfirmed(at.file.events)) return ok({ entries: [] });
  const details = { on: hearing.on, at: hearing.at, ...(taken && { taken }) };
  return ok({ entries: [{ type: "hearing-confirmed", effectiveAt: at.now, by, details }] });
}

/** What the claimant may do instead; staff do it for them, and are not asked to call. */
const callUs = ({ contact }: Tenant, by: ActWriter["by"]): string =>
  by.kind === "staff" ? "" : ` Si necesitas cambiarla, llámanos al ${contact.telephone.value}.`;

const notNow = (detail: string): Refusal<"not-now"> => refused("not-now", { detail });
