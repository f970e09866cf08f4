import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { isAnothersDocument } from "../../../shared/casework/counter/holder-match.ts";
import { cargoOf } from "../../../shared/casework/filing/claim-cargo.ts";
import { claimableMonths } from "../../../shared/casework/filing/claimable-months.ts";
import { declaredForm } from "../../../shared/casework/filing/declared-form.ts";
import { fileClaim as file, type NewClaim } from "../../../shared/casework/filing/file-claim.ts";
import { guestOf } from "../../../shared/casework/filing/guest.ts";
import { writtenByGuest } from "../../../shared/casework/filing/written-by-guest.ts";
import { fileOpenClaim as route } from "../../../shared/contract/open-routes.ts";
import type { Answer } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { networkOf } from "../../../shared/domain/network.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

type Request = RequestOf<typeof route>;

/**
 * Totals that a network may write in a day, right or wrong, at all supplies together: as many supplies as a look-up
 * lets it try wrongly (docs/decisions/0031-look-up.md). More show nothing of their supply.
 */
const totalsPerDay = 20;

/**
 * Files a claim of somebody without an account, and answers its cargo and key. A supply or receipt that does not exist
 * is taken as written. The claim gets no visit or hearing until its contact is confirmed. Refuses `upload-not-found` if
 * an upload does not belong to the draft `draftId`; `write-key-used` if the key filed another claim; `busy` after eight
 * attempts. Throws if the law refuses the claim: it refuses only claims by telephone.
 */
export const fileOpenClaim = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const written = await writtenIn(deps, request);
    const filed = await file(deps, request, () => decided(deps, request, written));
    if (!filed.ok) {
      const { error } = filed;
      // The law refuses claims by telephone alone: one by web must pass.
      if (error === "not-now") throw new Error(`a claim by web was refused: ${filed.detail}`);
      return { ...filed, error };
    }
    const { claimKey } = filed.value.filing.details;
    return ok({ ...(await cargoOf(deps, filed.value)), claimKey });
  });

type Written = Awaited<ReturnType<typeof writtenIn>>;

async function writtenIn(deps: ClaimDeps, { body, viewerAddress, now }: Request) {
  const { receiptReader, attemptCounter, dailyCounts, tenant } = deps;
  const supplyCode = normalizeSupplyCode(body.supplyCode, tenant.supplyCodeLength.value);
  const [months, registered] = await Promise.all([
    receiptReader.lastMonths(supplyCode, claimableMonths),
    receiptReader.registeredOf(supplyCode),
  ]);
  const { receipts, claimant } = body;
  const isTotalTaken =
    body.receiptTotal !== undefined && (await dailyCounts.take("totals", networkOf(viewerAddress), totalsPerDay, now));
  const receiptTotal = isTotalTaken ? body.receiptTotal : undefined;
  const said = { supplyCode, receipts, receiptTotal, document: claimant.document };
  const written = await writtenByGuest(attemptCounter, said, { months, registered }, now);
  const isAnothers = isAnothersDocument(claimant, months, registered);
  return { ...written, supplyCode, isAnothers, zone: registered?.ubigeo };
}

async function decided(
  deps: ClaimDeps,
  { body, now, write }: Request,
  { guest, receipts, supplyCode, isAnothers, zone }: Written,
): Promise<Answer<NewClaim, "upload-not-found">> {
  const {
    supplyCode: _,
    receipts: __,
    receiptTotal: ___,
    draftId,
    claimType,
    uploadIds,
    declares,
    borrowed,
    ...said
  } = body;
  const by = guestOf(draftId);
  const attached = await findAttachments(deps, by.sub, uploadIds);
  if (!attached.ok) return attached;
  const { attachments, attach } = attached.value;
  const form = { ...said, supplyCode, ...(borrowed && { borrowed }) };
  return ok({
    form: declaredForm(form, declares ? "checkbox" : undefined, now),
    claimType,
    channel: "web",
    by,
    guest,
    isAnothersDocument: isAnothers,
    receipts,
    zone,
    attachments,
    also: (claimId) => attach({ claimId }),
    write,
    now,
  });
}
