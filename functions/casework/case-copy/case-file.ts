import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { refusalWords } from "../../../shared/casework/case/law-refusal-words.ts";
import { openCase } from "../../../shared/casework/case/open-case.ts";
import { copyFile, lastCopy, orderCopy, pieceViews } from "../../../shared/casework/case-copy/case-copies.ts";
import { keptFrom, mayRevealOthers } from "../../../shared/casework/case-copy/case-pieces.ts";
import {
  decideAccess as accessRoute,
  downloadCaseFile as downloadRoute,
  handOverCopy as handOverRoute,
  orderCaseFile as orderRoute,
  showCaseFile as showRoute,
} from "../../../shared/contract/case-copy/case-file-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { deskCopyKinds, guardedCopies } from "../../../shared/domain/case-copy/case-copy.ts";
import { exportIdOf } from "../../../shared/storage/case-copy/case-exports.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Answers the index of the case file, piece by piece. `access` of a piece names the readers (claimant, third party)
 * from whom the piece may be withheld, each with whether it is. Also answers the last copy of each kind that staff
 * order, and whether the caller may decide access, order copies and hand one over. Refuses `claim-not-found` if there
 * is no such case or the caller may not read it.
 */
export const showCaseFile = (deps: CaseworkDeps) =>
  serve(showRoute, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const at = opened.value;
    const { events, head } = at.file;
    const pieces = await pieceViews(deps, at, [...deskCopyKinds, "claimant"], "print");
    const copies = await Promise.all(deskCopyKinds.map((copy) => lastCopy(deps, at, copy, now)));
    const isOf = (roles: readonly string[]) => roles.some((role) => caller.roles.some((own) => own === role));
    return ok({
      claimId: head.claimId,
      code: head.code,
      version: head.version,
      pieces: pieces.map((piece) => {
        const event = events[piece.seq - 1];
        const access = event
          ? guardedCopies
              .filter((copy) => mayRevealOthers(event, copy))
              .map((copy) => ({ copy, state: keptFrom(events, event, copy) ?? ("whole" as const) }))
          : [];
        return { ...piece, access };
      }),
      copies: copies.flatMap((copy) => copy ?? []),
      mayDecide: isOf(accessRoute.roles),
      mayOrder: isOf(orderRoute.roles),
      mayHandOver: isOf(handOverRoute.roles),
    });
  });

/**
 * Orders a copy of the case file of the kind `copy`, which a worker makes, and answers how far the copy is. If no piece
 * was added since, a second order on the same day answers the same copy. Refuses `claim-not-found` if there is no such
 * case or the caller may not read it.
 */
export const orderCaseFile = (deps: CaseworkDeps) =>
  serve(orderRoute, async ({ params, caller, body, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    return opened.ok ? ok(await orderCopy(deps, opened.value, body.copy, now)) : opened;
  });

/**
 * Answers an address to download one file of a finished copy. Refuses `document-not-found` if the copy has no such file
 * or is not finished, or if the claimant ordered the copy: such a copy contains their claim key, which staff never see.
 * Refuses `claim-not-found` if there is no such case or the caller may not read it.
 */
export const downloadCaseFile = (deps: CaseworkDeps) =>
  serve(downloadRoute, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const copy = exportIdOf(params.claimId, params.copyId)?.copy;
    if (!copy || copy === "claimant") return refused("document-not-found");
    const downloads = copy === "tribunal" ? deps.packageDownloads : deps.copyDownloads;
    const file = await copyFile(deps, downloads, opened.value, params);
    return file ? ok({ ...file, expiresAt: linkExpiry(now) }) : refused("document-not-found");
  });

/**
 * Records `copy-handed-over`, effective at `handedAt`, when the claimant or the person who came for them received a
 * finished copy. Refuses `document-not-found` if the copy does not exist, is not finished or is not of the kind
 * `handed-over`. Refuses `not-now` if `handedAt` is in the future or before the copy was made. Answers the case. Also
 * refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const handOverCopy = (deps: CaseworkDeps) =>
  serve(handOverRoute, (request) =>
    editCase(deps, request, async ({ now }) => {
      const { params, body, caller } = request;
      const { handedAt: effectiveAt, receiver } = body;
      const id = exportIdOf(params.claimId, params.copyId);
      const copy = id?.copy === "handed-over" ? await deps.caseExports.find(id) : undefined;
      if (!copy?.closed) return refused("document-not-found");
      if (effectiveAt > now) return refused("not-now", { detail: refusalWords["not-happened-yet"] });
      if (effectiveAt < copy.madeAt)
        return refused("not-now", { detail: "Esa copia se preparó después: revisa cuándo se entregó." });
      const { folios, closed } = copy;
      const details = { copyId: params.copyId, manifestSha256: closed.manifest.sha256, folios, receiver };
      return ok({ entries: [{ type: "copy-handed-over", effectiveAt, by: caller, details }] });
    }),
  );

/**
 * Records `access-decided`: whether copies for a reader (`copy`) show the entry `seq`, which may reveal data of other
 * people. A copy already made does not change. Refuses `not-now` if no entry has that `seq`, or if the entry cannot
 * reveal others to the reader. Answers the case. Also refuses as `editCase`.
 */
export const decideAccess = (deps: CaseworkDeps) =>
  serve(accessRoute, (request) =>
    editCase(deps, request, (at) => {
      const { seq, copy } = request.body;
      const event = at.file.events[seq - 1];
      if (!event || !mayRevealOthers(event, copy))
        return refused("not-now", { detail: "De ese asiento no hay nada que decidir para quien lo pide." });
      return ok({
        entries: [{ type: "access-decided", effectiveAt: at.now, by: request.caller, details: request.body }],
      });
    }),
  );
