import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { isAnothersDocument } from "../../../shared/casework/counter/holder-match.ts";
import { cargoOf } from "../../../shared/casework/filing/claim-cargo.ts";
import { claimableMonths } from "../../../shared/casework/filing/claimable-months.ts";
import { declaredForm } from "../../../shared/casework/filing/declared-form.ts";
import { fileClaim as file, type NewClaim } from "../../../shared/casework/filing/file-claim.ts";
import { receiptsNamed } from "../../../shared/casework/receipt/named-receipts.ts";
import { linkStands } from "../../../shared/casework/supply/standing-link.ts";
import { fileClaim as route } from "../../../shared/contract/claim/claim-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

type Request = RequestOf<typeof route>;
type Decided = Answer<NewClaim, "supply-not-linked" | "receipt-not-found" | "upload-not-found">;

/**
 * Files a claim by web about receipts of a linked supply, deletes its draft, and answers the cargo. Refuses
 * `supply-not-linked` if the account has no such link or the supply's holder changed; `receipt-not-found` if a receipt
 * is not of its last 24 billed months; `upload-not-found` if an upload is another's; `write-key-used` if the key filed
 * another claim; `busy` after eight attempts. Throws if the law refuses the claim, as it may only by telephone.
 */
export const fileClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const filed = await file(deps, request, () => decided(deps, request));
    if (!filed.ok) {
      const { error } = filed;
      // The law refuses claims by telephone alone: one by web must pass.
      if (error === "not-now") throw new Error(`a claim by web was refused: ${filed.detail}`);
      return { ...filed, error };
    }
    return ok(await cargoOf(deps, filed.value, request.caller.sub));
  });

async function decided(deps: ClaimDeps, { body, caller, now, write }: Request): Promise<Decided> {
  const { linkId, draftId, receipts: named, claimType, uploadIds, declares, ...said } = body;
  const { sub } = caller;
  const [link, attached] = await Promise.all([
    deps.supplyLinks.find(sub, linkId),
    findAttachments(deps, sub, uploadIds),
  ]);
  if (!link) return refused("supply-not-linked");
  const { supplyCode } = link;
  const [months, registered] = await Promise.all([
    deps.receiptReader.lastMonths(supplyCode, claimableMonths),
    deps.receiptReader.registeredOf(supplyCode),
  ]);
  if (!(await linkStands(deps, { ...link, sub }, months, now))) return refused("supply-not-linked");
  const receipts = receiptsNamed(months, named);
  if (!receipts.ok) return receipts;
  if (!attached.ok) return attached;
  const { attachments, attach } = attached.value;
  return ok({
    form: declaredForm({ ...said, supplyCode }, declares ? "checkbox-signed-in" : undefined, now),
    claimType,
    channel: "web",
    by: caller,
    sub,
    isAnothersDocument: isAnothersDocument(said.claimant, months, registered),
    receipts: receipts.value,
    attachments,
    also: (claimId) => [
      ...attach({ claimId }),
      ...(draftId === undefined ? [] : [deps.claimDrafts.dropWrite(sub, draftId)]),
    ],
    write,
    now,
  });
}
