import * as z from "zod";
import { day } from "./fields.ts";
import { defineRoute } from "./route.ts";

const exchangeRoles = ["billing", "manager", "administrator"] as const;

const holdEntry = z.object({
  supplyCode: z.string(),
  receiptNumber: z.string(),
  period: z.string(),
  /** Grows by one with each change of the same hold. */
  version: z.number(),
  action: z.enum(["set", "released"]),
  at: z.string(),
  code: z.string(),
  /** What the commercial system answered, once it did. */
  acknowledged: z.object({ at: z.string(), reference: z.string() }).optional(),
});

export const listHolds = defineRoute({
  method: "GET",
  path: "/desk/exchange/holds",
  audience: "staff",
  roles: exchangeRoles,
  summary: "Holds set and released on a day: what its `bloqueos_` file says.",
  query: z.object({ date: day }),
  status: 200,
  answer: z.object({ fileName: z.string(), csv: z.string(), holds: z.array(holdEntry) }),
  refusals: [],
});

export const acknowledgeHolds = defineRoute({
  method: "POST",
  path: "/desk/exchange/acknowledgements",
  audience: "staff",
  roles: exchangeRoles,
  summary: "What the commercial system answered to a day's holds; what it answered before changes nothing.",
  body: z.strictObject({
    date: day,
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
