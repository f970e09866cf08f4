import * as z from "zod";
import { messageKeyOf } from "./case/claim-keys.ts";

const messagePlace = z.union([
  z.object({ claimId: z.string(), seq: z.number() }),
  z.object({ submissionId: z.string(), step: z.number(), how: z.enum(["email", "sms"]) }),
  z.object({ sub: z.string() }),
]);
/**
 * What a message was sent for: an entry of a case, a step of a submission with the way it was sent, or an account by
 * itself.
 */
export type MessagePlace = z.output<typeof messagePlace>;

/** A recipient may report a mail as spam months later. */
const messageDays = 365;

/** Returns what a stored item says that a message was sent for. Throws if it says nothing of a message. */
export function messagePlaceOf(item: unknown): MessagePlace {
  return messagePlace.parse(item);
}

/** Returns the item that says for a year, from `now` on, what a message was sent for. */
export function messageItem(messageId: string, place: MessagePlace, now: string): Record<string, unknown> {
  return {
    ...messageKeyOf(messageId),
    ...place,
    expiresAt: Math.floor(Date.parse(now) / 1000) + messageDays * 86_400,
  };
}
