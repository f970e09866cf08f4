import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { SubmissionRecord } from "../../shared/storage/submissions.ts";
import type { DeliveryDeps, DeliveryOutcome } from "./delivery-deps.ts";

const tries = 6;

/** A message of a submission: the step it told, and the way it went. */
interface SubmissionMessage {
  readonly submissionId: string;
  readonly step: number;
  readonly how: "email" | "sms";
}

/**
 * Of a submission's messages is kept that no more mail may go to its address, and which told nobody: one that comes back before
 * the days to mend an observation are over takes its telling back, and its person is told otherwise. The rest is seen where
 * it was filed.
 */
export async function trackSubmissionDelivery(
  deps: DeliveryDeps,
  message: SubmissionMessage,
  { became, at, reason }: DeliveryOutcome,
): Promise<void> {
  const isGone = became === "bounced" && reason === "permanent";
  if (message.how === "email" && (isGone || became === "complained"))
    await deps.submissions.returnMail(message.submissionId, { at, why: isGone ? "bounced" : "complained" });
  if (became === "bounced") await takeBack(deps, message, { at, isGone });
}

interface Returned {
  readonly at: string;
  /** Where nothing arrives any more: what was told there by another message did not come either. */
  readonly isGone: boolean;
}

async function takeBack(deps: DeliveryDeps, message: SubmissionMessage, returned: Returned): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const submission = await deps.submissions.find(message.submissionId);
    if (!submission || !stoodOn(message, submission, returned)) return;
    const entry = { type: "notice-returned", at: deps.now(), by: "track-deliveries", to: message.how } as const;
    // The sweep may have been first, at the last hour: who was told of nothing lost nothing.
    const step = { entry, set: { state: "observed", remedyBy: undefined } } as const;
    if ((await deps.transact(deps.submissions.step(submission, step))).done) return;
  }
  throw new Error(`others wrote in filing ${message.submissionId} while its telling was taken back`);
}

/** Whether the days to mend it run, or ran out, by a message that came back before they were over. */
function stoodOn(
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
