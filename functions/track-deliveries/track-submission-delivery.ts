import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { SubmissionRecord } from "../../shared/storage/submission/submissions.ts";
import type { DeliveryDeps, DeliveryOutcome } from "./delivery-deps.ts";

const tries = 6;

/** A message of a submission: the step it was about, and the channel. */
interface SubmissionMessage {
  readonly submissionId: string;
  /** 0 for the notice of its presentation; otherwise its entry, counted from 1. */
  readonly step: number;
  readonly how: "email" | "sms";
}

/**
 * Handles the delivery outcome of a submission's message. If a mail bounced for good or was marked as spam, records
 * that the address is not mailed any more. If the message that started the days to correct bounced by their last day,
 * or another on its channel did for good, records `notice-returned`: the submission is `observed` again, without a last
 * day, even if it lapsed. Does nothing for other outcomes. Throws if other writes come first six times.
 */
export async function trackSubmissionDelivery(
  deps: DeliveryDeps,
  message: SubmissionMessage,
  { became, at, reason }: DeliveryOutcome,
): Promise<void> {
  const isGone = became === "bounced" && reason === "permanent";
  if (message.how === "email" && (isGone || became === "complained"))
    await deps.submissions.returnMail(message.submissionId, { at, why: isGone ? "bounced" : "complained" });
  if (became === "bounced") await undoNotification(deps, message, { at, isGone });
}

interface Returned {
  readonly at: string;
  /** The address receives nothing any more, so no other message arrived there either. */
  readonly isGone: boolean;
}

async function undoNotification(deps: DeliveryDeps, message: SubmissionMessage, returned: Returned): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const submission = await deps.submissions.find(message.submissionId);
    if (!submission || !isTermFromMessage(message, submission, returned)) return;
    const entry = { type: "notice-returned", at: deps.now(), by: "track-deliveries", to: message.how } as const;
    // The sweep may have recorded the lapse first, in the last hour: whoever was not notified loses nothing.
    const step = { entry, set: { state: "observed", remedyBy: undefined } } as const;
    if ((await deps.transact(deps.submissions.step(submission, step))).done) return;
  }
  throw new Error(`others wrote in submission ${message.submissionId} while its notification was undone`);
}

/** Whether the days to remedy it run, or ran out, because of a message that was returned before they were over. */
function isTermFromMessage(
  { step, how }: SubmissionMessage,
  { state, remedyBy, entries }: SubmissionRecord,
  { at, isGone }: Returned,
): boolean {
  if (remedyBy === undefined || (state !== "observed" && state !== "not-presented")) return false;
  const last = entries.findLast(({ type }) => type === "notified" || type === "notice-returned");
  const stepType = entries[step - 1]?.type;
  const isOfIt = isGone || stepType === "observed" || stepType === "notice-returned";
  return last?.type === "notified" && last.to === how && isOfIt && limaDay(at) <= remedyBy;
}
