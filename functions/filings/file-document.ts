import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { newCode, newTimeId } from "../../shared/casework/new-ids.ts";
import { fileDocument as route } from "../../shared/contract/filing-routes.ts";
import { type Answer, type Refusal, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { lawInForce } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";
import { answerByOf } from "./answer-by.ts";
import { filedOnce, type PreparedFiling } from "./filed-once.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { limitedPapers } from "./limited-papers.ts";

/** Files a document, once. It bears the day it was sent even while its papers are still to be checked. */
export const fileDocument = (desk: FilingsDesk) =>
  serve(route, (request) => filedOnce(desk, request, () => prepare(desk, request)));

async function prepare(
  desk: FilingsDesk,
  { body, caller, now }: RequestOf<typeof route>,
): Promise<
  Answer<
    PreparedFiling,
    "claim-not-found" | "upload-not-found" | "upload-not-taken" | "outage-not-found" | "too-many-filings"
  >
> {
  const { tenant } = desk;
  const tooMany = await filedMuch(desk, caller.sub, now);
  if (tooMany) return tooMany;
  const { claimId, uploadIds, againstDecision, outageId, ...said } = body;
  const outage = outageId === undefined ? undefined : await desk.outages.find(outageId);
  if (outageId !== undefined && !outage) return refused("outage-not-found");
  const claim = claimId === undefined ? undefined : await ownClaim(desk, caller.sub, claimId);
  if (claimId !== undefined && !claim) return refused("claim-not-found");
  const attached = await limitedPapers(desk, caller.sub, uploadIds, now);
  if (!attached.ok) return attached;
  const { papers, attach } = attached.value;
  const filedOn = filedOnAt(tenant, now);
  const filingId = newTimeId(now);
  return ok({
    filing: {
      filingId,
      number: newCode(tenant.office.filingCode.value, filedOn),
      ...said,
      channel: "web",
      sub: caller.sub,
      office: tenant.office.code.value,
      presentedAt: now,
      filedOn,
      answerBy: answerByOf(tenant, filedOn, said),
      state: "presented",
      ...(claim && { claim }),
      ...(againstDecision && { againstDecision }),
      ...(outage && { outage: { outageId: outage.outageId, number: outage.number, from: outage.from, to: outage.to } }),
      papers,
    },
    also: attach({ filingId }),
  });
}

/** Whether an account filed as many documents today, in Lima, as the utility takes of one by the web. */
async function filedMuch(
  { tenant, filings }: FilingsDesk,
  sub: string,
  now: string,
): Promise<Refusal<"too-many-filings"> | undefined> {
  const most = lawInForce(tenant, limaDay(now)).filing.filingsPerDay.value;
  const last = await filings.ofAccount(sub, most);
  const isFull = last.length === most && last.every(({ presentedAt }) => limaDay(presentedAt) === limaDay(now));
  return isFull
    ? refused("too-many-filings", {
        detail: `Puedes presentar hasta ${most} documentos al día por la web. Sigue mañana, o tráelos a la oficina.`,
      })
    : undefined;
}

async function ownClaim({ caseFiles }: FilingsDesk, sub: string, claimId: string): Promise<FilingRecord["claim"]> {
  if (!(await caseFiles.mayOpen(sub, claimId))) return undefined;
  const [head] = await caseFiles.heads([claimId]);
  return head && { claimId, code: head.code };
}
