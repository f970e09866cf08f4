import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import { readOnce } from "../../storage/supply/supply-claims.ts";
import type { CaseAt } from "../case/case-at.ts";
import { controlledMonths } from "../reading/controlled-months.ts";
import { type ConsumptionDeps, type ConsumptionRuling, consumptionMonths } from "../receipt/consumption-months.ts";
import { type EvidenceView, evidenceOf } from "./evidence-checklist.ts";

/** What a claim is decided on: the supply's receipts, how the claimed months are judged, and the evidence. */
interface CaseEvidence {
  /** Of the months of the history, newest first. */
  readonly receipts: readonly PaidReceipt[];
  readonly consumption: readonly ConsumptionRuling[];
  readonly evidence: readonly EvidenceView[];
}

/** Returns what a claim is decided on. Reads the supply's claims once, and this claim's head not at all. */
export async function caseEvidence(all: ConsumptionDeps, at: CaseAt): Promise<CaseEvidence> {
  const { head } = at.file;
  const deps = { ...all, supplyClaims: readOnce(all.supplyClaims, [head]) };
  const reading = deps.receiptReader.lastMonths(head.supplyCode, at.law.evidence.historyMonths);
  const [receipts, consumption] = await Promise.all([reading, consumptionMonths(deps, at, reading)]);
  const evidence = await evidenceOf(deps, at, receipts, controlledMonths(consumption));
  return { receipts, consumption, evidence };
}
