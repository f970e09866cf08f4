import type { FormNames, Letters } from "../documents/letters.ts";
import type { EarlierCalendars } from "../domain/case/claim-law.ts";
import type { ClaimCatalogue } from "../domain/case/claim-types.ts";
import type { CodeFormat } from "../domain/claim/claim-code.ts";
import type { CallRule } from "../domain/conciliation/hearing.ts";
import type { HearingMode } from "../domain/filing/claim-form.ts";
import type { SubmissionPolicy } from "../domain/filing/filing-day.ts";
import type { KnownOutage } from "../domain/problem/outage.ts";
import type { AverageRules } from "../domain/receipt/consumption-shapes.ts";
import type { Category, TariffList } from "../domain/receipt/tariff.ts";
import type { Connections, Density } from "../domain/register/indicators.ts";
import type { RegisterLayouts, RegisterName } from "../domain/register/register.ts";
import type { RetentionRule } from "../domain/register/retention.ts";
import type { AssignmentRow } from "../domain/resolution/assigned-consumption.ts";
import type { DocumentPattern, SignatureWay } from "../domain/resolution/signature.ts";
import type { AttachmentType } from "../domain/submission/submission.ts";
import type { CalendarDay } from "../domain/term/calendar-day.ts";
import type { ClaimWindowRule } from "../domain/term/due-dates.ts";
import type { CalendarId, LegalCalendar } from "../domain/term/legal-calendar.ts";
import type { ChannelHours, OfficeChannel } from "../domain/term/office-hours.ts";
import type { TenantValue } from "./tenant-value.ts";

/**
 * A utility: its names, its contact, its office and the law it follows. Every value states how sure it is and its
 * source.
 */
export interface Tenant {
  /** The name of its folder and its deployment; people do not see it. */
  readonly code: string;
  /** The day since which the values that nobody confirmed wait for that. */
  readonly openSince: CalendarDay;
  readonly name: TenantValue<string>;
  readonly legalName: TenantValue<string>;
  readonly ruc: TenantValue<string>;
  /** How many digits a supply code has, leading zeros included. */
  readonly supplyCodeLength: TenantValue<number>;
  /** ISO 4217. */
  readonly currency: TenantValue<string>;
  readonly timezone: TenantValue<string>;
  readonly contact: {
    readonly telephone: TenantValue<string>;
    readonly address: TenantValue<string>;
    /** The regulator's free telephone line. */
    readonly regulatorLine: TenantValue<string>;
    /** The only country that text messages go to, by its ISO 3166-1 code of two letters. */
    readonly textCountry: TenantValue<string>;
    /**
     * The origin of its site, without a final `/`, as documents that belong to no case name it: the same in every
     * stage.
     */
    readonly site: TenantValue<string>;
  };
  readonly hours: Readonly<Record<OfficeChannel, TenantValue<ChannelHours>>>;
  readonly billing: {
    /** Every price list that receipts may name, oldest first. */
    readonly tariffLists: TenantValue<readonly TariffList[]>;
    /** m³ a month per unit of use. Until it is confirmed, no customer is shown "atypical". */
    readonly assignments: TenantValue<Readonly<Record<Category, number>>>;
    /**
     * The rows of the assignment table by locality and hours of supply, which prevail over the figure of the category.
     */
    readonly assignmentRows: TenantValue<readonly AssignmentRow[]>;
    /** A consumption within this many percent of the average, above or below, is "about the same". */
    readonly sameWithinPercent: TenantValue<number>;
  };
  readonly office: {
    /** The office's code: it names its lists and is part of its resolutions' numbers. */
    readonly code: TenantValue<string>;
    readonly claimCode: TenantValue<CodeFormat>;
    readonly problemCode: TenantValue<CodeFormat>;
    readonly submissionCode: TenantValue<CodeFormat>;
    /** The code of an entry in the observation book. */
    readonly observationCode: TenantValue<CodeFormat>;
    /** The form of a resolution's number: `{number}`, `{year}` and `{office}` are filled in. */
    readonly resolutionNumber: TenantValue<string>;
    /** The same for the letters that are signed, in a series of their own. */
    readonly letterNumber: TenantValue<string>;
    /** How many visits one crew makes in one slot. */
    readonly visitsPerSlot: TenantValue<number>;
    /** How many crews visit a zone at the same time: by its ubigeo, or `anyZone` for all others. */
    readonly crews: TenantValue<{ readonly anyZone: number; readonly zones: Readonly<Record<string, number>> }>;
    readonly hearings: TenantValue<{
      /** `HH:MM` in Lima. */
      readonly opens: string;
      readonly closes: string;
      readonly minutes: number;
      /** How many hearings are held at the same time. */
      readonly atOnce: number;
      /** How a hearing is held if the claimant does not choose. */
      readonly mode: HearingMode;
    }>;
    /**
     * How many claims of one day get their appointments by themselves: of one supply, of one account after the first of
     * each supply, and of those without an account at one mail domain or mailbox (`mail`), or at a public domain from
     * one network (`publicMail`).
     */
    readonly appointmentsPerDay: TenantValue<{
      readonly supply: number;
      readonly account: number;
      readonly mail: number;
      readonly publicMail: number;
    }>;
    /**
     * Within how many working days the office looks at the contact of a claim filed without an account, whose receipts
     * are not held before.
     */
    readonly guestLookDays: TenantValue<number>;
    /** The ways to hold a hearing that a claimant may choose. */
    readonly hearingModes: Readonly<Record<HearingMode, TenantValue<boolean>>>;
    /**
     * The `https` address under which each hearing by video has a room of its own; without one, staff enter a link for
     * each hearing.
     */
    readonly videoRooms: TenantValue<string | undefined>;
    /** Until how many working days before the hearing its claimant may change by themselves how it is held. */
    readonly hearingChangeDays: TenantValue<number>;
    /**
     * How a claimant may move their visit by themselves: until how many working days before it, and how many times in a
     * claim.
     */
    readonly visitChanges: TenantValue<{ readonly daysBefore: number; readonly times: number }>;
    /** How many calls are made to a missing claimant before their absence is recorded, and the minutes between them. */
    readonly absenceCalls: TenantValue<CallRule>;
    /**
     * When the commercial system's office works, and within how many of those hours it acknowledges what is reported to
     * it.
     */
    readonly exchange: TenantValue<{ readonly opens: string; readonly closes: string; readonly answerHours: number }>;
    /** How many minutes old the signer's last sign-in may be when they sign. */
    readonly signInMinutes: TenantValue<number>;
    /** The city where its resolutions are issued. */
    readonly city: TenantValue<string>;
    /** The officer who signs resolutions, as the resolutions name them. */
    readonly resolutionSigner: TenantValue<string>;
    /** The articles that its resolutions cite without a piece that names them, by number. */
    readonly citedArticles: TenantValue<readonly number[]>;
    /** The areas that the document desk forwards to what is not its own to answer. */
    readonly areas: TenantValue<readonly string[]>;
  };
  readonly reports: {
    /** The rates of claims per connections that each body asks for (digest 6.2). */
    readonly densities: TenantValue<readonly Density[]>;
    /** How many connections there were from a month on, oldest first. */
    readonly connections: TenantValue<readonly Connections[]>;
    /** The most days of one period of access of an external supervisor. */
    readonly supervisorDays: TenantValue<number>;
  };
  /** The information that people get about their data where they give it (digest 8). */
  readonly privacy: {
    readonly responsible: TenantValue<string>;
    readonly purpose: TenantValue<string>;
    readonly recipients: TenantValue<readonly string[]>;
    readonly crossBorder: TenantValue<string>;
    readonly contact: TenantValue<string>;
  };
  /**
   * How long each kind of data is kept. Nothing is deleted by it: data past its time is listed for the person who
   * decides.
   */
  readonly retention: readonly TenantValue<RetentionRule>[];
  /**
   * How its officers sign. The certificate authorities it trusts are in the register, not here: `npm run staff --
   * trust`.
   */
  readonly signature: {
    /** The allowed ways, the first one offered first. */
    readonly ways: TenantValue<readonly SignatureWay[]>;
    /** How certificates name the identity document of their holder. */
    readonly documentPatterns: TenantValue<readonly DocumentPattern[]>;
    /** The largest share of its page that the box of a signature may cover. */
    readonly largestShare: TenantValue<number>;
  };
  /** The editions of the law, oldest first; a claim follows the one in force on the day it was filed. */
  readonly laws: readonly Law[];
  /** The calendars of the seed only: those in use are read from the table. */
  readonly calendars: Readonly<Record<CalendarId, TenantValue<LegalCalendar>>>;
  /** The calendars that were in force before; present only if they were read from the table. */
  readonly earlierCalendars?: readonly EarlierCalendars[];
  /** The instant from which other calendars replace these (ISO 8601 in UTC), once it is known. */
  readonly calendarsUntil?: string | undefined;
  /** The outages of the document desk; present only if they were read from the table. */
  readonly outages?: readonly KnownOutage[];
}

/**
 * The values that the law leaves to data (digest 3.2 and 9, by the keys of 9.2). Days are working days unless the name
 * says otherwise; a target or sign day is a working day counted from filing.
 */
interface LawValues {
  claim: {
    /** How long a receipt may be claimed about. */
    windowRule: ClaimWindowRule;
    /** How long a receipt that was paid may be claimed about. */
    windowPaidMonths: number;
    /** The office observes a claim that lacks something within these days. */
    observeDays: number;
    /** The claimant completes an observed claim, or brings new evidence, within these days. */
    remedyDays: number;
    /** The claimant may add to a claim within these days from its filing. */
    extensionDays: number;
  };
  inspection: {
    /** The day by which the visit should be made; `targetDayConsumption` for a claim about measured consumption. */
    targetDay: number;
    targetDayConsumption: number;
    /** How many hours a visit's slot has. */
    windowHours: number;
    /** How often a visit where nobody was in is repeated. */
    retryCount: number;
    /** `HH:MM` in Lima. */
    hours: { opens: string; closes: string };
  };
  /** The day by which the hearing should be held, and how long the office waits for who is late. */
  conciliation: { targetDay: number; toleranceMinutes: number };
  /** The days to decide a claim, and the day by which the office means to have it signed. */
  resolution: { days: number; internalSignDay: number };
  notification: {
    /** The days to notify a decision. */
    days: number;
    /** The days to acknowledge a notice by e-mail. */
    emailAckDays: number;
    /** The days after which a notice left in the mailbox counts as read. */
    mailboxAckDays: number;
    /** The hours in which a delivery at an address takes effect at once: `HH:MM` in Lima. */
    hours: { opens: string; closes: string };
    /** Whether decisions may be served to a mailbox (casilla electrónica). */
    mailbox: boolean;
  };
  silence: {
    /** A claim whose decision is not notified within these days is granted. */
    first: number;
    /** A reconsideration whose decision is not notified within these days is granted. */
    recon: number;
    /** After the last day, a notice made in time may still be recorded for these days. */
    evidenceDays: number;
  };
  phone: {
    /** The days to send the copy of a claim by telephone to its claimant. */
    receptionDays: number;
    /** Whether only the holder of a supply may claim by telephone. */
    titularOnly: boolean;
    /** The days in which a claimant may undo what they said by telephone; 0 if the office wants none. */
    undoDays: number;
  };
  /** Who decides a queja, the days to send it there, and the days until its answer. */
  queja: { addressee: "TRASS" | "SUPERIOR"; forwardDays: number; days: number };
  /** The days to answer an entry in the observation book. */
  observation: { days: number };
  /** The days to file a recourse. */
  recourse: { days: number };
  /** The days to decide a reconsideration, and then to notify the decision. */
  recon: { days: number; notificationDays: number };
  /** The days to send the case file of an appeal to the tribunal. */
  appeal: { elevationDays: number };
  /** The days that the tribunal has to decide, and then to notify its decision. */
  trass: {
    days: number;
    notificationDays: number;
    /** The largest file that may be sent to it, in millions of bytes. */
    maxPartMb: number;
  };
  /** The months to go to court after the last decision. */
  court: { months: number };
  /** The days to carry out a decision. */
  execution: { days: number };
  /** The days added to the terms of a user who is far from the office. */
  distance: { days: number };
  leak: {
    /** The calendar days to repair a leak. */
    repairCalendarDays: number;
    /** Months billed at the average because of a leak: one run of them in so many months. */
    averageOncePerMonths: number;
    /** The most months of such a run. */
    averageMaxConsecutiveMonths: number;
    /** How an atypical month without a leak is billed. */
    noLeakOutcome: "AVERAGE" | "READING_DIFFERENCE";
  };
  /** The days that a meter test adds to the days to decide. */
  meterTest: { extraDays: number };
  atypical: {
    /** A consumption is atypical if it is more than this percentage above the average. */
    pctOverAverage: number;
    /** And only if it is at least so many assignments. */
    minAssignments: number;
    /** How many hours before its inspection an atypical reading must be notified. */
    noticeHours: number;
  };
  average: AverageRules;
  /** How many months of history the evidence list asks for; of the units of use, `unitsHistoryPeriods`. */
  evidence: { historyMonths: number; unitsHistoryPeriods: number };
  submission: {
    /** On which day something counts as filed that arrives after the office closed. */
    afterHoursPolicy: SubmissionPolicy;
    /** The largest file, in MB of a million bytes. */
    uploadMaxMb: number;
    uploadTypes: readonly AttachmentType[];
    /** The most files of one submission. */
    maxFiles: number;
    /**
     * How many files one person may announce in a day of Lima, and how many one of the staff, who scan what comes on
     * paper.
     */
    uploadsPerDay: number;
    staffUploadsPerDay: number;
    /** The same for one draft without an account, and for all of one connection, which many people may share. */
    guestUploadsPerDay: number;
    connectionUploadsPerDay: number;
    /**
     * How many submissions one account may present by the web in a day of Lima: each sends a mail to the address in it.
     */
    submissionsPerDay: number;
    /** After how many working days the clerk must say why a document is registered so late. */
    registerReasonAfterDays: number;
    /** After how many calendar days it can no longer be registered. */
    registerWithinDays: number;
  };
  /** The days to answer a person who asks for a right over their data. */
  personalData: { accessDays: number; correctionDays: number };
  /** The types of claim: the annexes of the regulation (digest 2). */
  claimTypes: ClaimCatalogue;
  /** The norm and the forms, as documents name them. */
  forms: FormNames;
}

/** One edition of the law, from a day on; every value has its status and source. */
export type Law = {
  readonly version: string;
  readonly inForceFrom: TenantValue<CalendarDay>;
} & {
  readonly [Group in keyof LawValues]: {
    readonly [Key in keyof LawValues[Group]]: TenantValue<LawValues[Group][Key]>;
  };
};

/**
 * Returns the edition of the law in force on a day: the last in `tenant.laws` that began on that day or earlier. Throws
 * `RangeError` if none had begun.
 */
export function lawInForce(tenant: Tenant, day: CalendarDay): Law {
  const law = tenant.laws.findLast(({ inForceFrom }) => inForceFrom.value <= day);
  if (!law) throw new RangeError(`${tenant.code} holds no law for ${day}`);
  return law;
}

/** One value of a tenant with its status and source, by its path (`laws.0.claim.remedyDays`). */
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

/**
 * Returns every `TenantValue` in a tenant, or in a part of it, by its path, with its status and source. They come in
 * the order of the object's properties.
 */
export function valuesOf(tenant: object): readonly StatedValue[] {
  return valuesUnder(tenant, []);
}

/** A tenant with what it writes to people. Only functions that print have the letters: they are large. */
export interface PrintingTenant extends Tenant {
  readonly letters: Letters;
}

/** The columns of each register of a tenant, in order. */
export type Registers = { readonly [Name in RegisterName]: TenantValue<RegisterLayouts[Name]> };
