import type { showCase } from "../../contract/case/case-routes.ts";
import type { Answer, RefusalKind } from "../../contract/refusals.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { ok } from "../../domain/case/result.ts";
import type { Staff } from "../../domain/work/people.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import { readOnce } from "../../storage/supply/supply-claims.ts";
import { type DuplicateDeps, duplicatesOf } from "../filing/duplicate-claims.ts";
import type { ConsumptionDeps } from "../receipt/consumption-months.ts";
import { caseEvidence } from "../resolution/case-evidence.ts";
import { remembered } from "../value/remembered.ts";
import type { CaseAt } from "./case-at.ts";
import { caseView } from "./case-view.ts";
import { type CaseDeps, type CaseWrite, type Decision, type RecordRefusal, record } from "./record.ts";

type View = AnswerOf<typeof showCase>;

export interface EditDeps extends CaseDeps, DuplicateDeps, ConsumptionDeps {
  readonly caseFiles: CaseFiles;
}

/** An edit of a case, as its route received it. */
interface Edit extends Omit<CaseWrite, "claimId"> {
  readonly params: { readonly claimId: string };
  readonly caller: Staff;
}

/**
 * Returns the case as staff see it: with the supply's receipts and consumption, the evidence and what of it is missing,
 * other claims about the same matter, and the names of those who acted. Reads only, and does not check that the caller
 * may read the case.
 */
export async function caseAnswer(all: EditDeps, at: CaseAt, caller: Staff): Promise<View> {
  const { office } = at.file.head;
  const deps = { ...all, supplyClaims: readOnce(all.supplyClaims, [at.file.head]) };
  const [decidedOn, staff, duplicates] = await Promise.all([
    caseEvidence(deps, at),
    deps.staffRegister.recent(office, at.now),
    duplicatesOf(deps, at.file.head, { now: at.now, except: at.file.head.claimId }),
  ]);
  return caseView(at, caller, { tenant: deps.tenant, ...decidedOn, staff, duplicates });
}

/**
 * Records what `decide` returns in the case, and answers the case as `caller` sees it after that. `decide` also gets
 * `deps` with readers that read once for it and the answer. A write key seen before records nothing and answers the
 * case as that write left it. Refuses what `decide` refuses, and as `RecordRefusal` says.
 */
export async function editCase<Kind extends RefusalKind = never>(
  all: EditDeps,
  { params, caller, now, write, version, counted }: Edit,
  decide: (at: CaseAt, deps: EditDeps) => Answer<Decision, Kind> | Promise<Answer<Decision, Kind>>,
): Promise<Answer<View, Kind | RecordRefusal>> {
  const { receiptReader, atypicalReadings } = all;
  const once = { receiptReader: remembered(receiptReader), atypicalReadings: remembered(atypicalReadings) };
  const deps = { ...all, ...once };
  const request = { claimId: params.claimId, now, write, version, counted };
  const recorded = await record(deps, request, (at) => decide(at, deps));
  return recorded.ok ? ok(await caseAnswer(deps, recorded.value, caller)) : recorded;
}
