import type { fileClaim } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import { awaitsStandingProof } from "../domain/standing-proof.ts";
import type { CaseAt } from "./case-at.ts";
import { type DuplicateDeps, duplicatesOf } from "./duplicate-claims.ts";
import { hearingView } from "./hearing-instructions.ts";

/**
 * Returns what filing a claim answers: its code, days, owner and key, and the claims filed before it about the same
 * supply, type and some receipt, as they stood at its filing. A repeated request therefore gets the same answer.
 * @param sub the customer's account, whose answer names only claims it may open; absent for staff, who see all
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
