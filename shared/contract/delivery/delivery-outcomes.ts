import * as z from "zod";
import type { BounceReason } from "../../domain/resolution/notified-acts.ts";

/** The delivery outcomes of a message, as its provider reports them. */
export const outcomes = ["delivered", "delayed", "bounced", "complained"] as const;
export type DeliveryOutcome = (typeof outcomes)[number];

/** The reason of a bounce, by the provider's word for it. */
const bounceReasonOf: Readonly<Record<string, BounceReason>> = {
  Permanent: "permanent",
  Transient: "passing",
  Rejected: "refused",
};

/** A message of the queue `notice-events`: it has no address and no word of what was sent. */
export const deliveryOutcome = z.strictObject({
  became: z.enum(outcomes),
  /** The provider's id of the message. */
  messageId: z.string().min(1).max(200),
  /** When it happened at the provider, brought to milliseconds as all instants are. */
  at: z.iso.datetime().transform((at) => (at.includes(".") ? at : at.replace("Z", ".000Z"))),
  /** Why it bounced; a word of the provider that is not known reads as `unknown`. */
  reason: z
    .string()
    .transform((reason): BounceReason => bounceReasonOf[reason] ?? "unknown")
    .optional(),
});
