import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { declaredForm } from "../../shared/casework/declared-form.ts";
import { receiptsNamed } from "../../shared/casework/disputed-receipts.ts";
import { cargoOf, fileClaim, type NewClaim } from "../../shared/casework/file-claim.ts";
import { isAnothersDocument } from "../../shared/casework/holder-match.ts";
import { takeClaim as route } from "../../shared/contract/casework-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import { workingOf } from "../../shared/domain/claim-clocks.ts";
import { normalizeSupplyCode } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { observedOnTheCall } from "./telephone-caller.ts";

type Request = RequestOf<typeof route>;
type Decided = Answer<NewClaim, "receipt-not-found" | "upload-not-found">;

/** Receipts that may be claimed: a late claim is taken and told, so more months than any term has. */
const monthsRead = 28;

/** Files what somebody tells staff. The key of the claim is for its claimant, who gets it by message: staff never see it. */
export const takeClaim = (desk: CaseworkDesk) =>
  serve(route, async (request) => {
    const { body, write, now } = request;
    const supplyCode = normalizeSupplyCode(body.supplyCode, desk.tenant.supplyCodeLength.value);
    const receipts = await desk.receiptReader.lastMonths(supplyCode, monthsRead);
    if (receipts.length === 0) return refused("supply-not-found");
    const filed = await fileClaim(desk, { write, now }, () => decided(desk, request, supplyCode, receipts));
    if (!filed.ok) return filed;
    const { claimKey: _, ...cargo } = await cargoOf(desk, filed.value);
    const { file, claim, law } = filed.value;
    const observed = lastEntry(file.events, "defect-observed")?.details;
    const until = workingOf("T04", claim, law)?.dueDate;
    return ok({ ...cargo, ...(observed && { observed: { defects: [...observed.defects], until } }) });
  });

async function decided(
  desk: CaseworkDesk,
  request: Request,
  supplyCode: string,
  receipts: readonly PaidReceipt[],
): Promise<Decided> {
  const { caller, write, now } = request;
  const { channel, receipts: named, claimType, uploadIds, declaredBy, ...said } = request.body;
  const claimed = receiptsNamed(receipts, named);
  if (!claimed.ok) return claimed;
  const attached = await attachedPapers(desk, caller.sub, uploadIds);
  if (!attached.ok) return attached;
  const { papers, attach } = attached.value;
  const registered = await desk.receiptReader.registeredOf(supplyCode);
  return ok({
    form: declaredForm({ ...said, supplyCode }, declaredBy, now),
    claimType,
    channel,
    by: caller,
    receipts: claimed.value,
    papers,
    isAnothersDocument: isAnothersDocument(said.claimant, receipts, registered),
    followedBy: observedOnTheCall(desk.tenant, request, receipts, registered),
    also: (claimId) => attach({ claimId }),
    write,
    now,
  });
}
