import * as z from "zod";
import { caseNoteTypes } from "../../domain/case/case-notes.ts";
import { claimEventTypes } from "../../domain/case/claim-events.ts";
import { bounceReasons } from "../../domain/resolution/notified-acts.ts";
import { caseReaders, claimParams, idField } from "../filing/claim-fields.ts";
import { defineRoute } from "../route.ts";

const sentNotice = z
  .object({
    /** The number of the entry whose notice it is; `of`: the type of that entry. */
    seq: z.number(),
    of: z.enum([...claimEventTypes, ...caseNoteTypes]),
    channel: z.enum(["email", "sms"]),
    /** The address or number, masked. */
    to: z.string().optional(),
    subject: z.string(),
    /** The hash of its text in the evidence; absent if it was sent before texts were kept there. */
    sha256: z.string().optional(),
    /** The provider's id of it. */
    messageId: z.string().optional(),
    sentAt: z.string(),
    /** When it reached its addressee's server or carrier: no proof that anybody read it. */
    deliveredAt: z.string().optional(),
    delayedAt: z.string().optional(),
    bouncedAt: z.string().optional(),
    bounce: z.enum(bounceReasons).optional(),
    /** When its addressee marked it as spam. */
    complainedAt: z.string().optional(),
    acknowledgedAt: z.string().optional(),
  })
  .meta({ id: "SentNotice" });

export const listSentNotices = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/sent-notices",
  audience: "staff",
  roles: [...caseReaders],
  summary:
    "Returns what was sent to the claimant by mail or text message, the last first, with the delivery outcome of each.",
  params: claimParams,
  status: 200,
  answer: z.object({ sent: z.array(sentNotice) }),
  refusals: ["claim-not-found"],
});

export const showSentNotice = defineRoute({
  method: "GET",
  path: "/desk/claims/{claimId}/sent-notices/{seq}",
  audience: "staff",
  roles: [...caseReaders],
  summary: "Returns a sent message word for word, without the keys and codes in it.",
  params: claimParams.extend({ seq: idField("Ese aviso no existe.") }),
  status: 200,
  answer: sentNotice.extend({ text: z.string() }),
  refusals: ["claim-not-found", "notice-not-found"],
});
