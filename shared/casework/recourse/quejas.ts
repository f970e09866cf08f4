import type { showClaim } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import type { CaseAt } from "../case/case-at.ts";

type View = AnswerOf<typeof showClaim>["quejas"];

/**
 * Returns the quejas of a case, the last filed first, each with its forwarding and its answer, if any. The first answer
 * is that of the first queja filed, the second that of the second, and so on. Forwardings are matched in the same
 * order, but a queja that was answered before the next forwarding has none.
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
 * Returns the id and number of the submission of the last queja filed in a case, and when it was filed: the instant
 * (`filedAt`) and the legal day (`filedOn`). Throws if the case has no queja.
 */
export function filedQueja({ file }: CaseAt) {
  const filed = lastEntry(file.events, "queja-filed");
  if (!filed) throw new Error(`no queja in claim ${file.head.claimId} after it was filed`);
  const { submissionId, submissionNumber } = filed.details;
  return { submissionId, submissionNumber, filedAt: filed.recordedAt, filedOn: filed.filedOn };
}
