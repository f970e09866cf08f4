import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { cargoOf, claimTypeTaken, fileClaim as file, type NewClaim } from "../../shared/casework/file-claim.ts";
import { fileClaim as route } from "../../shared/contract/claim-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { normalizeReceiptNumber, receiptKey } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

type Request = RequestOf<typeof route>;
type Decided = Answer<NewClaim, "supply-not-linked" | "receipt-not-found" | "upload-not-found">;

/** Months whose receipts may be claimed: more than any term to claim has, for a late claim is taken and told. */
const monthsClaimed = 24;
/** A repeated write finds its receipt as long as its key is kept, whatever was billed since. */
const monthsSince = 4;

/** Files a claim about a receipt of a linked supply. Its draft goes with it. */
export const fileClaim = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const filed = await file(desk, request, () => decided(desk, request));
    if (!filed.ok) {
      const { error } = filed;
      // What the law refuses of a filing is about telephones alone.
      if (error === "not-now") throw new Error(`a claim by web was refused: ${filed.detail}`);
      return { ...filed, error };
    }
    const at = filed.value;
    const [disputed] = at.filing.details.form.receipts;
    const receipts = await desk.receiptReader.lastMonths(at.file.head.supplyCode, monthsClaimed + monthsSince);
    const receipt = disputed && receiptAmong(receipts, disputed.number, disputed.period);
    if (!receipt) throw new Error(`the receipt of claim ${at.file.head.claimId} is gone`);
    return ok(await cargoOf(desk, at, receipt, request.caller.sub));
  });

async function decided(desk: ClaimDesk, { body, caller, now, write }: Request): Promise<Decided> {
  const { linkId, draftId, receiptNumber, period, uploadIds, ...said } = body;
  const { sub } = caller;
  const link = await desk.supplyLinks.find(sub, linkId);
  if (!link) return refused("supply-not-linked");
  const { supplyCode } = link;
  const receipts = await desk.receiptReader.lastMonths(supplyCode, monthsClaimed);
  const receipt = receiptAmong(receipts, normalizeReceiptNumber(receiptNumber), period);
  if (!receipt) return refused("receipt-not-found", { detail: "Elige uno de los recibos de este suministro." });
  const attached = await attachedPapers(desk, sub, uploadIds);
  if (!attached.ok) return attached;
  const { papers, attach } = attached.value;
  return ok({
    form: { ...said, supplyCode },
    claimType: claimTypeTaken,
    channel: "web",
    by: caller,
    sub,
    receipt,
    papers,
    also: (claimId) => [
      ...attach({ claimId }),
      ...(draftId === undefined ? [] : [desk.claimDrafts.dropWrite(sub, draftId)]),
    ],
    write,
    now,
  });
}

function receiptAmong(
  receipts: readonly PaidReceipt[],
  number: string | undefined,
  period: string,
): PaidReceipt | undefined {
  return receipts.find(({ receipt }) => receipt.period === period && receiptKey(receipt).number === number);
}
