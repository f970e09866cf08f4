import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meterTestResults, visitOutcomes } from "../../../../shared/domain/case/claim-events.ts";
import type { RepairCheck, RepairStatus } from "../../../../shared/domain/leak/leak-repair.ts";
import type { ControlCheck } from "../../../../shared/domain/reading/billing-control.ts";
import {
  departFrom,
  type OutcomeFacts,
  type OutcomeLaw,
  type OutcomeReason,
  outcomeOf,
  outcomesOf,
  type Regime,
} from "../../../../shared/domain/receipt/consumption-outcome.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

const law: OutcomeLaw = { averageOncePerMonths: 12, averageMaxConsecutiveMonths: 2, noLeakOutcome: "AVERAGE" };
const on = calendarDay("2026-10-23");

const control = (
  outcome: "whole" | "partial" | "absent" | "opposed",
  leak?: "none" | "visible" | "non-visible",
): ControlCheck => ({ done: true, flaws: [], inspection: { on, outcome, leak }, explanation: ["El control."] });
const skipped: ControlCheck = { done: false, flaws: ["no-record"], explanation: ["No consta."] };
const repair = (status: RepairStatus): RepairCheck => ({ status, explanation: ["La reparación."] });

/** Example 4 with a leak that was found and repaired in time. */
const example4: OutcomeFacts = {
  period: "2026-10",
  billedM3: 62,
  measuredM3: 62,
  atypical: true,
  averageM3: 15,
  assignmentM3: 20,
  control: control("whole", "non-visible"),
  repair: repair("repaired-in-time"),
  atypicalMonths: ["2026-10"],
  averagedMonths: [],
};

/** The rule that a resolution cites for what it decides. */
const ruleOf: Partial<Record<OutcomeReason, RegExp>> = {
  "visible-leak": /Una fuga visible se factura por diferencia de lecturas\./,
  "leak-open": /que no se reparó y verificó en su plazo se factura por diferencia de lecturas\./,
  absent: /Sin poder revisar por dentro, se factura por diferencia de lecturas\./,
  opposed: /Sin poder revisar por dentro, se factura por diferencia de lecturas\./,
  "average-used-up": /Ya no cabe el promedio: se factura por diferencia de lecturas\./,
  "control-skipped": /Sin ese control, un consumo atípico se factura por el promedio histórico\./,
  "not-atypical":
    /la lectura se sostiene: se factura por|se corrigió: la diferencia de lecturas es (18|70) m³ y se facturaron 62 m³/,
};

describe("the outcome table, on example 4: 62 m³ read, average 15, assignment 20", () => {
  type Row = [string, Partial<OutcomeFacts>, Regime, OutcomeReason, number | undefined, "upheld" | "rejected"];
  it.each<Row>([
    ["visible leak", { control: control("whole", "visible") }, "READING_DIFFERENCE", "visible-leak", 62, "rejected"],
    ["non-visible, repaired and verified in time", {}, "AVERAGE", "leak-repaired", 15, "upheld"],
    ["non-visible, never required", { repair: repair("not-required") }, "AVERAGE", "repair-not-required", 15, "upheld"],
    [
      "non-visible, its term runs",
      { repair: repair("awaiting-repair") },
      "READING_DIFFERENCE",
      "leak-open",
      62,
      "rejected",
    ],
    [
      "non-visible, not verified",
      { repair: repair("awaiting-verification") },
      "AVERAGE",
      "repair-not-verified",
      15,
      "upheld",
    ],
    [
      "non-visible, not verified, though used up: the limits are of the leak rule",
      {
        repair: repair("awaiting-verification"),
        atypicalMonths: ["2026-03", "2026-10"],
        averagedMonths: ["2026-03"],
      },
      "AVERAGE",
      "repair-not-verified",
      15,
      "upheld",
    ],
    ["non-visible, persists", { repair: repair("persists") }, "READING_DIFFERENCE", "leak-open", 62, "rejected"],
    [
      "non-visible, repaired late",
      { repair: repair("repaired-late") },
      "READING_DIFFERENCE",
      "leak-open",
      62,
      "rejected",
    ],
    ["no leak", { control: control("whole", "none") }, "AVERAGE", "no-leak", 15, "upheld"],
    ["no leak, seen in part", { control: control("partial", "none") }, "AVERAGE", "no-leak", 15, "upheld"],
    ["nobody there", { control: control("absent") }, "READING_DIFFERENCE", "absent", 62, "rejected"],
    ["opposed", { control: control("opposed") }, "READING_DIFFERENCE", "opposed", 62, "rejected"],
    ["no control", { control: skipped }, "AVERAGE", "control-skipped", 15, "upheld"],
    [
      "no control, whatever the claim's own visit found",
      { control: skipped, inspection: { on, outcome: "whole", leak: "visible" } },
      "AVERAGE",
      "control-skipped",
      15,
      "upheld",
    ],
    [
      "nobody there, but the claim's visit found no leak",
      { control: control("absent"), inspection: { on, outcome: "whole", leak: "none" } },
      "AVERAGE",
      "no-leak",
      15,
      "upheld",
    ],
    [
      "nobody there, nor at the claim's visit",
      { control: control("absent"), inspection: { on, outcome: "absent" } },
      "READING_DIFFERENCE",
      "absent",
      62,
      "rejected",
    ],
    [
      "nobody there, and the claim's visit found a visible leak",
      { control: control("absent"), inspection: { on, outcome: "partial", leak: "visible" } },
      "READING_DIFFERENCE",
      "visible-leak",
      62,
      "rejected",
    ],
    [
      "the control's own finding stands against a later one",
      { control: control("whole", "visible"), inspection: { on, outcome: "whole", leak: "none" } },
      "READING_DIFFERENCE",
      "visible-leak",
      62,
      "rejected",
    ],
    [
      "used eleven months before",
      { atypicalMonths: ["2025-11", "2026-10"], averagedMonths: ["2025-11"] },
      "READING_DIFFERENCE",
      "average-used-up",
      62,
      "rejected",
    ],
    [
      "used twelve months before",
      { atypicalMonths: ["2025-10", "2026-10"], averagedMonths: ["2025-10"] },
      "AVERAGE",
      "leak-repaired",
      15,
      "upheld",
    ],
    [
      "second month of the event",
      { atypicalMonths: ["2026-09", "2026-10"], averagedMonths: ["2026-09"] },
      "AVERAGE",
      "leak-repaired",
      15,
      "upheld",
    ],
    [
      "third month of the event",
      { atypicalMonths: ["2026-08", "2026-09", "2026-10"], averagedMonths: ["2026-08", "2026-09"] },
      "READING_DIFFERENCE",
      "average-used-up",
      62,
      "rejected",
    ],
    [
      "no leak, and used up",
      { control: control("whole", "none"), atypicalMonths: ["2026-03", "2026-10"], averagedMonths: ["2026-03"] },
      "READING_DIFFERENCE",
      "average-used-up",
      62,
      "rejected",
    ],
    [
      "no control, though used up: the limits are of the leak rule",
      { control: skipped, atypicalMonths: ["2026-03", "2026-10"], averagedMonths: ["2026-03"] },
      "AVERAGE",
      "control-skipped",
      15,
      "upheld",
    ],
    ["no valid average", { averageM3: undefined }, "ASSIGNMENT", "leak-repaired", 20, "upheld"],
    [
      "no control and no valid average",
      { control: skipped, averageM3: undefined },
      "ASSIGNMENT",
      "control-skipped",
      20,
      "upheld",
    ],
    [
      "neither average nor assignment is known",
      { averageM3: undefined, assignmentM3: undefined },
      "ASSIGNMENT",
      "leak-repaired",
      undefined,
      "rejected",
    ],
    [
      "not atypical, no leak: the trap",
      { atypical: false, control: control("whole", "none") },
      "READING_DIFFERENCE",
      "not-atypical",
      62,
      "rejected",
    ],
    [
      "not atypical and never controlled",
      { atypical: false, control: skipped },
      "READING_DIFFERENCE",
      "not-atypical",
      62,
      "rejected",
    ],
    [
      "not atypical once it is read again",
      { atypical: false, measuredM3: 18 },
      "READING_DIFFERENCE",
      "not-atypical",
      18,
      "upheld",
    ],
    [
      "a reading that is more than was billed does not raise it",
      { atypical: false, measuredM3: 70 },
      "READING_DIFFERENCE",
      "not-atypical",
      62,
      "rejected",
    ],
    [
      "the meter over-registers",
      { atypical: false, meterTest: "over-registers" },
      "AVERAGE",
      "meter-over-registers",
      15,
      "upheld",
    ],
    [
      "over-registers, with a visible leak",
      { control: control("whole", "visible"), meterTest: "over-registers" },
      "AVERAGE",
      "meter-over-registers",
      15,
      "upheld",
    ],
    [
      "over-registers, no average",
      { atypical: false, meterTest: "over-registers", averageM3: undefined },
      "ASSIGNMENT",
      "meter-over-registers",
      20,
      "upheld",
    ],
    [
      "over-registers, an average over what was billed",
      { atypical: false, billedM3: 12, measuredM3: 12, meterTest: "over-registers" },
      "AVERAGE",
      "meter-over-registers",
      12,
      "rejected",
    ],
    [
      "under-registers confirms",
      { atypical: false, meterTest: "under-registers" },
      "READING_DIFFERENCE",
      "not-atypical",
      62,
      "rejected",
    ],
    [
      "within tolerance confirms",
      { atypical: false, meterTest: "within-tolerance" },
      "READING_DIFFERENCE",
      "not-atypical",
      62,
      "rejected",
    ],
    [
      "within tolerance leaves the leak rule as it is",
      { meterTest: "within-tolerance" },
      "AVERAGE",
      "leak-repaired",
      15,
      "upheld",
    ],
  ])("%s", (_, facts, regime, reason, m3, verdict) => {
    const outcome = outcomeOf({ ...example4, ...facts }, law);
    expect(outcome).toMatchObject({ regime, reason, verdict });
    expect(outcome.m3).toBe(m3);
    expect(outcome.replaceMeter).toBe(facts.meterTest === "over-registers");
    expect(outcome.explanation.join(" ")).toMatch(ruleOf[reason] ?? /./);
  });

  it.each<[Partial<OutcomeFacts>, readonly string[]]>([
    [
      { averageM3: undefined },
      [
        "Como no hay promedio histórico válido, se usa la asignación de consumo.",
        "Corresponde la asignación de consumo: 20 m³ en lugar de los 62 m³ facturados.",
      ],
    ],
    [
      { averageM3: undefined, assignmentM3: undefined },
      [
        "Como no hay promedio histórico válido, se usa la asignación de consumo.",
        "Corresponde la asignación de consumo, pero no tenemos esa cifra: la fija quien resuelve.",
      ],
    ],
    [
      { atypical: false },
      [
        "El consumo no es atípico, y la lectura se sostiene: se factura por diferencia de lecturas.",
        "Corresponde la diferencia de lecturas: 62 m³, lo que se facturó.",
      ],
    ],
    [
      { atypical: false, doubts: ["El acta dice otro medidor."] },
      [
        "El consumo no es atípico, y falta aclarar la lectura: se factura por diferencia de lecturas.",
        "Corresponde la diferencia de lecturas: 62 m³, lo que se facturó.",
      ],
    ],
    [
      { atypical: false, measuredM3: 18 },
      [
        "La lectura se corrigió: la diferencia de lecturas es 18 m³ y se facturaron 62 m³.",
        "Corresponde la diferencia de lecturas: 18 m³ en lugar de los 62 m³ facturados.",
      ],
    ],
  ])("%j ends with %j", (facts, words) => {
    expect(outcomeOf({ ...example4, ...facts }, law).explanation.slice(-2)).toEqual(words);
  });

  it("follows the law where it says reading difference without a leak (row 27)", () => {
    const facts = { ...example4, control: control("whole", "none") };
    expect(outcomeOf(facts, { ...law, noLeakOutcome: "READING_DIFFERENCE" })).toMatchObject({
      reason: "no-leak",
      m3: 62,
    });
    expect(outcomeOf(example4, { ...law, noLeakOutcome: "READING_DIFFERENCE" })).toMatchObject({ m3: 15 });
  });

  it("is explained with its figures, fit for a resolution", () => {
    expect(outcomeOf(example4, law).explanation).toEqual([
      "El control.",
      "La reparación.",
      "El evento de consumos atípicos seguidos empezó en octubre de 2026.",
      "De ese evento ya se facturaron por promedio 0 meses, y lo más son 2.",
      "Una fuga no visible reparada a tiempo se factura por el promedio histórico, aunque la empresa no se equivocó.",
      "Corresponde el promedio histórico: 15 m³ en lugar de los 62 m³ facturados.",
    ]);
  });

  it.each([
    ["what the company never required", repair("not-required"), undefined, /empresa no exigió la reparación/],
    ["what it never verified", repair("awaiting-verification"), undefined, /empresa no verificó la reparación/],
    ["no leak, seen whole", undefined, control("whole", "none"), /en el que no se encontró fuga se factura/],
    ["no leak noted, seen in part", undefined, control("partial"), /en el que no consta que hubiera una fuga se/],
    [
      "none found in what was seen",
      undefined,
      control("partial", "none"),
      /en el que no consta que hubiera una fuga se/,
    ],
  ])("says why it is the average: %s", (_, how, before, words) => {
    const facts = { ...example4, ...(how && { repair: how }), ...(before && { control: before }) };
    expect(outcomeOf(facts, law).explanation.join(" ")).toMatch(words);
  });

  it("explains that a month is not raised", () => {
    expect(outcomeOf({ ...example4, averageM3: 70 }, law).explanation.at(-1)).toBe(
      "El promedio histórico daría 70 m³, más que los 62 m³ facturados: no se eleva, y queda lo facturado.",
    );
  });
});

describe("an officer's departure", () => {
  const facts = { ...example4, control: control("whole", "none") };
  const outcome = outcomeOf(facts, law);

  it("replaces the average of a month without a leak by its reading, with the reason at the end", () => {
    const departed = departFrom(outcome, " Había una piscina. ", facts);
    expect(departed).toMatchObject({ ok: true, value: { regime: "READING_DIFFERENCE", m3: 62, verdict: "rejected" } });
    expect(departed.ok && departed.value.explanation).toContain(
      "Quien resuelve se aparta de esa regla por este motivo: Había una piscina.",
    );
  });

  it("replaces the reading by the average if the law says reading", () => {
    const read = outcomeOf(facts, { ...law, noLeakOutcome: "READING_DIFFERENCE" });
    expect(departFrom(read, "No hay otra causa.", facts)).toMatchObject({ ok: true, value: { m3: 15 } });
  });

  it("replaces the reading by the assignment if there is no average", () => {
    const without = { ...facts, averageM3: undefined, assignmentM3: 20 };
    const read = outcomeOf(without, { ...law, noLeakOutcome: "READING_DIFFERENCE" });
    expect(departFrom(read, "No hay otra causa.", without)).toMatchObject({
      ok: true,
      value: { regime: "ASSIGNMENT", m3: 20, verdict: "upheld" },
    });
  });

  it.each([
    ["without a reason", outcome, "  ", "no-reason"],
    ["from a repaired leak", outcomeOf(example4, law), "Un motivo.", "not-open-to-departure"],
    [
      "from a control that was skipped",
      outcomeOf({ ...example4, control: skipped }, law),
      "Un motivo.",
      "not-open-to-departure",
    ],
  ] as const)("is refused %s", (_, from, reason, error) => {
    expect(departFrom(from, reason, facts)).toEqual({ ok: false, error });
  });
});

describe("a claim about several months", () => {
  const { averagedMonths: _, ...base } = example4;
  const event = ["2026-08", "2026-09", "2026-10"];
  const months = event.map((period) => ({ ...base, period, atypicalMonths: event }));
  const volumesOf = (given: typeof months, before: string[] = []) => outcomesOf(given, before, law).map(({ m3 }) => m3);

  it("averages the first two of one event and reads the third", () => {
    expect(volumesOf(months)).toEqual([15, 15, 62]);
  });

  it("decides the oldest first, and answers in the order asked", () => {
    expect(volumesOf(months.toReversed())).toEqual([62, 15, 15]);
  });

  it("does not count a month averaged for a skipped control", () => {
    const [first, ...rest] = months;
    expect(
      volumesOf([{ ...base, ...first, control: skipped, period: "2026-08", atypicalMonths: event }, ...rest]),
    ).toEqual([15, 15, 15]);
  });

  it("allows no average after another event in the year", () => {
    expect(volumesOf(months, ["2026-01"])).toEqual([62, 62, 62]);
  });
});

it("never raises a month above what was billed, and upholds exactly what it lowers", () => {
  const m3 = fc.nat({ max: 300 });
  const maybe = fc.option(m3, { nil: undefined });
  const leak = fc.constantFrom("none", "visible", "non-visible", undefined);
  const visit = fc.record({ on: fc.constant(on), outcome: fc.constantFrom(...visitOutcomes), leak });
  const facts = fc.record<OutcomeFacts>({
    period: fc.constant("2026-10"),
    billedM3: m3,
    measuredM3: m3,
    atypical: fc.boolean(),
    averageM3: maybe,
    assignmentM3: maybe,
    control: fc.record({ done: fc.boolean(), flaws: fc.constant([]), inspection: visit, explanation: fc.constant([]) }),
    inspection: fc.option(visit, { nil: undefined }),
    repair: fc
      .constantFrom<RepairStatus>("not-required", "awaiting-verification", "persists", "repaired-in-time")
      .map(repair),
    meterTest: fc.constantFrom(...meterTestResults, undefined),
    atypicalMonths: fc.subarray(["2025-11", "2026-08", "2026-09", "2026-10"]),
    averagedMonths: fc.subarray(["2025-11", "2026-08", "2026-09"]),
  });
  fc.assert(
    fc.property(
      facts,
      fc.constantFrom<OutcomeLaw["noLeakOutcome"]>("AVERAGE", "READING_DIFFERENCE"),
      (given, noLeakOutcome) => {
        const outcome = outcomeOf(given, { ...law, noLeakOutcome });
        expect(outcome.m3 ?? 0).toBeLessThanOrEqual(given.billedM3);
        expect(outcome.verdict === "upheld").toBe(outcome.m3 !== undefined && outcome.m3 < given.billedM3);
        expect(outcome.regime === "AVERAGE" && given.averageM3 === undefined).toBe(false);
      },
    ),
  );
});
