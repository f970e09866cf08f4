import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { takeExtension as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `claim-extended`: grounds, attachments or months that a claimant adds, written down by staff. It takes effect
 * when it was handed in, or now if nothing was. Refuses `receipt-not-found` if a receipt is not of the supply's last 24
 * billed months; `upload-not-found` if an upload is not the caller's; `submission-not-found` if there is no such
 * submission. Refuses `not-now` after the last day to extend (T05), after ten extensions, if the claim would have more
 * than 24 receipts, or if what was handed in cannot be this act (`broughtAct`).
 */
export const takeExtension = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "extension");
      return writer.ok ? extensionDecision(deps, writer.value, at, body) : writer;
    });
  });
