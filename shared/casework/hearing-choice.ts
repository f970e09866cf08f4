import { type Answer, type Refusal, refused } from "../contract/refusals.ts";
import { hearingModeNames } from "../documents/spanish-names.ts";
import type { PlannedHearing } from "../domain/appointments.ts";
import { type CalendarDay, calendarDay, limaDay } from "../domain/calendar-day.ts";
import { type ClaimForm, type HearingMode, hearingModes } from "../domain/claim-form.ts";
import { awaitsHearing, hearingAccess, hearingInstant, hearingOf, workingDayBefore } from "../domain/hearing.ts";
import { ok } from "../domain/result.ts";
import { longDate } from "../domain/spanish-dates.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { ActWriter } from "./act-writer.ts";
import type { CaseAt } from "./case-at.ts";
import type { Decision } from "./record.ts";
import { recordedToday } from "./recorded-today.ts";

/** The ways of holding a hearing that an office offers. */
export function offeredModes({ office: { hearingModes: offered } }: Tenant): readonly HearingMode[] {
  return hearingModes.filter((mode) => offered[mode].value);
}

/** A hearing as it is planned, held the way its claimant asked for where the office offers that. */
export function heldAs(
  planned: PlannedHearing,
  { hearingMode }: Pick<ClaimForm, "hearingMode">,
  tenant: Tenant,
): PlannedHearing {
  return { ...planned, mode: offeredModes(tenant).find((mode) => mode === hearingMode) ?? planned.mode };
}

/** What may still be changed of a hearing. */
export interface HearingChoice {
  readonly modes: readonly HearingMode[];
  /** The last day on which the claimant changes the mode by themself. */
  readonly until: CalendarDay;
  readonly mayChangeMode: boolean;
}

/**
 * What may still be changed of a hearing, by its claimant or by staff for them: nothing once it was held, or for the
 * claimant once its hour came. The mode is the claimant's to change up to some working days before; the number they are
 * called at, until its hour. Staff may change both until it is held: they know what the office can prepare.
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

/** More than anybody needs in a day. */
const mostChoices = 10;

/** Chooses how a hearing is held and where its claimant is called; what stands so already is not written again. */
export function hearingChoiceDecision(
  tenant: Tenant,
  { by, taken }: ActWriter,
  at: CaseAt,
  { mode, telephone }: { readonly mode: HearingMode; readonly telephone?: string | undefined },
): Answer<Decision, "not-now"> {
  const hearing = hearingAccess(at.file.events, undefined);
  const choice = hearingChoice(at, by.kind, tenant);
  if (!hearing || !choice) return notNow(`Esa reunión ya pasó, o el reclamo no tiene una. ${callUs(tenant)}`);
  const isNewMode = mode !== hearing.mode;
  if (isNewMode && !choice.mayChangeMode)
    return notNow(
      `Podías cambiar cómo se hace la reunión hasta el ${longDate(choice.until)}. ${callUs(tenant)} El número al que te llamamos sí lo puedes corregir aquí.`,
    );
  if (isNewMode && !choice.modes.includes(mode))
    return notNow(`La reunión puede ser ${choice.modes.map((each) => hearingModeNames[each]).join(", o ")}.`);
  if (mode === "telephone" && telephone === undefined && hearing.telephone === undefined)
    return notNow("Escribe el número al que llamamos para la reunión.");
  if (!isNewMode && (telephone === undefined || telephone === hearing.telephone)) return ok({ entries: [] });
  if (recordedToday(at, "hearing-mode-chosen") >= mostChoices)
    return notNow(`Hoy ya lo cambiaste muchas veces. Sigue mañana. ${callUs(tenant)}`);
  const details = { mode, ...(telephone && { telephone }), ...(taken && { taken }) };
  return ok({ entries: [{ type: "hearing-mode-chosen", effectiveAt: at.now, by, details }] });
}

const callUs = ({ contact }: Tenant): string => `Si necesitas cambiarla, llámanos al ${contact.telephone.value}.`;

const notNow = (detail: string): Refusal<"not-now"> => refused("not-now", { detail });
