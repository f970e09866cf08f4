import { letterheadOf } from "../../documents/letterhead.ts";
import type { CaseLetter, LetterOffice } from "../../documents/letters.ts";
import type { CaseEvent } from "../../domain/case/case-events.ts";
import { claimTypeOf } from "../../domain/case/claim.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../tenant/tenant.ts";
import type { CaseAt } from "../case/case-at.ts";

/** Returns what letters state of the office, and the form names and terms of the law in force on a day. */
export function letterOffice(tenant: Tenant, on: CalendarDay): LetterOffice {
  const law = lawInForce(tenant, on);
  const { forms } = law;
  return {
    letterhead: letterheadOf(tenant),
    city: tenant.office.city.value,
    signer: tenant.office.resolutionSigner.value,
    forms: {
      regulation: forms.regulation.value,
      problemForm: forms.problemForm.value,
      claimForm: forms.claimForm.value,
      billingForm: forms.billingForm.value,
      conciliationForm: forms.conciliationForm.value,
      internalInspectionForm: forms.internalInspectionForm.value,
      externalInspectionForm: forms.externalInspectionForm.value,
      reconsiderationForm: forms.reconsiderationForm.value,
      appealForm: forms.appealForm.value,
    },
    terms: {
      decide: law.resolution.days.value,
      notify: law.notification.days.value,
      remedy: law.claim.remedyDays.value,
      repairCalendarDays: law.leak.repairCalendarDays.value,
      recourse: law.recourse.days.value,
      elevate: law.appeal.elevationDays.value,
      tribunalDecides: law.trass.days.value,
      toleranceMinutes: law.conciliation.toleranceMinutes.value,
      atypicalPercent: law.atypical.pctOverAverage.value,
      atypicalAssignments: law.atypical.minAssignments.value,
    },
  };
}

/**
 * Returns the facts of a letter about a case, by the law of its filing day.
 * @param at the case as it stood when `entry` was its last entry
 * @param entry the entry that asks for the letter
 */
export function caseLetter<Entry extends CaseEvent>(tenant: Tenant, at: CaseAt, entry: Entry): CaseLetter<Entry> {
  const { file, filing, claim, law } = at;
  return {
    ...letterOffice(tenant, filing.filedOn),
    filing,
    claimType: law.claimTypes[claimTypeOf(claim.history) ?? filing.claimType].name,
    entry,
    events: file.events,
  };
}
