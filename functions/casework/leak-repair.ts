import { findAttachments } from "../../shared/casework/find-attachments.ts";
import { refusalWords } from "../../shared/casework/refusal-words.ts";
import { serviceInstant } from "../../shared/casework/service-instant.ts";
import {
  requireRepair as requireRoute,
  verifyRepair as verifyRoute,
} from "../../shared/contract/investigation-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { mayRead } from "./open-case.ts";
import { mailed } from "./serve-act-by-email.ts";

/**
 * Requires the repair of a non-visible leak (digest 7.4, T23). Notified by staff, it is recorded with the instant of
 * that service; sent by e-mail, only the notice is recorded, and the requirement when it is acknowledged. Refuses
 * `not-now` for a service that is late or to come, `no-consent` for an e-mail nobody agreed to.
 */
export const requireRepair = (deps: CaseworkDeps) =>
  serve(requireRoute, (request) =>
    editCase(deps, request, (at) => {
      const { text, how, deliveredAt } = request.body;
      const fact = {
        type: "leak-repair-required",
        effectiveAt: at.now,
        by: request.caller,
        details: { text },
      } as const;
      if (how === "email") return mailed(deps, at, request.caller, { of: "leak-repair", says: [text], starts: fact });
      const effectiveAt = serviceInstant({ how, deliveredAt }, at);
      return effectiveAt.ok ? ok({ entries: [{ ...fact, effectiveAt: effectiveAt.value }] }) : effectiveAt;
    }),
  );

/**
 * Records the visit that verifies a repair, with its meter readings and photos. Refuses `not-now` if it says repaired
 * and the meter turned with every outlet closed, or if it was before the repair was required; `claim-not-found` to an
 * inspector without a visit of this claim; `upload-not-found` for a photo that is not theirs.
 */
export const verifyRepair = (deps: CaseworkDeps) =>
  serve(verifyRoute, (request) =>
    editCase(deps, request, async (at) => {
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
      const attached = await findAttachments(deps, by.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments: photos, attach } = attached.value;
      const test = `Con todos los puntos de agua cerrados, el medidor marcó ${before} y ${minutes} minutos después ${after}.`;
      const observations = `${test} ${body.observations}`;
      return ok({
        entries: [{ type: "leak-verified", effectiveAt: verifiedAt, by, repaired, details: { observations, photos } }],
        also: attach({ claimId: at.file.head.claimId }),
      });
    }),
  );
