import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAttemptCounter } from "../../../shared/storage/attempt-counter.ts";
import type { Key } from "../../../shared/storage/billing/billing-keys.ts";
import { openImportRegister } from "../../../shared/storage/billing/import-register.ts";
import { openLastLoad, openLoadNotes } from "../../../shared/storage/billing/load-notes.ts";
import { openReceiptLedger } from "../../../shared/storage/billing/receipt-ledger.ts";
import type { ClaimedStanding } from "../../../shared/storage/billing/receipt-reader.ts";
import { openReceiptReader } from "../../../shared/storage/billing/receipt-reader.ts";
import type { Table } from "../../../shared/storage/dynamodb.ts";
import { openLookUpTrails } from "../../../shared/storage/receipt/look-up-trails.ts";
import { openSupplyLinks } from "../../../shared/storage/supply/supply-links.ts";
import { type TableName, tables } from "../../../shared/storage/tables.ts";
import { attemptCounterSuite } from "./attempt-counter.suite.ts";
import { importRegisterSuite } from "./billing/import-register.suite.ts";
import { loadNotesSuite } from "./billing/load-notes.suite.ts";
import { receiptLedgerSuite } from "./billing/receipt-ledger.suite.ts";
import { receiptReaderSuite } from "./billing/receipt-reader.suite.ts";
import { lookUpTrailsSuite } from "./receipt/look-up-trails.suite.ts";
import { type ServedTables, servedTables } from "./served-tables.ts";
import { supplyLinksSuite } from "./supply/supply-links.suite.ts";

describe("the stores on a table server", () => {
  let server: ServedTables | undefined;
  beforeAll(async () => {
    server = await servedTables();
  }, 60_000);
  afterAll(() => server?.stop());
  const table = (name: TableName): Promise<Table> =>
    server ? server.table(name) : Promise.reject(new Error("the table server is not up"));

  attemptCounterSuite(async () => openAttemptCounter(await table("billing")));
  lookUpTrailsSuite(async () => openLookUpTrails(await table("claims"), "key"));
  supplyLinksSuite(async () => openSupplyLinks(await table("claims")));
  receiptLedgerSuite(async () => openReceiptLedger(await table("billing")));
  receiptReaderSuite(async () => {
    const billing = await table("billing");
    const note = (key: Key, standing: ClaimedStanding) =>
      billing.client.send(new PutCommand({ TableName: billing.name, Item: { ...key, ...standing } }));
    return { reader: openReceiptReader(billing), ledger: openReceiptLedger(billing), note };
  });
  importRegisterSuite(async () => openImportRegister(await table("billing")));
  loadNotesSuite(async () => {
    const billing = await table("billing");
    return { ...openLoadNotes(billing), ...openLastLoad(billing) };
  });

  describe("what only the table shows", () => {
    it("an hour of attempts expires two hours on, by the table's attribute", async () => {
      const { client, name } = await table("billing");
      await openAttemptCounter({ client, name }).mayReveal("00012345", "2026-11-24T15:45:12.123Z", {
        right: false,
        allowed: 5,
      });
      const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
      const expiresAt = Date.parse("2026-11-24T17:45:12.000Z") / 1_000;
      expect(Items).toEqual([expect.objectContaining({ used: 1, [tables.billing.timeToLive]: expiresAt })]);
    });

    it("a trail of 32 supplies is one write unit, shows no address, and expires with its quarter of a day", async () => {
      const { client, name } = await table("claims");
      const trails = openLookUpTrails({ client, name }, "key");
      const ofTwoDays = ["2026-11-24T04:45:12.123Z", "2026-11-24T05:45:12.123Z"];
      for (let code = 0; code < 200; code += 1)
        await trails.note(
          "address 203.0.113.9",
          { supplyCode: `90000${code}00000`, right: true, counts: true },
          ofTwoDays[Math.floor(code / 100)] ?? "",
        );
      const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
      const [trail = {}] = Items;
      expect(Object.keys(trail).filter((key) => /^s\d/.test(key))).toHaveLength(32);
      const bytes = Object.entries(trail).reduce((sum, [key, value]) => sum + key.length + String(value).length, 0);
      expect(bytes).toBeLessThan(1024);
      expect(JSON.stringify(trail)).not.toContain("203.0.113");
      expect(trail[tables.claims.timeToLive]).toBe(Date.parse("2026-11-24T06:00:00.000Z") / 1_000);
    });

    it("a replaced content says by which import", async () => {
      const { client, name } = await table("billing");
      const ledger = openReceiptLedger({ client, name });
      const key = { pk: "S#00012345", sk: "M#2026-10#S001-00045001" };
      await ledger.store({ key, row: "A", line: 2 }, "i1", undefined);
      await ledger.store({ key, row: "B", line: 3 }, "i2", undefined);
      const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
      expect(Items.find(({ sk }) => sk === "V#2026-10#S001-00045001#i1")).toEqual({
        pk: "S#00012345",
        sk: "V#2026-10#S001-00045001#i1",
        row: "A",
        line: 2,
        importId: "i1",
        replacedBy: "i2",
      });
    });
  });
});
