import type { RepairCheck } from "../../domain/leak/leak-repair.ts";
import type { ControlCheck } from "../../domain/reading/billing-control.ts";
import type { ConsumptionRuling } from "../receipt/consumption-months.ts";

/** A claimed month whose reading had to be controlled before it was billed, and the result of checking that control. */
export interface ControlledMonth {
  readonly period: string;
  readonly check: ControlCheck;
  readonly repair: RepairCheck;
}

/** Returns the claimed months that are atypical or have a control on record (digest 7.4). */
export function controlledMonths(months: readonly ConsumptionRuling[]): readonly ControlledMonth[] {
  return months
    .filter(({ judgement, controlled }) => judgement.atypical || controlled)
    .map(({ period, control, repair }) => ({ period, check: control, repair }));
}
