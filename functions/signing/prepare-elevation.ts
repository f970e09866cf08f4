import { record } from "../../shared/casework/case/record.ts";
import { letterOffice } from "../../shared/casework/notice/letter-facts.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { prepareElevation as route } from "../../shared/contract/resolution/signing-routes.ts";
import { claimTypeOf } from "../../shared/domain/case/claim.ts";
import { allowedEvents } from "../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import { frozenAnswer, frozenBy } from "./freeze-document.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Sends to signature the letter that goes to the tribunal with the file. If an earlier letter waits for its signature,
 * voids the number of the earlier one. Refuses `not-now` if no appeal is to be elevated. Also refuses
 * `claim-not-found`, `version-stale`, `busy` and `write-key-used`, as every write in a case may.
 */
export const prepareElevation = (deps: SigningDeps) =>
  serve(route, async ({ params, caller, now, write, version }) => {
    const recorded = await record(deps, { ...params, now, write, version, slow: true }, async (at) => {
      const { file, filing, claim, law } = at;
      if (!allowedEvents(claim.state).includes("file-elevated"))
        return refused("not-now", { detail: "En este reclamo no hay una apelación por elevar." });
      const frozen = await frozenBy(deps, at, {
        kind: "elevation-letter",
        fileName: (number) => `oficio-elevacion-${number}.pdf`,
        sheet: (number) =>
          deps.tenant.letters.elevationLetter({
            ...letterOffice(deps.tenant, filing.filedOn),
            filing,
            claimType: law.claimTypes[claimTypeOf(claim.history) ?? filing.claimType].name,
            events: file.events,
            madeAt: at.now,
            number,
          }),
        by: caller,
      });
      return ok(frozen);
    });
    return recorded.ok ? ok(frozenAnswer(recorded.value, "elevation-letter")) : recorded;
  });
