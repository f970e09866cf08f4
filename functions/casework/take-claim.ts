import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { claimLaw } from "../../shared/casework/claim-law.ts";
import { cargoOf, claimTypeTaken, fileClaim, type NewClaim } from "../../shared/casework/file-claim.ts";
import { takeClaim as route } from "../../shared/contract/casework-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { normalizeReceiptNumber, normalizeSupplyCode, receiptKey } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { holderMatch } from "./holder-match.ts";

type Request = RequestOf<typeof route>;
type Decided = Answer<
  NewClaim,
  "receipt-not-found" | "telephone-holder-only" | "holder-does-not-match" | "upload-not-found"
>;

/** Receipts that may be claimed: a late claim is taken and told, so more months than any term has. */
const monthsRead = 24;

/** Files what somebody tells staff. The key of the claim is for its claimant, who gets it by message: staff never see it. */
export const takeClaim = (desk: CaseworkDesk) =>
  serve(route, async (request) => {
    const { body, write, now } = request;
    const supplyCode = normalizeSupplyCode(body.supplyCode, desk.tenant.supplyCodeLength.value);
    const receipts = await desk.receiptReader.lastMonths(supplyCode, monthsRead);
    if (receipts.length === 0) return refused("supply-not-found");
    const number = normalizeReceiptNumber(body.receiptNumber);
    const receipt = receipts.find(
      (one) => one.receipt.period === body.period && receiptKey(one.receipt).number === number,
    );
    if (!receipt) return refused("receipt-not-found");
    const filed = await fileClaim(desk, { write, now }, () => decided(desk, request, supplyCode, receipt, receipts));
    if (!filed.ok) return filed;
    const { claimKey: _, ...cargo } = await cargoOf(desk, filed.value, receipt);
    return ok(cargo);
  });

async function decided(
  desk: CaseworkDesk,
  request: Request,
  supplyCode: string,
  receipt: PaidReceipt,
  receipts: readonly PaidReceipt[],
): Promise<Decided> {
  const { caller, write, now } = request;
  const { channel, receiptNumber: _, period: __, uploadIds, ...said } = request.body;
  const allowed = allowedBy(desk, request, receipts);
  if (!allowed.ok) return allowed;
  const attached = await attachedPapers(desk, caller.sub, uploadIds);
  if (!attached.ok) return attached;
  const { papers, attach } = attached.value;
  return ok({
    form: { ...said, supplyCode },
    claimType: claimTypeTaken,
    channel,
    by: caller,
    receipt,
    papers,
    also: (claimId) => attach({ claimId }),
    write,
    now,
  });
}

/** By telephone only the holder claims (`phone.titular_only`), known by the document the newest receipt has. */
function allowedBy(
  { tenant }: CaseworkDesk,
  { body: { channel, claimant }, now }: Request,
  receipts: readonly PaidReceipt[],
): Answer<undefined, "telephone-holder-only" | "holder-does-not-match"> {
  if (channel !== "telephone" || !claimLaw(tenant, limaDay(now)).phone.titularOnly) return ok(undefined);
  if (claimant.standing.as !== "holder") return refused("telephone-holder-only");
  // Without a document the office asks for it; with another's it is not the holder who calls.
  const match = claimant.document && holderMatch(receipts, claimant.document.number);
  return match === "does-not-match" ? refused("holder-does-not-match") : ok(undefined);
}
