import { remedyDecision } from "../../shared/casework/claimant-acts.ts";
import { takeRemedy as route } from "../../shared/contract/casework-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";
import { writerOf } from "./presented-act.ts";

/** Writes down how a claimant answers an observation. */
export const takeRemedy = (desk: CaseworkDesk) =>
  serve(route, (request) => {
    const { body, caller } = request;
    return editCase(desk, request, async (at) => {
      const writer = await writerOf(desk, caller, at, body, "remedy");
      return writer.ok ? remedyDecision(desk, writer.value, at, body) : writer;
    });
  });
