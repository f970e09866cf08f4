import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { takeExtension as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `claim-extended`: grounds, attachments or months that a claimant adds to their claim through staff, effective
 * when they were handed in, or now. Refuses `receipt-not-found` if a receipt is not of the supply's last 24 billed
 * months; `upload-not-found` if an upload is not the caller's. Refuses `not-now` after the last day to extend (T05) or
 * ten extensions, or if months are added to a claim about no receipts or one that would then have more than 24. If
 * something was handed in, `writerOf` refuses `submission-not-found` if there is no such submission, or `not-now` if
 * its date, files or state do not fit. Answers the case. Also refuses `write-key-used` and `busy` (`editCase`).
 */
export const takeExtension = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "extension");
      return writer.ok ? extensionDecision(deps, writer.value, at, body) : writer;
    });
  });
