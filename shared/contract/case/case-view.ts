import * as z from "zod";
import { visitOutcomes } from "../../domain/case/claim-events.ts";
import { evidenceStatuses } from "../../domain/case/fact-details.ts";
import { documentKinds } from "../../domain/case/issued-documents.ts";
import { callResults } from "../../domain/case/note-details.ts";
import { confirmingWays } from "../../domain/counter/act-on-behalf.ts";
import { attachmentStates } from "../../domain/filing/claim-form.ts";
import { signatureWays } from "../../domain/resolution/signature.ts";
import { captureKinds, foundCauses, signingWays } from "../../domain/visit/inspection.ts";
import { timelineEntry } from "../case-copy/timeline-entry.ts";
import { daysOwed, finding, shownClaim, waitingAppointments, workedClock } from "../claim/claim-views.ts";
import { handedOver, plannedVisit } from "../filing/claim-fields.ts";
import { draftingView, draftView } from "../filing/draft-views.ts";
import { noticeView } from "../notice/notice-view.ts";
import { consumptionRules } from "../receipt/consumption-view.ts";
import { withdrawalView } from "../resolution/withdrawal-view.ts";
import { copyByPost } from "../visit/copy-fields.ts";
import { externalInspection, internalInspection } from "../visit/inspection-fields.ts";

/**
 * The case file as staff see it: what the claimant sees, and also who they are, who did what, and the internal record.
 */
export const caseView = shownClaim
  .extend({
    days: daysOwed,
    /** The ways in which a resolution may be signed, in the order they are offered. */
    signatureWays: z.array(z.enum(signatureWays)),
    /** Whether its last recourse was filed after its term: only whoever decides the recourse judges that. */
    lateRecourse: z.boolean(),
    appointmentsWait: waitingAppointments.optional(),
    /** It was filed without an account, and nobody answered at its contact, nor looked at it. */
    contactWaits: z.literal(true).optional(),
    handedOver: handedOver.optional(),
    /** Receipts that its claimant wrote without an account, and that are none of the supply's. */
    unknownReceipts: z.array(z.object({ number: z.string(), period: z.string() })).optional(),
    findings: z.array(finding),
    /** Each term with its days, for staff to see how it was counted. */
    clocks: z.array(workedClock),
    claimant: z.object({
      name: z.string(),
      document: z.string(),
      standing: z.string(),
      address: z.string(),
      telephone: z.string().optional(),
      email: z.string().optional(),
      notifyByEmail: z.boolean(),
      /** The telephone is somebody else's. */
      borrowed: z.literal(true).optional(),
    }),
    /** How the claimant may confirm what staff record for them, by intake channel, and in a hearing. */
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
      timelineEntry.extend({
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
            causes: z.array(z.enum(foundCauses)),
            signing: z.object({ how: z.enum(signingWays), by: z.string().optional() }).optional(),
            observations: z.string(),
            /** What is to be cleared up of it, in Spanish sentences. */
            doubts: z.array(z.string()),
            photos: z.array(
              z.object({
                documentId: z.string(),
                fileName: z.string(),
                kind: z.enum(captureKinds),
                /** When the inspector's device says it was made. */
                takenAt: z.string().optional(),
              }),
            ),
          })
          .optional(),
      }),
    ),
    /** The evidence that the type of the claim asks for. */
    evidence: z.array(
      z.object({
        item: z.string(),
        name: z.string(),
        status: z.enum(evidenceStatuses),
        /** For what is missing and not due yet: the day it is planned for, or the last day of its term. */
        dueOn: z.string().optional(),
        /** What the evidence shows, or why it does not count, in Spanish. */
        detail: z.string().optional(),
        /** The files the office added to prove it. */
        attachments: z
          .array(
            z.object({
              documentId: z.string(),
              fileName: z.string(),
              state: z.enum(attachmentStates),
            }),
          )
          .optional(),
        /** Whether the caller may add to it now. */
        addable: z.boolean(),
        /**
         * Who lets the decision go without it, and why; does not count for a resolution that the same person writes or
         * sends.
         */
        override: z.object({ reason: z.string(), person: z.string(), at: z.string() }).optional(),
      }),
    ),
    /** Calls to the claimant logged for the hearing; `needed`: how many an absence takes in all. */
    hearingCalls: z.object({
      logged: z.array(z.object({ at: z.string(), number: z.string(), result: z.enum(callResults) })),
      /** The numbers at which the claimant may be called. */
      numbers: z.array(z.string()),
      needed: z.number(),
      apartMinutes: z.number(),
      /** The instant until which a missing claimant is waited for; absent without a hearing. */
      waitedUntil: z.string().optional(),
    }),
    consumption: consumptionRules.optional(),
    draft: draftView.optional(),
    /** What was wrong with the resolution that waits for its signature, and why another person let it go. */
    letGo: z.array(z.object({ text: z.string(), override: z.string() })).optional(),
    /** What who conciliates keeps for themselves; nobody who decides or signs is shown it. */
    conciliation: z
      .object({ margin: z.string(), proposal: z.string(), savedAt: z.string(), by: z.string() })
      .optional(),
    /** Present while the claim's state allows a resolution to be written. */
    drafting: draftingView.optional(),
    /** A withdrawal was asked for, and the caller may send its acceptance to signature. */
    withdrawalToAccept: z.literal(true).optional(),
    /** The withdrawal that was asked for, until it is accepted or undone. */
    withdrawal: withdrawalView.optional(),
    /** Documents that wait for a signature and that the caller may return with a reason; never a resolution. */
    returnable: z.array(z.object({ documentId: z.string(), kind: z.enum(documentKinds), number: z.string() })),
    /** A document signed by hand, if the caller may confirm its scan: never the person who signed. */
    signatureToConfirm: z
      .object({
        documentId: z.string(),
        scanId: z.string(),
        kind: z.enum(documentKinds),
        number: z.string(),
        signedOn: z.string(),
      })
      .optional(),
    /** A delivery recorded late, if the caller may confirm it: never the person who recorded it. */
    deliveryToConfirm: z
      .object({ noticeId: z.string(), at: z.string(), person: z.string().optional(), receiver: z.string().optional() })
      .optional(),
    /** The copies that go by post, posted ones too. */
    copiesByPost: z.array(copyByPost).optional(),
    /** How each notice stands, the last one first. */
    notices: z.array(noticeView),
  })
  .meta({ id: "Case" });
