import * as z from "zod";
import { connectionStates } from "../domain/register-file.ts";
import { categories } from "../domain/tariff.ts";
import { caseEdit } from "./case-edits.ts";
import { claimForm, claimSoFar, words } from "./claim-fields.ts";
import { claimSummary, filedClaim, findings } from "./claim-views.ts";
import { defineRoute } from "./route.ts";

export const searchSupplies = defineRoute({
  method: "POST",
  path: "/desk/supply-searches",
  audience: "staff",
  roles: ["operator", "clerk", "analyst", "manager"],
  summary:
    "Returns a supply by its code, with thirteen months of receipts and its claims; of its holder, only whether a given document is theirs.",
  body: z.strictObject({
    supplyCode: words("Escribe el código de suministro.", 20),
    documentNumber: z.string().trim().max(20).optional(),
  }),
  status: 200,
  answer: z.object({
    supplyCode: z.string(),
    /** Whether the given document is the holder's; absent if none was given. */
    holder: z.enum(["matches", "does-not-match", "not-on-record"]).optional(),
    /** The supply by its newest receipt, or by a newer register; `water` and `sewer` only if the register has them. */
    today: z.object({
      category: z.enum(categories),
      useUnits: z.number(),
      asOf: z.string(),
      water: z.enum(connectionStates).optional(),
      sewer: z.enum(connectionStates).optional(),
    }),
    receipts: z.array(
      z.object({
        number: z.string(),
        period: z.string(),
        m3: z.number(),
        amount: z.string(),
        dueDate: z.string(),
        status: z.string(),
        claimUntil: z.string(),
      }),
    ),
    claims: z.array(claimSummary),
  }),
  refusals: ["supply-not-found"],
});

export const checkCalledClaim = defineRoute({
  method: "POST",
  path: "/desk/claims/pre-check",
  audience: "staff",
  roles: ["operator", "clerk"],
  summary:
    "Returns what to know of a claim that staff type for somebody, before it is filed. Writes nothing and blocks nothing.",
  body: claimSoFar.extend({
    supplyCode: words("Escribe el código de suministro.", 20),
    channel: z.enum(["telephone", "counter"], { error: "Elige cómo llegó el reclamo." }),
    declaredBy: z.enum(["voice", "signature"], { error: "Elige cómo lo declaró." }).optional(),
  }),
  status: 200,
  answer: findings,
  refusals: ["receipt-not-found"],
});

export const takeClaim = defineRoute({
  method: "POST",
  path: "/desk/claims",
  audience: "staff",
  roles: ["operator", "clerk"],
  once: true,
  summary: "Files a claim that somebody makes by telephone or at the counter; the history names who typed it.",
  body: claimForm.extend({
    supplyCode: words("Escribe el código de suministro.", 20),
    channel: z.enum(["telephone", "counter"], { error: "Elige cómo llegó el reclamo." }),
    /** How the person declared: aloud, or with their signature; absent if they did not. */
    declaredBy: z.enum(["voice", "signature"], { error: "Elige cómo lo declaró." }).optional(),
  }),
  status: 201,
  answer: filedClaim.extend({
    /** What was observed at filing, which staff say on the call, and the last day to mend it. */
    observed: z.object({ defects: z.array(z.string()), until: z.string().optional() }).optional(),
  }),
  refusals: ["supply-not-found", "receipt-not-found", "upload-not-found", "not-now"],
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
