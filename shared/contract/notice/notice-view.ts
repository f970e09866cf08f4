import * as z from "zod";
import { noticeChannels } from "../../domain/case/claim-events.ts";
import { notifiedActs } from "../../domain/resolution/notified-acts.ts";

/** How a notice to a claimant stands, as staff read it. */
export const noticeView = z.object({
  noticeId: z.string(),
  of: z.enum(["resolution", ...notifiedActs]),
  channel: z.enum(noticeChannels),
  to: z.string(),
  sentAt: z.string(),
  /** The day from which an e-mail that is not acknowledged must be notified in person. */
  fallBackOn: z.string().optional(),
  attempts: z.number(),
  effective: z.boolean(),
  /** While it is to be handed over at the address; `inspector`: who does, if somebody was given it. */
  toHandOver: z.object({ inspector: z.string().optional() }).optional(),
});
