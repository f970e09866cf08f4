import { elevateFile as route } from "../../shared/contract/casework-routes.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

/** Records that the tribunal received the file: the last copy that was made for it. */
export const elevateFile = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, ({ file: { events } }) =>
      ok({
        entries: [
          {
            type: "file-elevated",
            effectiveAt: request.body.receivedAt,
            by: request.caller,
            details: {
              reference: request.body.reference,
              manifestSha256: lastEntry(events, "case-file-exported")?.details.manifestSha256,
            },
          },
        ],
      }),
    ),
  );
