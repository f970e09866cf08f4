import { summaryAt } from "../../shared/casework/claim-view.ts";
import { openClaim as route } from "../../shared/contract/claim-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";
import { guessedClaim } from "./claim-guess.ts";

/** Opens a claim to the account of who has its key. Again is the same. */
export const openClaim = (desk: ClaimDesk) =>
  serve(route, async ({ body: { code, claimKey }, caller, now }) => {
    const guessed = await guessedClaim(desk, {
      at: "claim-key",
      code,
      now,
      said: claimKey,
      known: ({ filing }) => filing.details.claimKey,
    });
    if (!guessed.ok) return guessed;
    await desk.caseFiles.grant(caller.sub, guessed.value.file.head.claimId);
    return ok(summaryAt(guessed.value));
  });
