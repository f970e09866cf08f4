import * as z from "zod";
import type { NoticeEvents, ReportedOutcome } from "../../shared/storage/notice/notice-events.ts";
import { log } from "../runtime/log.ts";
import { instantOf } from "../runtime/now.ts";

interface TextsDeps {
  readonly noticeEvents: NoticeEvents;
}

/** When SNS was given a text, in UTC, as it writes it: `2026-11-23 15:01:02.558`. */
const givenAt = z
  .string()
  .transform((text) => `${text.replace(" ", "T")}Z`)
  .pipe(z.iso.datetime());

/** A line of the log of text messages; the telephone number in it is not read. */
const delivery = z.object({
  notification: z.object({ messageId: z.string().min(1), timestamp: givenAt }),
  delivery: z.object({ providerResponse: z.string().default(""), dwellTimeMs: z.number().min(0).default(0) }),
  status: z.enum(["SUCCESS", "FAILURE"]),
});

/** Answers of carriers after which no other text to that number would arrive either; all others may pass. */
const lasting = ["Invalid phone number", "blocked list", "opted out", "has blocked SMS"];

/**
 * Reads the log lines of the provider of text messages and queues the delivery outcome of each, in their order: the
 * message's id, when it was delivered or failed, and whether its number receives nothing any more. If a line is no
 * delivery outcome, logs `not-a-delivery` without its text. Does not check that the message is the office's.
 */
export const trackTextDeliveries =
  ({ noticeEvents }: TextsDeps) =>
  async (lines: readonly string[]): Promise<void> => {
    for (const line of lines) {
      const outcome = outcomeOf(line);
      if (outcome) await noticeEvents.send(outcome);
      else log("warn", "not-a-delivery");
    }
  };

function outcomeOf(line: string): ReportedOutcome | undefined {
  const read = delivery.safeParse(jsonOf(line));
  if (!read.success) return undefined;
  const { notification, delivery: how, status } = read.data;
  const { messageId } = notification;
  const at = instantOf((Date.parse(notification.timestamp) + how.dwellTimeMs) / 1000);
  if (status === "SUCCESS") return { became: "delivered", messageId, at };
  const isLasting = lasting.some((words) => how.providerResponse.includes(words));
  return { became: "bounced", messageId, at, reason: isLasting ? "Permanent" : "Transient" };
}

/** Parses a line; `undefined` where it is no JSON, since the parser's own message would quote it. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
