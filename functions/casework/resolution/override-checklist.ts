import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { conciliatedWords, hasConciliated } from "../../../shared/casework/conciliation/conciliation-wall.ts";
import { caseEvidence } from "../../../shared/casework/resolution/case-evidence.ts";
import { draftFindings } from "../../../shared/casework/resolution/draft-findings.ts";
import { offOverrideList } from "../../../shared/casework/value/off-override-list.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { overrideChecklist as route } from "../../../shared/contract/resolution/decision-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

const ownDraft =
  "Quien redacta el proyecto no dispensa lo que le falta: pídelo a otra resolutora, a quien firma o a la gerencia.";

const offerCited =
  "Citar una propuesta que no fue aceptada no se dispensa: quien redacta quita esa cita. Lo demás se puede dispensar.";

/**
 * Records `checklist-overridden` of the named missing items and findings. Refuses `not-now` to who wrote the draft or
 * conciliated the claim; if an item is not missing, or a finding not in the draft or nobody's to let go; if a draft is
 * at signature; or if the claim is `observed`, or resolved or over and not `in-reconsideration`. `editCase` adds
 * `version-stale`, `write-key-used` and `busy`.
 */
export const overrideChecklist = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at, once) => {
      const { body, caller } = request;
      const barred = barredBy(at, caller);
      if (barred) return refused("not-now", { detail: barred });
      const decidedOn = await caseEvidence(once, at);
      const { evidence } = decidedOn;
      const isMissing = (item: string) => evidence.some((one) => one.item === item && one.status === "missing");
      if (!body.items.every(isMissing))
        return refused("not-now", { detail: "Dispensa solo pruebas que falten: abre otra vez el expediente." });
      const found = draftFindings(at, { tenant: deps.tenant, ...decidedOn });
      const findings = found.filter(({ key }) => body.findings.includes(key)).map(({ key, text }) => ({ key, text }));
      if (findings.length < new Set(body.findings).size)
        return refused("not-now", {
          detail: "El proyecto cambió: abre otra vez el expediente y mira qué tiene ahora.",
        });
      if (found.some(({ key, stops }) => stops && body.findings.includes(key)))
        return refused("not-now", { detail: offerCited });
      const { items, reason } = body;
      const details = { items, ...(findings.length > 0 && { findings }), reason };
      return ok({
        entries: [{ type: "checklist-overridden", effectiveAt: at.now, by: caller, details }],
        also: offOverrideList(deps.caseFiles, at.file),
      });
    }),
  );

/** Why the caller may override nothing in this case, in Spanish; undefined if they may. */
function barredBy({ file }: CaseAt, caller: Staff): string | undefined {
  if (file.draft?.by === caller.sub) return ownDraft;
  return hasConciliated(file, caller) ? conciliatedWords.override : undefined;
}
