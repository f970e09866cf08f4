import * as z from "zod";
import { documentKinds, printedKinds } from "../../domain/case/issued-documents.ts";
import { defineRoute } from "../route.ts";

const stated = {
  status: z.enum(["confirmed", "assumed", "stand-in"]),
  source: z.string(),
  /** Who confirmed it, and the day; only of what is confirmed. */
  confirmedBy: z.string().optional(),
  confirmedAt: z.string().optional(),
};

export const listValues = defineRoute({
  method: "GET",
  path: "/desk/values",
  audience: "staff",
  roles: ["resolver", "manager", "administrator"],
  summary:
    "Returns every value of the law in force and of the utility, and every template of what it writes, each with its source and whether somebody of the utility confirmed it. Changes nothing.",
  status: 200,
  answer: z.object({
    /** The edition of the law in force today. */
    law: z.string(),
    /** The day since which what nobody confirmed waits for that. */
    openSince: z.string(),
    groups: z.array(
      z.object({ name: z.string(), values: z.array(z.object({ name: z.string(), value: z.string(), ...stated })) }),
    ),
    documents: z.array(z.object({ kind: z.enum([...documentKinds, ...printedKinds]), ...stated })),
    /** Mails and text messages: by the entry of a case, the step of a submission, or the event of an account. */
    notices: z.array(z.object({ of: z.enum(["case", "submission", "account", "frame"]), kind: z.string(), ...stated })),
  }),
  refusals: [],
});
