import * as z from "zod";
import { rebilledConcepts } from "../../domain/billing/rebilling.ts";
import { defineRoute } from "../route.ts";
import { day } from "../visit/fields.ts";

const exchangeRoles = ["billing", "manager", "administrator"] as const;

/** The commercial system's answer, once it came. */
const acknowledged = z.object({ at: z.string(), reference: z.string() }).optional();

const changed = {
  supplyCode: z.string(),
  receiptNumber: z.string(),
  period: z.string(),
  /** The version of the receipt: grows by one with each change that is reported of it. */
  version: z.number(),
  at: z.string(),
  code: z.string(),
  acknowledged,
};

const holdEntry = z.object({ ...changed, action: z.enum(["set", "released"]) });

const figures = z.object({ m3: z.number(), amount: z.string() });

/** Money as decimal strings. */
const note = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("rebill"),
    before: figures,
    after: figures,
    concepts: z.array(z.object({ concept: z.enum(rebilledConcepts), before: z.string(), after: z.string() })),
  }),
  z.object({ kind: z.literal("credit-note"), base: z.string(), tax: z.string(), amount: z.string() }),
  z.object({ kind: z.literal("refund"), amount: z.string() }),
  z.object({
    kind: z.literal("payable-from"),
    from: z.string(),
    amount: z.string(),
    /** Its monthly parts, if it is paid in parts. */
    instalments: z.array(z.string()).optional(),
  }),
]);

const adjustedEntry = z.object({ ...changed, notes: z.array(note) });

export const listHolds = defineRoute({
  method: "GET",
  path: "/desk/exchange/holds",
  audience: "staff",
  roles: exchangeRoles,
  summary: "Returns the holds set and released on a day, as rows and as that day's `bloqueos_` file.",
  query: z.object({ date: day }),
  status: 200,
  answer: z.object({ fileName: z.string(), csv: z.string(), holds: z.array(holdEntry) }),
  refusals: [],
});

export const listNotes = defineRoute({
  method: "GET",
  path: "/desk/exchange/notes",
  audience: "staff",
  roles: exchangeRoles,
  summary:
    "Returns the re-billings, credit notes, refunds and days from which a receipt is due that were ordered on a day, as rows and as that day's `notas_` file.",
  query: z.object({ date: day }),
  status: 200,
  answer: z.object({ fileName: z.string(), csv: z.string(), receipts: z.array(adjustedEntry) }),
  refusals: [],
});

export const listUnanswered = defineRoute({
  method: "GET",
  path: "/desk/exchange/unanswered",
  audience: "staff",
  roles: exchangeRoles,
  summary:
    "Returns the holds and notes that the commercial system left unacknowledged for longer than it may, the oldest first.",
  status: 200,
  answer: z.object({
    /** The working hours in which the commercial system must answer. */
    answerHours: z.number(),
    unanswered: z.array(
      z.object({ what: z.enum(["hold", "note"]), ...changed, day: z.string(), workingHours: z.number() }),
    ),
  }),
  refusals: [],
});

export const acknowledgeExchange = defineRoute({
  method: "POST",
  path: "/desk/exchange/acknowledgements",
  audience: "staff",
  roles: exchangeRoles,
  summary:
    "Records what the commercial system answered to a day's holds or notes; the first answer stands. If billing records it and everything a decision asks for is answered, the decision is recorded as executed.",
  body: z.strictObject({
    date: day,
    of: z.enum(["holds", "notes"]).default("holds"),
    acknowledgements: z
      .array(
        z.strictObject({
          receiptNumber: z.string().max(40),
          code: z.string().max(40),
          version: z.number().int().min(1),
          reference: z.string().trim().min(1, "Falta la referencia del sistema comercial.").max(60),
        }),
      )
      .min(1, "No hay nada que confirmar.")
      .max(500),
  }),
  status: 200,
  answer: z.object({
    acknowledged: z.number(),
    unknown: z.array(z.object({ receiptNumber: z.string(), code: z.string(), version: z.number() })),
  }),
  refusals: [],
});
