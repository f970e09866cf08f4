import { receiveFiling as route } from "../../shared/contract/filing-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { parseCode } from "../../shared/domain/claim-code.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingCheck, FilingRecord } from "../../shared/storage/filings.ts";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

/**
 * The clerk's check of a document, once: received, observed with the days to mend it, or returned. A document is attached
 * to the claim that is named; a recourse was filed in its claim, and stays there.
 */
export const receiveFiling = (desk: FilingsDesk) =>
  serve(route, async ({ params, body, now }) => {
    const filing = await desk.filings.find(params.filingId);
    if (!filing) return refused("filing-not-found");
    if (filing.state !== "presented") return refused("already-checked");
    const claim = await claimFor(desk, filing, body.claimCode);
    if (!claim.ok) return claim;
    const check: FilingCheck = { ...outcomeOf(body, desk.tenant, now), claim: claim.value };
    const { done } = await desk.transact([desk.filings.check(filing, check)]);
    if (!done) return refused("already-checked");
    const checked = await desk.filings.find(params.filingId);
    return checked ? ok(filingView(checked)) : refused("filing-not-found");
  });

function outcomeOf({ outcome, remark }: RequestOf<typeof route>["body"], tenant: Tenant, now: string): FilingCheck {
  const today = limaDay(now);
  const days = lawInForce(tenant, today).claim.remedyDays.value;
  const remedyBy = countWorkingDays({ from: today, days, calendar: tenant.calendars.USER.value }).dueDate;
  return {
    state: outcome,
    ...(remark && { remark }),
    ...(outcome === "observed" && { remedyBy }),
    ...(outcome === "received" && { receivedAt: now }),
  };
}

async function claimFor(
  { caseFiles, tenant }: FilingsDesk,
  { kind, claim }: FilingRecord,
  text = "",
): Promise<Answer<FilingRecord["claim"], "claim-not-found">> {
  if (text === "") return ok(claim);
  const code = parseCode(tenant.office.claimCode.value, text);
  if (kind !== "document" && code !== claim?.code)
    return refused("claim-not-found", { detail: "Un recurso ya es de su reclamo, y no se pasa a otro." });
  const claimId = code && (await caseFiles.claimOfCode(code));
  return code && claimId ? ok({ claimId, code }) : refused("claim-not-found");
}
