import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { takeExtension as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `claim-extended`: grounds, attachments or months that a claimant adds, written down by staff; effective when
 * handed in, else now. Refuses `receipt-not-found` if a receipt is not of the supply's last 24 billed months;
 * `upload-not-found`; `not-now` after the last day (T05), ten extensions, or 24 receipts. For what was handed in,
 * refuses as `writerOf` does.
 */
export const takeExtension = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "extension");
      return writer.ok ? extensionDecision(deps, writer.value, at, body) : writer;
    });
  });
