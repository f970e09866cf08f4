import * as z from "zod";
import { admissibilityRules, severities } from "../../domain/case/admissibility.ts";
import { awaitedActs } from "../../domain/case/awaits-claimant.ts";
import { claimEndings } from "../../domain/case/claim-ending.ts";
import {
  claimEventTypes,
  quejaGrounds,
  quejaOutcomes,
  resolutionOutcomes,
  visitOutcomes,
} from "../../domain/case/claim-events.ts";
import { claimStates, clockIds } from "../../domain/case/claim-states.ts";
import { claimTypes } from "../../domain/case/claim-types.ts";
import { documentKinds } from "../../domain/case/issued-documents.ts";
import { declarationWays, hearingModes } from "../../domain/filing/claim-form.ts";
import { clockStatuses } from "../../domain/term/claim-clocks.ts";
import { owedActs } from "../../domain/term/company-target.ts";
import { termReasons, termUnits } from "../../domain/term/due-dates.ts";
import { owedClocks } from "../../domain/term/late-company.ts";
import { calendarIds } from "../../domain/term/legal-calendar.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import { timelineEntry } from "../case-copy/timeline-entry.ts";
import { decidedMonths, replacedBy, tribunalDecision } from "../conciliation/decided-fields.ts";
import { offer } from "../conciliation/offer-fields.ts";
import { attachment, dueFor, hearingInstructions, languageChoice, plannedVisit } from "../filing/claim-fields.ts";

const nextActors = ["company", "user", "both", "tribunal", "nobody"] as const;
const claimActions = [...claimEventTypes, "answer-offer"] as const;

/** A term of a claim. `daysLeft`: working days left, negative once it is over. */
const clock = z.object({
  id: z.enum(clockIds),
  calendar: z.enum(["COMPANY", "USER"]),
  startsOn: z.string(),
  dueDate: z.string(),
  daysLeft: z.number(),
  status: z.enum(clockStatuses),
});

const countedDay = z.object({
  date: z.string(),
  counted: z.boolean(),
  reason: z.union([z.enum(termReasons), z.string()]).optional(),
  /** The outage of the document desk on that day, if there was one: the term moves on. */
  outage: z.object({ from: z.string(), to: z.string() }).optional(),
});

/** A term with every day counted or skipped, and why. */
export const workedClock = clock.extend({ days: z.array(countedDay) });

/**
 * Something to know of a claim or a recourse before it is sent, or judged; `term`: the term it is about, with each day.
 */
export const finding = z.object({
  rule: z.enum(admissibilityRules),
  severity: z.enum(severities),
  text: z.string(),
  term: z
    .object({
      from: z.string(),
      unit: z.enum(termUnits),
      amount: z.number(),
      calendar: z.enum(calendarIds),
      calendarVersion: z.string(),
      dueDate: z.string(),
      days: z.array(countedDay),
    })
    .optional(),
});

/** What there is to know of a claim or a recourse: it warns or explains, and blocks nothing. */
export const findings = z.object({ findings: z.array(finding) });

const receiptInClaim = z.object({
  number: z.string(),
  period: z.string(),
  m3: z.number(),
  amount: z.string(),
  /** The last day to claim it, as counted at the filing: a payment since makes it later. Absent if added since. */
  claimUntil: z.string().optional(),
  /**
   * What the claim left it at, once something settled it, and from which day: as billed unless `corrected`. In how many
   * monthly parts, if that was agreed.
   */
  left: z
    .object({
      amount: z.string(),
      from: z.string(),
      corrected: z.literal(true).optional(),
      instalments: z.number().optional(),
    })
    .optional(),
});

const visit = plannedVisit.extend({
  inspector: z.string().optional(),
  outcome: z.enum(visitOutcomes).optional(),
  reportedAt: z.string().optional(),
  /** If nobody opens, no other visit follows. */
  isLast: z.literal(true).optional(),
  /** Its day is over, and nobody reported the visit. */
  missed: z.literal(true).optional(),
  /** The claimant confirmed this day and hour, or chose them. */
  confirmed: z.literal(true).optional(),
});

const officeDocument = z.object({
  documentId: z.string(),
  kind: z.enum(documentKinds),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  at: z.string(),
  /** It was sent to signature, and nobody signed it yet. */
  unsigned: z.literal(true).optional(),
  /** A newer one stands for it. */
  replaced: z.literal(true).optional(),
  /** For staff: it came in as a signed file, of which there are page pictures. */
  pictured: z.literal(true).optional(),
});

const resolution = z.object({
  number: z.string(),
  outcome: z.enum(resolutionOutcomes),
  issuedOn: z.string(),
  signedAt: z.string().optional(),
  notifiedOn: z.string().optional(),
  /** What was decided and, in `reasons`, why. A customer sees a resolution only once it is notified. */
  decision: z.string(),
  reasons: z.string(),
  months: decidedMonths,
  documentId: z.string(),
  replacedBy: replacedBy.optional(),
  /** Material errors rectified since; never its sense or its amounts. */
  rectified: z.array(z.object({ at: z.string(), says: z.string(), should: z.string() })),
});

/** What the routes that file a queja answer besides the claim. */
export const filedQueja = {
  submissionId: z.string(),
  submissionNumber: z.string(),
  filedAt: z.string(),
  filedOn: z.string(),
};

/** A queja of the claim, where it was forwarded, and its answer; while it waits, its term is among the clocks (T20). */
const queja = z.object({
  submissionNumber: z.string(),
  filedAt: z.string(),
  ground: z.enum(quejaGrounds),
  duty: z.string(),
  facts: z.string(),
  forwarded: z.object({ at: z.string(), to: z.enum(["TRASS", "SUPERIOR"]), reference: z.string() }).optional(),
  answer: z.object({ at: z.string(), outcome: z.enum(quejaOutcomes), summary: z.string() }).optional(),
});

/** What everybody who may see a claim sees of it. */
export const claimSummary = z.object({
  claimId: z.string(),
  code: z.string(),
  /** The version that an edit by staff names in `If-Match`. */
  version: z.number(),
  supplyCode: z.string(),
  claimType: z.enum(claimTypes),
  channel: z.enum(officeChannels),
  filedAt: z.string(),
  filedOn: z.string(),
  state: z.enum(claimStates),
  since: z.string(),
  next: z.enum(nextActors),
  /** The last day of the term that matters next, also once the company missed it. */
  dueOn: z.string().optional(),
  daysLeft: z.number().optional(),
  /**
   * Once `dueOn` has passed: the last day to notify the decision before silence grants the claim, if that is to come.
   */
  grantedAfter: z.string().optional(),
});

/** The days of a claim as every list and page of staff says them; `left` are working days, negative once past. */
export const daysOwed = z.object({
  /** The last day before silence grants the claim, if silence is what comes. */
  lostOn: z.string().optional(),
  /** Otherwise the last day of the term that runs or was missed. */
  dueOn: z.string().optional(),
  left: z.number().optional(),
  /** The utility's own target for its next act: nothing is lost when it passes. */
  meta: z.object({ act: z.enum(owedActs), on: z.string(), left: z.number() }).optional(),
});

/** What the desk's lists show of a claim: who edits it reads it first. */
export const rowSummary = claimSummary
  .omit({ version: true, dueOn: true, daysLeft: true, grantedAfter: true })
  .extend({ days: daysOwed });

const listedAct = z.object({
  act: z.enum(awaitedActs),
  /** Not doing it costs the claimant something; absent: they may, and the claim goes on without it. */
  asked: z.literal(true).optional(),
  /** The day it takes place; `today`: that day is today. */
  on: z.string().optional(),
  today: z.literal(true).optional(),
  /** The last day for it, if a term runs; `daysLeft`: working days until then. */
  until: z.string().optional(),
  daysLeft: z.number().optional(),
});

/** A claim on its claimant's list. `awaits`: the acts awaited of them, those asked for first and then by day. */
export const listedClaim = claimSummary.extend({
  awaits: z.array(listedAct),
  /**
   * The last day to notify the decision that is owed; absent if none is, once it is signed (then the term of its notice
   * is `dueOn`), or once that day is over.
   */
  answerBy: z.string().optional(),
  /** How it ended, if it was closed or its firm decision changes no receipt; absent of what was not decided. */
  ended: z.enum(claimEndings).optional(),
  /**
   * What it leaves its receipts at, more than two in one sum, and from when those are collected that stay as billed;
   * absent while nothing settled them.
   */
  left: z
    .object({
      figures: z.array(
        z.object({
          period: z.string().optional(),
          count: z.number().optional(),
          before: z.string(),
          after: z.string(),
          instalments: z.number().optional(),
        }),
      ),
      from: z.string().optional(),
    })
    .optional(),
});

/** The state of a claim for whoever looks it up without an account. */
export const lookedUpClaim = claimSummary
  .pick({ code: true, state: true, since: true, next: true, dueOn: true, daysLeft: true })
  .extend({
    dueFor: dueFor.optional(),
    answerBy: listedClaim.shape.answerBy,
    /** It was filed without an account: its code and key open it, and no account lists it. */
    withoutAccount: z.literal(true).optional(),
    /** The day of the visit that is still to come. */
    visitOn: z.string().optional(),
    /** The day from which the decision counts as notified, if it was handed over and that day is still to come. */
    decisionCountsFrom: z.string().optional(),
  });

/** Something the company did not do by its day. */
const late = z.object({
  clock: z.enum(owedClocks),
  /** The last day of its term, if that is over. */
  dueOn: z.string().optional(),
  /** The day the company had set for it and let pass. */
  missedOn: z.string().optional(),
  /** If the decision is not notified by this day, the claim is granted. */
  grantedAfter: z.string().optional(),
});

/** Another claim of the same type about some of the same months, pending or decided: shown, and no reason to refuse. */
const duplicate = z.object({
  claimId: z.string(),
  code: z.string(),
  receipts: z.array(z.string()),
  decided: z.boolean(),
});

export const claimView = claimSummary
  .extend({
    dueFor: dueFor.optional(),
    answerBy: listedClaim.shape.answerBy,
    ended: listedClaim.shape.ended,
    /** What was withdrawn, once that was accepted: this procedure, or the right to claim the same again. */
    withdrew: z.enum(["procedure", "claim"]).optional(),
    receipts: z.array(receiptInClaim),
    grounds: z.string(),
    supplyAddress: z.string().optional(),
    meterTest: z.boolean().optional(),
    meterTestCostAccepted: z.boolean().optional(),
    leaflet: z.boolean().optional(),
    privacyNoticeRead: z.boolean().optional(),
    declaration: z.object({ how: z.enum(declarationWays), at: z.string(), text: z.string() }).optional(),
    /** The member of the staff who typed it; absent if the claimant did. */
    typedBy: z.string().optional(),
    claimantName: z.string(),
    languageChoice: languageChoice.optional(),
    /** This account filed it and may replace its key. */
    mayReplaceKey: z.literal(true).optional(),
    notifyBy: z.string(),
    owner: z.object({ name: z.string(), extension: z.string() }).optional(),
    clocks: z.array(clock),
    actions: z.array(z.enum(claimActions)),
    /** The acts awaited of the claimant, those asked for first and then by day. */
    awaits: z.array(
      listedAct.extend({
        /** The id of the offer, visit or file, or the key that opens the notice, which staff never see. */
        about: z.string().optional(),
      }),
    ),
    late: z.array(late),
    /** A decision was sent and its delivery is not recorded: a claimant who has it may file a recourse all the same. */
    unnotifiedDecision: z.literal(true).optional(),
    /**
     * The decision was handed over outside working hours: the day from which it counts as notified, while it is to
     * come.
     */
    decisionCountsFrom: z.string().optional(),
    timeline: z.array(timelineEntry),
    visits: z.array(visit),
    hearing: hearingInstructions
      .extend({
        /** What the caller may still change: the mode, to one of `modes`, until a day; their number, until its hour. */
        choice: z
          .object({ modes: z.array(z.enum(hearingModes)), until: z.string(), mayChangeMode: z.boolean() })
          .optional(),
        /** The claimant confirmed that they will take part on this day and hour. */
        confirmed: z.literal(true).optional(),
      })
      .optional(),
    /** Its visit and its hearing have no day yet, and their terms run; the claimant is notified once they have. */
    awaitsAppointments: z.literal(true).optional(),
    offers: z.array(offer),
    /** `copyWanted`: of the claimant's, nobody could open or read it, and they brought no other since. */
    attachments: z.array(attachment.extend({ copyWanted: z.literal(true).optional() })),
    documents: z.array(officeDocument),
    resolutions: z.array(resolution),
    tribunal: tribunalDecision.optional(),
    /**
     * Whether the claimed amount is held from collection and cutting, or that waits until somebody knows who claims.
     */
    hold: z.enum(["held", "waiting", "released"]),
    /**
     * While the commercial system has not confirmed the hold: the instants at which it was asked, and until when it
     * should confirm. Without it a claim that is `held` is confirmed.
     */
    holdAsked: z.object({ at: z.string(), until: z.string() }).optional(),
    /** The key in the QR of the «No cortar»; staff never see it. */
    holdKey: z.string().optional(),
    /** The request for attention that this claim follows, if it is about a problem. */
    problem: z.object({ problemId: z.string(), code: z.string() }).optional(),
    /** The last one first. */
    quejas: z.array(queja),
    /** What was observed and is not mended yet. */
    defects: z.array(z.string()),
    /** The last day to mend it, once the notice of it took effect. */
    remedyUntil: z.string().optional(),
    /** What that day would be if the claimant said today that they know it; absent once their term runs. */
    remedyIfKnown: z.string().optional(),
    /**
     * The claimant's document is not the register's: withdrawal and agreement wait until they show that they may claim.
     */
    proofAsked: z.literal(true).optional(),
    /** Whether the claimant consents to be notified by e-mail. */
    notifyByEmail: z.boolean(),
    /** The last day to undo a consent to e-mail given by telephone: it counts from the day after. */
    notifyByEmailAfter: z.string().optional(),
    /** The last day to undo a new contact said by telephone: it counts from the day after. */
    contactAfter: z.string().optional(),
    /** The day on which the claimant asked to withdraw, until it is accepted or undone. */
    withdrawalAskedOn: z.string().optional(),
    /** The last day to undo a request to withdraw made by telephone. */
    withdrawalUndoUntil: z.string().optional(),
    /** The last hash of the chain over the history, to compare a copy with. */
    chainHead: z.string(),
    testData: z.boolean(),
  })
  .meta({ id: "Claim" });

/** A claim with the other claims about the same months that the caller may open. */
export const shownClaim = claimView.extend({ duplicates: z.array(duplicate) });

/** Why a claim waits for its visit and its hearing; `giveBy`: the last day on which they can be given in time. */
export const waitingAppointments = z.object({
  giveBy: z.string(),
  /** Another claim about the same months. */
  sameAs: z.object({ claimId: z.string(), code: z.string() }).optional(),
  /** How many claims came that day from the same origin, if they are more than get appointments by themselves. */
  sameDay: z.number().optional(),
  /** It was filed without an account, and nobody answered yet at the contact it left. */
  unconfirmed: z.literal(true).optional(),
  /** Too many claims without an account were confirmed that day at mails of one domain or mailbox. */
  sameMail: z.literal(true).optional(),
  /** The last day to look at who claims, while the receipts are not held because nobody has. */
  holdBy: z.string().optional(),
});

/** What the routes that file a claim answer: the cargo in words. */
export const filedClaim = z.object({
  claimId: z.string(),
  code: z.string(),
  filedAt: z.string(),
  filedOn: z.string(),
  supplyCode: z.string(),
  /**
   * Each receipt; `late`: its normal term to claim is over, which an officer judges. Absent where only somebody who
   * shows that they know the supply may learn it.
   */
  receipts: z.array(z.object({ number: z.string(), period: z.string(), late: z.boolean().optional() })),
  visit: plannedVisit.optional(),
  hearing: hearingInstructions.optional(),
  awaitsAppointments: z.literal(true).optional(),
  notifyBy: z.string(),
  owner: z.object({ name: z.string(), extension: z.string() }).optional(),
  /** The key with which another account opens the claim; staff never see it. */
  claimKey: z.string().optional(),
  /** The claimant's document is not the register's: the claim goes on, and they are shown what to bring. */
  proofAsked: z.literal(true).optional(),
  /** They claim for the holder: whether the power is among the files is for staff to see. */
  powerAsked: z.literal(true).optional(),
  duplicates: z.array(duplicate),
});
