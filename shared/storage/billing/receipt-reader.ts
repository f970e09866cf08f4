import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { lineOfRow } from "../../domain/billing/line-file.ts";
import { paymentOfRow } from "../../domain/billing/payment-file.ts";
import { receiptOfRow } from "../../domain/billing/receipt-file.ts";
import { type RegisteredSupply, registeredOfRow } from "../../domain/billing/register-file.ts";
import { type BillingControl, controlOfRow } from "../../domain/reading/control-file.ts";
import { type Correction, correctionOf, type ReceiptCorrection } from "../../domain/receipt/corrected-receipt.ts";
import { type BilledConcept, billedConcepts } from "../../domain/receipt/disputed-part.ts";
import { cents } from "../../domain/receipt/money.ts";
import { type Payment, type Receipt, type ReceiptLine, receiptKey } from "../../domain/receipt/receipt.ts";
import { calendarDay } from "../../domain/term/calendar-day.ts";
import type { Table } from "../dynamodb.ts";
import { controlKeyOf, heldPrefix, linePrefix, linesOf, monthPrefix, registerPrefix } from "./billing-keys.ts";

/** How a claim's receipts stand: the numbers of those that it holds, and what it left receipts at. */
export interface ClaimedStanding {
  readonly held: readonly string[];
  /** What of a held one is disputed; absent from a claim of a release that did not say it: the whole month. */
  readonly disputed?: readonly BilledConcept[] | undefined;
  readonly corrected: readonly ReceiptCorrection[];
}

/** A receipt, the payments made of it, and whether a claim holds it from cutting. */
export interface PaidReceipt {
  readonly receipt: Receipt;
  readonly payments: readonly Payment[];
  readonly isHeld?: true;
  /** What claims that hold it dispute of it; absent if none holds it. */
  readonly disputed?: readonly BilledConcept[];
  /** What a claim left it at, until the commercial system delivers the receipt with that total or less. */
  readonly corrected?: Correction;
}

/** What the commercial system delivered: receipts with their lines and payments, the register, the controls. */
export interface ReceiptReader {
  /**
   * Returns the receipts of the supply's last `months` billed months, newest first, of one month the highest number
   * first, which of them a claim holds, and what one left them at. Empty when nothing was billed to that code, which
   * does not show whether the supply exists.
   */
  lastMonths(supplyCode: string, months: number): Promise<readonly PaidReceipt[]>;
  /** Returns the lines of a receipt ("S001-00045001") in their order; none if file B brought none. */
  linesOf(number: string): Promise<readonly ReceiptLine[]>;
  /**
   * Returns the supply as the latest row of the register has it, or with `until` the latest of that day or before;
   * `undefined` if there is none.
   */
  registeredOf(supplyCode: string, until?: string): Promise<RegisteredSupply | undefined>;
  /** Returns the control of a month (`YYYY-MM`) before it was billed; `undefined` if none was delivered. */
  controlOf(supplyCode: string, period: string): Promise<BillingControl | undefined>;
}

const stored = z.object({ sk: z.string(), row: z.string() });
const storedCorrection = z.object({
  receiptNumber: z.string(),
  m3: z.number(),
  amount: z.number().transform(cents),
  from: z.string().transform(calendarDay),
  instalments: z.number().optional(),
});
/** The concepts that a claim disputes; absent from what releases before wrote. */
export const storedConcepts = z.array(z.enum(billedConcepts)).optional();
/** What stands beside a supply's receipts: rows of files, and which of them a claim holds and what it left them at. */
const storedOfMonths = z.object({
  sk: z.string(),
  row: z.string().default(""),
  held: z.array(z.string()).default([]),
  disputed: storedConcepts,
  corrected: z.array(storedCorrection).default([]),
});

interface Page {
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
}

/**
 * Returns the items of a partition whose sort keys begin with `prefix`: all of them, or one page if `page` has a limit.
 */
async function itemsUnder(
  { client, name }: Table,
  pk: string,
  prefix: string,
  page: Page = {},
): Promise<readonly z.infer<typeof stored>[]> {
  const found: z.infer<typeof stored>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: { ":pk": pk, ":prefix": prefix },
        ...page,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    found.push(...Items.map((item) => stored.parse(item)));
    from = page.Limit === undefined ? LastEvaluatedKey : undefined;
  } while (from);
  return found;
}

/**
 * Returns the receipts of a supply in some months (`YYYY-MM`) with their payments, however old, month by month in the
 * order of `periods`; a month without receipts adds none. Does not say whether a claim holds them.
 */
export type BilledIn = (supplyCode: string, periods: readonly string[]) => Promise<readonly PaidReceipt[]>;

export function openBilledIn(billing: Table): BilledIn {
  return async (supplyCode, periods) =>
    (await Promise.all(periods.map((period) => receiptsOfMonth(billing, supplyCode, period)))).flat();
}

/** Returns the receipts of one month (`YYYY-MM`) of a supply with their payments, however old. */
async function receiptsOfMonth(billing: Table, supplyCode: string, period: string): Promise<readonly PaidReceipt[]> {
  const items = await itemsUnder(billing, `S#${supplyCode}`, `${monthPrefix}${period}#`);
  const payments = items.filter(({ sk }) => sk.includes("#P#")).map(({ row }) => paymentOfRow(row));
  return items
    .filter(({ sk }) => !sk.includes("#P#"))
    .map(({ row }) => {
      const receipt = receiptOfRow(row);
      const { supplyCode: delivered, number } = receiptKey(receipt);
      const own = payments.filter(({ receiptNumber }) => receiptNumber === number);
      return { receipt, payments: own.map((each) => ({ ...each, supplyCode: delivered })) };
    });
}

/**
 * Opens the reader of a supply's receipts, their lines, payments and controls, and its register row. Each method makes
 * one query; `lastMonths` makes more if its months have many payments.
 */
export function openReceiptReader(table: Table): ReceiptReader {
  const rowsUnder = async (pk: string, prefix: string, page?: Page): Promise<readonly string[]> =>
    (await itemsUnder(table, pk, prefix, page)).map(({ row }) => row);
  return {
    linesOf: async (number) => (await rowsUnder(linesOf(number), linePrefix)).map(lineOfRow),
    registeredOf: async (supplyCode, until) => {
      // One row for each day on which a supply changed, so few.
      const page = { ...(until === undefined && { Limit: 1 }), ScanIndexForward: false };
      const rows = (await rowsUnder(`S#${supplyCode}`, registerPrefix, page)).map(registeredOfRow);
      return rows.find(({ updatedOn }) => until === undefined || updatedOn <= until);
    },
    controlOf: async (supplyCode, period) => {
      const { pk, sk } = controlKeyOf(supplyCode, period);
      const [row] = await rowsUnder(pk, sk);
      return row === undefined ? undefined : controlOfRow(row);
    },
    lastMonths: async (supplyCode, months) => {
      const found: PaidReceipt[] = [];
      const periods = new Set<string>();
      const standings: ClaimedStanding[] = [];
      const corrections: ReceiptCorrection[] = [];
      let payments: Payment[] = [];
      for await (const { sk, row, ...ofClaim } of newestFirst(table, supplyCode, 3 * months)) {
        if (sk.startsWith(heldPrefix)) {
          standings.push(ofClaim);
          corrections.push(...ofClaim.corrected);
        } else if (sk.includes("#P#")) payments.push(paymentOfRow(row));
        else {
          const receipt = receiptOfRow(row);
          periods.add(receipt.period);
          if (periods.size > months) return found;
          const { supplyCode: delivered, number } = receiptKey(receipt);
          // A payment whose receipt has not arrived is left out: it comes before those of the next older receipt.
          const own = payments.filter((each) => each.receiptNumber === number);
          // The code as delivered may lack zeros in one file and not in another; the partition is what links them.
          const paid = own.map((each) => ({ ...each, supplyCode: delivered }));
          const corrected = correctionOf(receipt, corrections);
          found.push({
            receipt,
            payments: paid,
            ...heldOf(standings, number),
            ...(corrected && { corrected }),
          });
          payments = [];
        }
      }
      return found;
    },
  };
}

/** Returns whether claims hold a receipt and what they dispute of it, as its `PaidReceipt` says it. */
export function heldOf(
  standings: readonly ClaimedStanding[],
  number: string,
): Pick<PaidReceipt, "isHeld" | "disputed"> {
  const holding = standings.filter(({ held }) => held.includes(number));
  if (holding.length === 0) return {};
  const said = holding.map(({ disputed }) => disputed ?? billedConcepts);
  return { isHeld: true, disputed: [...new Set(said.flat())] };
}

/** Reads what claims hold of a supply, and then its receipts and payments, newest first, so many with each request. */
async function* newestFirst({ client, name }: Table, supplyCode: string, Limit: number) {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :months)",
        ExpressionAttributeValues: { ":pk": `S#${supplyCode}`, ":months": monthPrefix },
        ProjectionExpression: "sk, #row, held, disputed, corrected",
        ExpressionAttributeNames: { "#row": "row" },
        ScanIndexForward: false,
        Limit,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    yield* Items.map((item) => storedOfMonths.parse(item));
    from = LastEvaluatedKey;
  } while (from);
}
