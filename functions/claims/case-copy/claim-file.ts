import { copyFile, lastCopy, orderCopy, pieceViews } from "../../../shared/casework/case-copy/case-copies.ts";
import {
  downloadFile as downloadRoute,
  orderFile as orderRoute,
  showFile as showRoute,
} from "../../../shared/contract/case-copy/claim-file-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { exportIdOf } from "../../../shared/storage/case-copy/case-exports.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers the index of the case file as its claimant may see it, and the last copy they ordered, if any. Refuses
 * `claim-not-found` if the customer neither filed nor opened the claim.
 */
export const showFile = (deps: ClaimDeps) =>
  serve(showRoute, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const at = found.value;
    const copy = await lastCopy(deps, at, "claimant", request.now);
    const pieces = await pieceViews(deps, at, ["claimant"], "claimant");
    return ok({ code: at.file.head.code, pieces, ...(copy && { copy }) });
  });

/**
 * Orders the claimant's copy of the case file, free of charge, which a worker makes, and answers how far the copy is.
 * If no piece was added since, a second order on the same day answers the same copy. Refuses `claim-not-found` if the
 * customer neither filed nor opened the claim.
 */
export const orderFile = (deps: ClaimDeps) =>
  serve(orderRoute, async (request) => {
    const found = await callersClaim(deps, request);
    return found.ok ? ok(await orderCopy(deps, found.value, "claimant", request.now)) : found;
  });

/**
 * Answers an address to download a file of a finished copy that the claimant ordered. Refuses `claim-not-found` if the
 * customer neither filed nor opened the claim; `document-not-found` if the copy is not the claimant's or is not
 * finished, or has no such file.
 */
export const downloadFile = (deps: ClaimDeps) =>
  serve(downloadRoute, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const { params, now } = request;
    const isTheirs = exportIdOf(params.claimId, params.copyId)?.copy === "claimant";
    const file = isTheirs ? await copyFile(deps, deps.copyDownloads, found.value, params) : undefined;
    return file ? ok({ ...file, expiresAt: linkExpiry(now) }) : refused("document-not-found");
  });
