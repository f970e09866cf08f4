import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { declaredForm } from "../../shared/casework/declared-form.ts";
import { receiptsNamed } from "../../shared/casework/disputed-receipts.ts";
import { cargoOf, fileClaim as file, type NewClaim } from "../../shared/casework/file-claim.ts";
import { isAnothersDocument } from "../../shared/casework/holder-match.ts";
import { fileClaim as route } from "../../shared/contract/claim-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";
import { monthsClaimed } from "./months-claimed.ts";

type Request = RequestOf<typeof route>;
type Decided = Answer<NewClaim, "supply-not-linked" | "receipt-not-found" | "upload-not-found">;

/** Files a claim about receipts of a linked supply. Its draft goes with it. */
export const fileClaim = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const filed = await file(desk, request, () => decided(desk, request));
    if (!filed.ok) {
      const { error } = filed;
      // What the law refuses of a filing is about telephones alone.
      if (error === "not-now") throw new Error(`a claim by web was refused: ${filed.detail}`);
      return { ...filed, error };
    }
    return ok(await cargoOf(desk, filed.value, request.caller.sub));
  });

async function decided(desk: ClaimDesk, { body, caller, now, write }: Request): Promise<Decided> {
  const { linkId, draftId, receipts: named, claimType, uploadIds, declares, ...said } = body;
  const { sub } = caller;
  const link = await desk.supplyLinks.find(sub, linkId);
  if (!link) return refused("supply-not-linked");
  const { supplyCode } = link;
  const [months, registered] = await Promise.all([
    desk.receiptReader.lastMonths(supplyCode, monthsClaimed),
    desk.receiptReader.registeredOf(supplyCode),
  ]);
  const receipts = receiptsNamed(months, named);
  if (!receipts.ok) return receipts;
  const attached = await attachedPapers(desk, sub, uploadIds);
  if (!attached.ok) return attached;
  const { papers, attach } = attached.value;
  return ok({
    form: declaredForm({ ...said, supplyCode }, declares ? "checkbox-signed-in" : undefined, now),
    claimType,
    channel: "web",
    by: caller,
    sub,
    isAnothersDocument: isAnothersDocument(said.claimant, months, registered),
    receipts: receipts.value,
    papers,
    also: (claimId) => [
      ...attach({ claimId }),
      ...(draftId === undefined ? [] : [desk.claimDrafts.dropWrite(sub, draftId)]),
    ],
    write,
    now,
  });
}
