import * as z from "zod";
import { caseNoteTypes, documentKinds } from "../domain/case-events.ts";
import { clockStatuses } from "../domain/claim-clocks.ts";
import { agreements, claimEventTypes, claimTypes, resolutionOutcomes, visitOutcomes } from "../domain/claim-events.ts";
import { claimStates, clockIds } from "../domain/claim-states.ts";
import { termReasons } from "../domain/due-dates.ts";
import { officeChannels } from "../domain/office-hours.ts";
import { paper, plannedHearing, plannedVisit } from "./claim-fields.ts";

const nextActors = ["company", "user", "both", "tribunal", "nobody"] as const;
const claimActions = [...claimEventTypes, "answer-offer", "complain"] as const;

/** A term: when it ends, how many working days are left (negative once it is over), how it stands. */
const clock = z.object({
  id: z.enum(clockIds),
  calendar: z.enum(["COMPANY", "USER"]),
  startsOn: z.string(),
  dueDate: z.string(),
  daysLeft: z.number(),
  status: z.enum(clockStatuses),
});

/** A term with every day counted or skipped, and why. */
export const workedClock = clock.extend({
  days: z.array(
    z.object({
      date: z.string(),
      counted: z.boolean(),
      reason: z.union([z.enum(termReasons), z.string()]).optional(),
    }),
  ),
});

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
  how: z.enum(["acknowledged", "delivered", "refused", "left-under-door"]).optional(),
  receiver: z.string().optional(),
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
});

const officeDocument = z.object({
  documentId: z.string(),
  kind: z.enum(documentKinds),
  fileName: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  at: z.string(),
});

const resolution = z.object({
  number: z.string(),
  outcome: z.enum(resolutionOutcomes),
  issuedOn: z.string(),
  signedAt: z.string().optional(),
  notifiedOn: z.string().optional(),
  /** In plain words: what was decided and why. Only once it is notified, for a customer. */
  decision: z.string(),
  reasons: z.string(),
  corrected: z.object({ m3: z.number(), amount: z.string() }).optional(),
  documentId: z.string(),
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

export const claimView = claimSummary.extend({
  receipts: z.array(receiptInClaim),
  grounds: z.string(),
  claimantName: z.string(),
  notifyBy: z.string(),
  owner: z.object({ name: z.string(), extension: z.string() }).optional(),
  clocks: z.array(clock),
  actions: z.array(z.enum(claimActions)),
  timeline: z.array(entry),
  visits: z.array(visit),
  hearing: plannedHearing.optional(),
  offers: z.array(offer),
  papers: z.array(paper),
  documents: z.array(officeDocument),
  resolutions: z.array(resolution),
  /** Whether the claimed amount is held from collection and cutting. */
  hold: z.enum(["held", "released"]),
  /** In the QR of the «No cortar»: told to who claims alone. */
  holdKey: z.string().optional(),
  /** What was observed and is still to be mended. */
  defects: z.array(z.string()),
  /** The head of the hash chain over the history, to compare a copy with. */
  chainHead: z.string(),
  testData: z.boolean(),
});

/** What a filing answers: the cargo in words. */
export const filedClaim = z.object({
  claimId: z.string(),
  code: z.string(),
  filedAt: z.string(),
  filedOn: z.string(),
  supplyCode: z.string(),
  receiptNumber: z.string(),
  visit: plannedVisit.optional(),
  hearing: plannedHearing.optional(),
  notifyBy: z.string(),
  owner: z.object({ name: z.string(), extension: z.string() }).optional(),
  /** Opens the claim without having filed it: told to who claims, never to staff. */
  claimKey: z.string().optional(),
  /** Other claims about the same receipt that are still open, told and not refused. */
  alsoOpen: z.array(z.object({ claimId: z.string(), code: z.string() })),
  /** Whether the normal term to claim this receipt is over: filed all the same, a person decides. */
  late: z.boolean(),
});

/** The case file as staff see it: what the claimant sees, and who they are, who did what, and what is inside. */
export const caseView = claimView.extend({
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
  request: z.string(),
  leakCheck: z.string().optional(),
  meterReading: z.number().optional(),
  meterTest: z.boolean().optional(),
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
          attendedBy: z.string().optional(),
          meterNumber: z.string().optional(),
          reading: z.number().optional(),
          leak: z.string().optional(),
          leakTest: z.object({ before: z.number(), after: z.number(), minutes: z.number() }).optional(),
          leakAtBox: z.boolean(),
          premises: z.string(),
          observations: z.string(),
          photos: z.array(z.object({ documentId: z.string(), fileName: z.string() })),
        })
        .optional(),
    }),
  ),
  /** The evidence the type asks for, and whether it is there. */
  evidence: z.array(
    z.object({ item: z.string(), name: z.string(), status: z.enum(["present", "missing", "not-asked"]) }),
  ),
  draft: z
    .object({
      outcome: z.enum(resolutionOutcomes),
      decision: z.string(),
      reasons: z.string(),
      correctedM3: z.number().optional(),
      savedAt: z.string(),
      by: z.string(),
    })
    .optional(),
  /** How a notice of the decision stands, the last first. */
  notices: z.array(
    z.object({
      noticeId: z.string(),
      channel: z.enum(["email", "personal"]),
      to: z.string(),
      sentAt: z.string(),
      /** E-mail not acknowledged by its last day: it must be taken to the address. */
      fallBackOn: z.string().optional(),
      attempts: z.number(),
      effective: z.boolean(),
    }),
  ),
});
