import { expect, it } from "vitest";
import { leakRuleUse } from "../../../../shared/domain/leak/leak-rule.ts";

const limits = { averageOncePerMonths: 12, averageMaxConsecutiveMonths: 2 };

it.each<[string, string, string[], string[], boolean, string]>([
  ["never used", "2026-10", ["2026-10"], [], true, "2026-10"],
  [
    "the second month of the same event is no second use",
    "2026-10",
    ["2026-09", "2026-10"],
    ["2026-09"],
    true,
    "2026-09",
  ],
  [
    "the third month is over the two",
    "2026-10",
    ["2026-08", "2026-09", "2026-10"],
    ["2026-08", "2026-09"],
    false,
    "2026-08",
  ],
  ["the third month, only one averaged", "2026-10", ["2026-08", "2026-09", "2026-10"], ["2026-09"], true, "2026-08"],
  ["another event eleven months after the first", "2026-10", ["2025-11", "2026-10"], ["2025-11"], false, "2026-10"],
  ["another event twelve months after the first", "2026-10", ["2025-10", "2026-10"], ["2025-10"], true, "2026-10"],
  [
    "the twelve months count from the first month of the earlier event, not from the one averaged",
    "2026-10",
    ["2025-10", "2025-11", "2026-10"],
    ["2025-11"],
    true,
    "2026-10",
  ],
  [
    "and to the first month of the present event, not to the month asked",
    "2026-10",
    ["2025-10", "2026-09", "2026-10"],
    ["2025-10"],
    false,
    "2026-09",
  ],
  ["an earlier event billed by reading was no use", "2026-10", ["2026-03", "2026-10"], [], true, "2026-10"],
  ["the month itself, already averaged, is not counted", "2026-10", ["2026-10"], ["2026-10"], true, "2026-10"],
  ["a month between ends the event", "2026-10", ["2026-08", "2026-10"], ["2026-08"], false, "2026-10"],
  ["over the turn of the year it is one event", "2026-01", ["2025-12", "2026-01"], ["2025-12"], true, "2025-12"],
  ["a later event was not before", "2026-03", ["2026-03", "2026-10"], ["2026-10"], true, "2026-03"],
])("%s", (_, period, atypical, averaged, allowed, eventFrom) => {
  expect(leakRuleUse(period, { atypical, averaged }, limits)).toMatchObject({ allowed, eventFrom });
});

it("explains when it was used before", () => {
  const use = leakRuleUse("2026-10", { atypical: ["2025-11", "2026-10"], averaged: ["2025-11"] }, limits);
  expect(use.explanation).toEqual([
    "El evento de consumos atípicos seguidos empezó en octubre de 2026.",
    "El promedio por esta regla ya se usó en el evento que empezó en noviembre de 2025, hace menos de 12 meses.",
  ]);
});
