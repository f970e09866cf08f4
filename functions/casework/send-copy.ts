import { sendCopy as route } from "../../shared/contract/casework-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Records that the copy of a telephone claim was sent. */
export const sendCopy = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, ({ now }) =>
      ok({ entries: [{ type: "filing-copy-sent", effectiveAt: now, by: request.caller, details: request.body }] }),
    ),
  );
