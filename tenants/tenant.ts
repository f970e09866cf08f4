import type { FormNames, Letters } from "../shared/documents/letters.ts";
import type { AssignmentRow } from "../shared/domain/assigned-consumption.ts";
import type { CalendarDay } from "../shared/domain/calendar-day.ts";
import type { CodeFormat } from "../shared/domain/claim-code.ts";
import type { HearingMode } from "../shared/domain/claim-form.ts";
import type { EarlierCalendars } from "../shared/domain/claim-law.ts";
import type { ClaimCatalogue } from "../shared/domain/claim-types.ts";
import type { AverageRules } from "../shared/domain/consumption-judgement.ts";
import type { ClaimWindowRule, SubmissionPolicy } from "../shared/domain/due-dates.ts";
import type { CallRule } from "../shared/domain/hearing.ts";
import type { Connections, Density } from "../shared/domain/indicators.ts";
import type { CalendarId, LegalCalendar } from "../shared/domain/legal-calendar.ts";
import type { ChannelHours, OfficeChannel } from "../shared/domain/office-hours.ts";
import type { KnownOutage } from "../shared/domain/outage.ts";
import type { RegisterLayouts, RegisterName } from "../shared/domain/register.ts";
import type { RetentionRule } from "../shared/domain/retention.ts";
import type { DocumentPattern, SignatureWay } from "../shared/domain/signature.ts";
import type { AttachmentType } from "../shared/domain/submission.ts";
import type { Category, TariffList } from "../shared/domain/tariff.ts";
import type { TenantValue } from "./tenant-value.ts";

/** A utility: what it is, how to reach it, the law it lives under. Every value says how sure we are of it and why. */
export interface Tenant {
  /** Names its folder and its deployment; not shown to people. */
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
    /** The origin of its site, without a last `/`, as attachments of nobody's case name it: the same in every stage. */
    readonly site: TenantValue<string>;
  };
  readonly hours: Readonly<Record<OfficeChannel, TenantValue<ChannelHours>>>;
  readonly billing: {
    /** Every price list receipts may name, oldest first. */
    readonly tariffLists: TenantValue<readonly TariffList[]>;
    /** m³ a month per unit of use. While not confirmed, no customer is told "atypical". */
    readonly assignments: TenantValue<Readonly<Record<Category, number>>>;
    /** What the assignment table says besides, by locality and hours of supply: it prevails over the class's figure. */
    readonly assignmentRows: TenantValue<readonly AssignmentRow[]>;
    /** Up to this many percent off the average, either way, is "about the same". */
    readonly sameWithinPercent: TenantValue<number>;
  };
  readonly office: {
    /** Names the office's lists and is part of its resolutions' numbers. */
    readonly code: TenantValue<string>;
    readonly claimCode: TenantValue<CodeFormat>;
    readonly problemCode: TenantValue<CodeFormat>;
    readonly submissionCode: TenantValue<CodeFormat>;
    /** Of an entry in the observation book. */
    readonly observationCode: TenantValue<CodeFormat>;
    /** `{number}`, `{year}` and `{office}` are filled in. */
    readonly resolutionNumber: TenantValue<string>;
    /** Of the letters that are signed, in a series of their own; the same are filled in. */
    readonly letterNumber: TenantValue<string>;
    /** Visits that one crew makes in one band. */
    readonly visitsPerSlot: TenantValue<number>;
    /** Crews that visit at the same time in a zone: by its ubigeo, or as many as in any other. */
    readonly crews: TenantValue<{ readonly anyZone: number; readonly zones: Readonly<Record<string, number>> }>;
    readonly hearings: TenantValue<{
      /** `HH:MM` in Lima. */
      readonly opens: string;
      readonly closes: string;
      readonly minutes: number;
      /** Hearings that are held at the same time. */
      readonly atOnce: number;
      /** Of whoever does not choose. */
      readonly mode: HearingMode;
    }>;
    /** Claims of one day that take places by themselves: of one supply, and of one account past the first of each supply. */
    readonly appointmentsPerDay: TenantValue<{ readonly supply: number; readonly account: number }>;
    /** The ways of holding a hearing that a claimant may choose. */
    readonly hearingModes: Readonly<Record<HearingMode, TenantValue<boolean>>>;
    /** The `https` address under which each hearing by video has a room of its own; without one staff enter a link for each. */
    readonly videoRooms: TenantValue<string | undefined>;
    /** Working days before the hearing up to which its claimant changes by themself how it is held. */
    readonly hearingChangeDays: TenantValue<number>;
    /** Calls to a missing claimant before their absence is written down, and the minutes between one and the next. */
    readonly absenceCalls: TenantValue<CallRule>;
    /** When the commercial system's office works, and in how many of those hours it answers what it is told. */
    readonly exchange: TenantValue<{ readonly opens: string; readonly closes: string; readonly answerHours: number }>;
    /** How old the signer's last sign-in may be when they sign. */
    readonly signInMinutes: TenantValue<number>;
    /** Where its resolutions are issued. */
    readonly city: TenantValue<string>;
    /** The officer who signs resolutions, as they name them. */
    readonly resolutionSigner: TenantValue<string>;
    /** Where the document desk forwards what is not its own to answer. */
    readonly areas: TenantValue<readonly string[]>;
  };
  readonly letters: Letters;
  readonly reports: {
    /** Claims per so many connections, as each body asks for it (digest 6.2). */
    readonly densities: TenantValue<readonly Density[]>;
    /** Oldest first: connections are counted from a month on. */
    readonly connections: TenantValue<readonly Connections[]>;
    /** The longest an external supervisor may be let in at once, in days. */
    readonly supervisorDays: TenantValue<number>;
    /** The columns of each register, in their order. */
    readonly registers: { readonly [Name in RegisterName]: TenantValue<RegisterLayouts[Name]> };
  };
  /** What people are told of their data where they give it (digest 8). */
  readonly privacy: {
    readonly responsible: TenantValue<string>;
    readonly purpose: TenantValue<string>;
    readonly recipients: TenantValue<readonly string[]>;
    readonly crossBorder: TenantValue<string>;
    readonly contact: TenantValue<string>;
  };
  /** How long each thing is kept. Nothing is deleted by it: what is past its time is listed for who decides. */
  readonly retention: readonly TenantValue<RetentionRule>[];
  /** How its officers sign. The authorities it trusts stand in the register, not here: `npm run staff -- trust`. */
  readonly signature: {
    /** The ways that are allowed, the first one offered first. */
    readonly ways: TenantValue<readonly SignatureWay[]>;
    /** How certificates say the document of their holder. */
    readonly documentPatterns: TenantValue<readonly DocumentPattern[]>;
    /** Of its page, that the box of a signature may cover at most. */
    readonly largestShare: TenantValue<number>;
  };
  /** Oldest first; a claim lives under the one in force the day it was filed. */
  readonly laws: readonly Law[];
  /** The seed only: calendars in use are read from the table. */
  readonly calendars: Readonly<Record<CalendarId, TenantValue<LegalCalendar>>>;
  /** Calendars that were in force before: only where they were read from the table. */
  readonly earlierCalendars?: readonly EarlierCalendars[];
  /** From which instant others are in their place (ISO 8601 in UTC), once that is known. */
  readonly calendarsUntil?: string | undefined;
  /** When the document desk did not work: only where it was read from the table. */
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
    /** In which something is handed over at an address with effect at once: `HH:MM` in Lima. */
    hours: { opens: string; closes: string };
    /** Whether decisions may go to a mailbox (casilla electrónica). */
    mailbox: boolean;
  };
  silence: { first: number; recon: number; evidenceDays: number; restartMoves: boolean };
  phone: { receptionDays: number; titularOnly: boolean };
  queja: { addressee: "TRASS" | "SUPERIOR"; forwardDays: number; days: number };
  /** To answer an entry in the observation book. */
  observation: { days: number };
  recourse: { days: number; latePolicy: "FLAG_AND_FORWARD" };
  recon: { days: number; notificationDays: number };
  appeal: { elevationDays: number };
  trass: {
    days: number;
    notificationDays: number;
    /** Of a file sent to it, in millions of bytes. */
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
    /** Of one file, in MB of a million bytes. */
    uploadMaxMb: number;
    uploadTypes: readonly AttachmentType[];
    /** Files of one document. */
    maxFiles: number;
    /** Files one person may announce in a day of Lima, and one of the staff, who scan what came on paper. */
    uploadsPerDay: number;
    staffUploadsPerDay: number;
    /** Documents one account may file by the web in a day of Lima: each sends a mail to the address it says. */
    submissionsPerDay: number;
    /** Working days after which the clerk says why a document is registered so late. */
    registerReasonAfterDays: number;
    /** Calendar days after which it is not registered any more. */
    registerWithinDays: number;
  };
  /** To answer who asks for a right over their data. */
  personalData: { accessDays: number; correctionDays: number };
  /** What may be claimed: the annexes of the regulation (digest 2). */
  claimTypes: ClaimCatalogue;
  /** The norm and the forms as attachments name them. */
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

/** The law in force on a day. Throws `RangeError` before the first: such a claim was never ours. */
export function lawInForce(tenant: Tenant, day: CalendarDay): Law {
  const law = tenant.laws.findLast(({ inForceFrom }) => inForceFrom.value <= day);
  if (!law) throw new RangeError(`${tenant.code} holds no law for ${day}`);
  return law;
}

/** One value of a tenant and how sure we are of it, by its path (`laws.0.claim.remedyDays`). */
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

/** Every value of a tenant with its status and source, in the tenant's order. */
export function valuesOf(tenant: Tenant): readonly StatedValue[] {
  return valuesUnder(tenant, []);
}
