import { elevateFile as route } from "../../shared/contract/casework-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Records that the tribunal received the file. */
export const elevateFile = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, () =>
      ok({
        entries: [
          {
            type: "file-elevated",
            effectiveAt: request.body.receivedAt,
            by: request.caller,
            details: { reference: request.body.reference },
          },
        ],
      }),
    ),
  );
