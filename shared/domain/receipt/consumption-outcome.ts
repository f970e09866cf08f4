import type { MeterTestResult } from "../case/claim-events.ts";
import { ok, type Result } from "../case/result.ts";
import type { RepairCheck } from "../leak/leak-repair.ts";
import { type LeakRuleLimits, type LeakRuleUse, leakRuleUse } from "../leak/leak-rule.ts";
import { type ControlCheck, findingWords, gotIn, type InspectionFinding } from "../reading/billing-control.ts";
import { meterTestConclusion } from "../visit/meter-test.ts";

/** The regimes by which a month is billed (digest 7.1). */
export const regimes = ["READING_DIFFERENCE", "AVERAGE", "ASSIGNMENT"] as const;
export type Regime = (typeof regimes)[number];

/** What decided the regime of a month, with the regime that it leads to. */
export type OutcomeReason =
  /** `AVERAGE`. */
  | "meter-over-registers"
  /** `READING_DIFFERENCE`. */
  | "not-atypical"
  /** `AVERAGE`: the control before billing was not done, or has no inspection. */
  | "control-skipped"
  /** `READING_DIFFERENCE`: nobody was in. */
  | "absent"
  /** `READING_DIFFERENCE`: the inspector was not let in. */
  | "opposed"
  /** `READING_DIFFERENCE`. */
  | "visible-leak"
  /** `READING_DIFFERENCE`: a leak that cannot be seen was not repaired and verified in its term. */
  | "leak-open"
  /** `AVERAGE`: a leak that cannot be seen was repaired in its term. */
  | "leak-repaired"
  /** `AVERAGE`: the company did not require the repair of a leak that cannot be seen. */
  | "repair-not-required"
  /** `AVERAGE`: the company did not verify the repair. */
  | "repair-not-verified"
  /** `noLeakOutcome` of the law: the inspector got in, and no leak was found or noted. */
  | "no-leak"
  /** `READING_DIFFERENCE`: the average was due, but the leak rule allows it no more. */
  | "average-used-up";

/** Everything that the outcome of a month billed by reading depends on: facts of the file, and figures in m³. */
export type OutcomeFacts = {
  /** `YYYY-MM`. */
  readonly period: string;
  readonly billedM3: number;
  /**
   * The reading difference after any correction of the reading; it differs from `billedM3` if the reading was wrong.
   */
  readonly measuredM3: number;
  readonly atypical: boolean;
  readonly averageM3: number | undefined;
  readonly assignmentM3: number | undefined;
  readonly control: ControlCheck;
  /**
   * The claim's own inspection, which counts if the control's inspector did not get in or did not note whether there
   * was a leak.
   */
  readonly inspection?: InspectionFinding | undefined;
  readonly repair: RepairCheck;
  /** What the actas of the claim's visits contradict of the meter and its reading, in sentences; absent if nothing. */
  readonly doubts?: readonly string[] | undefined;
  readonly meterTest?: MeterTestResult | undefined;
  /** Whether the claimant asked for the test and accepted its cost. */
  readonly testCostAccepted?: boolean | undefined;
  /** Months (`YYYY-MM`) of the supply: all that were atypical, and those already averaged under the leak rule. */
  readonly atypicalMonths: readonly string[];
  readonly averagedMonths: readonly string[];
};

/** `noLeakOutcome`: the regime of an atypical month without a leak (row 27 of section 9). */
export type OutcomeLaw = LeakRuleLimits & { readonly noLeakOutcome: Exclude<Regime, "ASSIGNMENT"> };

/** The law's outcome for a month: its regime, the m³ to bill, whether the claim is upheld, and why, in Spanish. */
export type ConsumptionOutcome = {
  readonly regime: Regime;
  readonly reason: OutcomeReason;
  /** Never more than was billed; undefined if the regime's figure is unknown. */
  readonly m3: number | undefined;
  readonly verdict: "upheld" | "rejected";
  readonly replaceMeter: boolean;
  readonly explanation: readonly string[];
};

/** The facts that the figures of an outcome depend on. */
type Figures = Pick<OutcomeFacts, "billedM3" | "measuredM3" | "averageM3" | "assignmentM3" | "meterTest">;

type Step = { readonly regime: Regime; readonly reason: OutcomeReason; readonly explanation: readonly string[] };

/**
 * Returns the regime of a month billed by reading (digest 7.4, 7.5) with what decided it (`OutcomeReason`), the m³ to
 * bill and the verdict. If the average is due and `averageM3` is undefined, the assignment replaces it. `m3` is never
 * more than `billedM3`. The verdict is `upheld` if `m3` is known and less than `billedM3`.
 */
export function outcomeOf(facts: OutcomeFacts, law: OutcomeLaw): ConsumptionOutcome {
  return concluded(meterStep(facts) ?? (facts.atypical ? atypicalStep(facts, law) : notAtypical(facts)), facts);
}

/** Returns a step, by the assignment in place of an average that is not known. */
function withFigure(step: Step, { averageM3 }: Figures): Step {
  if (step.regime !== "AVERAGE" || averageM3 !== undefined) return step;
  const instead = "Como no hay promedio histórico válido, se usa la asignación de consumo.";
  return { ...step, regime: "ASSIGNMENT", explanation: [...step.explanation, instead] };
}

function concluded(step: Step, facts: Figures): ConsumptionOutcome {
  const { regime, reason, explanation } = withFigure(step, facts);
  const { billedM3 } = facts;
  const figures: Readonly<Record<Regime, number | undefined>> = {
    READING_DIFFERENCE: facts.measuredM3,
    AVERAGE: facts.averageM3,
    ASSIGNMENT: facts.assignmentM3,
  };
  const figure = figures[regime];
  const m3 = figure === undefined ? undefined : Math.min(figure, billedM3);
  const verdict = m3 === undefined || m3 >= billedM3 ? "rejected" : "upheld";
  return {
    regime,
    reason,
    m3,
    verdict,
    replaceMeter: facts.meterTest === "over-registers",
    explanation: [...explanation, conclusionWords(regime, figure, billedM3)],
  };
}

/**
 * Decides by the average if the meter over-registers, as it then measured nothing that can be billed. Any other result
 * leaves the decision to the next steps.
 */
function meterStep({ meterTest, testCostAccepted = false }: OutcomeFacts): Step | undefined {
  if (meterTest !== "over-registers") return undefined;
  return {
    regime: "AVERAGE",
    reason: "meter-over-registers",
    explanation: meterTestConclusion(meterTest, testCostAccepted).explanation,
  };
}

function notAtypical({ measuredM3, billedM3, doubts = [], ...facts }: OutcomeFacts): Step {
  const { meterTest, testCostAccepted = false } = facts;
  const tested = meterTest ? meterTestConclusion(meterTest, testCostAccepted).explanation : [];
  const stands = doubts.length > 0 ? "falta aclarar la lectura" : "la lectura se sostiene";
  const reading =
    measuredM3 === billedM3
      ? `El consumo no es atípico, y ${stands}: se factura por diferencia de lecturas.`
      : `La lectura se corrigió: la diferencia de lecturas es ${measuredM3} m³ y se facturaron ${billedM3} m³.`;
  return { regime: "READING_DIFFERENCE", reason: "not-atypical", explanation: [...tested, ...doubts, reading] };
}

const byReading = "READING_DIFFERENCE";

function atypicalStep(facts: OutcomeFacts, law: OutcomeLaw): Step {
  const { control, repair } = facts;
  const inspection = decisiveInspection(facts);
  if (!control.done || !inspection)
    return {
      regime: "AVERAGE",
      reason: "control-skipped",
      explanation: [
        ...control.explanation,
        "Sin ese control, un consumo atípico se factura por el promedio histórico.",
      ],
    };
  const { outcome, leak } = inspection;
  const found = [...control.explanation, ...laterFinding(facts, inspection)];
  if (outcome === "absent" || outcome === "opposed")
    return {
      regime: byReading,
      reason: outcome,
      explanation: [...found, "Sin poder revisar por dentro, se factura por diferencia de lecturas."],
    };
  if (leak === "visible")
    return {
      regime: byReading,
      reason: "visible-leak",
      explanation: [...found, "Una fuga visible se factura por diferencia de lecturas."],
    };
  const owed = leak === "non-visible" ? companysRepair(repair, found) : undefined;
  if (owed) return owed;
  if (leak === "non-visible" && repair.status !== "repaired-in-time")
    return {
      regime: byReading,
      reason: "leak-open",
      explanation: [
        ...found,
        ...repair.explanation,
        "Una fuga no visible que no se reparó y verificó en su plazo se factura por diferencia de lecturas.",
      ],
    };
  return averagedStep(facts, law, inspection, [...found, ...(leak === "non-visible" ? repair.explanation : [])]);
}

/**
 * Decides by the average if the company never required the repair, or never verified it: its omission is not held
 * against the user. Undefined for any other status.
 */
function companysRepair({ status, explanation }: RepairCheck, found: readonly string[]): Step | undefined {
  if (status === "not-required")
    return {
      regime: "AVERAGE",
      reason: "repair-not-required",
      explanation: [
        ...found,
        ...explanation,
        "Como la empresa no exigió la reparación de la fuga no visible, se factura por el promedio histórico.",
      ],
    };
  if (status !== "awaiting-verification") return undefined;
  return {
    regime: "AVERAGE",
    reason: "repair-not-verified",
    explanation: [
      ...found,
      ...explanation,
      "Como la empresa no verificó la reparación de la fuga no visible, se factura por el promedio histórico.",
    ],
  };
}

/**
 * Returns the control's inspection if it got in and noted whether there was a leak; else the claim's own if it got in;
 * else the control's, which says why it failed.
 */
function decisiveInspection({ control, inspection }: OutcomeFacts): InspectionFinding | undefined {
  const { inspection: before } = control;
  if (before && gotIn(before.outcome) && before.leak !== undefined) return before;
  return inspection && gotIn(inspection.outcome) ? inspection : before;
}

function laterFinding({ control }: OutcomeFacts, decisive: InspectionFinding): readonly string[] {
  return decisive === control.inspection ? [] : [`En la inspección del reclamo ${findingWords(decisive)}.`];
}

/**
 * Decides a month with a repaired leak or with none: by the average while the leak rule allows it. Without a leak the
 * law may say otherwise (row 27).
 */
function averagedStep(
  { period, atypicalMonths, averagedMonths }: OutcomeFacts,
  law: OutcomeLaw,
  { outcome, leak }: InspectionFinding,
  found: readonly string[],
): Step {
  const repaired = leak === "non-visible";
  if (!repaired && law.noLeakOutcome === byReading)
    return {
      regime: byReading,
      reason: "no-leak",
      explanation: [...found, "Un consumo atípico sin fuga se factura por diferencia de lecturas."],
    };
  const use: LeakRuleUse = leakRuleUse(period, { atypical: atypicalMonths, averaged: averagedMonths }, law);
  if (!use.allowed)
    return {
      regime: byReading,
      reason: "average-used-up",
      explanation: [...found, ...use.explanation, "Ya no cabe el promedio: se factura por diferencia de lecturas."],
    };
  const rule = repaired
    ? "Una fuga no visible reparada a tiempo se factura por el promedio histórico, aunque la empresa no se equivocó."
    : `Un consumo atípico en el que ${leak === "none" && outcome === "whole" ? "no se encontró fuga" : "no consta que hubiera una fuga"} se factura por el promedio histórico.`;
  return {
    regime: "AVERAGE",
    reason: repaired ? "leak-repaired" : "no-leak",
    explanation: [...found, ...use.explanation, rule],
  };
}

const regimeNames: Readonly<Record<Regime, string>> = {
  READING_DIFFERENCE: "la diferencia de lecturas",
  AVERAGE: "el promedio histórico",
  ASSIGNMENT: "la asignación de consumo",
};

function conclusionWords(regime: Regime, figure: number | undefined, billedM3: number): string {
  const name = regimeNames[regime];
  if (figure === undefined) return `Corresponde ${name}, pero no tenemos esa cifra: la fija quien resuelve.`;
  if (figure < billedM3) return `Corresponde ${name}: ${figure} m³ en lugar de los ${billedM3} m³ facturados.`;
  if (figure === billedM3) return `Corresponde ${name}: ${figure} m³, lo que se facturó.`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} daría ${figure} m³, más que los ${billedM3} m³ facturados: no se eleva, y queda lo facturado.`;
}

/**
 * Returns the outcome under the other regime, which an officer chooses for `reason` in an atypical month without a leak
 * (row 27): `AVERAGE`, or `ASSIGNMENT` without an average, in place of `READING_DIFFERENCE`, which replaces any other.
 * `m3` and the verdict follow from the new regime; the trimmed reason is added to the explanation. Refuses
 * `not-open-to-departure` if the outcome's reason is not `no-leak`; then `no-reason` if `reason` is blank.
 */
export function departFrom(
  outcome: ConsumptionOutcome,
  reason: string,
  facts: Figures,
): Result<ConsumptionOutcome, { readonly ok: false; readonly error: "no-reason" | "not-open-to-departure" }> {
  if (outcome.reason !== "no-leak") return { ok: false, error: "not-open-to-departure" };
  if (reason.trim() === "") return { ok: false, error: "no-reason" };
  const regime = outcome.regime === byReading ? "AVERAGE" : byReading;
  const explanation = [
    ...outcome.explanation,
    `Quien resuelve se aparta de esa regla por este motivo: ${reason.trim()}`,
  ];
  return ok(concluded({ regime, reason: "no-leak", explanation }, facts));
}

/**
 * Returns whether a month billed at the average for this reason is a use of the leak rule (digest 7.4): the reason is
 * `leak-repaired` or `no-leak`. Does not check that the month is billed at the average.
 */
export function isByLeakRule(reason: OutcomeReason): boolean {
  return reason === "leak-repaired" || reason === "no-leak";
}

/** A month of a claim with several, before it is known which of them are averaged. */
export type MonthFacts = Omit<OutcomeFacts, "averagedMonths">;

/**
 * Returns the outcome of each month, in the order of `months`. The oldest month is decided first, because the leak rule
 * limits how many months may be averaged. Each month that the rule bills at the average (or at the assignment, without
 * an average) counts as a use of the rule for the months decided later. The months in `averagedBefore` (`YYYY-MM`)
 * count as uses too.
 */
export function outcomesOf(
  months: readonly MonthFacts[],
  averagedBefore: readonly string[],
  law: OutcomeLaw,
): readonly ConsumptionOutcome[] {
  const averaged = [...averagedBefore];
  const decided = new Map<MonthFacts, ConsumptionOutcome>();
  for (const month of months.toSorted((a, b) => (a.period < b.period ? -1 : 1))) {
    const outcome = outcomeOf({ ...month, averagedMonths: averaged }, law);
    if (isByLeakRule(outcome.reason) && outcome.regime !== byReading) averaged.push(month.period);
    decided.set(month, outcome);
  }
  return months.flatMap((month) => decided.get(month) ?? []);
}
