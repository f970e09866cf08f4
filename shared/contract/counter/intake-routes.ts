import * as z from "zod";
import { connectionStates } from "../../domain/billing/register-file.ts";
import { problemTypes } from "../../domain/case/claim-types.ts";
import { problemStates } from "../../domain/problem/problem.ts";
import { readSoles } from "../../domain/receipt/money.ts";
import { receiptStatuses } from "../../domain/receipt/receipt.ts";
import { categories } from "../../domain/receipt/tariff.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import { caseEdit } from "../case/case-edits.ts";
import { filedClaim, findings, listedClaim, rowSummary } from "../claim/claim-views.ts";
import {
  claimForm,
  claimSoFar,
  idField,
  languageChoice,
  namedReceipts,
  writtenSupplyCode,
} from "../filing/claim-fields.ts";
import { sheet } from "../receipt/receipt-views.ts";
import { defineRoute } from "../route.ts";
import { period } from "../visit/fields.ts";

/** A contact of a supply; `by` is the staff member who attended, and promised what comes next. */
const contactView = z.object({
  contactId: z.string(),
  channel: z.enum(officeChannels),
  at: z.string(),
  by: z.string().optional(),
  question: z.string(),
  answer: z.string(),
  next: z.object({ step: z.string(), on: z.string() }).optional(),
  /** The call that was promised: when it is due, or that it is over. */
  callBack: z.object({ at: z.string(), over: z.boolean() }).optional(),
  /** The link that was sent: when its message left, or that it was refused; neither while it waits. */
  link: z.object({ sentAt: z.string().optional(), refused: z.boolean().optional() }).optional(),
});

export const searchSupplies = defineRoute({
  method: "POST",
  path: "/desk/supply-searches",
  audience: "staff",
  roles: ["operator", "clerk", "analyst", "resolver", "manager"],
  summary:
    "Returns the page of a person who calls about a supply: masked, so that a claim can be taken; whole once they give what the web asks of them (a receipt's number and total, or the holder's document), or for a claim of that supply. A supply that is not on record has an empty page. Each look is logged.",
  body: z
    .strictObject({
      supplyCode: writtenSupplyCode,
      documentNumber: z.string().trim().max(20).optional(),
      receiptNumber: z.string().trim().max(20).optional(),
      /** Total to pay of that receipt, as the caller reads it: "58.90". */
      total: z.string().trim().max(20).optional(),
      /** The claim of that supply on which staff work. */
      claimId: idField("Ese reclamo no existe.").optional(),
      /** The month to explain; absent: the newest. */
      period: period.optional(),
    })
    .refine(({ receiptNumber, total }) => receiptNumber === undefined || total !== undefined, {
      path: ["total"],
      error: "Pídele también el total a pagar de ese recibo.",
    })
    .refine(({ total }) => total === undefined || readSoles(total) !== undefined, {
      path: ["total"],
      error: "Escribe el total en soles, por ejemplo 58.90.",
    }),
  status: 200,
  answer: z.object({
    supplyCode: z.string(),
    shown: z.enum(["masked", "full"]),
    /** Whether the given document is the holder's; absent if none was given. */
    holder: z.enum(["matches", "does-not-match", "not-on-record"]).optional(),
    /**
     * The supply by its newest receipt, or by a newer register; absent if neither has it. `water` and `sewer` only if
     * full and the register has them.
     */
    today: z
      .object({
        category: z.enum(categories),
        useUnits: z.number(),
        asOf: z.string(),
        water: z.enum(connectionStates).optional(),
        sewer: z.enum(connectionStates).optional(),
      })
      .optional(),
    receipts: z.array(
      z.object({
        number: z.string(),
        period: z.string(),
        dueDate: z.string(),
        claimUntil: z.string(),
        /** The three absent while masked. */
        m3: z.number().optional(),
        amount: z.string().optional(),
        status: z.enum(receiptStatuses).optional(),
        /** The month's total as a claim left it, until the receipt is delivered so; absent while masked too. */
        corrected: z.string().optional(),
      }),
    ),
    /** The receipt of the month asked for, as its customer sees it; absent while masked, or if the month has none. */
    explained: sheet.optional(),
    /** How many claims and requests are open; while masked, all that is shown of them. */
    open: z.number(),
    /** The last claims and requests; empty while masked. */
    claims: z.array(rowSummary.extend({ awaits: listedClaim.shape.awaits })),
    problems: z.array(
      z.object({
        problemId: z.string(),
        code: z.string(),
        problemType: z.enum(problemTypes),
        filedAt: z.string(),
        state: z.enum(problemStates),
        until: z.string().optional(),
      }),
    ),
    /** The last contacts, the newest first; empty while masked. */
    contacts: z.array(contactView),
    /** What the newest contact that says so says of the person; absent while masked, or if nobody asked. */
    preferential: z.boolean().optional(),
    /** What was said last of it, in a contact or a claim of the supply; absent while masked, or if nobody asked. */
    languageChoice: languageChoice.optional(),
  }),
  refusals: [],
});

export const checkCalledClaim = defineRoute({
  method: "POST",
  path: "/desk/claims/pre-check",
  audience: "staff",
  roles: ["operator", "clerk"],
  summary:
    "Returns what to know of a claim that staff type for somebody, before it is filed. Writes nothing and blocks nothing.",
  body: claimSoFar.extend({
    supplyCode: writtenSupplyCode,
    channel: z.enum(["telephone", "counter"], { error: "Elige cómo llegó el reclamo." }),
    declaredBy: z.enum(["voice", "signature"], { error: "Elige cómo lo declaró." }).optional(),
  }),
  status: 200,
  answer: findings,
  refusals: [],
});

export const takeClaim = defineRoute({
  method: "POST",
  path: "/desk/claims",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  summary:
    "Files a claim that somebody makes by telephone or at the counter; the history names who typed it. A supply or receipt that does not exist is taken as it is written, for the office to look at.",
  body: claimForm.extend({
    supplyCode: writtenSupplyCode,
    /** Receipts of the supply as the person reads them; none if they have none at hand. */
    receipts: namedReceipts.default([]),
    channel: z.enum(["telephone", "counter"], { error: "Elige cómo llegó el reclamo." }),
    /** How the person declared: aloud, or with their signature; absent if they did not. */
    declaredBy: z.enum(["voice", "signature"], { error: "Elige cómo lo declaró." }).optional(),
  }),
  status: 201,
  answer: filedClaim.extend({
    /** What was observed at filing, which staff say on the call, and the last day to mend it. */
    observed: z.object({ defects: z.array(z.string()), until: z.string().optional() }).optional(),
    /** The last day to undo a consent to e-mail given by telephone: it counts from the day after. */
    notifyByEmailAfter: z.string().optional(),
  }),
  refusals: ["upload-not-found", "not-now"],
});

export const sendCopy = defineRoute({
  ...caseEdit,
  path: "/desk/claims/{claimId}/copy",
  roles: ["operator", "clerk"],
  summary:
    "Records that the copy of a telephone claim's filing was sent by letter; when it goes by mail or text message, that is recorded automatically.",
  body: z.strictObject({ channel: z.enum(["letter"], { error: "Elige cómo se envió." }) }),
  refusals: ["claim-not-found", "not-now"],
});
