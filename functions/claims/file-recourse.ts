import { type AttachedPapers, attachedPapers } from "../../shared/casework/attached-papers.ts";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import { nameOf } from "../../shared/casework/file-claim.ts";
import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { newCode, newTimeId } from "../../shared/casework/new-ids.ts";
import type { Decision } from "../../shared/casework/record.ts";
import { fileRecourse as route } from "../../shared/contract/claim-routes.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import { isLateRecourse } from "../../shared/domain/claim.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

type Request = RequestOf<typeof route>;

const subjects = { reconsideration: "Recurso de reconsideración", appeal: "Recurso de apelación" } as const;

/** Files a recourse in the claim and at the document desk, at once or not at all. */
export const fileRecourse = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const { body, caller } = request;
    const recorded = await recordInCallersClaim(desk, request, async (at) => {
      const attached = await attachedPapers(desk, caller.sub, body.uploadIds);
      return attached.ok ? ok(decisionOf(desk, request, at, attached.value)) : attached;
    });
    if (!recorded.ok) return recorded;
    const { file, claim, law } = recorded.value;
    const filed = lastEntry(file.events, `${body.kind}-filed`);
    if (!filed) throw new Error(`no ${body.kind} in claim ${file.head.claimId} after it was filed`);
    const { filingId, filingNumber } = filed.details;
    return ok({
      filingId,
      filingNumber,
      filedAt: filed.recordedAt,
      filedOn: filed.filedOn,
      late: isLateRecourse(claim, law),
      claim: viewFor(recorded.value, caller, desk.tenant),
    });
  });

function decisionOf(
  { filings, tenant }: ClaimDesk,
  { body, caller }: Request,
  { file, filing, now }: CaseAt,
  { papers, attach }: AttachedPapers,
): Decision {
  const { claimId, code, office } = file.head;
  const { kind, grounds } = body;
  const filedOn = filedOnAt(tenant, now);
  const filingId = newTimeId(now);
  const filingNumber = newCode(tenant.office.filingCode.value, filedOn);
  const record: FilingRecord = {
    filingId,
    number: filingNumber,
    filedOn,
    kind,
    subject: `${subjects[kind]} del reclamo ${code}`,
    text: grounds,
    presenter: nameOf(filing.details.form.claimant),
    sub: caller.sub,
    office,
    presentedAt: now,
    state: "presented",
    claim: { claimId, code },
    papers,
  };
  const fact = { effectiveAt: now, by: caller, filedOn, details: { filingId, filingNumber, grounds, papers } } as const;
  // A file that its check refused proves nothing.
  const newEvidence = papers.some(({ state }) => state !== "refused");
  return {
    entries: [
      kind === "reconsideration"
        ? { ...fact, type: "reconsideration-filed", newEvidence }
        : { ...fact, type: "appeal-filed" },
    ],
    also: [...filings.file(record), ...attach({ claimId, filingId })],
  };
}
