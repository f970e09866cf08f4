import * as z from "zod";
import { riskReasons } from "../domain/late-risk.ts";
import { queues } from "../domain/work-list.ts";
import { caseReaders } from "./claim-fields.ts";
import { claimSummary, waitingAppointments } from "./claim-views.ts";
import { page } from "./list-page.ts";
import { defineRoute } from "./route.ts";
export const listWork = defineRoute({
  method: "GET",
  path: "/desk/claims",
  audience: "staff",
  roles: caseReaders,
  summary: "Returns a work list of claims by legal day, the earliest first.",
  query: page.extend({ queue: z.enum(queues, { error: "Esa bandeja no existe." }) }),
  status: 200,
  answer: z.object({
    claims: z.array(
      claimSummary.extend({
        claimantName: z.string(),
        owner: z.string().optional(),
        /** The day of its hearing and what that lacks; absent if it lacks nothing. */
        hearing: z.object({ on: z.string(), lacks: z.enum(["telephone", "link"]) }).optional(),
        /** Whether a file of it waits for its check since more than a day ago, so that the office must look why. */
        attachmentWaits: z.boolean(),
        appointmentsWait: waitingAppointments.optional(),
        /** The list to which it belongs today, which may differ from the list it is found on. */
        queue: z.enum(queues),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

export const listLateRisks = defineRoute({
  method: "GET",
  path: "/desk/late-risks",
  audience: "staff",
  roles: ["manager"],
  summary:
    "Returns the claims whose decision may be notified late, or whose copy is still owed, the earliest last day first, with the reason of each.",
  status: 200,
  answer: z.object({
    claims: z.array(
      claimSummary.extend({
        claimantName: z.string(),
        owner: z.string().optional(),
        reason: z.enum(riskReasons),
        /** The last day to notify; `workingDays`: the working days left until it. */
        notifyBy: z.string(),
        workingDays: z.number(),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: [],
});

export const findNumber = defineRoute({
  method: "GET",
  path: "/desk/numbers/{number}",
  audience: "staff",
  // Not for supervisors: they find what their access covers from the lists.
  roles: caseReaders.filter((role) => role !== "external-supervisor"),
  summary:
    "Returns what a number of the office names, however it is typed: a claim, a request for attention, a submission or an entry of the observation book.",
  params: z.strictObject({ number: z.string().max(40, "Ese número es demasiado largo.") }),
  status: 200,
  answer: z.object({ what: z.enum(["claim", "problem", "submission", "observation"]), id: z.string() }),
  refusals: ["number-not-found"],
});

export const countWork = defineRoute({
  method: "GET",
  path: "/desk/claim-counts",
  audience: "staff",
  roles: caseReaders,
  summary:
    "Returns, for each list, how many claims wait, how many are past their day, and how many end within three working days.",
  status: 200,
  answer: z.object({
    queues: z.array(
      z.object({ queue: z.enum(queues), total: z.number(), overdue: z.number(), soon: z.number(), more: z.boolean() }),
    ),
  }),
  refusals: [],
});
