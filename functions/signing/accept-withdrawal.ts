import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { refusalWords } from "../../shared/casework/case/law-refusal-words.ts";
import { record } from "../../shared/casework/case/record.ts";
import { letterOffice } from "../../shared/casework/notice/letter-facts.ts";
import { remediesOf } from "../../shared/casework/resolution/remedies.ts";
import { withdrawalUndoUntil } from "../../shared/casework/resolution/undone-withdrawal.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { acceptWithdrawal as route } from "../../shared/contract/resolution/signing-routes.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { assertStatesRemedies } from "../../shared/documents/stated-remedies.ts";
import { awaitsAcceptance, claimTypeOf, isWithdrawalPending } from "../../shared/domain/case/claim.ts";
import { recourseIn } from "../../shared/domain/case/claim-states.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { keepsAppeal } from "../../shared/domain/term/claim-clocks.ts";
import { longDate } from "../../shared/domain/term/spanish-dates.ts";
import type { PrintingTenant } from "../../shared/tenant/tenant.ts";
import { serve } from "../runtime/serve.ts";
import { frozenAnswer, frozenBy } from "./freeze-document.ts";
import type { SigningDeps } from "./signing-deps.ts";

const kind = "withdrawal-acceptance";

/**
 * Sends to signature the resolution that accepts the claimant's withdrawal (digest 3.9), and voids the number of an
 * earlier acceptance that waits for its signature. The withdrawal takes effect once signed, unless a silence or the
 * notification of a decision comes first. Refuses `not-now` if no withdrawal is pending, the claim's state allows no
 * acceptance, or the claimant asked by telephone and may still undo that. Also refuses as `record`.
 */
export const acceptWithdrawal = (deps: SigningDeps) =>
  serve(route, async ({ params, body: { reason }, caller, now, write, version }) => {
    const recorded = await record(deps, { ...params, now, write, version, slow: true }, async (at) => {
      if (!isWithdrawalPending(at.claim.history))
        return refused("not-now", { detail: refusalWords["no-withdrawal-requested"] });
      if (!awaitsAcceptance(at.claim)) return refused("not-now", { detail: refusalWords["not-in-this-state"] });
      const until = withdrawalUndoUntil(at);
      if (until)
        return refused("not-now", { detail: `Lo pidió por teléfono y puede deshacerlo hasta el ${longDate(until)}.` });
      const frozen = await frozenBy(deps, at, {
        kind,
        fileName: (number) => `desistimiento-${number}.pdf`,
        sheet: (number) => sheetOf(deps.tenant, at, { number, reason }),
        by: caller,
        accepts: { reason },
      });
      return ok(frozen);
    });
    return recorded.ok ? ok(frozenAnswer(recorded.value, kind)) : recorded;
  });

/** Returns the resolution's text. Throws if it does not state the remedies that the law leaves. */
function sheetOf(
  tenant: PrintingTenant,
  at: CaseAt,
  { number, reason }: { readonly number: string; readonly reason: string },
): Sheet {
  const { file, filing, claim, law, now } = at;
  const remedies = remediesOf(at, tenant);
  const recourse = recourseIn(claim.state);
  const sheet = tenant.letters.withdrawalAcceptance({
    ...letterOffice(tenant, filing.filedOn),
    filing,
    claimType: law.claimTypes[claimTypeOf(claim.history) ?? filing.claimType].name,
    events: file.events,
    madeAt: now,
    number,
    reason,
    recourse: recourse && (recourse === "reconsideration" && keepsAppeal(claim.history) ? "before-appeal" : "last"),
    remedies,
  });
  assertStatesRemedies(sheet, remedies);
  return sheet;
}
