import type { CaseAt } from "../../shared/casework/case-at.ts";
import { caseView } from "../../shared/casework/case-view.ts";
import { consumptionMonths } from "../../shared/casework/consumption-months.ts";
import { controlledMonths } from "../../shared/casework/controlled-months.ts";
import { duplicatesOf } from "../../shared/casework/duplicate-claims.ts";
import { evidenceOf } from "../../shared/casework/evidence-checklist.ts";
import { type CaseWrite, type Decision, type RecordRefusal, record } from "../../shared/casework/record.ts";
import type { showCase } from "../../shared/contract/case-routes.ts";
import type { Answer, RefusalKind } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { readOnce } from "../../shared/storage/supply-claims.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

type View = AnswerOf<typeof showCase>;

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
export async function caseAnswer(all: CaseworkDeps, at: CaseAt, caller: Staff): Promise<View> {
  const { supplyCode, office } = at.file.head;
  const deps = { ...all, supplyClaims: readOnce(all.supplyClaims, [at.file.head]) };
  const [receipts, staff, duplicates] = await Promise.all([
    deps.receiptReader.lastMonths(supplyCode, at.law.evidence.historyMonths),
    deps.staffRegister.recent(office, at.now),
    duplicatesOf(deps, at.file.head, { now: at.now, except: at.file.head.claimId }),
  ]);
  const consumption = await consumptionMonths(deps, at, receipts);
  const evidence = await evidenceOf(deps, at, receipts, controlledMonths(consumption));
  return caseView(at, caller, { tenant: deps.tenant, receipts, consumption, evidence, staff, duplicates });
}

/**
 * Records what `decide` returns in the case, and answers the case as `caller` sees it after that. A write key seen
 * before records nothing and answers the case as that write left it. Refuses what `decide` refuses, and as
 * `RecordRefusal` says.
 */
export async function editCase<Kind extends RefusalKind = never>(
  deps: CaseworkDeps,
  { params, caller, now, write, version, counted }: Edit,
  decide: (at: CaseAt) => Answer<Decision, Kind> | Promise<Answer<Decision, Kind>>,
): Promise<Answer<View, Kind | RecordRefusal>> {
  const recorded = await record(deps, { claimId: params.claimId, now, write, version, counted }, decide);
  return recorded.ok ? ok(await caseAnswer(deps, recorded.value, caller)) : recorded;
}
