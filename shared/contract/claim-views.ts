import * as z from "zod";
import { confirmingWays } from "../domain/act-on-behalf.ts";
import { admissibilityRules, severities } from "../domain/admissibility.ts";
import { awaitedActs } from "../domain/awaits-claimant.ts";
import { caseNoteTypes } from "../domain/case-notes.ts";
import { clockStatuses } from "../domain/claim-clocks.ts";
import {
  agreements,
  claimEventTypes,
  noticeChannels,
  quejaGrounds,
  quejaOutcomes,
  resolutionOutcomes,
  visitOutcomes,
} from "../domain/claim-events.ts";
import { attachmentStates, declarationWays, hearingModes } from "../domain/claim-form.ts";
import { claimStates, clockIds } from "../domain/claim-states.ts";
import { claimTypes } from "../domain/claim-types.ts";
import { termReasons, termUnits } from "../domain/due-dates.ts";
import { documentKinds } from "../domain/issued-documents.ts";
import { owedClocks } from "../domain/late-company.ts";
import { calendarIds } from "../domain/legal-calendar.ts";
import { callResults } from "../domain/note-details.ts";
import { notifiedActs } from "../domain/notified-acts.ts";
import { officeChannels } from "../domain/office-hours.ts";
import { signatureWays } from "../domain/signature.ts";
import { attachment, hearingInstructions, plannedVisit } from "./claim-fields.ts";
import { consumptionRules } from "./consumption-view.ts";
import { externalInspection, internalInspection } from "./inspection-fields.ts";

const nextActors = ["company", "user", "both", "tribunal", "nobody"] as const;
const claimActions = [...claimEventTypes, "answer-offer"] as const;

/** A term: when it ends, how many working days are left (negative once it is over), how it stands. */
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
  /** When the document desk did not work on it: the term moves on. */
  outage: z.object({ from: z.string(), to: z.string() }).optional(),
});

/** A term with every day counted or skipped, and why. */
export const workedClock = clock.extend({ days: z.array(countedDay) });

/** Something to know of a filing before it is sent, or judged: the term it is about, with every day of it. */
const finding = z.object({
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

/** What is known of a filing: it warns or explains, and stops nothing. */
export const findings = z.object({ findings: z.array(finding) });

const receiptInClaim = z.object({ number: z.string(), period: z.string(), m3: z.number(), amount: z.string() });

const entry = z.object({
  seq: z.number(),
  type: z.enum([...claimEventTypes, ...caseNoteTypes]),
  /** What the evidence shows, and when it was written down. */
  effectiveAt: z.string(),
  recordedAt: z.string(),
  by: z.enum(["claimant", "company", "system"]),
  /** Which role of the company. */
  role: z.string().optional(),
  agreement: z.enum(agreements).optional(),
  outcome: z.string().optional(),
  number: z.string().optional(),
  /** How a decision was notified, and who received it. */
  how: z.enum(["acknowledged", "delivered", "refused", "left-under-door", "tacit-notification"]).optional(),
  receiver: z.string().optional(),
  /** Of a delivery that was written down late: what its device told, and who confirmed it. */
  deviceTime: z.string().optional(),
  secondPerson: z.string().optional(),
});

const offer = z.object({
  offerId: z.string(),
  madeAt: z.string(),
  receiptNumber: z.string(),
  m3: z.number(),
  before: z.string(),
  after: z.string(),
  terms: z.string(),
  until: z.string(),
  /** Absent while it waits for an answer. */
  accepted: z.boolean().optional(),
});

const visit = plannedVisit.extend({
  inspector: z.string().optional(),
  outcome: z.enum(visitOutcomes).optional(),
  reportedAt: z.string().optional(),
  /** Its day is over and nobody reported it. */
  missed: z.literal(true).optional(),
});

const officeDocument = z.object({
  documentId: z.string(),
  kind: z.enum(documentKinds),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  at: z.string(),
  /** Sent to signature, and nobody signed it yet. */
  unsigned: z.literal(true).optional(),
});

/** What is decided of each month, and what it is left at. */
export const decidedMonths = z.array(
  z.object({
    receiptNumber: z.string(),
    period: z.string(),
    outcome: z.enum(resolutionOutcomes),
    corrected: z.object({ m3: z.number(), amount: z.string() }).optional(),
  }),
);

const resolution = z.object({
  number: z.string(),
  outcome: z.enum(resolutionOutcomes),
  issuedOn: z.string(),
  signedAt: z.string().optional(),
  notifiedOn: z.string().optional(),
  /** In plain words: what was decided and why. Only once it is notified, for a customer. */
  decision: z.string(),
  reasons: z.string(),
  months: decidedMonths,
  documentId: z.string(),
  /** Material errors put right since: neither its sense nor its amounts. */
  rectified: z.array(z.object({ at: z.string(), says: z.string(), should: z.string() })),
});

/** What filing a queja answers besides the claim. */
export const filedQueja = {
  submissionId: z.string(),
  submissionNumber: z.string(),
  filedAt: z.string(),
  filedOn: z.string(),
};

/** A queja of the claim, who decides it and what came back; while it waits, its term is among the clocks (T20). */
const queja = z.object({
  submissionNumber: z.string(),
  filedAt: z.string(),
  ground: z.enum(quejaGrounds),
  duty: z.string(),
  facts: z.string(),
  forwarded: z.object({ at: z.string(), to: z.enum(["TRASS", "SUPERIOR"]), reference: z.string() }).optional(),
  answer: z.object({ at: z.string(), outcome: z.enum(quejaOutcomes), summary: z.string() }).optional(),
});

/** What anybody who may see a claim sees of it. */
export const claimSummary = z.object({
  claimId: z.string(),
  code: z.string(),
  /** What a staff edit states in `If-Match`. */
  version: z.number(),
  supplyCode: z.string(),
  claimType: z.enum(claimTypes),
  channel: z.enum(officeChannels),
  filedAt: z.string(),
  filedOn: z.string(),
  state: z.enum(claimStates),
  since: z.string(),
  next: z.enum(nextActors),
  /** The term that matters next, if one runs. */
  dueOn: z.string().optional(),
  daysLeft: z.number().optional(),
});

const listedAct = z.object({
  act: z.enum(awaitedActs),
  /** Leaving it costs them something; absent: they may, and the claim goes on without it. */
  asked: z.literal(true).optional(),
  /** The day it takes place, and whether that is today. */
  on: z.string().optional(),
  today: z.literal(true).optional(),
  /** The last day for it, where a term runs, and the working days left. */
  until: z.string().optional(),
  daysLeft: z.number().optional(),
});

/** A claim on its claimant's list, with what waits for them: what is asked first, by its day. */
export const listedClaim = claimSummary.extend({ awaits: z.array(listedAct) });

/** What the company did not do by its day. */
const late = z.object({
  clock: z.enum(owedClocks),
  /** The last day of its term, once over. */
  dueOn: z.string().optional(),
  /** The day it had set for it, and let pass. */
  missedOn: z.string().optional(),
  /** Not notified by then, the claim is granted. */
  grantedAfter: z.string().optional(),
});

/** Another claim of the same type about some of the same months, pending or decided: told, and no reason to refuse. */
const duplicate = z.object({
  claimId: z.string(),
  code: z.string(),
  receipts: z.array(z.string()),
  decided: z.boolean(),
});

export const claimView = claimSummary
  .extend({
    receipts: z.array(receiptInClaim),
    grounds: z.string(),
    supplyAddress: z.string().optional(),
    meterTest: z.boolean().optional(),
    meterTestCostAccepted: z.boolean().optional(),
    leaflet: z.boolean().optional(),
    privacyNoticeRead: z.boolean().optional(),
    declaration: z.object({ how: z.enum(declarationWays), at: z.string(), text: z.string() }).optional(),
    /** Who of the staff typed it, where they did. */
    typedBy: z.string().optional(),
    claimantName: z.string(),
    notifyBy: z.string(),
    owner: z.object({ name: z.string(), extension: z.string() }).optional(),
    clocks: z.array(clock),
    actions: z.array(z.enum(claimActions)),
    /** What waits for the claimant: what is asked first, by its day. */
    awaits: z.array(
      listedAct.extend({
        /** The id of the offer, visit or file, or the key that opens the notice, which is told to who claims alone. */
        about: z.string().optional(),
      }),
    ),
    late: z.array(late),
    /** A decision was sent and its delivery is not recorded: who has it may file a recourse all the same. */
    unnotifiedDecision: z.literal(true).optional(),
    timeline: z.array(entry),
    visits: z.array(visit),
    hearing: hearingInstructions
      .extend({
        /** What whoever asks may still change of it: to which modes, and until which day; their number until its hour. */
        choice: z
          .object({ modes: z.array(z.enum(hearingModes)), until: z.string(), mayChangeMode: z.boolean() })
          .optional(),
      })
      .optional(),
    /** Its visit and its hearing have no day yet, while their terms run: it is told once they have. */
    awaitsAppointments: z.literal(true).optional(),
    offers: z.array(offer),
    attachments: z.array(attachment),
    documents: z.array(officeDocument),
    resolutions: z.array(resolution),
    /** Whether the claimed amount is held from collection and cutting. */
    hold: z.enum(["held", "released"]),
    /** In the QR of the «No cortar»: told to who claims alone. */
    holdKey: z.string().optional(),
    /** The request for attention this claim follows, where it is about a problem. */
    problem: z.object({ problemId: z.string(), code: z.string() }).optional(),
    /** The last first. */
    quejas: z.array(queja),
    /** What was observed and is still to be mended. */
    defects: z.array(z.string()),
    /** The last day to mend it, once its notice took effect. */
    remedyUntil: z.string().optional(),
    /** Their document is not the register's: withdrawal and agreement wait until they show that they may claim. */
    proofAsked: z.literal(true).optional(),
    /** Whether decisions go by e-mail: the claimant agreed, and may stop agreeing. */
    notifyByEmail: z.boolean(),
    /** The head of the hash chain over the history, to compare a copy with. */
    chainHead: z.string(),
    testData: z.boolean(),
  })
  .meta({ id: "Claim" });

/** A claim with the other claims about the same that whoever looks may open. */
export const shownClaim = claimView.extend({ duplicates: z.array(duplicate) });

/** Why a claim waits for its visit and its hearing, and the last day on which they can be given in time. */
export const waitingAppointments = z.object({
  giveBy: z.string(),
  /** A claim about the same. */
  sameAs: z.object({ claimId: z.string(), code: z.string() }).optional(),
  /** How many claims of the same origin it came with, where those are more than take places by themselves. */
  sameDay: z.number().optional(),
});

/** What a filing answers: the cargo in words. */
export const filedClaim = z.object({
  claimId: z.string(),
  code: z.string(),
  filedAt: z.string(),
  filedOn: z.string(),
  supplyCode: z.string(),
  /** Each month, and whether its normal term to claim is over: filed all the same, a person decides. */
  receipts: z.array(z.object({ number: z.string(), period: z.string(), late: z.boolean() })),
  visit: plannedVisit.optional(),
  hearing: hearingInstructions.optional(),
  awaitsAppointments: z.literal(true).optional(),
  notifyBy: z.string(),
  owner: z.object({ name: z.string(), extension: z.string() }).optional(),
  /** Opens the claim without having filed it: told to who claims, never to staff. */
  claimKey: z.string().optional(),
  /** Their document is not the register's: the claim goes on, and they are told what to bring. */
  proofAsked: z.literal(true).optional(),
  duplicates: z.array(duplicate),
});

/** The case file as staff see it: what the claimant sees, and who they are, who did what, and what is inside. */
export const caseView = shownClaim
  .extend({
    /** How a resolution may be signed, the first one offered first. */
    signatureWays: z.array(z.enum(signatureWays)),
    /** Whether its last recourse was filed after the term: who decides it judges that, nobody else. */
    lateRecourse: z.boolean(),
    appointmentsWait: waitingAppointments.optional(),
    /** What there is to know of it as it was filed. */
    findings: z.array(finding),
    /** Staff see at once how each term was counted. */
    clocks: z.array(workedClock),
    claimant: z.object({
      name: z.string(),
      document: z.string(),
      standing: z.string(),
      address: z.string(),
      telephone: z.string().optional(),
      email: z.string().optional(),
      notifyByEmail: z.boolean(),
    }),
    /** How the claimant may confirm what staff write down for them, by how they came, and in a hearing. */
    confirmingWays: z.object({
      telephone: z.array(z.enum(confirmingWays)),
      counter: z.array(z.enum(confirmingWays)),
      "document-desk": z.array(z.enum(confirmingWays)),
      hearing: z.array(z.enum(confirmingWays)),
    }),
    request: z.string(),
    leakCheck: z.string().optional(),
    meterReading: z.number().optional(),
    entries: z.array(
      entry.extend({
        person: z.string().optional(),
        /** What the entry says, in one line of Spanish. */
        text: z.string().optional(),
      }),
    ),
    inspections: z.array(
      plannedVisit.extend({
        inspector: z.string().optional(),
        report: z
          .object({
            outcome: z.enum(visitOutcomes),
            startedAt: z.string(),
            endedAt: z.string().optional(),
            attendedBy: z.string().optional(),
            unsigned: z.string().optional(),
            external: externalInspection,
            internal: internalInspection.optional(),
            observations: z.string(),
            photos: z.array(z.object({ documentId: z.string(), fileName: z.string() })),
          })
          .optional(),
      }),
    ),
    /** The evidence the type asks for, and whether it is there. */
    evidence: z.array(
      z.object({
        item: z.string(),
        name: z.string(),
        status: z.enum(["present", "missing", "not-asked"]),
        /** Of what is missing and not due yet: the day it is planned for, or the last of its term. */
        dueOn: z.string().optional(),
        /** What it shows, or why it does not count, in Spanish. */
        detail: z.string().optional(),
        /** What the office added to prove it. */
        attachments: z
          .array(
            z.object({
              documentId: z.string(),
              fileName: z.string(),
              state: z.enum(attachmentStates),
            }),
          )
          .optional(),
        /** Whether who asks may add to it now. */
        addable: z.boolean(),
        /** Who let a decision go without it, and why; it does not count for a resolution they write or send themselves. */
        override: z.object({ reason: z.string(), person: z.string(), at: z.string() }).optional(),
      }),
    ),
    /** Calls to the claimant that were logged for the hearing, and how many more are needed before an absence. */
    hearingCalls: z.object({
      logged: z.array(z.object({ at: z.string(), number: z.string(), result: z.enum(callResults) })),
      /** Where the claimant may be called. */
      numbers: z.array(z.string()),
      needed: z.number(),
      apartMinutes: z.number(),
    }),
    consumption: consumptionRules.optional(),
    draft: z
      .object({
        outcome: z.enum(resolutionOutcomes),
        decision: z.string(),
        reasons: z.string(),
        months: z.array(
          z.object({
            receiptNumber: z.string(),
            outcome: z.enum(resolutionOutcomes).optional(),
            correctedM3: z.number().optional(),
            departure: z.string().optional(),
          }),
        ),
        savedAt: z.string(),
        by: z.string(),
      })
      .optional(),
    /** A withdrawal waits for the caller to send its acceptance to signature. */
    withdrawalToAccept: z.literal(true).optional(),
    /** What waits for its signature and the caller may return with a reason, besides a resolution. */
    returnable: z.array(z.object({ documentId: z.string(), kind: z.enum(documentKinds), number: z.string() })),
    /** A document signed by hand whose scan waits for whoever looks: another than who signed. */
    signatureToConfirm: z
      .object({
        documentId: z.string(),
        scanId: z.string(),
        kind: z.enum(documentKinds),
        number: z.string(),
        signedOn: z.string(),
      })
      .optional(),
    /** A delivery that was written down late, for who asks to confirm. */
    deliveryToConfirm: z
      .object({ noticeId: z.string(), at: z.string(), person: z.string().optional(), receiver: z.string().optional() })
      .optional(),
    /** How each notice stands, the last first. */
    notices: z.array(
      z.object({
        noticeId: z.string(),
        of: z.enum(["resolution", ...notifiedActs]),
        channel: z.enum(noticeChannels),
        to: z.string(),
        sentAt: z.string(),
        /** E-mail not acknowledged by its last day: from then on it is told in person. */
        fallBackOn: z.string().optional(),
        attempts: z.number(),
        effective: z.boolean(),
      }),
    ),
  })
  .meta({ id: "Case" });
