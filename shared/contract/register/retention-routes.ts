import * as z from "zod";
import { retainedThings } from "../../domain/register/retention.ts";
import { defineRoute } from "../route.ts";

export const listRetention = defineRoute({
  method: "GET",
  path: "/desk/retention",
  audience: "staff",
  roles: ["manager", "administrator"],
  summary:
    "Returns how long each thing is kept and why, and what is past its time, up to 50 of each, the oldest first. Deletes nothing.",
  status: 200,
  answer: z.object({
    rules: z.array(
      z.object({
        what: z.enum(retainedThings),
        keep: z.union([z.object({ years: z.number() }), z.object({ days: z.number() })]),
        from: z.enum(["over", "presented", "attended", "opened", "saved", "sent"]),
        why: z.string(),
        /**
         * What began before this day is past its time; absent for what expires by itself and so is not listed.
         */
        keptSince: z.string().optional(),
        past: z.array(z.object({ id: z.string(), code: z.string(), since: z.string() })),
      }),
    ),
  }),
  refusals: [],
});
