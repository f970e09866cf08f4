import { describe, expect, it } from "vitest";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import { bounceOf, isDeadAddress, sentNotices } from "../../../../shared/domain/notice/sent-notices.ts";

type Entry = readonly [type: CaseEvent["type"], details: object, hour?: string];

/** Entries of a case on one day, each at its hour (10 by default). */
function caseOf(...entries: readonly Entry[]): readonly CaseEvent[] {
  return entries.map(([type, details, hour = "10"], index) => {
    const instant = `2026-08-25T${hour}:00:00.000Z`;
    return { type, details, seq: index + 1, effectiveAt: instant, recordedAt: instant };
  }) as readonly object[] as readonly CaseEvent[];
}

const outcome = (messageId: string, more: object = {}) => ({
  seq: 1,
  channel: "email",
  to: "ana@example.com",
  messageId,
  ...more,
});
const hours = (events: readonly CaseEvent[]) =>
  sentNotices(events).map(({ sent, of, deliveredAt, delayedAt, bounced, complainedAt, acknowledgedAt }) => [
    sent.seq,
    of.seq,
    ...[deliveredAt, delayedAt, bounced?.effectiveAt, complainedAt, acknowledgedAt].map((at) => at?.slice(11, 13)),
  ]);
const none = undefined;

describe("the delivery outcome of a notice", () => {
  it.each<[string, readonly Entry[], readonly unknown[]]>([
    [
      "nothing is known",
      [
        ["claim-filed", {}],
        ["notice-sent", outcome("m1")],
      ],
      [[2, 1, none, none, none, none, none]],
    ],
    [
      "every report of its provider, in any order",
      [
        ["claim-filed", {}],
        ["notice-delivered", outcome("m1"), "13"],
        ["notice-sent", outcome("m1")],
        ["notice-complained", outcome("m1"), "16"],
        ["notice-bounced", outcome("m1"), "15"],
        ["notice-delayed", outcome("m1"), "14"],
      ],
      [[3, 1, "13", "14", "15", "16", none]],
    ],
    [
      "of two, each has its own",
      [
        ["claim-filed", {}],
        ["notice-sent", outcome("m1")],
        ["notice-sent", outcome("m2")],
        ["notice-delivered", outcome("m2"), "13"],
        ["notice-bounced", outcome("m1"), "15"],
      ],
      [
        [2, 1, none, none, "15", none, none],
        [3, 1, "13", none, none, none, none],
      ],
    ],
    ["a notice about an entry that does not exist is left out", [["notice-sent", outcome("m1", { seq: 9 })]], []],
    [
      "its addressee acknowledged it",
      [
        ["notice-dispatched", { noticeId: "n1" }],
        ["notice-sent", outcome("m1")],
        ["notice-acknowledged", { noticeId: "n2" }, "12"],
        ["notice-acknowledged", { noticeId: "n1" }, "17"],
      ],
      [[2, 1, none, none, none, none, "17"]],
    ],
    [
      "a resolution that was acknowledged",
      [
        ["resolution-dispatched", { noticeId: "n1" }],
        ["notice-sent", outcome("m1")],
        ["resolution-notified", { noticeId: "n1", how: "acknowledged" }, "18"],
      ],
      [[2, 1, none, none, none, none, "18"]],
    ],
    [
      "a resolution that was handed over is acknowledged by nobody",
      [
        ["resolution-dispatched", { noticeId: "n1" }],
        ["notice-sent", outcome("m1")],
        ["resolution-notified", { noticeId: "n1", how: "delivered" }, "18"],
      ],
      [[2, 1, none, none, none, none, none]],
    ],
    [
      "what was said before it was sent is of another",
      [
        ["notice-acknowledged", { noticeId: "n1" }, "08"],
        ["notice-dispatched", { noticeId: "n1" }],
        ["notice-sent", outcome("m1", { seq: 2 })],
      ],
      [[3, 2, none, none, none, none, none]],
    ],
  ])("%s", (_, entries, expected) => {
    expect(hours(caseOf(...entries))).toEqual(expected);
  });
});

it("finds a bounce by the entry its notice is about", () => {
  const events = caseOf(
    ["claim-filed", {}],
    ["notice-bounced", outcome("m1")],
    ["notice-delayed", outcome("m2", { seq: 2 })],
  );
  expect(bounceOf(events, 1)?.seq).toBe(2);
  expect(bounceOf(events, 2)).toBeUndefined();
});

it.each<[object, boolean, string]>([
  [{ reason: "permanent" }, true, "its server said that there is none such"],
  [{ reason: "passing" }, false, "it was full"],
  [{ reason: "permanent", channel: "sms", to: "999000001" }, false, "a telephone"],
  [{ reason: "permanent", to: "eva@example.com" }, false, "another's"],
])("mail that bounced as %j ends an address: %s (%s)", (more, dead) => {
  const events = caseOf(["claim-filed", {}], ["notice-sent", outcome("m1")], ["notice-bounced", outcome("m1", more)]);
  expect(isDeadAddress(events, "ana@example.com")).toBe(dead);
});

it("a text message that bounced permanently ends its telephone", () => {
  const back = outcome("m1", { reason: "permanent", channel: "sms", to: "999000001" });
  expect(isDeadAddress(caseOf(["claim-filed", {}], ["notice-bounced", back]), "999000001")).toBe(true);
});
