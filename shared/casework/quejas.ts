import type { showClaim } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../domain/case-events.ts";
import type { CaseAt } from "./case-at.ts";

type View = AnswerOf<typeof showClaim>["quejas"];

/**
 * Quejas of a case, the last first. They are sent on, and answered, in the order filed: no queja passes another.
 */
export function quejasOf(events: readonly CaseEvent[]): View {
  const sent = entriesOf(events, "queja-forwarded");
  const answers = entriesOf(events, "queja-answered");
  let sentSoFar = 0;
  return entriesOf(events, "queja-filed")
    .map(({ ground, recordedAt, details: { submissionNumber, duty, facts } }, index) => {
      const answer = answers[index];
      const forwarding = sent[sentSoFar];
      // What was answered without having been sent leaves its place to the next.
      const forwarded = forwarding && (!answer || forwarding.seq < answer.seq) ? forwarding : undefined;
      if (forwarded) sentSoFar += 1;
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

/** The quejas nobody answered, the first filed first. */
export function waitingIn(events: readonly CaseEvent[]): View {
  return quejasOf(events)
    .filter(({ answer }) => !answer)
    .reverse();
}

/** What the filing of a queja answers besides the claim. Throws for a claim that has none. */
export function filedQueja({ file }: CaseAt) {
  const filed = lastEntry(file.events, "queja-filed");
  if (!filed) throw new Error(`no queja in claim ${file.head.claimId} after it was filed`);
  const { submissionId, submissionNumber } = filed.details;
  return { submissionId, submissionNumber, filedAt: filed.recordedAt, filedOn: filed.filedOn };
}
