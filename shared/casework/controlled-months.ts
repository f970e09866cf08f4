import type { ControlCheck } from "../domain/billing-control.ts";
import type { ConsumptionRuling } from "./consumption-months.ts";

/** A claimed month whose reading had to be controlled before it was billed, and what came of that. */
export interface ControlledMonth {
  readonly period: string;
  readonly check: ControlCheck;
}

/** The claimed months that are atypical, or that a control is on record of (digest 7.4). */
export function controlledMonths(months: readonly ConsumptionRuling[]): readonly ControlledMonth[] {
  return months
    .filter(({ judgement, controlled }) => judgement.atypical || controlled)
    .map(({ period, control }) => ({ period, check: control }));
}
