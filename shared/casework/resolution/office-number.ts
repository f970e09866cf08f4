import type { CaseEventOf } from "../../domain/case/case-events.ts";
import type { ClaimFact } from "../../domain/case/claim-events.ts";
import { transitionFor } from "../../domain/case/claim-transitions.ts";
import type { DocumentKind } from "../../domain/case/issued-documents.ts";
import { awaitingSignature, type FrozenDocument } from "../../domain/resolution/frozen-documents.ts";
import { type NumberSeries, placeOfNumber, writtenNumber } from "../../domain/resolution/resolution-number.ts";
import { type CalendarDay, limaDay, partsOf } from "../../domain/term/calendar-day.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { ResolutionNumbers } from "../../storage/resolution/resolution-numbers.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import type { CaseAt } from "../case/case-at.ts";

export interface NumberingDeps {
  readonly tenant: Tenant;
  readonly resolutionNumbers: ResolutionNumbers;
}

/**
 * The documents that bear a number: letters and resolutions, also those that rectify or accept a withdrawal (LPAG
 * 212.2, digest 3.9).
 */
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

/**
 * Returns the next number of the kind's series for the case's office, in the year of `now` in Lima, and the writes that
 * take it. The writes fail if another document takes the number first. Writes nothing.
 */
export async function nextNumber(
  deps: NumberingDeps,
  { file: { head }, now }: Pick<CaseAt, "file" | "now">,
  kind: NumberedKind,
): Promise<{ readonly number: string; readonly take: readonly Write[] }> {
  const series = seriesOf(kind, head.office, limaDay(now));
  if (!series) throw new Error(`a ${kind} bears no number of the office`);
  const ordinal = await deps.resolutionNumbers.next(series);
  return {
    number: writtenNumber(formatOf(deps, series), series, ordinal),
    take: deps.resolutionNumbers.take(series, ordinal, head.claimId),
  };
}

/**
 * Returns the writes that void, for `reason`, the number of a document that will not be signed. Empty if documents of
 * its kind have no number. Throws if the number does not belong to the series of the kind and office in the year of
 * `frozenAt`.
 */
export function voided(
  deps: NumberingDeps,
  { head }: CaseFile,
  { number, document, frozenAt }: Pick<FrozenDocument, "number" | "document" | "frozenAt">,
  reason: string,
): readonly Write[] {
  const series = seriesOf(document.kind, head.office, limaDay(frozenAt));
  if (!series) return [];
  const ordinal = placeOfNumber(formatOf(deps, series), series, number);
  if (ordinal === undefined) throw new Error(`the ${document.kind} ${number} is not in its series`);
  return [deps.resolutionNumbers.void(series, ordinal, head.claimId, reason)];
}

/**
 * Returns the writes that void, for `reason`, the number of the resolution that an entry sent to signature. Throws if
 * the number does not belong to the office's series of the year of the entry.
 */
export function voidedResolution(
  deps: NumberingDeps,
  file: CaseFile,
  { number, details, effectiveAt }: CaseEventOf<"resolution-issued">,
  reason: string,
): readonly Write[] {
  return voided(deps, file, { number, document: details.document, frozenAt: effectiveAt }, reason);
}

/**
 * Returns the writes that void, for `reason`, the numbers of the documents that `act` makes useless: they can be signed
 * in the claim's state before the act, and no longer in its state after the act. Empty if there are none.
 */
export function voidedBy(
  deps: NumberingDeps,
  { file, claim: { state } }: Pick<CaseAt, "file" | "claim">,
  act: ClaimFact,
  reason: string,
): readonly Write[] {
  const after = awaitingSignature(file.events, { state: transitionFor(act, state)?.to ?? state });
  // Documents that could not be signed before the act either are left out: what prevented it voided their numbers.
  return awaitingSignature(file.events, { state })
    .filter(({ seq }) => !after.some((one) => one.seq === seq))
    .flatMap((frozen) => voided(deps, file, frozen, reason));
}
