import { reportsOf } from "../../shared/casework/case/awaited-facts.ts";
import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import type { AppealResult, CountedClaim, Timeliness } from "../../shared/domain/board/counted-claim.ts";
import { type CaseEvent, type CaseEventOf, entriesOf } from "../../shared/domain/case/case-events.ts";
import { claimTypeOf } from "../../shared/domain/case/claim.ts";
import type { ClockId } from "../../shared/domain/case/claim-states.ts";
import { addCents } from "../../shared/domain/receipt/money.ts";
import { resultOfDecision } from "../../shared/domain/resolution/tribunal-decision.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { type ClockRun, clockRuns } from "../../shared/domain/term/clock-runs.ts";
import { correctionsOf, isSilent } from "./register-row.ts";

/**
 * Returns how the first run of a clock stands at `now`: ended `in-time` or `late`; while it runs, `pending` through its
 * last day and `late` after it. `not-owed` if the clock never ran, or the claim is `withdrawn` or `not-filed`.
 */
function timeliness({ claim, now }: CaseAt, runs: readonly ClockRun[], id: ClockId): Timeliness {
  if (claim.state === "withdrawn" || claim.state === "not-filed") return "not-owed";
  const first = runs.find(({ clock }) => clock === id);
  if (!first) return "not-owed";
  const { dueDate, endedOn } = first;
  if (endedOn !== undefined) return endedOn <= dueDate ? "in-time" : "late";
  return limaDay(now) > dueDate ? "late" : "pending";
}

function resultOf(decided: CaseEventOf<"tribunal-decided">): AppealResult {
  const result = resultOfDecision({ ...decided.details, outcome: decided.outcome });
  switch (result) {
    case "silence-declared":
      return "reversed";
    case "back-to-investigation":
    case "back-to-resolution":
      return "sent-back";
    default:
      return result;
  }
}

/**
 * Returns the outcome of a claim's last appeal: the tribunal's last decision since then, or `waiting` if there is none.
 * `undefined` if the claim has no appeal.
 */
function appealOf(events: readonly CaseEvent[]): AppealResult | undefined {
  const appealed = events.findLastIndex(
    (event) => event.type === "appeal-filed" || (event.type === "recourse-reclassified" && event.as === "appeal"),
  );
  if (appealed < 0) return undefined;
  const decided = entriesOf(events.slice(appealed), "tribunal-decided").at(-1);
  return decided ? resultOf(decided) : "waiting";
}

/**
 * Returns the facts of a claim that the figures are counted from, whatever month they happened in. `resolved` and
 * `notified` are `in-time` or `late` by the day of the act or, until it comes, `pending` through the last day of its
 * first term and then `late`. They are `not-owed` if the term never ran or the claim was withdrawn or deemed not filed;
 * `notified` also after a total agreement. `at` must come from `caseAsOf`, which leaves out later entries.
 */
export function countedClaim(at: CaseAt): CountedClaim {
  const { file, filing, claim, law, now } = at;
  const { events, head } = file;
  const runs = clockRuns(events, law, now);
  const held = entriesOf(events, "conciliation-held");
  const reports = reportsOf(events);
  const corrections = correctionsOf(at);
  const signed = entriesOf(events, "resolution-signed")[0];
  const issued = signed && entriesOf(events, "resolution-issued").findLast(({ seq }) => seq < signed.seq);
  return {
    claimId: head.claimId,
    code: head.code,
    type: claimTypeOf(claim.history) ?? filing.claimType,
    channel: filing.channel,
    isFiled: claim.state !== "not-filed",
    resolved: timeliness(at, runs, "T08"),
    // A full agreement ends the claim, so no decision is left to be notified.
    notified: held.some(({ agreement }) => agreement === "total") ? "not-owed" : timeliness(at, runs, "T10"),
    isSilent: isSilent(at),
    isHeard: held.length > 0,
    isConciliated: held.some(({ agreement }) => agreement === "total"),
    ...(issued && { outcome: issued.outcome }),
    appeal: appealOf(events),
    visits: reports.length,
    frustrated: reports.filter(({ outcome }) => outcome === "absent" || outcome === "opposed").length,
    rebilledM3: corrections.reduce((sum, { m3 }) => sum + m3, 0),
    rebilled: addCents(...corrections.map(({ amount }) => amount)),
  };
}
