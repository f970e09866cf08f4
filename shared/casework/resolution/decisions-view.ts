import type { showDecision } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { entriesOf } from "../../domain/case/case-events.ts";
import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import type { PrintedPart } from "../../domain/case/issued-documents.ts";
import { reasonsWith } from "../../domain/resolution/resolution-answers.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { workingOf } from "../../domain/term/claim-clocks.ts";
import { workingDaysUntil } from "../../domain/term/due-dates.ts";
import { decidedMonthsView, replacedBy, tribunalView } from "../board/decided-since.ts";
import type { CaseAt } from "../case/case-at.ts";
import { issuedResolutions } from "./issued-resolutions.ts";

type View = AnswerOf<typeof showDecision>;
type Parts = NonNullable<View["decisions"][number]["text"]>;

/**
 * Returns the decisions of a claim that were notified, the last one first; empty if none was. Each has its text as it
 * was printed, if the case has that text, and its rectifications. `recourse` is present only if the claim's state
 * allows a recourse and the last day for it has not passed.
 */
export function decisionsView(at: CaseAt): View {
  const { head, events } = at.file;
  return {
    claimId: head.claimId,
    code: head.code,
    decisions: issuedResolutions(at)
      .flatMap(({ issued: { seq, number, outcome, effectiveAt, details }, notifiedOn, documentId }) => {
        if (notifiedOn === undefined) return [];
        const { decision, months, text } = details;
        const reasons = reasonsWith(details.reasons, details.answers);
        const own = { number, outcome, issuedOn: limaDay(effectiveAt), notifiedOn, decision, reasons, documentId };
        const rectified = entriesOf(events, "rectified")
          .filter((one) => one.details.of === number)
          .map(({ recordedAt, details: { says, should } }) => ({ at: recordedAt, says, should }));
        const since = { months: decidedMonthsView(months), rectified, ...replacedBy(at, seq) };
        return [{ ...own, ...since, ...(text && { text: partsOf(text) }) }];
      })
      .toReversed(),
    ...tribunalView(at),
    ...recourseOf(at),
  };
}

function recourseOf({ claim, law, now }: CaseAt): Pick<View, "recourse"> {
  const allowed = allowedEvents(claim.state);
  if (!allowed.includes("reconsideration-filed") && !allowed.includes("appeal-filed")) return {};
  const working = workingOf("T11", claim, law);
  const today = limaDay(now);
  if (!working || working.dueDate < today) return {};
  const { dueDate: until } = working;
  return { recourse: { until, daysLeft: workingDaysUntil(today, until, law.calendars.USER) } };
}

/** Returns a copy of the printed text of a document, in the types of an API answer. */
export function partsOf(text: readonly PrintedPart[]): Parts {
  return text.map((part) => {
    if ("items" in part) return { items: [...part.items] };
    if ("lines" in part) return { lines: part.lines.map(([label, value]) => [label, value]) };
    if ("table" in part) return { table: { head: [...part.table.head], rows: part.table.rows.map((row) => [...row]) } };
    return part;
  });
}
