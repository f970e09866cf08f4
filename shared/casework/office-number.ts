import { type CalendarDay, limaDay, partsOf } from "../domain/calendar-day.ts";
import type { CaseEventOf } from "../domain/case-events.ts";
import type { ClaimFact } from "../domain/claim-events.ts";
import { transitionFor } from "../domain/claim-transitions.ts";
import { awaitingSignature, type FrozenDocument } from "../domain/frozen-documents.ts";
import type { DocumentKind } from "../domain/issued-documents.ts";
import { type NumberSeries, placeOfNumber, writtenNumber } from "../domain/resolution-number.ts";
import type { CaseFile } from "../storage/case-files.ts";
import type { Write } from "../storage/dynamodb.ts";
import type { ResolutionNumbers } from "../storage/resolution-numbers.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { CaseAt } from "./case-at.ts";

/** What numbers are taken and voided with. */
export interface NumberingDeps {
  readonly tenant: Tenant;
  readonly resolutionNumbers: ResolutionNumbers;
}

/** What the office numbers: its resolutions, one that rectifies or accepts a withdrawal among them (LPAG 212.2, digest 3.9), and its letters. */
type NumberedKind = Extract<
  DocumentKind,
  "resolution" | "reconsideration-resolution" | "rectification" | "withdrawal-acceptance" | "elevation-letter"
>;

const formatOf = ({ tenant: { office } }: NumberingDeps, { of }: NumberSeries): string =>
  of === "letters" ? office.letterNumber.value : office.resolutionNumber.value;

function seriesOf(kind: DocumentKind, office: string, on: CalendarDay): NumberSeries | undefined {
  const { year } = partsOf(on);
  if (kind === "elevation-letter") return { office, year, of: "letters" };
  const isResolution = kind.endsWith("resolution") || kind === "rectification" || kind === "withdrawal-acceptance";
  return isResolution ? { office, year } : undefined;
}

/** The office's next number for a document of a kind, as it is written, and the writes that take it: refused if somebody took it meanwhile. */
export async function nextNumber(
  deps: NumberingDeps,
  { file: { head }, now }: Pick<CaseAt, "file" | "now">,
  kind: NumberedKind,
): Promise<{ readonly number: string; readonly take: readonly Write[] }> {
  const series = seriesOf(kind, head.office, limaDay(now));
  if (!series) throw new Error(`a ${kind} bears no number of the office`);
  const place = await deps.resolutionNumbers.next(series);
  return {
    number: writtenNumber(formatOf(deps, series), series, place),
    take: deps.resolutionNumbers.take(series, place, head.claimId),
  };
}

/** Voids the number of a document that waited for its signature and will not get it; what bears none has none to void. */
export function voided(
  deps: NumberingDeps,
  { head }: CaseFile,
  { number, document, frozenAt }: Pick<FrozenDocument, "number" | "document" | "frozenAt">,
  reason: string,
): readonly Write[] {
  const series = seriesOf(document.kind, head.office, limaDay(frozenAt));
  if (!series) return [];
  const place = placeOfNumber(formatOf(deps, series), series, number);
  if (place === undefined) throw new Error(`the ${document.kind} ${number} has no place in its series`);
  return [deps.resolutionNumbers.void(series, place, head.claimId, reason)];
}

/** The same of a resolution, by the entry that sent it to signature. */
export function voidedResolution(
  deps: NumberingDeps,
  file: CaseFile,
  { number, details, effectiveAt }: CaseEventOf<"resolution-issued">,
  reason: string,
): readonly Write[] {
  return voided(deps, file, { number, document: details.document, frozenAt: effectiveAt }, reason);
}

/** Voids the numbers of what waits for its signature in a case and cannot get it any more once an act is recorded. */
export function voidedBy(
  deps: NumberingDeps,
  { file, claim: { state } }: Pick<CaseAt, "file" | "claim">,
  act: ClaimFact,
  reason: string,
): readonly Write[] {
  const after = awaitingSignature(file.events, { state: transitionFor(act, state)?.to ?? state });
  // What could not be signed before the act either has no number to void: whatever made it so has voided it.
  return awaitingSignature(file.events, { state })
    .filter(({ seq }) => !after.some((one) => one.seq === seq))
    .flatMap((frozen) => voided(deps, file, frozen, reason));
}
