import * as z from "zod";
import { boardNumbers } from "../../domain/board/board.ts";
import { attendedMatters, lossCauses, mostDays, resolvedResults } from "../../domain/board/office-totals.ts";
import { claimTypes } from "../../domain/case/claim-types.ts";
import { attentionMatters } from "../../domain/counter/attention.ts";
import { tribunalResults } from "../../domain/resolution/tribunal-decision.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import { defineRoute } from "../route.ts";
import { period } from "../visit/fields.ts";

const roles = ["manager"] as const;

const channel = z.enum(officeChannels);
const count = z.number();
const days = z.coerce.number({ error: "Escribe cuántos días." }).int().min(0).max(mostDays).optional();
const split = z.object({
  total: z.number(),
  byChannel: z.array(z.object({ channel, count })),
  byType: z.array(z.object({ type: z.enum(claimTypes), count })),
});

export const showBoard = defineRoute({
  method: "GET",
  path: "/desk/board",
  audience: "staff",
  roles,
  summary:
    "Returns the numbers of a month as they stand: people attended, claims filed and resolved, silences, withdrawals, visits, the tribunal's decisions; and the silences that are near.",
  query: z.object({ month: period }),
  status: 200,
  answer: z.object({
    month: z.string(),
    /** When something was last counted; absent if nothing ever was. */
    at: z.string().optional(),
    attended: z.array(z.object({ matter: z.enum(attendedMatters), channel, count })),
    filed: split,
    resolved: split.extend({
      byResult: z.array(z.object({ result: z.enum(resolvedResults), count })),
      inTerm: z.number(),
      byDays: z.array(z.object({ days: z.number(), count })),
      medianDays: z.number().optional(),
    }),
    silences: z.number(),
    silencesOfReconsiderations: z.number(),
    withdrawn: z.number(),
    visits: z.number(),
    frustrated: z.number(),
    tribunal: z.array(z.object({ result: z.enum(tribunalResults), count })),
    /** Why appeals were lost, the commonest cause first. */
    lostBy: z.array(z.object({ cause: z.enum(lossCauses), count })),
    /**
     * Of claims not notified yet, whatever the month: terms that ended, and those that end from today through `until`.
     */
    ahead: z.object({ ended: z.number(), soon: z.number(), until: z.string() }),
  }),
  refusals: [],
});

export const listBoardCases = defineRoute({
  method: "GET",
  path: "/desk/board/cases",
  audience: "staff",
  roles,
  summary:
    "Returns the claims behind a number of a month's board, those filed in that month first and then those of the months before; a page looks through 40 claims and may hold none of them.",
  query: z.object({
    month: period,
    number: z.enum(boardNumbers, { error: "Elige una cifra del tablero." }),
    channel: z.enum(officeChannels, { error: "Elige un canal." }).optional(),
    type: z.enum(claimTypes, { error: "Elige un tipo de reclamo." }).optional(),
    result: z.enum([...resolvedResults, ...tribunalResults], { error: "Elige un resultado." }).optional(),
    cause: z.enum(lossCauses, { error: "Elige una causa." }).optional(),
    daysFrom: days,
    daysTo: days,
    cursor: z.string().max(120, "Esa página no existe.").optional(),
  }),
  status: 200,
  answer: z.object({
    month: z.string(),
    /** The month of filing that was looked through last. */
    through: z.string(),
    cases: z.array(
      z.object({
        claimId: z.string(),
        code: z.string(),
        filedOn: z.string(),
        claimType: z.enum(claimTypes),
        /** How often the claim counts in the number: twice if it had two visits, or two decisions of the tribunal. */
        count,
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});

export const listAttended = defineRoute({
  method: "GET",
  path: "/desk/board/attended",
  audience: "staff",
  roles,
  summary:
    "Returns those attended in a month, matter after matter: a page looks through 40 of one matter and may hold none of the channel that was asked for.",
  query: z.object({
    month: period,
    matter: z.enum(attendedMatters, { error: "Elige un asunto." }).optional(),
    channel: z.enum(officeChannels, { error: "Elige un canal." }).optional(),
    cursor: z.string().max(120, "Esa página no existe.").optional(),
  }),
  status: 200,
  answer: z.object({
    month: z.string(),
    attended: z.array(
      z.object({
        matter: z.enum(attendedMatters),
        id: z.string(),
        /** The day it bears as filed or entered; of a contact, its day in Lima. */
        on: z.string(),
        channel,
        /** Absent of a contact, which is nobody's case. */
        code: z.string().optional(),
        /** What a claim or a request for attention is about. */
        claimType: z.enum(claimTypes).optional(),
        /** What a contact was about. */
        contact: z.enum(attentionMatters).optional(),
      }),
    ),
    cursor: z.string().optional(),
  }),
  refusals: ["malformed-cursor"],
});
