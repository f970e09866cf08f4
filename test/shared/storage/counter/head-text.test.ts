import { describe, expect, it } from "vitest";
import type { LateRisk } from "../../../../shared/domain/board/late-risk.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import type { Forecast } from "../../../../shared/domain/work/work-list.ts";
import {
  awaitsOf,
  awaitsTexts,
  ownerOf,
  ownerText,
  receiptOf,
  receiptText,
  riskOf,
  riskText,
  stepsOf,
  stepTexts,
  storedTexts,
} from "../../../../shared/storage/counter/head-text.ts";

const day = calendarDay;
const filed = { state: "filed", since: day("2026-11-23"), queue: "admission", calendar: "COMPANY" } as const;
const steps: readonly Forecast[] = [
  { ...filed, from: day("2026-11-23"), dueOn: day("2026-11-30") },
  { ...filed, from: day("2026-12-01"), dueOn: day("2026-12-23") },
  { from: day("2026-12-24"), state: "withdrawn", since: day("2026-12-24"), queue: "over" },
  { ...filed, from: day("2027-01-09"), dueOn: day("2027-01-15") },
];
const risk: LateRisk = {
  clock: "T10",
  endsOn: day("2027-01-15"),
  lastDay: day("2027-01-14"),
  from: day("2026-12-31"),
  reason: "not-signed",
};

describe("a head's texts", () => {
  it("say each step once, and what a step has like the one before not again", () => {
    expect(stepTexts(steps)).toEqual([
      "2026-11-23 filed 2026-11-23 admission 2026-11-30 COMPANY",
      "2026-12-01 = = = 2026-12-23 =",
      "2026-12-24 withdrawn 2026-12-24 over - -",
      "2027-01-09 filed 2026-11-23 admission 2027-01-15 COMPANY",
    ]);
    expect(stepsOf(stepTexts(steps))).toEqual(steps);
    expect(stepsOf(stepTexts([]))).toEqual([]);
    const [first, second] = steps.map((step) => ({ ...step, metaOf: "admit" as const, metaOn: day("2026-11-27") }));
    const targeted = [first!, second!, steps[2]!];
    expect(stepTexts(targeted).slice(1)).toEqual([
      "2026-12-01 = = = 2026-12-23 = = =",
      "2026-12-24 withdrawn 2026-12-24 over - -",
    ]);
    expect(stepsOf(stepTexts(targeted))).toEqual(targeted);
  });

  it.each<[string, NonNullable<Parameters<typeof awaitsTexts>[0]>]>([
    ["2026-11-23", [{ from: day("2026-11-23"), acts: [] }]],
    [
      "2026-11-23 receive-visit!@2026-11-26 claim-extended<2026-12-01",
      [
        {
          from: day("2026-11-23"),
          acts: [
            { act: "receive-visit", asked: true, on: day("2026-11-26") },
            { act: "claim-extended", until: day("2026-12-01") },
          ],
        },
      ],
    ],
    [
      "2026-11-23 attend-hearing!@2026-12-23>2026-11-23T15:00:00.000Z",
      [
        {
          from: day("2026-11-23"),
          acts: [{ act: "attend-hearing", asked: true, on: day("2026-12-23"), since: "2026-11-23T15:00:00.000Z" }],
        },
      ],
    ],
  ] as never)("say the awaited acts: %s", (text, awaits) => {
    expect(awaitsTexts(awaits)).toEqual([text]);
    expect(awaitsOf([text])).toEqual(awaits);
  });

  it("say a risk", () => {
    expect(riskText(risk)).toBe("T10 2027-01-15 2027-01-14 2026-12-31 not-signed");
    expect(riskOf(riskText(risk) ?? "")).toEqual(risk);
    expect([riskText(undefined), awaitsTexts(undefined)]).toEqual([undefined, undefined]);
  });

  it("are read beside what was stored before there were texts", () => {
    expect(storedTexts.steps.parse(stepTexts(steps))).toEqual(steps);
    expect(storedTexts.steps.parse(steps)).toEqual(steps);
    expect(storedTexts.risk.parse({ ...risk })).toEqual(risk);
    expect(() => storedTexts.steps.parse([7])).toThrow();
  });
});

it("an owner and a receipt are one text each", () => {
  const owner = { sub: "analyst-1", extension: "101", name: "Rosa Quispe Mamani" };
  expect(ownerText(owner)).toBe("analyst-1 101 Rosa Quispe Mamani");
  expect(ownerOf(ownerText(owner) ?? "")).toEqual(owner);
  const written = { sub: "analyst-1", extension: "", name: " Rosa\nQuispe" };
  expect(ownerOf(ownerText(written) ?? "")).toEqual(written);
  expect(ownerText(undefined)).toBeUndefined();
  const receipt = { number: "S001-00045001", period: "2026-10" };
  expect(receiptText(receipt)).toBe("S001-00045001 2026-10");
  expect(receiptOf(receiptText(receipt))).toEqual(receipt);
});
