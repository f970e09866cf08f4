import { answerFiling as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { isActOfClaim } from "../../shared/domain/filing.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { limitedPapers } from "./limited-papers.ts";
import { stepFiling } from "./step-filing.ts";

/** Answers a received document, once, with an act and its file. */
export const answerFiling = (desk: FilingsDesk) =>
  serve(route, ({ params: { filingId }, body: { text, uploadIds }, caller, write, now }) =>
    stepFiling(desk, filingId, { write, now }, async ({ state, kind, answeredAt }) => {
      if (state !== "received" || isActOfClaim(kind))
        return refused("not-now", {
          detail: "Primero recibe el documento; un recurso o una queja se responde en su reclamo.",
        });
      if (answeredAt !== undefined) return refused("not-now", { detail: "Este documento ya tiene respuesta." });
      const attached = await limitedPapers(desk, caller.sub, uploadIds, now);
      if (!attached.ok) return attached;
      const { papers, attach } = attached.value;
      if (papers.some((paper) => paper.state !== "received"))
        return refused("not-now", { detail: "El documento todavía se revisa. Espera a que diga «recibido»." });
      return ok({
        step: { entry: { type: "answered", at: now, by: caller.sub, text, papers }, set: { answeredAt: now } },
        also: attach({ filingId }),
      });
    }),
  );
