import { ownProblem, problemView, writeEntry } from "../../shared/casework/problems.ts";
import { disputeSolution as route } from "../../shared/contract/problem-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Says that a problem told as solved is not. */
export const disputeSolution = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const { params, body, caller, now } = request;
    const find = () => ownProblem(desk, caller.sub, params.problemId);
    const entry = { type: "disputed", at: now, by: caller, text: body.text } as const;
    const written = await writeEntry(desk, find, request, "dispute", entry);
    return written.ok ? ok(await problemView(desk, written.value, caller, now)) : written;
  });
