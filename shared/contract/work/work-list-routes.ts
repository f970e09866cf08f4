import * as z from "zod";
import { riskReasons } from "../../domain/board/late-risk.ts";
import {
  fewestDigits,
  fewestLetters,
  isNameTyped,
  isSearchable,
  searchReasons,
  searchWays,
} from "../../domain/counter/search-terms.ts";
import { queues } from "../../domain/work/work-list.ts";
import { rowSummary, waitingAppointments } from "../claim/claim-views.ts";
import { caseReaders, idField, words } from "../filing/claim-fields.ts";
import { page } from "../list-page.ts";
import { defineRoute } from "../route.ts";
import { period } from "../visit/fields.ts";

const aQueue = `(${queues.join("|")})`;

export const listWork = defineRoute({
  method: "GET",
  path: "/desk/claims",
  audience: "staff",
  roles: caseReaders,
  summary:
    "Returns one or more work lists of claims as one: by what is lost or is due first, or an owner after the other.",
  query: page.extend({
    /** The names of lists, with commas between them. */
    queue: z
      .string({ error: "Elige una bandeja." })
      .regex(new RegExp(`^${aQueue}(,${aQueue}){0,10}$`), "Esa bandeja no existe."),
    /** Only the claims of one owner: `me` is the caller, anything else a member of staff by account. */
    owner: idField("Elige de quién son los reclamos.").optional(),
    order: z.enum(["day", "owner"], { error: "Elige en qué orden van." }).default("day"),
  }),
  status: 200,
  answer: z.object({
    claims: z.array(
      rowSummary.extend({
        claimantName: z.string(),
        owner: z.string().optional(),
        /** Somebody gave it to its owner, who has recorded nothing in it since. */
        isNew: z.boolean(),
        /** What its receipts add up to as billed; absent for a claim about no receipt. */
        amount: z.string().optional(),
        /** The days since it was filed, Sundays and holidays included. */
        ageDays: z.number(),
        /** The day of its hearing and what that lacks; absent if it lacks nothing. */
        hearing: z.object({ on: z.string(), lacks: z.enum(["telephone", "link"]) }).optional(),
        /** The day of its hearing, once every visit has its acta and the hearing comes next. */
        hearingNext: z.string().optional(),
        /** The day of its hearing, if the claimant accepted an offer that the hearing's acta is to record. */
        acceptedFor: z.string().optional(),
        /** Whether a file of it waits for its check since more than a day ago, so that the office must look why. */
        attachmentWaits: z.boolean(),
        appointmentsWait: waitingAppointments.optional(),
        /** Of a signed decision on the list of what is to be notified: what its notice still lacks. */
        noticeLacks: z.enum(riskReasons).optional(),
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
    "Returns the claims whose decision may be notified late, or whose copy is still owed, what is lost first on top, with the reason of each.",
  status: 200,
  answer: z.object({
    claims: z.array(
      rowSummary.extend({
        claimantName: z.string(),
        owner: z.string().optional(),
        reason: z.enum(riskReasons),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: [],
});

export const search = defineRoute({
  method: "POST",
  path: "/desk/searches",
  audience: "staff",
  // Not for supervisors: they find what their access covers from the lists.
  roles: caseReaders.filter((role) => role !== "external-supervisor"),
  summary:
    "Finds supplies, what was filed and promised calls by a number or its last four digits or more, a document, a telephone, or the beginnings of words of a name; ten at most, with initials instead of names. Each search is logged without what was typed.",
  body: z
    .strictObject({
      text: words("Escribe qué buscas.", 80).refine(isSearchable, {
        error: `Escribe al menos ${fewestDigits} números, o ${fewestLetters} letras de un nombre, sin números. Por dirección o correo no se busca.`,
      }),
      reason: z.enum(searchReasons, { error: "Elige para qué buscas por nombre." }).optional(),
    })
    .refine(({ text, reason }) => !isNameTyped(text) || reason !== undefined, {
      path: ["reason"],
      error: "Di para qué buscas por nombre: queda anotado.",
    }),
  status: 200,
  answer: z.object({
    found: z.array(
      z.object({
        what: z.enum(["supply", "claim", "problem", "submission", "observation", "call-back"]),
        id: z.string(),
        /** The supply's code or the number of the office, as people read it; of a call about no supply, empty. */
        number: z.string(),
        initials: z.string(),
        /** Of a supply in the register. */
        locality: z.string().optional(),
        /** The receipt by which the supply was found. */
        receiptNumber: z.string().optional(),
        /** It was found by a telephone that another replaced since. */
        former: z.literal(true).optional(),
        /** Of a promised call: when it is due, and whether it was made or given up. */
        at: z.string().optional(),
        over: z.boolean().optional(),
      }),
    ),
    /** Whether more was found than is shown. */
    more: z.boolean(),
  }),
  refusals: [],
});

export const listSearches = defineRoute({
  method: "GET",
  path: "/desk/searches",
  audience: "staff",
  roles: ["manager", "administrator", "external-supervisor"],
  summary:
    "Returns who searched or looked at a supply in a month, when, how, why, and what they were shown, the last first.",
  query: page.extend({ month: period }),
  status: 200,
  answer: z.object({
    searches: z.array(
      z.object({
        at: z.string(),
        /** The name in the staff register; absent for somebody who is not in it. */
        name: z.string().optional(),
        how: z.enum(searchWays),
        reason: z.enum(searchReasons).optional(),
        shown: z.array(z.string()),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

const queueCount = z.object({
  queue: z.enum(queues),
  total: z.number(),
  overdue: z.number(),
  soon: z.number(),
});

export const countWork = defineRoute({
  method: "GET",
  path: "/desk/claim-counts",
  audience: "staff",
  roles: caseReaders,
  summary:
    "Returns, for each list, how many claims wait, how many are past their day, and how many end within three working days; and the same of the caller's own claims.",
  status: 200,
  answer: z.object({ queues: z.array(queueCount), mine: z.array(queueCount) }),
  refusals: [],
});
