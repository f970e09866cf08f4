import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { controlRow } from "../../../../local/seed/control-row.ts";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { claimView } from "../../../../shared/casework/claim/claim-view.ts";
import type { BillingControl } from "../../../../shared/domain/reading/control-file.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { maria } from "../../../shared/casework/case-world.ts";
import { billedMonth, ledgerRow } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Step, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  world = await caseworkWorld(local);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const analyst: Worker = ["analyst-1", "analyst"];
const billing: Worker = ["billing-1", "billing"];
const none = { kind: "cuts-history", summary: "Nunca se cortó.", noneFoundBy: "PERSONA DE PRUEBA DOS" };

/** A claim at a step of its life, and how to write in it then. */
async function at(step: (world: CaseworkWorld) => Promise<Step>) {
  const { claimId, now } = await step(world);
  on(now);
  const params = { claimId };
  return {
    claimId,
    add: (body: unknown, who: Worker = billing) => world.as(who, routes.addEvidence, { params, body }),
    control: (body: unknown) => world.as(analyst, routes.recordControl, { params, body }),
    item: async (item: string, who: Worker = analyst) =>
      (await world.as(who, routes.showCase, { params })).body.evidence.find(
        (one: { item: string }) => one.item === item,
      ),
  };
}

describe("evidence that the office adds", () => {
  it("is present once its attachment is, and its claimant does not open it", async () => {
    const { add, item, claimId } = await at(steps.accepted);
    expect(await item("cuts-history")).toMatchObject({ status: "missing", addable: true });
    await world.upload("billing-1", "cuts");
    const answer = await add({ kind: "cuts-history", summary: "Sin cortes en 24 meses.", uploadIds: ["cuts"] });
    expect(answer.status, answer.text).toBe(200);
    expect(await item("cuts-history")).toMatchObject({
      status: "present",
      detail: "Sin cortes en 24 meses.",
      attachments: [{ documentId: "cuts", state: "received" }],
    });
    const [entry] = answer.body.entries.slice(-1);
    expect(entry.text).toBe("Historial de cortes y reaperturas: Sin cortes en 24 meses.");
    const file = await world.elsewhere(claimId, new Date().toISOString(), []);
    expect(claimView(file, { ...maria, standing: { as: "holder" } }, world.tenant).attachments).toEqual([]);
  });

  it("may be that somebody looked and there are no records", async () => {
    const { add, item } = await at(steps.heard);
    expect((await add(none)).status).toBe(200);
    expect(await item("cuts-history")).toMatchObject({
      status: "present",
      detail: "No hay registros, según PERSONA DE PRUEBA DOS: Nunca se cortó.",
    });
  });

  it("proves nothing while its file was not checked", async () => {
    const { add, item } = await at(steps.accepted);
    const attachment = await world.upload("billing-1", "unread");
    const raw = { documentId: "raw", contentType: "application/pdf", state: "pending" } as const;
    await world.uploads.announce({ ...attachment, ...raw, by: "billing-1", createdAt: filedAt }, 100);
    expect((await add({ kind: "cuts-history", summary: "Informe.", uploadIds: ["raw"] })).status).toBe(200);
    expect(await item("cuts-history")).toMatchObject({
      status: "missing",
      detail: "Informe. (el archivo se está revisando, o no se pudo abrir)",
    });
  });

  it.each([
    ["without an attachment nor who looked", { kind: "cuts-history", summary: "Sin cortes." }, "body.uploadIds"],
    ["that cannot be missing", { ...none, kind: "bills" }, "body.noneFoundBy"],
    ["that an act of its own records", { ...none, kind: "internal-inspection" }, "body.kind"],
  ])("is not taken %s", async (_, body, field) => {
    const { add } = await at(steps.accepted);
    expect(await add(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  it("is not taken once it is decided, and is offered to nobody", async () => {
    const { add, item } = await at(steps.notified);
    expect((await add(none)).status).toBe(409);
    expect((await item("cuts-history")).addable).toBe(false);
  });

  it("is offered only to whose it is to add, and never what has an act of its own", async () => {
    const { item } = await at(steps.accepted);
    expect((await item("cuts-history", ["signer-1", "signer"])).addable).toBe(false);
    expect((await item("internal-inspection")).addable).toBe(false);
  });
});

describe("the control before the bill, from the desk", () => {
  const control = {
    period: "2026-10",
    notice: { on: "2026-10-22", at: "09:30", means: "PERSONAL" },
    inspection: { on: "2026-10-25", hours: "08:00-10:00", outcome: "REALIZADA", leak: "VISIBLE" },
    billedBy: "L",
  } as const;

  beforeEach(async () => {
    const ledger = openReceiptLedger(world.billing);
    const october = receiptRow({ ...billedMonth({ period: "2026-10", number: 45_001, m3: 45 }), average: 15 });
    const [standing] = await ledger.read([ledgerRow("receipts", october).key]);
    await ledger.store(ledgerRow("receipts", october), "i2", standing);
  });

  it("counts as file E's does, says whose it is, and the last one stands", async () => {
    const { control: send, item } = await at(steps.accepted);
    expect(await item("billing-control")).toMatchObject({ status: "missing", addable: true });
    const answer = await send(control);
    expect(answer.status, answer.text).toBe(200);
    expect(await item("billing-control")).toMatchObject({
      status: "present",
      detail: expect.stringMatching(/se encontró una fuga visible.* Lo registró la oficina en el expediente\.$/),
    });
    expect(answer.body.consumption.months).toMatchObject([
      { period: "2026-10", controlDone: true, reason: "visible-leak" },
    ]);
    expect((await send({ ...control, inspection: undefined })).status).toBe(200);
    expect((await item("billing-control")).status).toBe("missing");
  });

  it("is not taken where the commercial system delivered it", async () => {
    const delivered: BillingControl = { ...control, branchCode: "01", supplyCode: "00012345" };
    await openReceiptLedger(world.billing).store(ledgerRow("controls", controlRow(delivered)), "i2", undefined);
    const { control: send } = await at(steps.accepted);
    expect(await send(control)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("ya entregó el control") },
    });
  });

  it("is not taken where the atypical reading of the month has one, and says what that found", async () => {
    const { inspection: _, ...asks } = control;
    const row = controlRow({ ...asks, branchCode: "01", supplyCode: "00012345" });
    await openReceiptLedger(world.billing).store(ledgerRow("controls", row), "i2", undefined);
    const by = { kind: "system", name: "import-receipts" } as const;
    const visit = { on: "2026-10-23", hours: "09:00-11:00" };
    const reading = {
      ...{ readingId: "00012345-2026-10", office: "MOQ", supplyCode: "00012345", period: "2026-10" },
      ...{ readOn: "2026-10-20", reading: 470, m3: 62, averageM3: 15, assignmentM3: 20, issueOn: "2026-10-31" },
      entries: [{ at: filedAt, by, type: "notified", notice: asks.notice, visit } as const],
    };
    await world.atypicalReadings.open(reading);
    const { control: send, item } = await at(steps.accepted);
    expect((await send(control)).status).toBe(200);
    const stored = await world.atypicalReadings.ofMonth("00012345", "2026-10");
    if (!stored) throw new Error("no reading");
    const inspection = { ...visit, outcome: "REALIZADA", leak: "NINGUNA" } as const;
    await world.atypicalReadings.append(stored, { at: filedAt, by, type: "visited", inspection }, undefined);
    expect(await send(control)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("en la visita del 23 de octubre de 2026, no se encontró fuga.") },
    });
    expect((await item("billing-control")).detail).toContain("no se encontró fuga");
  });

  it("is taken and counts where file E asks for the control or has its notice alone", async () => {
    const { inspection: _, ...asks } = control;
    const row = controlRow({ ...asks, branchCode: "01", supplyCode: "00012345" });
    await openReceiptLedger(world.billing).store(ledgerRow("controls", row), "i2", undefined);
    const { control: send, item } = await at(steps.accepted);
    expect((await item("billing-control")).status).toBe("missing");
    expect((await send(control)).status).toBe(200);
    expect((await item("billing-control")).status).toBe("present");
  });

  it.each([
    ["of a month that is not claimed", { ...control, period: "2026-09" }, 409, "recibos reclamados"],
    [
      "of a day to come",
      { ...control, inspection: { ...control.inspection, on: "2027-01-25" } },
      409,
      "todavía no llega",
    ],
    ["of nothing", { period: "2026-10", billedBy: "L" }, 400, ""],
    [
      "of a leak that nobody went in to find",
      { ...control, inspection: { ...control.inspection, outcome: "AUSENTE" } },
      400,
      "",
    ],
  ])("is not taken %s", async (_, body, status, words) => {
    const { control: send } = await at(steps.accepted);
    const answer = await send(body);
    expect(answer.status).toBe(status);
    if (words) expect(answer.body.detail).toContain(words);
  });
});
