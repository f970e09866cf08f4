import { describe, expect, it } from "vitest";
import {
  type AwaitedAct,
  awaitedOf,
  type ForeseenActs,
  inOrder,
  isAhead,
  isAwaited,
  type ListedAct,
} from "../../shared/domain/case/awaits-claimant.ts";
import type { ClaimEvent } from "../../shared/domain/case/claim-events.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { isWhole } from "../whole.ts";
import { compareAwaited, type Lister, type Namer } from "./model/awaited.ts";

const runs = isWhole ? 150 : 50;
/** So many that each wrong reader differs in one. */
const runsToDiffer = 150;
const always = 20_261_128;
const fresh = Date.now() % 1_000_000;

/** The reader without one act. */
function without(dropped: AwaitedAct): Namer {
  return (...asked) => awaitedOf(...asked).filter(({ act }) => act !== dropped);
}

/** Names an offer on the day after its last day too, if the offer would be answerable. */
const lateOffer: Namer = (claim, law, now, matters) => {
  const isOpen = awaitedOf(claim, law, now, { "answer-offer": [{}] }).some(({ act }) => act === "answer-offer");
  const over = (matters["answer-offer"] ?? []).filter(
    ({ until, since }) => until !== undefined && until < limaDay(now) && (since ?? "") <= now,
  );
  const late = isOpen ? over.map((due) => ({ act: "answer-offer", asked: true, ...due }) as const) : [];
  return [...late, ...awaitedOf(claim, law, now, matters)];
};

/** Names a visit before the instant from which it is awaited. */
const earlyVisit: Namer = (claim, law, now, matters) => {
  const visits = (matters["receive-visit"] ?? []).map(({ since: _, ...visit }) => visit);
  return awaitedOf(claim, law, now, { ...matters, "receive-visit": visits });
};

/** Never names an act again once an event has ended it, even if the act was asked for again later. */
function endedBy(ended: AwaitedAct, isEnd: (event: ClaimEvent) => boolean): Namer {
  return (claim, ...asked) =>
    awaitedOf(claim, ...asked).filter(({ act }) => act !== ended || !claim.history.some(isEnd));
}

/** The acts that the last entry of the claim foresaw for the day of `now`. */
function foreseenFor(awaits: readonly ForeseenActs[], now: string): readonly ListedAct[] {
  return awaits.findLast(({ from }) => from <= limaDay(now))?.acts ?? [];
}

describe("what waits for the claimant, against the model", () => {
  it.each([
    [always, "the same histories in every run"],
    [fresh, "others in each"],
  ])("is all that the model leaves to them, and nothing else, seed %i (%s)", { timeout: 120_000 }, (seed) => {
    expect(compareAwaited({ runs, seed })).toEqual({ runs, differences: [] });
  });

  it.each<[string, Namer]>([
    ["forgets the recourse", without("appeal-filed")],
    ["forgets what may be added", without("claim-extended")],
    ["forgets offers", without("answer-offer")],
    ["forgets notices", without("acknowledge-notice")],
    ["forgets visits", without("receive-visit")],
    ["forgets files", without("send-file")],
    ["forgets the proof of standing", without("prove-standing")],
    ["forgets leaks", without("repair-leak")],
    ["forgets meter tests", without("attend-meter-test")],
    [
      "forgets a leak after another was repaired",
      endedBy("repair-leak", (event) => event.type === "leak-verified" && event.repaired),
    ],
    [
      "forgets a meter test after the result of another",
      endedBy("attend-meter-test", ({ type }) => type === "meter-test-reported"),
    ],
    ["forgets the court", without("go-to-court")],
    [
      "forgets the court after the tribunal's decision",
      endedBy("go-to-court", ({ type }) => type === "tribunal-decided"),
    ],
    ["forgets the court once that is carried out", endedBy("go-to-court", ({ type }) => type === "executed")],
    ["asks to mend what nobody observed", (...asked) => [...awaitedOf(...asked), { act: "remedied" }]],
    ["says an offer after its last day", lateOffer],
    ["says a visit before it begins", earlyVisit],
    ["asks for what is a right", (...asked) => awaitedOf(...asked).map((act) => ({ ...act, asked: true }))],
    ["says last what comes first", (...asked) => awaitedOf(...asked).toReversed()],
    ["says nothing", () => []],
  ])("differs from a reader that %s", { timeout: 120_000 }, (_, name) => {
    expect(compareAwaited({ runs: runsToDiffer, seed: always, name, isEnough: true }).differences).not.toEqual([]);
  });

  it.each<[string, Lister]>([
    ["keeps what is over", ({ awaits = [] }) => awaits[0]?.acts ?? []],
    [
      "says what has not begun",
      ({ awaits = [] }, now) =>
        inOrder(
          foreseenFor(awaits, now).filter((act) => isAhead(act, limaDay(now))),
          limaDay(now),
        ),
    ],
    [
      "keeps the order of the day it was written",
      ({ awaits = [] }, now) => foreseenFor(awaits, now).filter((act) => isAwaited(act, now)),
    ],
  ])("differs from a list that %s", { timeout: 120_000 }, (_, list) => {
    expect(compareAwaited({ runs: runsToDiffer, seed: always, list, isEnough: true }).differences).not.toEqual([]);
  });
});
