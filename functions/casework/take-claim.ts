import { claimLaw } from "../../shared/casework/claim-law.ts";
import { cargoOf, fileClaim } from "../../shared/casework/file-claim.ts";
import { takeClaim as route } from "../../shared/contract/casework-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { normalizeReceiptNumber, normalizeSupplyCode, receiptKey } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import { attachedPapers } from "./attached-papers.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { holderMatch } from "./holder-match.ts";

type Request = RequestOf<typeof route>;

/** Receipts that may be claimed: a late claim is taken and told, so more months than any term has. */
const monthsRead = 24;

/** Files what somebody tells staff. The key of the claim is for its claimant, who gets it by message: staff never see it. */
export const takeClaim = (desk: CaseworkDesk) =>
  serve(route, async (request) => {
    const { body, caller, now, write } = request;
    const { channel, receiptNumber, period, uploadIds, ...said } = body;
    const supplyCode = normalizeSupplyCode(said.supplyCode, desk.tenant.supplyCodeLength.value);
    const receipts = await desk.receiptReader.lastMonths(supplyCode, monthsRead);
    if (receipts.length === 0) return refused("supply-not-found");
    const number = normalizeReceiptNumber(receiptNumber);
    const receipt = receipts.find((one) => one.receipt.period === period && receiptKey(one.receipt).number === number);
    if (!receipt) return refused("receipt-not-found");
    const allowed = allowedBy(desk, request, receipts);
    if (!allowed.ok) return allowed;
    // A write made before has its files already: `fileClaim` answers what it made.
    const made = await desk.caseFiles.claimOfRequest(write.key);
    const attached = await attachedPapers(desk, caller, made ? [] : uploadIds);
    if (!attached.ok) return attached;
    const filed = await fileClaim(desk, {
      form: { ...said, supplyCode },
      claimType: "F01",
      channel,
      by: caller,
      receipt,
      papers: attached.value.papers,
      also: attached.value.attach,
      write,
      now,
    });
    if (!filed.ok) return filed;
    const { claimKey: _, ...cargo } = await cargoOf(desk, filed.value, receipt);
    return ok(cargo);
  });

/** By telephone only the holder claims (`phone.titular_only`), known by the document the newest receipt has. */
function allowedBy(
  { tenant }: CaseworkDesk,
  { body: { channel, claimant }, now }: Request,
  receipts: readonly PaidReceipt[],
): Answer<undefined, "telephone-holder-only" | "holder-does-not-match"> {
  if (channel !== "telephone" || !claimLaw(tenant, limaDay(now)).phone.titularOnly) return ok(undefined);
  if (claimant.standing.as !== "holder") return refused("telephone-holder-only");
  const match = holderMatch(receipts, claimant.document.number);
  return match === "does-not-match" ? refused("holder-does-not-match") : ok(undefined);
}
