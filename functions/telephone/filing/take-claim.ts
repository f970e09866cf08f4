import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { isAnothersDocument } from "../../../shared/casework/counter/holder-match.ts";
import { cargoOf } from "../../../shared/casework/filing/claim-cargo.ts";
import { claimableMonths } from "../../../shared/casework/filing/claimable-months.ts";
import { declaredForm } from "../../../shared/casework/filing/declared-form.ts";
import { fileClaim, type NewClaim } from "../../../shared/casework/filing/file-claim.ts";
import { writtenByStaff } from "../../../shared/casework/filing/written-by-guest.ts";
import { filedConsentUndoUntil } from "../../../shared/casework/notice/notice-consent.ts";
import { takeClaim as route } from "../../../shared/contract/counter/intake-routes.ts";
import { toUsted } from "../../../shared/contract/counter/to-usted.ts";
import type { Answer } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { supplyToday } from "../../../shared/domain/billing/register-file.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { workingOf } from "../../../shared/domain/term/claim-clocks.ts";
import type { PaidReceipt } from "../../../shared/storage/billing/receipt-reader.ts";
import { serve } from "../../runtime/serve.ts";
import { observedOnTheCall } from "../claim/observe-unproved-caller.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

type Request = RequestOf<typeof route>;
type Decided = Answer<NewClaim, "upload-not-found">;

/**
 * Files a claim that staff type for somebody; what is not on record is taken as written. Answers its cargo without its
 * key, what was observed on the call, and the last day to undo a consent to e-mail. Refuses `upload-not-found` if an
 * upload is not the caller's; `not-now` if the law forbids the claim; `write-key-used` if the key filed another claim;
 * `busy` after eight attempts.
 */
export const takeClaim = (deps: TelephoneDeps) =>
  serve(route, async (request) => {
    const { body, write, now } = request;
    const supplyCode = normalizeSupplyCode(body.supplyCode, deps.tenant.supplyCodeLength.value);
    const months = await deps.receiptReader.lastMonths(supplyCode, claimableMonths);
    const filed = await fileClaim(deps, { write, now }, () => decided(deps, request, supplyCode, months));
    if (!filed.ok) return filed;
    const { claimKey: _, ...cargo } = await cargoOf(deps, filed.value);
    const { file, filing, claim, law } = filed.value;
    const mailAfter = filedConsentUndoUntil(filing, law);
    const observed = lastEntry(file.events, "defect-observed")?.details;
    const until = workingOf("T04", claim, law)?.dueDate;
    return ok({
      ...cargo,
      ...(observed && { observed: { defects: observed.defects.map(toUsted), until } }),
      ...(mailAfter && { notifyByEmailAfter: mailAfter }),
    });
  });

async function decided(
  deps: TelephoneDeps,
  request: Request,
  supplyCode: string,
  months: readonly PaidReceipt[],
): Promise<Decided> {
  const { caller, write, now } = request;
  const { channel, receipts: named, claimType, uploadIds, declaredBy, ...said } = request.body;
  const attached = await findAttachments(deps, caller.sub, uploadIds);
  if (!attached.ok) return attached;
  const { attachments, attach } = attached.value;
  const registered = await deps.receiptReader.registeredOf(supplyCode);
  return ok({
    form: declaredForm({ ...said, supplyCode }, declaredBy, now),
    claimType,
    channel,
    by: caller,
    ...writtenByStaff(months, named),
    zone: supplyToday(months[0]?.receipt, registered)?.ubigeo,
    isSupplyUnknown: months.length === 0 && registered === undefined,
    attachments,
    isAnothersDocument: isAnothersDocument(said.claimant, months, registered),
    followedBy: observedOnTheCall(deps.tenant, request, months, registered),
    also: (claimId) => attach({ claimId }),
    write,
    now,
  });
}
