import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { paymentOfRow } from "../domain/payment-file.ts";
import { type Payment, type Receipt, receiptKey } from "../domain/receipt.ts";
import { receiptOfRow } from "../domain/receipt-file.ts";
import { monthPrefix } from "./billing-keys.ts";
import type { Table } from "./dynamodb.ts";

/** A receipt with the payments made on it. */
export interface PaidReceipt {
  readonly receipt: Receipt;
  readonly payments: readonly Payment[];
}

/** What the commercial system delivered of a supply. */
export interface ReceiptReader {
  /**
   * The receipts of the supply's last `months` billed months, newest first; of one month the last number first. Empty
   * when nothing was ever billed to that code: whether the supply exists cannot be told from it.
   */
  lastMonths(supplyCode: string, months: number): Promise<readonly PaidReceipt[]>;
}

const stored = z.object({ sk: z.string(), row: z.string() });

/** One query, newest first; a page more only where a month holds many payments. */
export function openReceiptReader({ client, name }: Table, tenantCode: string): ReceiptReader {
  return {
    lastMonths: async (supplyCode, months) => {
      const found: PaidReceipt[] = [];
      const periods = new Set<string>();
      let payments: Payment[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: "pk = :pk AND begins_with(sk, :months)",
            ExpressionAttributeValues: { ":pk": `S#${supplyCode}`, ":months": monthPrefix },
            ProjectionExpression: "sk, #row",
            ExpressionAttributeNames: { "#row": "row" },
            ScanIndexForward: false,
            Limit: 3 * months,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        for (const item of Items) {
          const { sk, row } = stored.parse(item);
          if (sk.includes("#P#")) {
            payments.push(paymentOfRow(row));
            continue;
          }
          const receipt = receiptOfRow(row, tenantCode);
          periods.add(receipt.period);
          if (periods.size > months) return found;
          const { supplyCode: delivered, number } = receiptKey(receipt);
          // A payment that came before its receipt stands alone, before those of the next older one.
          const own = payments.filter((each) => each.receiptNumber === number);
          // The code as delivered may lack zeros in one file and not in the other; standing in one partition is the link.
          found.push({ receipt, payments: own.map((each) => ({ ...each, supplyCode: delivered })) });
          payments = [];
        }
        from = LastEvaluatedKey;
      } while (from);
      return found;
    },
  };
}
