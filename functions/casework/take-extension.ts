import { extensionDecision } from "../../shared/casework/claimant-acts.ts";
import { takeExtension as route } from "../../shared/contract/casework-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";

/** Writes down what a claimant adds to their claim. */
export const takeExtension = (desk: CaseworkDesk) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(desk, request, async (at) => {
      const writer = await writerOf(desk, caller, at, body, "extension");
      return writer.ok ? extensionDecision(desk, writer.value, at, body) : writer;
    });
  });
