import type { fileClaim } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import { awaitsStandingProof } from "../domain/standing-proof.ts";
import type { CaseAt } from "./case-at.ts";
import { type DuplicateDeps, duplicatesOf } from "./duplicate-claims.ts";
import { hearingView } from "./hearing-instructions.ts";

/**
 * Returns what the API answers when a claim was filed: its code, days, owner, key, and its duplicates. The duplicates
 * are claims filed before it, as they stood at its filing.
 * @param sub the customer's account: only duplicates that it may open are named; absent for staff, who get all
 */
export async function cargoOf(
  deps: DuplicateDeps,
  { file, filing }: CaseAt,
  sub?: string,
): Promise<AnswerOf<typeof fileClaim>> {
  const { details, filedOn, recordedAt, claimType } = filing;
  const { claimId, code, supplyCode } = file.head;
  const { receipts } = details.form;
  const late = new Set(details.windows?.flatMap(({ number, term }) => (filedOn > term.dueDate ? number : [])));
  const search = { now: recordedAt, filedBefore: claimId, sub };
  return {
    claimId,
    code,
    filedAt: recordedAt,
    filedOn,
    supplyCode,
    receipts: receipts.map(({ number, period }) => ({ number, period, late: late.has(number) })),
    visit: details.visit,
    hearing: hearingView([filing], deps.tenant),
    ...(details.hearing === undefined && { awaitsAppointments: true as const }),
    notifyBy: details.notifyBy,
    owner: details.owner && { name: details.owner.name, extension: details.owner.extension },
    claimKey: details.claimKey,
    ...(awaitsStandingProof(file.events) && { proofAsked: true as const }),
    duplicates: [...(await duplicatesOf(deps, { supplyCode, claimType, receipts }, search))],
  };
}
