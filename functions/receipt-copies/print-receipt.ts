import { isTestData } from "../../shared/casework/case/claim-law.ts";
import { claimWindowRules } from "../../shared/casework/filing/claim-window-in-force.ts";
import { linesOf, withLines } from "../../shared/casework/receipt/receipt-lines.ts";
import { standingOf } from "../../shared/casework/receipt/receipt-sheet.ts";
import { codeFrom, printed, sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { hasAnotherHolder } from "../../shared/casework/supply/standing-link.ts";
import { printReceipt as route } from "../../shared/contract/receipt/receipt-copy-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import type { Letters, PrintedReceipt } from "../../shared/documents/letters.ts";
import type { PdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { lastDayToClaim } from "../../shared/domain/filing/claim-window.ts";
import { type ConceptCode, receiptKey } from "../../shared/domain/receipt/receipt.ts";
import { listFor } from "../../shared/domain/receipt/tariff.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { PaidReceipt, ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { canonicalJson } from "../../shared/storage/canonical-json.ts";
import type { PrintedDocuments } from "../../shared/storage/seal/verification-index.ts";
import { isProved, type SupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { serve } from "../runtime/serve.ts";

export interface ReceiptCopyDeps {
  readonly tenantAt: (now: string) => Promise<Tenant>;
  readonly receiptLetter: Letters["receipt"];
  readonly receiptReader: ReceiptReader;
  readonly supplyLinks: SupplyLinks;
  readonly pdfRenderer: PdfRenderer;
  readonly printedDocuments: PrintedDocuments;
  /** The origin of the customers' site, without a last `/`. */
  readonly siteAddress: string;
}

/** Twelve months and the receipt's own. */
const monthsPrinted = 13;

/**
 * Returns the PDF of one receipt of a linked supply, with a verification code computed from its content: the same in
 * the same minute. Bears name, address and key only for a link that `isProved`. Keeps code and SHA-256 alone. Refuses
 * `supply-not-linked` if the account has no such link, or the receipts now name another holder; `receipt-not-found` if
 * the month has no receipt among the supply's last 26 billed months.
 */
export const printReceipt = (deps: ReceiptCopyDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const link = await deps.supplyLinks.find(caller.sub, params.linkId);
    if (!link) return refused("supply-not-linked");
    const receipts = await deps.receiptReader.lastMonths(link.supplyCode, 2 * monthsPrinted);
    if (await hasAnotherHolder(deps.receiptReader, link, receipts, now)) return refused("supply-not-linked");
    const asked = receipts.find(({ receipt }) => receipt.period === params.period);
    if (!asked) return refused("receipt-not-found");
    const tenant = await deps.tenantAt(now);
    const whole = await withLines(deps.receiptReader, asked);
    const printedAt = `${now.slice(0, 16)}:00.000Z`;
    const sheet = deps.receiptLetter({ ...factsOf(tenant, whole, receipts, printedAt), named: isProved(link) });
    const { number } = receiptKey(asked.receipt);
    const verificationCode = codeFrom("receipt", sha256Of(Buffer.from(canonicalJson(sheet))));
    const bytes = await printed(deps, sheet, verificationCode);
    const sha256 = sha256Of(bytes);
    await deps.printedDocuments.note({ kind: "receipt", number, verificationCode, sha256, printedAt });
    return ok({
      fileName: `recibo-${number}.pdf`,
      sha256,
      pdf: Buffer.from(bytes).toString("base64"),
    });
  });

const conceptNames: Readonly<Partial<Record<ConceptCode, string>>> = {
  AGUA: "Agua potable",
  ALCANTARILLADO: "Alcantarillado",
  CARGO_FIJO: "Cargo fijo",
};

function factsOf(
  tenant: Tenant,
  of: PaidReceipt,
  receipts: readonly PaidReceipt[],
  now: string,
): Omit<PrintedReceipt, "named"> {
  const { receipt, payments } = of;
  const { tariffLists } = tenant.billing;
  const today = limaDay(now);
  const tariff = listFor(tariffLists.value, receipt.tariffCode);
  const { status, paid, held, corrected } = standingOf(of, tariffLists.value);
  return {
    letterhead: letterheadOf(tenant),
    receipt,
    status,
    paid,
    held,
    corrected,
    lines: linesOf(receipt, tariff).map(({ concept, label, m3, unitPrice, amount }) => ({
      label: [nameOf(concept), label].filter(Boolean).join(" "),
      m3,
      unitPrice,
      amount,
    })),
    history: historyOf(receipts, receipt.period),
    tariff,
    claimUntil: lastDayToClaim(receipt, payments, claimWindowRules(tenant, today, now)),
    readAt: now,
    testData: isTestData(tenant, today) || tariffLists.status !== "confirmed",
  };
}

/** Returns the name of a concept; `undefined` for others, whose lines bear the utility's own words. */
function nameOf(concept: string): string | undefined {
  return new Map<string, string>(Object.entries(conceptNames)).get(concept);
}

/** Returns the last 13 billed months up to `until`, oldest first, each by its newest receipt. */
function historyOf(receipts: readonly PaidReceipt[], until: string): PrintedReceipt["history"] {
  const byPeriod = Map.groupBy(
    receipts.filter(({ receipt }) => receipt.period <= until),
    ({ receipt }) => receipt.period,
  );
  return [...byPeriod.values()]
    .flatMap(([newest]) => newest ?? [])
    .slice(0, monthsPrinted)
    .toReversed()
    .map(({ receipt: { period, billedM3: m3, billingType } }) => ({ period, m3, billingType }));
}
