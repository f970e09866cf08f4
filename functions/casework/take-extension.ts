import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { takeExtension as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records `claim-extended`: grounds, attachments or months that a claimant adds through staff, as of their handing in,
 * or now. Refuses `receipt-not-found` if a month is not of the supply's last 24 billed; `upload-not-found` if an upload
 * is not the caller's; `not-now` after the last day to extend (T05), ten extensions or 24 months, or for months of a
 * claim about no receipts; and as `writerOf` for what was handed in. `editCase` adds `write-key-used` and `busy`.
 */
export const takeExtension = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "extension");
      return writer.ok ? extensionDecision(deps, writer.value, at, body) : writer;
    });
  });
