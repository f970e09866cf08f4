import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { extensionDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import { takeExtension as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { serve } from "../../runtime/serve.ts";
import { writerOf } from "../counter/presented-act.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";
/**
 * Records `claim-extended`: what a claimant adds through staff, as of when it was handed in, or now. Refuses
 * `receipt-not-found` if a receipt is not of the supply's last 24 billed months; `upload-not-found` if an upload is
 * another's; `not-now` after the last day to extend or ten extensions, or for months if the claim is about no receipts
 * or would have over 24. Refuses what was handed in as `writerOf`. Answers the case. Also refuses as `editCase`.
 */
export const takeExtension = (deps: TelephoneDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "extension");
      return writer.ok ? extensionDecision(deps, writer.value, at, body) : writer;
    });
  });
