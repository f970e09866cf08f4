import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { newCode, newTimeId } from "../../shared/casework/new-ids.ts";
import { fileDocument as route } from "../../shared/contract/filing-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import type { CalendarDay } from "../../shared/domain/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Write } from "../../shared/storage/dynamodb.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

const tries = 8;

type Request = RequestOf<typeof route>;

/**
 * Files a document: its number, itself and its papers in one transaction. It bears the day it was sent even while its
 * papers are still to be checked. A key seen before answers what it made; somebody drawing the same number, or the check
 * of a paper ending meanwhile, makes it try again.
 */
export const fileDocument = (desk: FilingsDesk) =>
  serve(route, async (request) => {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const made = await madeBefore(desk, request);
      if (made) return made;
      const prepared = await prepare(desk, request);
      // What it refused may be what the same write did a moment ago.
      if (!prepared.ok) return (await madeBefore(desk, request)) ?? prepared;
      const { filing, writes } = prepared.value;
      if ((await desk.transact(writes)).done) return ok(filingView(filing));
    }
    return refused("busy");
  });

async function madeBefore({ filings }: FilingsDesk, { write }: Request) {
  const made = await filings.ofRequest(write.key);
  if (!made) return undefined;
  if (made.contentHash !== write.contentHash) return refused("write-key-used");
  const filing = await filings.find(made.filingId);
  return filing && ok(filingView(filing));
}

async function prepare(
  desk: FilingsDesk,
  { body, caller, now, write }: Request,
): Promise<Answer<{ filing: FilingRecord; writes: readonly Write[] }, "claim-not-found" | "upload-not-found">> {
  const { tenant, filings } = desk;
  const { kind, subject, text, presenter, claimId, uploadIds } = body;
  const claim = claimId === undefined ? undefined : await ownClaim(desk, caller.sub, claimId);
  if (claimId !== undefined && !claim) return refused("claim-not-found");
  const attached = await attachedPapers(desk, caller.sub, uploadIds);
  if (!attached.ok) return attached;
  const { papers, attach } = attached.value;
  if (papers.some(({ state }) => state === "refused")) return refused("upload-not-found");
  const filedOn = filedOnAt(tenant, now);
  const filing: FilingRecord = {
    filingId: newTimeId(now),
    number: newCode(tenant.office.filingCode.value, filedOn),
    kind,
    subject,
    text,
    presenter,
    sub: caller.sub,
    office: tenant.office.code.value,
    presentedAt: now,
    filedOn,
    ...(kind === "observation" && { answerBy: answerBy(tenant, filedOn) }),
    state: "presented",
    ...(claim && { claim }),
    papers,
  };
  return ok({ filing, writes: [...filings.file(filing, write), ...attach({ filingId: filing.filingId })] });
}

/** The last day to answer an entry in the observation book (T24). */
function answerBy(tenant: Tenant, filedOn: CalendarDay): CalendarDay {
  const days = lawInForce(tenant, filedOn).observation.days.value;
  return countWorkingDays({ from: filedOn, days, calendar: tenant.calendars.COMPANY.value }).dueDate;
}

async function ownClaim({ caseFiles }: FilingsDesk, sub: string, claimId: string): Promise<FilingRecord["claim"]> {
  if (!(await caseFiles.mayOpen(sub, claimId))) return undefined;
  const [head] = await caseFiles.heads([claimId]);
  return head && { claimId, code: head.code };
}
