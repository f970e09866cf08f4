import * as z from "zod";
import { staffRoles } from "../domain/people.ts";
import { defineRoute } from "./route.ts";

export const showMe = defineRoute({
  method: "GET",
  path: "/desk/me",
  audience: "staff",
  // Not for supervisors: they are not of the office, and each of their requests is logged as a look at a claim.
  roles: staffRoles.filter((role) => role !== "external-supervisor"),
  summary: "Returns the caller as the register of the office's staff has them; without a name, if it does not.",
  status: 200,
  answer: z.object({
    name: z.string().optional(),
    /** How many open claims they own. */
    openClaims: z.number(),
  }),
  refusals: [],
});
