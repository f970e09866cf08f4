import { type CaseEvent, type CaseEventOf, isFact } from "../../domain/case/case-events.ts";
import { claimAt } from "../../domain/case/claim.ts";
import { conciliatorsIn } from "../../domain/conciliation/who-conciliated.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { addCents } from "../../domain/receipt/money.ts";
import { awaitingSignature, signatureDay, unsignedIn } from "../../domain/resolution/frozen-documents.ts";
import { listedOn } from "../../domain/term/days-owed.ts";
import type { CaseFile, CaseFiles } from "../../storage/case/case-files.ts";
import type { Write } from "../../storage/dynamodb.ts";
import type { ToSign } from "../../storage/resolution/signature-list.ts";
import { type CaseAt, stepsOf } from "../case/case-at.ts";

/**
 * Returns the writes after which the list of documents to sign has exactly the case's documents that wait for a
 * signature or a second look. Empty if the case has no unsigned document and none on the list.
 * @param file the case as it was read, with what the list has of it (`toSign`)
 * @param events all entries of the case, the new ones included
 */
export function toSignWrites(
  caseFiles: CaseFiles,
  file: CaseFile,
  events: readonly CaseEvent[],
  { law, now }: Pick<CaseAt, "law" | "now">,
): readonly Write[] {
  if (unsignedIn(events).length === 0 && !file.toSign?.length) return [];
  const claim = claimAt(events.filter(isFact), law, now);
  if (!claim) return [];
  const { claimId, code, claimantName } = file.head;
  const by = listedOn(stepsOf(events, law, now));
  const waiting = awaitingSignature(events, claim).map((frozen) => {
    const { seq, number, document, frozenAt, preparedBy, claimed } = frozen;
    const { kind, documentId, sha256, fileName, sizeBytes } = document;
    const freezing = events[seq - 1];
    const isDecision = freezing?.type === "resolution-issued";
    return {
      ...{ claimId, seq, code, claimantName, kind, number, documentId, sha256, fileName, sizeBytes, frozenAt },
      preparedBy: [...new Set([...preparedBy, ...(isDecision ? conciliatorsIn(events) : [])])],
      waitsFor: claimed ? ("second-look" as const) : ("signature" as const),
      ...(claimed?.by.kind === "staff" && { claimedBy: claimed.by.sub, scanId: claimed.details.scan.documentId }),
      ...signatureDay(frozen, by),
      ...(isDecision && { result: resultOf(freezing, events) }),
    };
  });
  return caseFiles.listToSign(file, waiting);
}

/** Returns what a resolution decides, and what the receipts that it decides about come to before and after. */
function resultOf(
  { outcome, details: { months } }: CaseEventOf<"resolution-issued">,
  events: readonly CaseEvent[],
): NonNullable<ToSign["result"]> {
  const claimed = claimedReceipts(events);
  const decided = months.flatMap(({ receiptNumber, period, corrected }) => {
    const before = claimed.find((one) => one.number === receiptNumber && one.period === period)?.amount;
    return before === undefined ? [] : [{ before, after: corrected?.amount ?? before }];
  });
  if (decided.length === 0) return { outcome };
  const before = addCents(...decided.map((one) => one.before));
  const after = addCents(...decided.map((one) => one.after));
  return { outcome, amounts: { before, after } };
}
