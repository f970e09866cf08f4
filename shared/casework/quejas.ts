import type { showClaim } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../domain/case-events.ts";
import type { CaseAt } from "./case-at.ts";

type View = AnswerOf<typeof showClaim>["quejas"];

/**
 * Returns the quejas of a case, the last filed first, each with its forwarding and answer. Both are matched by order:
 * quejas are forwarded and answered in the order they were filed. A queja answered without being forwarded has no
 * forwarding; the next one in order gets it.
 */
export function quejasOf(events: readonly CaseEvent[]): View {
  const forwardings = entriesOf(events, "queja-forwarded");
  const answers = entriesOf(events, "queja-answered");
  let forwardedSoFar = 0;
  return entriesOf(events, "queja-filed")
    .map(({ ground, recordedAt, details: { submissionNumber, duty, facts } }, index) => {
      const answer = answers[index];
      const forwarding = forwardings[forwardedSoFar];
      // A queja answered without being forwarded leaves the forwarding to the next one.
      const forwarded = forwarding && (!answer || forwarding.seq < answer.seq) ? forwarding : undefined;
      if (forwarded) forwardedSoFar += 1;
      return {
        submissionNumber,
        filedAt: recordedAt,
        ground,
        duty,
        facts,
        ...(forwarded && {
          forwarded: { at: forwarded.effectiveAt, to: forwarded.details.to, reference: forwarded.details.reference },
        }),
        ...(answer && {
          answer: { at: answer.effectiveAt, outcome: answer.outcome, summary: answer.details.summary },
        }),
      };
    })
    .reverse();
}

/** Returns the quejas of a case that have no answer yet, the first filed first. */
export function waitingIn(events: readonly CaseEvent[]): View {
  return quejasOf(events)
    .filter(({ answer }) => !answer)
    .reverse();
}

/**
 * Returns what the API answers when a queja was filed, besides the claim: number and id of its submission, and when it
 * was filed. Reads the last `queja-filed` of the case. Throws if there is none.
 */
export function filedQueja({ file }: CaseAt) {
  const filed = lastEntry(file.events, "queja-filed");
  if (!filed) throw new Error(`no queja in claim ${file.head.claimId} after it was filed`);
  const { submissionId, submissionNumber } = filed.details;
  return { submissionId, submissionNumber, filedAt: filed.recordedAt, filedOn: filed.filedOn };
}
