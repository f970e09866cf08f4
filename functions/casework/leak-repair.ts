import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { refusalWords } from "../../shared/casework/refusal-words.ts";
import { toldAt } from "../../shared/casework/told-at.ts";
import { requireRepair as requireRoute, verifyRepair as verifyRoute } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";
import { mayRead } from "./open-case.ts";
import { mailed } from "./told-by-mail.ts";

/** Requires the repair of a non-visible leak (digest 7.4, T23): recorded once the claimant was told, or acknowledges. */
export const requireRepair = (desk: CaseworkDesk) =>
  serve(requireRoute, (request) =>
    editCase(desk, request, (at) => {
      const { text, how, deliveredAt } = request.body;
      const fact = {
        type: "leak-repair-required",
        effectiveAt: at.now,
        by: request.caller,
        details: { text },
      } as const;
      if (how === "email") return mailed(desk, at, request.caller, { of: "leak-repair", says: [text], starts: fact });
      const effectiveAt = toldAt({ how, deliveredAt }, at);
      return effectiveAt.ok ? ok({ entries: [{ ...fact, effectiveAt: effectiveAt.value }] }) : effectiveAt;
    }),
  );

/** The visit that verifies a repair: a meter that turns with every outlet closed says that it is not. */
export const verifyRepair = (desk: CaseworkDesk) =>
  serve(verifyRoute, (request) =>
    editCase(desk, request, async (at) => {
      const { caller: by, body } = request;
      if (!mayRead(at.file, by)) return refused("claim-not-found");
      const { verifiedAt, repaired, before, after, minutes, uploadIds } = body;
      if (repaired && after !== before)
        return refused("not-now", {
          detail: "Con los puntos de agua cerrados el medidor siguió registrando: la fuga no está reparada.",
        });
      const required = lastEntry(at.file.events, "leak-repair-required");
      if (required && verifiedAt < required.effectiveAt)
        return refused("not-now", { detail: refusalWords["before-its-cause"] });
      const attached = await attachedPapers(desk, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { papers: photos, attach } = attached.value;
      const test = `Con todos los puntos de agua cerrados, el medidor marcó ${before} y ${minutes} minutos después ${after}.`;
      const observations = `${test} ${body.observations}`;
      return ok({
        entries: [{ type: "leak-verified", effectiveAt: verifiedAt, by, repaired, details: { observations, photos } }],
        also: attach({ claimId: at.file.head.claimId }),
      });
    }),
  );
