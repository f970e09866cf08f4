import { record } from "../../shared/casework/record.ts";
import { receiveFiling as route } from "../../shared/contract/filing-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf, RefusalOf, RequestOf } from "../../shared/contract/route.ts";
import { calendarDay } from "../../shared/domain/calendar-day.ts";
import { isActOfClaim } from "../../shared/domain/filing.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingRecord, FilingStep } from "../../shared/storage/filings.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";
import { answerByOf } from "./answer-by.ts";
import { claimOfCode } from "./claim-of-code.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";
import { markedStep, stepFiling, takenBefore } from "./step-filing.ts";

type Request = RequestOf<typeof route>;
type Checked = Answer<AnswerOf<typeof route>, RefusalOf<typeof route>>;

/**
 * The clerk's check of a document, once: received as what it is, observed for its person to be told, or returned. Received,
 * it enters the case of the claim that is named, with its papers; a recourse was filed in its claim, and stays there, and
 * what proves its reception is noted in it once it is made.
 */
export const receiveFiling = (desk: FilingsDesk) =>
  serve(route, async (request) => {
    const { filingId } = request.params;
    const filing = await desk.filings.find(filingId);
    if (!filing) return refused("filing-not-found");
    const claim = await claimFor(desk, filing, request.body.claimCode);
    if (!claim.ok)
      return takenBefore(filing, request.write) === true ? ok(filingView(filing, desk.tenant, request.now)) : claim;
    if (!isActOfClaim(filing.kind) && request.body.outcome === "received" && claim.value)
      return enter(desk, request, claim.value);
    return stepFiling(desk, filingId, request, (now) => {
      const step = checkOf(desk.tenant, now, request, claim.value);
      return step.ok ? ok({ step: step.value }) : step;
    });
  });

/** Puts a document in the case of its claim, at once with its check or not at all. */
async function enter(desk: FilingsDesk, request: Request, claim: NonNullable<FilingRecord["claim"]>): Promise<Checked> {
  const { params, caller: by, write, now } = request;
  const { claimId } = claim;
  const recorded = await record(desk, { claimId, now }, async () => {
    const filing = await desk.filings.find(params.filingId);
    if (!filing) return refused("already-checked");
    const step = checkOf(desk.tenant, filing, request, claim);
    if (!step.ok) return step;
    const { filingId, number: filingNumber, subject, papers, presentedAt: effectiveAt } = filing;
    return ok({
      entries: [{ type: "filing-received", effectiveAt, by, details: { filingId, filingNumber, subject, papers } }],
      also: desk.filings.step(filing, markedStep(step.value, write)),
    });
  });
  const after = await desk.filings.find(params.filingId);
  const taken = after && takenBefore(after, write);
  if (taken) return taken === true ? ok(filingView(after, desk.tenant, now)) : taken;
  if (recorded.ok) return refused("filing-not-found");
  const { error } = recorded;
  if (error === "already-checked" || error === "claim-not-found" || error === "busy" || error === "not-now")
    return { ...recorded, error };
  throw new Error(`filing ${params.filingId} was not put in claim ${claimId}: ${error}`);
}

/** What a check makes of a document that waits for it. */
function checkOf(
  tenant: Tenant,
  filing: FilingRecord,
  { body, caller, now }: Request,
  claim: FilingRecord["claim"],
): Answer<FilingStep, "already-checked" | "not-now"> {
  const { outcome, remark, kind = filing.kind } = body;
  if (filing.state !== "presented") return refused("already-checked");
  const detail = whyNot(filing, outcome, kind);
  if (detail !== undefined) return refused("not-now", { detail });
  const entry = { type: outcome, at: now, by: caller.sub, ...(remark && { text: remark }) } as const;
  const presentedAs = filing.presentedAs ?? { kind: filing.kind, claim: filing.claim };
  if (outcome === "returned") return ok({ entry, set: { state: outcome, remark, claim, presentedAs } });
  if (outcome === "received") {
    const { letter, filedOn } = filing;
    const answerBy = isActOfClaim(kind) ? undefined : answerByOf(tenant, calendarDay(filedOn), { kind, letter });
    return ok({ entry, set: { state: outcome, receivedAt: now, claim, kind, answerBy, presentedAs } });
  }
  // Its days to be mended begin once somebody was told.
  return ok({ entry, set: { state: outcome, remark, claim, presentedAs } });
}

function whyNot(
  { kind, entries }: FilingRecord,
  outcome: Request["body"]["outcome"],
  as: FilingRecord["kind"],
): string | undefined {
  if (isActOfClaim(kind) && (outcome !== "received" || as !== kind))
    return "Un recurso o una queja ya corre en su reclamo: recíbelo aquí, y lo que le falte se resuelve en el expediente.";
  if (kind === "official-letter" && as !== kind) return "Un oficio se queda como oficio: su plazo lo dice él mismo.";
  if (outcome === "observed" && entries.some(({ type }) => type === "observed"))
    return "Este documento ya se observó una vez. Recíbelo como está, o devuélvelo con el motivo.";
  return undefined;
}

async function claimFor(
  desk: FilingsDesk,
  { kind, claim }: FilingRecord,
  text = "",
): Promise<Answer<FilingRecord["claim"], "claim-not-found">> {
  if (text === "") return ok(claim);
  const named = await claimOfCode(desk, text);
  if (isActOfClaim(kind) && named?.claimId !== claim?.claimId)
    return refused("claim-not-found", { detail: "Un recurso ya es de su reclamo, y no se pasa a otro." });
  return named ? ok(named) : refused("claim-not-found");
}
