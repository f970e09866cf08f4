import type { CaseEvent, CaseEventOf } from "../../domain/case/case-events.ts";
import { isOtherMeter, readingDoubt } from "../../domain/reading/reading-doubt.ts";
import { dateOf } from "../../domain/receipt/spanish-months.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import { reportsOf } from "../case/awaited-facts.ts";

type Acta = Pick<CaseEventOf<"inspection-reported">, "outcome" | "effectiveAt" | "details">;

/**
 * Returns what an acta contradicts of the supply's receipts before it, in sentences for staff: another meter than the
 * last one billed, or a reading below or far above the last billed one. Empty if nothing, or if no receipt says it.
 * @param receipts newest first
 */
function measureDoubts({ effectiveAt, details }: Acta, receipts: readonly PaidReceipt[]): readonly string[] {
  const day = limaDay(effectiveAt);
  const before = receipts.flatMap(({ receipt }) => (receipt.issueDate <= day ? receipt : []));
  const { meterNumber, reading } = details.external;
  const billed = before.find((receipt) => receipt.meterNumber !== undefined)?.meterNumber;
  const last = before.find(({ readingCurr }) => readingCurr !== undefined);
  const isOther = meterNumber !== undefined && billed !== undefined && isOtherMeter(meterNumber, billed);
  const lastReading = last?.readingCurr;
  const doubt =
    last && lastReading !== undefined && reading !== undefined
      ? readingDoubt(reading, { reading: lastReading, m3: last.billedM3 })
      : undefined;
  const than = doubt === "below" ? "es menos que" : "está muy por encima de";
  return [
    ...(isOther ? [`El acta dice medidor ${meterNumber}, y el de sus recibos es ${billed}.`] : []),
    ...(doubt ? [`La lectura del acta, ${reading}, ${than} la última facturada, ${lastReading}.`] : []),
  ];
}

/**
 * Returns what is to be cleared up of an acta: as `measureDoubts`, and that who attended did not sign and nobody says
 * why.
 */
export function actaDoubts(acta: Acta, receipts: readonly PaidReceipt[]): readonly string[] {
  const { signing, unsigned } = acta.details;
  const isUnsigned = acta.outcome !== "absent" && !signing && !unsigned?.trim();
  return [...measureDoubts(acta, receipts), ...(isUnsigned ? ["Nadie firmó el acta, y no dice por qué."] : [])];
}

/** Returns the doubts of all the actas of a case, each with the day of its visit. */
export function measureDoubtsIn(events: readonly CaseEvent[], receipts: readonly PaidReceipt[]): readonly string[] {
  return reportsOf(events).flatMap((acta) =>
    measureDoubts(acta, receipts).map((doubt) => `Visita del ${dateOf(limaDay(acta.effectiveAt))}: ${doubt}`),
  );
}
