import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { elevateFile as route } from "../../../shared/contract/recourse/recourse-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { sinceAppeal } from "../../../shared/domain/case/since-appeal.ts";
import { signingOf } from "../../../shared/domain/resolution/frozen-documents.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `file-elevated`, effective when the tribunal received it (`receivedAt`), with the manifest hash of the copy
 * made for it since the appeal. Refuses `not-now` if the claim is not `in-appeal`, if `receivedAt` is in the future, if
 * no elevation letter made since the appeal is signed, or if there is no such copy and the file did not go on paper.
 * Answers the case. `editCase` adds `version-stale`, `write-key-used` and `busy`.
 */
export const elevateFile = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ file: { events }, claim }) => {
      const { receivedAt, reference, onPaper } = request.body;
      const since = sinceAppeal(events);
      const copy = onPaper ? undefined : lastEntry(since, "case-file-exported");
      if (allowedEvents(claim.state).includes("file-elevated")) {
        if (!hasSignedLetter(events, since))
          return refused("not-now", {
            detail:
              "Falta firmar el oficio con que el expediente va al tribunal. Prepárelo, que lo firme quien corresponde, y registre después cuándo lo recibió el tribunal: los plazos cuentan desde ese día.",
          });
        if (!copy && !onPaper)
          return refused("not-now", {
            detail:
              "Falta la copia del expediente para el tribunal. Pídala en «Expediente» y registre después la elevación. Si el expediente fue en papel, márquelo.",
          });
      }
      return ok({
        entries: [
          {
            type: "file-elevated",
            effectiveAt: receivedAt,
            by: request.caller,
            details: { reference, manifestSha256: copy?.details.manifestSha256, onPaper },
          },
        ],
      });
    }),
  );

/** Whether a letter of elevation among the entries `since` was signed. */
function hasSignedLetter(events: readonly CaseEvent[], since: readonly CaseEvent[]): boolean {
  return entriesOf(since, "document-frozen").some(
    ({ seq, details }) => details.document.kind === "elevation-letter" && signingOf(events, seq) !== undefined,
  );
}
