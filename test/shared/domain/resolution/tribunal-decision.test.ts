import { expect, it } from "vitest";
import { recordTribunal } from "../../../../shared/contract/recourse/recourse-routes.ts";
import { boardOf, countBehind } from "../../../../shared/domain/board/board.ts";
import {
  causeOf,
  isLost,
  resultOfDecision,
  type TribunalDecision,
} from "../../../../shared/domain/resolution/tribunal-decision.ts";

it.each<[TribunalDecision, string, boolean]>([
  [{ outcome: "decided" }, "unstated", false],
  [{ outcome: "decided", inFavourOf: "claimant" }, "reversed", true],
  [{ outcome: "decided", inFavourOf: "company" }, "confirmed", false],
  // The figures decide, whatever was chosen beside them.
  [{ outcome: "decided", inFavourOf: "company", months: [{ outcome: "partly-upheld" }] }, "reversed", true],
  [{ outcome: "decided", inFavourOf: "claimant", months: [{ outcome: "rejected" }] }, "confirmed", false],
  [{ outcome: "silence-declared" }, "silence-declared", true],
  [{ outcome: "back-to-resolution" }, "back-to-resolution", true],
  [{ outcome: "conciliated", months: [{ outcome: "upheld" }] }, "conciliated", false],
  [{ outcome: "inadmissible" }, "inadmissible", false],
])("%j is %s, lost: %s", (decision, result, lost) => {
  expect([resultOfDecision(decision), isLost(decision)]).toEqual([result, lost]);
  expect(causeOf(decision, "evidence")).toBe(
    decision.outcome === "silence-declared" ? "late" : lost ? "evidence" : undefined,
  );
});

const body = { number: "1", receivedAt: "2026-11-23T15:00:00Z", summary: "Algo.", uploadIds: [] };
const faultsOf = (decision: object) =>
  (recordTribunal.body?.safeParse({ ...body, ...decision }).error?.issues ?? []).map(({ path, message }) => [
    path.join("."),
    message,
  ]);

it.each<[object, readonly (readonly string[])[]]>([
  [{ outcome: "decided" }, [["inFavourOf", "Elige a quién le dio la razón."]]],
  [{ outcome: "decided", inFavourOf: "claimant" }, [["cause", "Elige por qué se perdió."]]],
  [{ outcome: "decided", inFavourOf: "company" }, []],
  [{ outcome: "back-to-investigation", termDays: 10 }, [["cause", "Elige por qué se perdió."]]],
  [{ outcome: "silence-declared" }, []],
  [{ outcome: "decided", months: [{ receiptNumber: "S001-1", outcome: "rejected" }] }, []],
  [
    { outcome: "decided", months: [{ receiptNumber: "S001-1", outcome: "rejected", correctedM3: 5 }] },
    [["months", expect.stringContaining("queda como está") as string]],
  ],
  [
    { outcome: "decided", inFavourOf: "claimant", months: [{ receiptNumber: "S001-1", outcome: "rejected" }] },
    [["inFavourOf", expect.stringContaining("dice otra cosa") as string]],
  ],
  [{ outcome: "decided", inFavourOf: "company", months: [{ receiptNumber: "S001-1", outcome: "rejected" }] }, []],
])("%j lacks what it must say", (decision, faults) => {
  expect(faultsOf(decision)).toEqual(faults);
});

it("is counted by its cause, the commonest first, and each opens to its claims", () => {
  const counts = { "tribunal-reversed": 3, "lost-by-evidence": 1, "lost-by-late": 2 };
  expect(boardOf(counts).lostBy).toEqual([
    { cause: "late", count: 2 },
    { cause: "evidence", count: 1 },
  ]);
  const own = { "tribunal-reversed": 1, "lost-by-evidence": 1 };
  expect(countBehind(own, "lost", {})).toBe(1);
  expect(countBehind(own, "lost", { cause: "evidence" })).toBe(1);
  expect(countBehind(own, "lost", { cause: "late" })).toBe(0);
  expect(countBehind({ "tribunal-confirmed": 1 }, "lost", {})).toBe(0);
});
