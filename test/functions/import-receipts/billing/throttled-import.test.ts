import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { paceImport } from "../../../../bench/paced-import.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";

it("is not given up, and loses no row, however little the table takes a second", async () => {
  const { refused, ...came } = await paceImport({ rows: 100, writesPerSecond: 15 });
  expect(refused).toBeGreaterThan(20);
  expect(came).toMatchObject({ returned: 0, dead: 0, lost: 0, doubled: 0 });
}, 60_000);

const named = (name: string) => Object.assign(new Error("refused"), { name });
const cancelled = (...codes: string[]) =>
  Object.assign(named("TransactionCanceledException"), { CancellationReasons: codes.map((Code) => ({ Code })) });

it.each([
  ["ThrottlingException", named("ThrottlingException"), 3],
  ["ProvisionedThroughputExceededException", named("ProvisionedThroughputExceededException"), 3],
  ["RequestLimitExceeded", named("RequestLimitExceeded"), 3],
  ["a transaction's ThrottlingError", cancelled("None", "ThrottlingError"), 3],
  ["a transaction's ProvisionedThroughputExceeded", cancelled("ProvisionedThroughputExceeded", "None"), 3],
  ["another refusal", named("ValidationException"), 1],
])("a row is written again after %s", async (_, failure, times) => {
  let sent = 0;
  const send = async () => {
    sent += 1;
    if (sent < 3) throw failure;
    return {};
  };
  const { store } = openReceiptLedger({ client: { send } as unknown as DynamoDBDocumentClient, name: "billing" });
  const standing = { importId: "i1", line: 1, row: "otra" };
  const stored = store({ key: { pk: "R#1", sk: "2026-10" }, row: "una", line: 2 }, "i2", standing);
  await (times === 1 ? expect(stored).rejects.toBe(failure) : expect(stored).resolves.toBeUndefined());
  expect(sent).toBe(times);
});
