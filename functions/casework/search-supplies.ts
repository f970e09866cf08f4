import { claimLaw } from "../../shared/casework/claim-law.ts";
import { summaryOf } from "../../shared/casework/claim-summary.ts";
import { claimWindowRules } from "../../shared/casework/claim-window-in-force.ts";
import { holderMatch } from "../../shared/casework/holder-match.ts";
import { searchSupplies as route } from "../../shared/contract/intake-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { type ClaimWindowRules, lastDayToClaim } from "../../shared/domain/claim-window.ts";
import { formatCents } from "../../shared/domain/money.ts";
import { normalizeSupplyCode, receiptKey, statusOf } from "../../shared/domain/receipt.ts";
import { supplyToday } from "../../shared/domain/register-file.ts";
import { ok } from "../../shared/domain/result.ts";
import type { PaidReceipt } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

type Row = AnswerOf<typeof route>["receipts"][number];

/** This month and the twelve before it. */
const monthsShown = 13;
const claimsShown = 50;

/**
 * Answers a supply's category and services, the receipts of its last 13 billed months, and up to 50 claims. `holder`
 * says only whether `documentNumber` is the holder's; without `documentNumber` it is absent. The code may lack its
 * leading zeros. Refuses `supply-not-found` if the supply has no receipt.
 */
export const searchSupplies = ({ receiptReader, supplyClaims, tenant }: CaseworkDeps) =>
  serve(route, async ({ body, now }) => {
    const supplyCode = normalizeSupplyCode(body.supplyCode, tenant.supplyCodeLength.value);
    const [receipts, registered] = await Promise.all([
      receiptReader.lastMonths(supplyCode, monthsShown),
      receiptReader.registeredOf(supplyCode),
    ]);
    const today = supplyToday(receipts[0]?.receipt, registered);
    if (receipts.length === 0 || today === undefined) return refused("supply-not-found");
    const heads = await supplyClaims.heads(supplyCode, claimsShown);
    const rules = claimWindowRules(tenant, limaDay(now), now);
    return ok({
      supplyCode,
      ...(body.documentNumber && { holder: holderMatch(receipts, body.documentNumber, registered) }),
      today: {
        category: today.category,
        useUnits: today.useUnits,
        asOf: "updatedOn" in today ? today.updatedOn : today.issueDate,
        water: registered?.waterState,
        sewer: registered?.sewerState,
      },
      receipts: receipts.map((paid) => receiptRow(paid, rules)),
      claims: heads.map((head) => summaryOf(head, claimLaw(tenant, calendarDay(head.filedOn)), now)),
    });
  });

function receiptRow({ receipt, payments }: PaidReceipt, rules: ClaimWindowRules): Row {
  const { period, billedM3: m3, monthTotal, dueDate } = receipt;
  return {
    number: receiptKey(receipt).number,
    period,
    m3,
    amount: formatCents(monthTotal),
    dueDate,
    status: statusOf(receipt, payments).status,
    claimUntil: lastDayToClaim(receipt, payments, rules),
  };
}
