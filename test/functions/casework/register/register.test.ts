import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import { searchSupplies, takeClaim } from "../../../../shared/contract/counter/intake-routes.ts";
import { listInspections } from "../../../../shared/contract/visit/investigation-routes.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { ledgerRow, registeredSupply } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await caseworkWorld(local);
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const operator: Worker = ["operator-1", "operator"];
const search = (documentNumber: string) =>
  world.as(operator, searchSupplies, { body: { supplyCode: "12345", documentNumber } });
const register = (updatedOn: string) =>
  openReceiptLedger(world.billing).store(
    ledgerRow("register", registerRow({ ...registeredSupply, updatedOn })),
    "i1",
    undefined,
  );

describe("a supply whose register is newer than its last receipt", () => {
  it.each([
    ["00000077", "matches", "the register's holder"],
    ["00000001", "does-not-match", "the holder on the receipt"],
  ])("with document %s %s (%s)", async (documentNumber, holder) => {
    await register("2026-11-03");
    expect((await search(documentNumber)).body).toMatchObject({ holder });
  });

  it("is what the register says, and nobody's name or address is shown", async () => {
    await register("2026-11-03");
    const { body, text } = await search("00000077");
    const state = { water: "ACTIVO", sewer: "CORTADO" };
    expect(body.today).toEqual({ category: "COMERCIAL", useUnits: 3, asOf: "2026-11-03", ...state });
    expect(text).not.toMatch(/CLIENTE DE PRUEBA|00000077|CALLE/);
  });

  it.each([
    ["00000077", false, "the register's holder"],
    ["00000001", true, "the holder on the receipt"],
  ])("claimed by telephone with document %s: observed %s (%s)", async (number, isObserved) => {
    await register("2026-11-03");
    const { grounds, request, meterTest, claimant } = form;
    const said = { grounds, request, meterTest, claimant: { ...claimant, document: { kind: "DNI", number } } };
    const receipts = [{ number: "S001-00045001", period: "2026-10" }];
    const { status, body } = await world.as(operator, takeClaim, {
      body: { ...said, supplyCode: "12345", receipts, channel: "telephone" },
    });
    expect(status).toBe(201);
    expect(body.observed !== undefined).toBe(isObserved);
  });

  it("is visited at the register's address", async () => {
    await register("2026-11-03");
    const { file } = await world.fileOne(filedAt);
    await world.assign(file.head.claimId, 1, "inspector-1");
    const date = file.visits[0]?.on ?? "";
    const { body } = await world.as(["inspector-1", "inspector"], listInspections, { query: { date } });
    expect(body.inspections).toMatchObject([{ address: "CALLE FICTICIA 777" }]);
  });
});

describe("a supply whose register is older than its last receipt", () => {
  it("is what the receipt says", async () => {
    await register("2026-10-01");
    const { body } = await search("00000001");
    expect(body).toMatchObject({ holder: "matches" });
    expect(body.today).toMatchObject({ category: "DOMESTICO", useUnits: 1, asOf: "2026-10-31", sewer: "CORTADO" });
  });
});
