import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { takeExtension as route } from "../../shared/contract/act-on-behalf-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";
/**
 * Records what a claimant adds to their claim, written down by staff. Refuses as `writerOf` and `extensionDecision` do.
 */
export const takeExtension = (deps: CaseworkDeps) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(deps, request, async (at) => {
      const writer = await writerOf(deps, caller, at, body, "extension");
      return writer.ok ? extensionDecision(deps, writer.value, at, body) : writer;
    });
  });
