import type { fileClaim } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import type { CaseEventOf } from "../../domain/case/case-events.ts";
import { awaitsStandingProof } from "../../domain/counter/standing-proof.ts";
import { normalizeReceiptNumber } from "../../domain/receipt/receipt.ts";
import { readOnce } from "../../storage/supply/supply-claims.ts";
import type { CaseAt } from "../case/case-at.ts";
import { hearingView } from "../conciliation/hearing-instructions.ts";
import { type DuplicateDeps, duplicatesOf } from "./duplicate-claims.ts";

/**
 * Returns the answer of the API to the filing of a claim: its code, receipts, appointments, owner, key and duplicates.
 * The duplicates are earlier claims about the same receipts, as they stood at the filing, so that a repeated request
 * gets the same answer. Receipts that are not all on record are answered as written. A guest gets no duplicates, and
 * who did not show that they know the supply does not learn which receipts are late, or whether a proof is asked for.
 * @param sub the customer's account: only duplicates that it may open are named; absent for guests and for staff
 */
export async function cargoOf(
  deps: DuplicateDeps,
  { file, filing }: CaseAt,
  sub?: string,
): Promise<AnswerOf<typeof fileClaim>> {
  const { details, filedOn, recordedAt, claimType } = filing;
  const { claimId, code, supplyCode } = file.head;
  const { guest } = details;
  const search = { now: recordedAt, filedBefore: claimId, sub };
  // The supply's index may show this claim already, which need not be read for it.
  const among = { ...deps, supplyClaims: readOnce(deps.supplyClaims, [file.head]) };
  return {
    claimId,
    code,
    filedAt: recordedAt,
    filedOn,
    supplyCode,
    receipts: receiptsOf(filing),
    visit: details.visit,
    hearing: hearingView([filing], deps.tenant),
    ...(details.hearing === undefined && { awaitsAppointments: true as const }),
    notifyBy: details.notifyBy,
    owner: details.owner && { name: details.owner.name, extension: details.owner.extension },
    claimKey: details.claimKey,
    ...(guest?.knowsSupply !== false && awaitsStandingProof(file.events) && { proofAsked: true as const }),
    ...(details.form.claimant.standing.as === "representative" && { powerAsked: true as const }),
    duplicates:
      filing.by.kind === "guest"
        ? []
        : [...(await duplicatesOf(among, { supplyCode, claimType, receipts: details.form.receipts }, search))],
  };
}

/**
 * The receipts of a filing, with `late`. A guest's are as written; of one that is not the supply's nothing is known.
 */
function receiptsOf({ details, filedOn }: CaseEventOf<"claim-filed">) {
  const { guest, windows, form } = details;
  const late = new Set(windows?.flatMap(({ number, term }) => (filedOn > term.dueDate ? number : [])));
  const known = new Set(guest?.knowsSupply === false ? [] : form.receipts.map(({ number }) => number));
  return (guest?.receipts ?? form.receipts).map(({ number, period }) => {
    const named = normalizeReceiptNumber(number);
    return { number, period, ...(named !== undefined && known.has(named) && { late: late.has(named) }) };
  });
}
