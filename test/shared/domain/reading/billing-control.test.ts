import { describe, expect, it } from "vitest";
import { controlCheck, findingWords, gotIn } from "../../../../shared/domain/reading/billing-control.ts";
import type { BillingControl } from "../../../../shared/domain/reading/control-file.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

type Visit = NonNullable<BillingControl["inspection"]>;
type Notice = NonNullable<BillingControl["notice"]>;

const notice: Notice = { on: "2026-10-21", at: "09:00", means: "PERSONAL" };
const visit: Visit = { on: "2026-10-23", hours: "09:00-11:00", outcome: "REALIZADA", leak: "NO_VISIBLE" };

function control(notice: Notice | undefined, inspection: Visit | undefined): BillingControl {
  return { branchCode: "01", supplyCode: "00012348", period: "2026-10", notice, inspection, billedBy: "L" };
}

const law = { noticeHours: 48, issuedOn: calendarDay("2026-10-31") };

describe("the control before billing of October, issued on the 31st", () => {
  it.each<[string, BillingControl | undefined, boolean, readonly string[]]>([
    ["nothing on record is skipped", undefined, false, ["no-record"]],
    ["a notice without a visit is skipped", control(notice, undefined), false, ["no-inspection"]],
    ["exactly 48 hours are enough", control(notice, visit), true, []],
    [
      "a minute less is short, but who got in saw it",
      control({ ...notice, at: "09:01" }, visit),
      true,
      ["short-notice"],
    ],
    ["no notice, but who got in saw it", control(undefined, visit), true, ["no-notice"]],
    [
      "absent with 48 hours is held against them",
      control(notice, { ...visit, outcome: "AUSENTE", leak: undefined }),
      true,
      [],
    ],
    ["opposed too", control(notice, { ...visit, outcome: "IMPEDIDA", leak: undefined }), true, []],
    [
      "absent with 47 hours and 59 minutes is not",
      control({ ...notice, at: "09:01" }, { ...visit, outcome: "AUSENTE", leak: undefined }),
      false,
      ["short-notice"],
    ],
    [
      "opposed without a notice is not",
      control(undefined, { ...visit, outcome: "IMPEDIDA", leak: undefined }),
      false,
      ["no-notice"],
    ],
    ["a part of the inside is enough", control(notice, { ...visit, outcome: "PARCIAL" }), true, []],
    ["the day of the issue is still before it", control(notice, { ...visit, on: "2026-10-31" }), true, []],
    ["the day after is not", control(notice, { ...visit, on: "2026-11-01" }), false, ["after-issue"]],
    [
      "two flaws are both reported",
      control(undefined, { ...visit, on: "2026-11-01" }),
      false,
      ["after-issue", "no-notice"],
    ],
    [
      "a visit the day before its notice is short",
      control(notice, { ...visit, on: "2026-10-20" }),
      true,
      ["short-notice"],
    ],
  ])("%s", (_, given, done, flaws) => {
    const check = controlCheck(given, law);
    expect([check.done, check.flaws]).toEqual([done, flaws]);
  });

  it("takes the hours of notice from the law: 24 are enough if it says 24", () => {
    const day = control({ ...notice, on: "2026-10-22" }, visit);
    expect(controlCheck(day, law).flaws).toEqual(["short-notice"]);
    expect(controlCheck(day, { ...law, noticeHours: 24 }).flaws).toEqual([]);
  });

  it("explains that it is not on record", () => {
    expect(controlCheck(undefined, law).explanation).toEqual([
      "No consta el control de calidad que la empresa debía hacer antes de emitir el recibo.",
      "Por eso el control previo al recibo se tiene por no hecho.",
    ]);
  });

  it("explains what it found", () => {
    expect(controlCheck(control(notice, visit), law)).toMatchObject({
      inspection: { on: "2026-10-23", outcome: "whole", leak: "non-visible" },
      explanation: [
        "El control previo al recibo se hizo: en la inspección del 23 de octubre de 2026, de 09:00 a 11:00, se encontró una fuga no visible.",
      ],
    });
  });
});

it.each([
  ["whole", "none", true, "no se encontró fuga"],
  ["whole", undefined, true, "no se anotó si había fuga"],
  ["partial", "visible", true, "se encontró una fuga visible"],
  ["absent", undefined, false, "no había nadie que dejara entrar"],
  ["opposed", undefined, false, "no se permitió entrar"],
] as const)("a visit %s, got in $2: $3", (outcome, leak, inside, words) => {
  expect(gotIn(outcome)).toBe(inside);
  expect(findingWords({ on: calendarDay("2026-10-23"), outcome, leak })).toBe(words);
});
