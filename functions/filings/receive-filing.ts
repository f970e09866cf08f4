import { record } from "../../shared/casework/record.ts";
import { receiveFiling as route } from "../../shared/contract/filing-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { parseCode } from "../../shared/domain/claim-code.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingCheck, FilingRecord } from "../../shared/storage/filings.ts";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

/**
 * The clerk's check of a document, once: received, observed with the days to mend it, or returned. A document enters the
 * case of the claim that is named, with its papers, unless it is returned; a recourse was filed in its claim, and stays there.
 */
export const receiveFiling = (desk: FilingsDesk) =>
  serve(route, async ({ params, body, caller, now }) => {
    const filing = await desk.filings.find(params.filingId);
    if (!filing) return refused("filing-not-found");
    if (filing.state !== "presented") return refused("already-checked");
    const claim = await claimFor(desk, filing, body.claimCode);
    if (!claim.ok) return claim;
    const check: FilingCheck = { ...outcomeOf(body, desk.tenant, now), claim: claim.value };
    const { claimId } = (filing.kind === "document" && body.outcome !== "returned" && claim.value) || {};
    const entered = await (claimId === undefined
      ? checkAlone(desk, filing, check)
      : enter(desk, filing, check, { claimId, by: caller, now }));
    if (!entered.ok) return entered;
    const checked = await desk.filings.find(params.filingId);
    return checked ? ok(filingView(checked)) : refused("filing-not-found");
  });

async function checkAlone(
  desk: FilingsDesk,
  filing: FilingRecord,
  check: FilingCheck,
): Promise<Answer<undefined, "already-checked">> {
  const { done } = await desk.transact([desk.filings.check(filing, check)]);
  return done ? ok(undefined) : refused("already-checked");
}

/** Puts a document in the case of its claim, at once with its check or not at all. */
async function enter(
  desk: FilingsDesk,
  { filingId }: FilingRecord,
  check: FilingCheck,
  { claimId, by, now }: { readonly claimId: string; readonly by: Staff; readonly now: string },
): Promise<Answer<undefined, "already-checked" | "claim-not-found" | "busy">> {
  const recorded = await record(desk, { claimId, now }, async () => {
    const filing = await desk.filings.find(filingId);
    if (filing?.state !== "presented") return refused("already-checked");
    const { number: filingNumber, subject, papers, presentedAt: effectiveAt } = filing;
    return ok({
      entries: [{ type: "filing-received", effectiveAt, by, details: { filingId, filingNumber, subject, papers } }],
      also: [desk.filings.check(filing, check)],
    });
  });
  if (recorded.ok) return ok(undefined);
  const { error } = recorded;
  if (error === "already-checked" || error === "claim-not-found" || error === "busy") return refused(error);
  throw new Error(`filing ${filingId} was not put in claim ${claimId}: ${error}`);
}

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
  if (kind !== "document" && kind !== "observation" && code !== claim?.code)
    return refused("claim-not-found", { detail: "Un recurso ya es de su reclamo, y no se pasa a otro." });
  const claimId = code && (await caseFiles.claimOfCode(code));
  return code && claimId ? ok({ claimId, code }) : refused("claim-not-found");
}
