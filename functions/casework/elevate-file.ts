import { editCase } from "../../shared/casework/edit-case.ts";
import { elevateFile as route } from "../../shared/contract/recourse-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { type CaseEvent, type CaseEventType, entriesOf, lastEntry } from "../../shared/domain/case-events.ts";
import { allowedEvents } from "../../shared/domain/claim-transitions.ts";
import { signingOf } from "../../shared/domain/frozen-documents.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/**
 * Records `file-elevated`, effective when the tribunal received it (`receivedAt`), with the manifest hash of the last
 * copy made for it, if any. Refuses `not-now` if the claim is not `in-appeal`, if `receivedAt` is in the future, or if
 * no elevation letter was sent to signature and signed since the last `appeal-filed`, `recourse-reclassified` or
 * `file-elevated`. Answers the case. `editCase` adds `version-stale`, `write-key-used` and `busy`.
 */
export const elevateFile = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ file: { events }, claim }) => {
      if (allowedEvents(claim.state).includes("file-elevated") && !hasSignedLetter(events))
        return refused("not-now", {
          detail:
            "Falta firmar el oficio con que el expediente va al tribunal. Prepáralo, que lo firme quien corresponde, y registra después cuándo lo recibió el tribunal: los plazos cuentan desde ese día.",
        });
      return ok({
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
      });
    }),
  );

/** A letter signed before one of these does not serve the appeal that follows it. */
const opensAppeal: ReadonlySet<CaseEventType> = new Set(["appeal-filed", "recourse-reclassified", "file-elevated"]);

/** Whether a letter of elevation was sent to signature, and signed, since the appeal that goes to the tribunal. */
function hasSignedLetter(events: readonly CaseEvent[]): boolean {
  const since = events.findLast(({ type }) => opensAppeal.has(type))?.seq ?? 0;
  return entriesOf(events, "document-frozen").some(
    ({ seq, details }) =>
      seq > since && details.document.kind === "elevation-letter" && signingOf(events, seq) !== undefined,
  );
}
