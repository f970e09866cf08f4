import * as z from "zod";
import type { BounceReason } from "../domain/notified-acts.ts";

/** What became of something sent, as its provider tells it. */
export const outcomes = ["delivered", "delayed", "bounced", "complained"] as const;
export type DeliveryOutcome = (typeof outcomes)[number];

/** The provider's words for why something did not come. */
const bounceReasonOf: Readonly<Record<string, BounceReason>> = {
  Permanent: "permanent",
  Transient: "passing",
  Rejected: "refused",
};

/** A message of the queue `notice-events`: names and instants, no address and no word of what was sent. */
export const deliveryOutcome = z.strictObject({
  became: z.enum(outcomes),
  /** The provider's name of what was sent. */
  messageId: z.string().min(1).max(200),
  /** When it happened there; to the millisecond, as all instants of ours. */
  at: z.iso.datetime().transform((at) => (at.includes(".") ? at : at.replace("Z", ".000Z"))),
  /** Of what bounced. */
  reason: z
    .string()
    .transform((reason): BounceReason => bounceReasonOf[reason] ?? "unknown")
    .optional(),
});
