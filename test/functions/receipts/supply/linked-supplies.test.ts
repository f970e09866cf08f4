import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { monthAfter, receiptRow } from "../../../../local/seed/receipt-row.ts";
import {
  explainReceipt,
  linkSupply,
  listReceipts,
  listSupplies,
  lookUpReceipt,
  showReceipt,
  unlinkSupply,
} from "../../../../shared/contract/receipt/receipt-routes.ts";
import { billedMonth, paymentCells } from "../../../shared/storage/billing/billed-rows.ts";
import { type ApiAnswer, call, customer } from "../../api-call.ts";
import { changed, sampleRows } from "../../import-receipts/sample-file.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReceiptWorld, receiptWorld } from "../receipt-world.ts";

const now = "2026-11-24T15:45:12.123Z";
let world: ReceiptWorld;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
  world = receiptWorld();
  await world.store(sampleRows);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const [, , averaged] = sampleRows;
const ana = customer("ana");
const eva = customer("eva");
const datum = { supplyCode: "12345", printedKey: "clave-001" };
const numberAndTotal = { supplyCode: "12345", receiptNumber: "s001 45001", total: "S/ 50,20" };
const link = (claims = ana, body: unknown = datum): Promise<ApiAnswer> =>
  call(world.handler, linkSupply, { claims, body });
const linksOf = async (claims = ana) => (await call(world.handler, listSupplies, { claims })).body.supplies;

describe("linking a supply", () => {
  it("takes the key printed on a receipt, and gives the link", async () => {
    const { status, body } = await link();
    expect(status).toBe(201);
    expect(body).toEqual({ linkId: expect.any(String), supplyCode: "00012345", linkedAt: now, proof: "receipt" });
    expect(await linksOf()).toEqual([body]);
  });

  it("again is the same link, however the code is written", async () => {
    const { body } = await link();
    vi.setSystemTime(new Date("2026-11-25T10:00:00.000Z"));
    expect(await link(ana, { supplyCode: "000-12345", printedKey: "CLAVE001" })).toMatchObject({
      status: 201,
      body,
    });
    expect(await linksOf()).toEqual([body]);
  });

  it("with nothing typed names each field once, with what to do", async () => {
    const { status, body } = await link(ana, { supplyCode: "", printedKey: "" });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { field: "body.supplyCode", message: "Escribe el código de suministro que está en tu recibo." },
      { field: "body.printedKey", message: "Escribe la clave del recibo, por ejemplo K7M4-92QP." },
    ]);
  });

  it.each([
    ["right", numberAndTotal],
    ["wrong", { ...numberAndTotal, total: "1.00" }],
    ["not there", { ...numberAndTotal, supplyCode: "99999" }],
  ])("by a number and a total is answered with what to bring instead, alike whether they are %s", async (_, body) => {
    const answer = await link(ana, body);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: "body.printedKey" }] } });
    expect(answer.body.errors[0].message).toContain("escribe la clave del recibo o elige el documento del titular");
    expect(await linksOf()).toEqual([]);
  });

  it("that was made by a number and a total stays, and the key adds to it", async () => {
    const had = await world.supplyLinks.link("ana", "00012345", "2026-10-01T15:00:00.000Z");
    expect(await linksOf()).toEqual([{ ...had, holder: undefined }]);
    expect((await link()).body.linkId).toBe(had.linkId);
    expect(await world.supplyLinks.list("ana")).toEqual([{ ...had, knewKey: true, holder: expect.anything() }]);
  });

  it.each([
    [{ ...datum, documentNumber: "00000001" }, "body.printedKey"],
    [{ ...numberAndTotal, documentNumber: "00000001" }, "body.documentNumber"],
  ])("takes one credential at a time: %j", async (body, field) => {
    expect(await link(ana, body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  it("is each account's own", async () => {
    const hers = await link(ana);
    const others = await link(eva);
    expect(others.body.linkId).not.toBe(hers.body.linkId);
    expect(await linksOf(customer("zoe"))).toEqual([]);
  });

  it.each([
    [{ ...datum, printedKey: "CLAVE002" }, "the key is another supply's"],
    [{ ...datum, supplyCode: "99999" }, "there is no such supply"],
  ])("with %j is refused as anywhere, and uses up an attempt (%s)", async (body) => {
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect(await link(ana, body)).toMatchObject({ status: 404, body: { type: "urn:caudal:receipt-not-found" } });
    expect(await link(ana, body)).toMatchObject({ status: 429, headers: { "retry-after": "888" } });
    expect(await linksOf()).toEqual([]);
  });

  it("is not locked by others' attempts: neither those of people not signed in nor those of an account", async () => {
    const body = { ...datum, printedKey: "CLAVE002" };
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await call(world.handler, lookUpReceipt, { body });
      await link(eva, body);
    }
    expect((await call(world.handler, lookUpReceipt, { body: datum })).status).toBe(429);
    expect((await link(eva)).status).toBe(429);
    expect((await link(ana)).status).toBe(201);
  });

  it("takes the holder's document too", async () => {
    expect((await link(ana, { supplyCode: "12345", documentNumber: "00000001" })).status).toBe(201);
    expect((await link(eva, { supplyCode: "12345", documentNumber: "00000002" })).status).toBe(404);
  });

  it("ends at fifty, and again is still the same link", async () => {
    for (let at = 1; at <= 50; at += 1) await world.supplyLinks.link("ana", `9${String(at).padStart(7, "0")}`, now);
    expect(await link()).toMatchObject({ status: 409, body: { type: "urn:caudal:too-many-supplies" } });
    await world.supplyLinks.unlink("ana", (await world.supplyLinks.list("ana"))[0]?.linkId ?? "");
    expect((await link()).status).toBe(201);
    expect((await link()).status).toBe(201);
    expect(await linksOf()).toHaveLength(50);
  });
});

describe("unlinking a supply", () => {
  const unlink = (linkId: string, claims = ana) => call(world.handler, unlinkSupply, { claims, params: { linkId } });

  it("forgets it; again there is none", async () => {
    const { linkId } = (await link()).body;
    expect((await unlink(linkId)).status).toBe(204);
    expect((await unlink(linkId)).status).toBe(404);
    expect(await linksOf()).toEqual([]);
    const params = { linkId };
    expect((await call(world.handler, listReceipts, { claims: ana, params })).status).toBe(404);
  });

  it("of another account removes nothing, and shows nothing", async () => {
    const { body } = await link(ana);
    const others = await unlink(body.linkId, eva);
    const nobodys = await unlink("nobodys", eva);
    expect([others.status, others.text]).toEqual([404, nobodys.text]);
    expect(await linksOf(ana)).toEqual([body]);
  });

  it("takes no path for a link", async () => {
    expect((await unlink("a/b")).status).toBe(400);
  });
});

describe("what is not yours", () => {
  const period = "2026-10";

  it.each([
    ["receipts", listReceipts, (linkId: string) => ({ linkId })],
    ["one receipt", showReceipt, (linkId: string) => ({ linkId, period })],
    ["its explanation", explainReceipt, (linkId: string) => ({ linkId, period })],
  ])("%s: is not there, byte by byte like what never was", async (_, route, params) => {
    const { linkId } = (await link(ana)).body;
    expect((await call(world.handler, route, { claims: ana, params: params(linkId) })).status).toBe(200);
    const others = await call(world.handler, route, { claims: eva, params: params(linkId) });
    const nobodys = await call(world.handler, route, { claims: eva, params: params("0123456789abcdefghij") });
    expect(others).toEqual(nobodys);
    expect(others).toMatchObject({ status: 404, body: { type: "urn:caudal:supply-not-linked" } });
  });

  it("is not there for who is not signed in either", async () => {
    const { linkId } = (await link(ana)).body;
    const answer = await call(world.handler, showReceipt, { params: { linkId, period } });
    expect(answer.status).toBe(401);
  });
});

describe("the receipts of a linked supply", () => {
  const list = async (code: string) => {
    const { linkId } = await world.supplyLinks.link("ana", code, now);
    return (await call(world.handler, listReceipts, { claims: ana, params: { linkId } })).body;
  };
  const history = Array.from({ length: 30 }, (_, at) =>
    receiptRow(
      billedMonth({ supplyCode: "00070000", period: monthAfter("2026-10", -at), number: 900 - at, m3: 10 + at }),
    ),
  );

  it("are thirteen months, newest first", async () => {
    await world.store(history, [
      paymentCells({ supplyCode: "70000", period: "2026-09", number: 899, amount: "9999.00" }),
    ]);
    const { supplyCode, months } = await list("00070000");
    expect(supplyCode).toBe("00070000");
    expect(months.map(({ period, m3 }: { period: string; m3: number }) => [period, m3])).toEqual(
      Array.from({ length: 13 }, (_, at) => [monthAfter("2026-10", -at), 10 + at]),
    );
    expect(months[0]).toEqual({
      period: "2026-10",
      number: "S001-00000900",
      m3: 10,
      billingType: "L",
      monthTotal: expect.stringMatching(/^\d+\.\d\d$/),
      totalDue: months[0].monthTotal,
      dueDate: "2026-11-16",
      status: "PENDING",
    });
    expect(months[1].status).toBe("PAID");
  });

  it("stand for their month by the newest of it", async () => {
    await world.store([
      receiptRow(billedMonth({ number: 46_000, m3: 30 })),
      receiptRow(billedMonth({ period: "2026-09", number: 44_000 })),
    ]);
    const { months } = await list("00012345");
    expect(months.map((each: { number: string; m3: number }) => [each.number, each.m3])).toEqual([
      ["S001-00046000", 30],
      ["S001-00044000", 18],
    ]);
  });

  it("are none where nothing was billed", async () => {
    expect(await list("00099999")).toEqual({ supplyCode: "00099999", months: [] });
  });

  it("say when they were loaded", async () => {
    await world.notes.note("payments", "2026-11-24T03:00:00.000Z");
    expect((await list("00099999")).loadedAt).toBe("2026-11-24T03:00:00.000Z");
  });

  it.each([
    ["2026-10", 200, "the newest"],
    ["2025-10", 200, "the oldest that is listed"],
    ["2025-09", 200, "one that is not listed any more"],
    ["2024-09", 200, "the oldest that is read: two years"],
    ["2024-08", 404, "one before that"],
    ["2026-11", 404, "one not billed yet"],
    ["2026-13", 400, "no month"],
    ["2026-1", 400, "no month either"],
  ])("of %s: %i (%s)", async (period, status) => {
    await world.store(history);
    const { linkId } = await world.supplyLinks.link("ana", "00070000", now);
    for (const route of [showReceipt, explainReceipt])
      expect((await call(world.handler, route, { claims: ana, params: { linkId, period } })).status).toBe(status);
  });

  it("of an older month show the months before it, none after", async () => {
    await world.store(history);
    const { linkId } = await world.supplyLinks.link("ana", "00070000", now);
    const { body } = await call(world.handler, showReceipt, { claims: ana, params: { linkId, period: "2026-03" } });
    expect(body.receipt.period).toBe("2026-03");
    expect(body.history.map(({ period }: { period: string }) => period)).toEqual(
      Array.from({ length: 13 }, (_, at) => monthAfter("2026-03", at - 12)),
    );
  });

  it("show nobody's name, document or address", async () => {
    const personal = sampleRows.flatMap((row) => row.split(";").slice(2, 8)).filter((cell) => cell.length > 1);
    for (const row of sampleRows) {
      const { linkId } = await world.supplyLinks.link("ana", row.split(";")[1] ?? "", now);
      const answers = await Promise.all([
        call(world.handler, listReceipts, { claims: ana, params: { linkId } }),
        call(world.handler, showReceipt, { claims: ana, params: { linkId, period: "2026-10" } }),
        call(world.handler, explainReceipt, { claims: ana, params: { linkId, period: "2026-10" } }),
      ]);
      for (const { status, text } of answers) {
        expect(status).toBe(200);
        for (const value of personal) expect(text, value).not.toContain(value);
      }
    }
  });
});

describe("why a receipt rose", () => {
  const explain = async (period = "2026-10"): Promise<ApiAnswer["body"]> => {
    const { linkId } = await world.supplyLinks.link("ana", "00012348", now);
    return (await call(world.handler, explainReceipt, { claims: ana, params: { linkId, period } })).body;
  };
  /** Worked example 3 as the month before example 4, over as many days. */
  const before = changed(averaged, {
    nroinscripcion: "00012348",
    periodo: "2026-09",
    correlativo: "00044004",
    fecha_emision: "2026-09-30",
    fecha_vencimiento: "2026-10-16",
    fecha_corte: "2026-10-23",
    fecha_lectura_anterior: "2026-08-21",
    fecha_lectura_actual: "2026-09-20",
  });

  it("worked example 3 to 4: from 95.23 to 223.61, explained to the céntimo", async () => {
    await world.store([before]);
    expect(await explain()).toEqual({
      baseline: "previous-receipt",
      previousPeriod: "2026-09",
      previousTotalDue: "95.23",
      previousM3: 15,
      previousBillingType: "P",
      m3: 62,
      averageM3: 15,
      timesAverageTenths: 41,
      judgement: "more-than-double",
      factors: [
        { kind: "reading-type", amount: "183.76", before: "P", after: "L", beforeM3: 15, afterM3: 62 },
        { kind: "late-interest", amount: "-0.42", before: "0.42", after: "0.00" },
        { kind: "instalment", amount: "-12.50", before: "12.50", after: "0.00" },
        { kind: "debt", amount: "-47.46", before: "47.46", after: "0.00" },
        { kind: "credit", amount: "5.00", before: "5.00", after: "0.00" },
      ],
      mainFactor: "reading-type",
    });
  });

  it("is the one of the receipt's own page", async () => {
    await world.store([before]);
    const { linkId } = await world.supplyLinks.link("ana", "00012348", now);
    const page = await call(world.handler, showReceipt, { claims: ana, params: { linkId, period: "2026-10" } });
    expect(page.body.explanation).toEqual(await explain());
    const looked = await call(world.handler, lookUpReceipt, {
      body: { supplyCode: "12348", receiptNumber: "S001-00045004", total: "223.61" },
    });
    expect(looked.body.explanation).toEqual(await explain());
  });

  it("is not given for the first receipt", async () => {
    const { baseline, factors, previousPeriod } = await explain();
    expect({ baseline, factors, previousPeriod }).toEqual({
      baseline: "previous-receipt-missing",
      factors: [],
      previousPeriod: undefined,
    });
  });

  it("is not given where a price list is not loaded", async () => {
    await world.store([changed(before, { cod_tarifa: "HUARAL-2031-A7" })]);
    expect(await explain()).toMatchObject({ baseline: "tariff-list-missing", factors: [] });
  });

  it("is given from the last receipt there is, also over a gap", async () => {
    await world.store([
      changed(before, { periodo: "2026-07", fecha_lectura_anterior: "2026-06-20", fecha_lectura_actual: "2026-07-20" }),
    ]);
    expect(await explain()).toMatchObject({ baseline: "previous-receipt", previousPeriod: "2026-07" });
  });

  it("names days and volume apart, each by what it was and is, and what was billed before if it is for other days", async () => {
    await world.store([receiptRow(billedMonth({ supplyCode: "00012348", period: "2026-09", number: 44_004, m3: 20 }))]);
    const { factors } = await explain();
    expect(factors).toEqual([
      { kind: "days", amount: "-3.94", before: "31", after: "30" },
      { kind: "volume", amount: "169.47", beforeM3: 20, before: "19", after: "62", rangeStep: "0.00" },
    ]);
  });
});
