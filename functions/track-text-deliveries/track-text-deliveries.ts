import * as z from "zod";
import type { NoticeEvents, ReportedOutcome } from "../../shared/storage/notice-events.ts";
import { log } from "../runtime/log.ts";
import { instantOf } from "../runtime/now.ts";

interface TextsDeps {
  readonly noticeEvents: NoticeEvents;
}

/** `2026-11-23 15:01:02.558`, in UTC, as SNS writes when it was given a text. */
const givenAt = z
  .string()
  .transform((text) => `${text.replace(" ", "T")}Z`)
  .pipe(z.iso.datetime());

/** A line of the log of text messages; of the telephone it names nothing is read. */
const delivery = z.object({
  notification: z.object({ messageId: z.string().min(1), timestamp: givenAt }),
  delivery: z.object({ providerResponse: z.string().default(""), dwellTimeMs: z.number().min(0).default(0) }),
  status: z.enum(["SUCCESS", "FAILURE"]),
});

/** Answers of carriers after which another text to that telephone would not come either; all others may pass. */
const lasting = ["Invalid phone number", "blocked list", "opted out", "has blocked SMS"];

/**
 * Tells the queue what became of each text message, by the lines of the provider's log: of its name, its status and what
 * the carrier answered, and nothing else. Whose it is, if anybody's here, who follows the queue finds.
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

/** What a line holds; nothing where it is no JSON: the parser's own words would quote it. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
