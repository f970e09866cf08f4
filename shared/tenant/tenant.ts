import type { FormNames, Letters } from "../documents/letters.ts";
import type { AssignmentRow } from "../domain/assigned-consumption.ts";
import type { CalendarDay } from "../domain/calendar-day.ts";
import type { CodeFormat } from "../domain/claim-code.ts";
import type { HearingMode } from "../domain/claim-form.ts";
import type { EarlierCalendars } from "../domain/claim-law.ts";
import type { ClaimCatalogue } from "../domain/claim-types.ts";
import type { AverageRules } from "../domain/consumption-judgement.ts";
import type { ClaimWindowRule, SubmissionPolicy } from "../domain/due-dates.ts";
import type { CallRule } from "../domain/hearing.ts";
import type { Connections, Density } from "../domain/indicators.ts";
import type { CalendarId, LegalCalendar } from "../domain/legal-calendar.ts";
import type { ChannelHours, OfficeChannel } from "../domain/office-hours.ts";
import type { KnownOutage } from "../domain/outage.ts";
import type { RegisterLayouts, RegisterName } from "../domain/register.ts";
import type { RetentionRule } from "../domain/retention.ts";
import type { DocumentPattern, SignatureWay } from "../domain/signature.ts";
import type { AttachmentType } from "../domain/submission.ts";
import type { Category, TariffList } from "../domain/tariff.ts";
import type { TenantValue } from "./tenant-value.ts";

/**
 * A utility: what it is, how to reach it, and the law it applies. Every value states whether it is confirmed, and its
 * source.
 */
export interface Tenant {
  /** The name of its folder and of its deployment; people never see it. */
  readonly code: string;
  readonly name: TenantValue<string>;
  readonly legalName: TenantValue<string>;
  readonly ruc: TenantValue<string>;
  /** Digits of a supply code, leading zeros included. */
  readonly supplyCodeLength: TenantValue<number>;
  /** ISO 4217. */
  readonly currency: TenantValue<string>;
  readonly timezone: TenantValue<string>;
  readonly contact: {
    readonly telephone: TenantValue<string>;
    readonly address: TenantValue<string>;
    /** The regulator's free line. */
    readonly regulatorLine: TenantValue<string>;
    /** The origin of its site, without a last `/`, as leaflets and blank forms print it: the same in every stage. */
    readonly site: TenantValue<string>;
  };
  readonly hours: Readonly<Record<OfficeChannel, TenantValue<ChannelHours>>>;
  readonly billing: {
    /** Every price list receipts may name, oldest first. */
    readonly tariffLists: TenantValue<readonly TariffList[]>;
    /** m³ a month per unit of use. While it is not confirmed, no customer sees «atypical». */
    readonly assignments: TenantValue<Readonly<Record<Category, number>>>;
    /** Rows of the assignment table by locality and hours of supply; they prevail over the figure of the category. */
    readonly assignmentRows: TenantValue<readonly AssignmentRow[]>;
    /** A month up to this many percent above or below the average counts as «about the same». */
    readonly sameWithinPercent: TenantValue<number>;
  };
  readonly office: {
    /** Identifies the office in its lists and in the numbers of its resolutions. */
    readonly code: TenantValue<string>;
    readonly claimCode: TenantValue<CodeFormat>;
    readonly problemCode: TenantValue<CodeFormat>;
    readonly submissionCode: TenantValue<CodeFormat>;
    /** The format of the codes of entries in the observation book. */
    readonly observationCode: TenantValue<CodeFormat>;
    /** `{number}`, `{year}` and `{office}` are filled in. */
    readonly resolutionNumber: TenantValue<string>;
    /** The number of signed letters, a series of its own; the same marks are filled in. */
    readonly letterNumber: TenantValue<string>;
    /** Visits that one crew makes in one slot. */
    readonly visitsPerSlot: TenantValue<number>;
    /** Crews that visit at the same time in a zone, by its ubigeo; `anyZone`: in a zone that `zones` does not list. */
    readonly crews: TenantValue<{ readonly anyZone: number; readonly zones: Readonly<Record<string, number>> }>;
    readonly hearings: TenantValue<{
      /** `HH:MM` in Lima. */
      readonly opens: string;
      readonly closes: string;
      readonly minutes: number;
      /** How many hearings are held at the same time. */
      readonly atOnce: number;
      /** How the hearing is held if the claimant does not choose. */
      readonly mode: HearingMode;
    }>;
    /**
     * Claims of one day that get appointments without staff: per supply, and per account besides the first of each
     * supply.
     */
    readonly appointmentsPerDay: TenantValue<{ readonly supply: number; readonly account: number }>;
    /** The ways of holding a hearing that a claimant may choose. */
    readonly hearingModes: Readonly<Record<HearingMode, TenantValue<boolean>>>;
    /**
     * The `https` address under which each hearing by video has a room of its own; without one staff enter a link for
     * each.
     */
    readonly videoRooms: TenantValue<string | undefined>;
    /** Working days before the hearing until which the claimant may change by themself how it is held. */
    readonly hearingChangeDays: TenantValue<number>;
    /** Calls to a missing claimant before their absence is recorded, and the minutes between one and the next. */
    readonly absenceCalls: TenantValue<CallRule>;
    /**
     * When the commercial system's office works, and in how many of those hours it must answer what is reported to it.
     */
    readonly exchange: TenantValue<{ readonly opens: string; readonly closes: string; readonly answerHours: number }>;
    /** How old the signer's last sign-in may be when they sign. */
    readonly signInMinutes: TenantValue<number>;
    /** Where its resolutions are issued. */
    readonly city: TenantValue<string>;
    /** The officer who signs resolutions, as resolutions name them. */
    readonly resolutionSigner: TenantValue<string>;
    /** The areas to which the document desk forwards submissions. */
    readonly areas: TenantValue<readonly string[]>;
  };
  readonly letters: Letters;
  readonly reports: {
    /** Claims per so many connections, as each body asks for it (digest 6.2). */
    readonly densities: TenantValue<readonly Density[]>;
    /** The number of connections from each month on, the oldest first. */
    readonly connections: TenantValue<readonly Connections[]>;
    /** The longest access an external supervisor may be given at once, in days. */
    readonly supervisorDays: TenantValue<number>;
    /** The columns of each register, in their order. */
    readonly registers: { readonly [Name in RegisterName]: TenantValue<RegisterLayouts[Name]> };
  };
  /** What the forms say about the use of personal data (digest 8). */
  readonly privacy: {
    readonly responsible: TenantValue<string>;
    readonly purpose: TenantValue<string>;
    readonly recipients: TenantValue<readonly string[]>;
    readonly crossBorder: TenantValue<string>;
    readonly contact: TenantValue<string>;
  };
  /** How long each thing is kept. Nothing is deleted: what is past its time is listed for staff to decide. */
  readonly retention: readonly TenantValue<RetentionRule>[];
  /** How its officers sign. The trusted authorities are in the staff register: `npm run staff -- trust`. */
  readonly signature: {
    /** The allowed ways, in the order they are offered. */
    readonly ways: TenantValue<readonly SignatureWay[]>;
    /** Patterns that find the identity document of the holder in a certificate. */
    readonly documentPatterns: TenantValue<readonly DocumentPattern[]>;
    /** The largest share of its page that the box of a signature may cover. */
    readonly largestShare: TenantValue<number>;
  };
  /** The oldest first; the law in force on the day of filing applies to a claim. */
  readonly laws: readonly Law[];
  /** The calendars with which the table starts; those in use are read from the table. */
  readonly calendars: Readonly<Record<CalendarId, TenantValue<LegalCalendar>>>;
  /** Calendars that were in force before; absent if not read from the table. */
  readonly earlierCalendars?: readonly EarlierCalendars[];
  /** The instant (ISO 8601 in UTC) from which other calendars replace these, once known. */
  readonly calendarsUntil?: string | undefined;
  /** Outages of the document desk; absent if not read from the table. */
  readonly outages?: readonly KnownOutage[];
}

/**
 * What the law leaves to data (digest 3.2 and 9, by the keys of 9.2). Days are working days unless the name says
 * otherwise; a target or sign day is a working day from filing.
 */
interface LawValues {
  claim: {
    windowRule: ClaimWindowRule;
    windowPaidMonths: number;
    observeDays: number;
    remedyDays: number;
    extensionDays: number;
    maxSupplies: number;
  };
  inspection: {
    targetDay: number;
    targetDayConsumption: number;
    windowHours: number;
    retryCount: number;
    /** `HH:MM` in Lima. */
    hours: { opens: string; closes: string };
  };
  conciliation: { targetDay: number; toleranceMinutes: number };
  resolution: { days: number; internalSignDay: number };
  notification: {
    days: number;
    emailAckDays: number;
    mailboxAckDays: number;
    /** Hours, `HH:MM` in Lima, in which a delivery at an address takes effect at once. */
    hours: { opens: string; closes: string };
    /** Whether decisions may go to a mailbox (casilla electrónica). */
    mailbox: boolean;
  };
  silence: { first: number; recon: number; evidenceDays: number; restartMoves: boolean };
  phone: { receptionDays: number; titularOnly: boolean };
  queja: { addressee: "TRASS" | "SUPERIOR"; forwardDays: number; days: number };
  /** The term to answer an entry in the observation book. */
  observation: { days: number };
  recourse: { days: number; latePolicy: "FLAG_AND_FORWARD" };
  recon: { days: number; notificationDays: number };
  appeal: { elevationDays: number };
  trass: {
    days: number;
    notificationDays: number;
    /** The largest file sent to the tribunal, in millions of bytes. */
    maxPartMb: number;
  };
  court: { months: number };
  execution: { days: number };
  distance: { days: number };
  leak: {
    repairCalendarDays: number;
    averageOncePerMonths: number;
    averageMaxConsecutiveMonths: number;
    noLeakOutcome: "AVERAGE" | "READING_DIFFERENCE";
  };
  meterTest: { extraDays: number };
  atypical: { pctOverAverage: number; minAssignments: number; noticeHours: number };
  average: AverageRules;
  evidence: { historyMonths: number; unitsHistoryPeriods: number };
  submission: {
    afterHoursPolicy: SubmissionPolicy;
    /** The largest file, in MB of a million bytes. */
    uploadMaxMb: number;
    uploadTypes: readonly AttachmentType[];
    /** The most files of one submission. */
    maxFiles: number;
    /**
     * The most files that a customer may announce in a day of Lima; staff, who scan what came on paper, have their own.
     */
    uploadsPerDay: number;
    staffUploadsPerDay: number;
    /**
     * The most submissions that an account may file by the web in a day of Lima: each sends a mail to the address it
     * gives.
     */
    submissionsPerDay: number;
    /** Working days after which the clerk must state why a submission is registered late. */
    registerReasonAfterDays: number;
    /** Calendar days after which a submission that arrived can no longer be registered. */
    registerWithinDays: number;
  };
  /** The terms to answer somebody who asks for a right over their data. */
  personalData: { accessDays: number; correctionDays: number };
  /** The types of claim, by the annexes of the regulation (digest 2). */
  claimTypes: ClaimCatalogue;
  /** The names of the norm and the forms in documents. */
  forms: FormNames;
}

/** One edition of the law: every value with its status and source, from a day on. */
export type Law = {
  readonly version: string;
  readonly inForceFrom: TenantValue<CalendarDay>;
} & {
  readonly [Group in keyof LawValues]: {
    readonly [Key in keyof LawValues[Group]]: TenantValue<LawValues[Group][Key]>;
  };
};

/** Returns the law in force on a day. Throws `RangeError` for a day before the first law. */
export function lawInForce(tenant: Tenant, day: CalendarDay): Law {
  const law = tenant.laws.findLast(({ inForceFrom }) => inForceFrom.value <= day);
  if (!law) throw new RangeError(`${tenant.code} holds no law for ${day}`);
  return law;
}

/** A value of a tenant by its path (`laws.0.claim.remedyDays`): whether it is confirmed, and its source. */
export interface StatedValue {
  readonly path: string;
  readonly status: TenantValue<unknown>["status"];
  readonly source: string;
}

function isTenantValue(node: object): node is TenantValue<unknown> {
  return "value" in node && "status" in node && "source" in node;
}

function valuesUnder(node: unknown, path: readonly string[]): readonly StatedValue[] {
  if (typeof node !== "object" || node === null) return [];
  if (isTenantValue(node)) return [{ path: path.join("."), status: node.status, source: node.source }];
  return Object.entries(node).flatMap(([key, child]) => valuesUnder(child, [...path, key]));
}

/** Returns every value of a tenant with its path, status and source, in the order of its fields. */
export function valuesOf(tenant: Tenant): readonly StatedValue[] {
  return valuesUnder(tenant, []);
}
