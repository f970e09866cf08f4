import { describe, expect, it } from "vitest";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import type { Correction } from "../../../../shared/domain/receipt/corrected-receipt.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { paymentCells, registeredSupply } from "../../../shared/storage/billing/billed-rows.ts";
import { changed, sampleRows } from "../../import-receipts/sample-file.ts";
import {
  attachmentOf,
  averaged,
  leak,
  lines,
  lookUp,
  openLookUps,
  receiptNumber,
  signedIn,
  street,
  supplyCode,
  total,
  world,
  wrong,
} from "../look-up-world.ts";

openLookUps();

describe("this month's receipt", () => {
  it("is shown to who knows its number, with its lines and sums", async () => {
    const { status, body } = await lookUp({ supplyCode, receiptNumber, total });
    expect(status).toBe(200);
    expect(body.receipt).toEqual({
      supplyCode,
      number: receiptNumber,
      period: "2026-10",
      issueDate: "2026-10-31",
      dueDate: "2026-11-16",
      cutoffDate: "2026-11-23",
      category: "DOMESTICO",
      subsidized: false,
      useUnits: 1,
      serviceType: "A/D",
      meterNumber: "FX21000123",
      readingPreviousDate: "2026-09-20",
      readingCurrentDate: "2026-10-20",
      readingPrevious: 1_234,
      readingCurrent: 1_252,
      billingType: "L",
      billedM3: 18,
      averageM3: 17,
      tariffCode: "HUARAL-2025-A1",
      lines: [
        { concept: "AGUA", part: "waterAmount", label: "0-8", m3: 8, unitPrice: "1.46", amount: "11.68" },
        { concept: "AGUA", part: "waterAmount", label: "8-16", m3: 8, unitPrice: "1.63", amount: "13.04" },
        { concept: "AGUA", part: "waterAmount", label: ">16", m3: 2, unitPrice: "2.60", amount: "5.20" },
        { concept: "ALCANTARILLADO", part: "sewerAmount", label: "0-8", m3: 8, unitPrice: "0.42", amount: "3.36" },
        { concept: "ALCANTARILLADO", part: "sewerAmount", label: "8-16", m3: 8, unitPrice: "0.46", amount: "3.68" },
        { concept: "ALCANTARILLADO", part: "sewerAmount", label: ">16", m3: 2, unitPrice: "0.74", amount: "1.48" },
        { concept: "CARGO_FIJO", part: "fixedCharge", label: "", amount: "4.10" },
      ],
      waterAmount: "29.92",
      sewerAmount: "8.52",
      fixedCharge: "4.10",
      otherTaxed: "0.00",
      subtotal: "42.54",
      tax: "7.66",
      monthTotal: "50.20",
      lateInterest: "0.00",
      instalment: "0.00",
      previousDebt: "0.00",
      credit: "0.00",
      rounding: "0.00",
      totalDue: "50.20",
      overdueMonths: 0,
      status: "PENDING",
      paid: "0.00",
      claimUntil: "2027-01-18",
      claimDaysLeft: 34,
    });
    expect(body.history.map(({ period }: { period: string }) => period)).toEqual(["2026-09", "2026-10"]);
    expect(body.testData).toBe(true);
    expect(body).not.toHaveProperty("loadedAt");
  });

  it("is shown for the number of an older receipt too: it is this month's all the same", async () => {
    const older = { periodo: "2026-08", correlativo: "00043001", fecha_emision: "2026-08-31" };
    await world.store([
      changed(sampleRows[0], { ...older, fecha_vencimiento: "2026-09-16", fecha_corte: "2026-09-23" }),
    ]);
    const given = { supplyCode, receiptNumber: "S001-00043001", total };
    const { body } = await lookUp(given);
    expect(body.receipt.period).toBe("2026-10");
    expect(body.givenPeriod).toBe("2026-08");
    for (const asked of [
      await lookUp({ ...given, shown: "given" }),
      await signedIn("ana", { ...given, shown: "given" }),
    ]) {
      expect(asked.body.receipt.number).toBe("S001-00043001");
      expect(asked.body.receipt.lines).not.toEqual([]);
      expect(asked.body).not.toHaveProperty("givenPeriod");
      expect(asked.body.history).toEqual(body.history);
    }
  });

  it("is shown, and no other month is named, if it was given, whichever is asked for", async () => {
    for (const shown of ["newest", "given"]) {
      const { body } = await lookUp({ supplyCode, receiptNumber, total, shown });
      expect(body.receipt.period).toBe("2026-10");
      expect(body).not.toHaveProperty("givenPeriod");
    }
  });

  it("is not shown for a receipt of somebody who held the supply before: theirs is, to their account too", async () => {
    const former = { supplyCode, receiptNumber: "S001-00044001", total };
    for (const { status, body } of [await lookUp(former), await signedIn("ana", former)]) {
      expect(status).toBe(200);
      expect(body.receipt.period).toBe("2026-09");
      expect(body.history.map(({ period }: { period: string }) => period)).toEqual(["2026-09"]);
    }
  });

  it("says when the commercial system's files were last loaded", async () => {
    await world.notes.note("receipts", "2026-11-24T03:00:00.000Z");
    expect((await lookUp({ supplyCode, receiptNumber, total })).body.loadedAt).toBe("2026-11-24T03:00:00.000Z");
  });

  it("shows no lines where the price list is not loaded, and says why it does not explain", async () => {
    await world.store([changed(leak, { nroinscripcion: "00077777", cod_tarifa: "HUARAL-2031-A7" })]);
    const { body } = await lookUp({ supplyCode: "77777", receiptNumber: "S001-00045004", total: "223.61" });
    expect(body.receipt).toMatchObject({ lines: [], monthTotal: "223.61" });
    expect(body.explanation).toMatchObject({ baseline: "previous-receipt-missing", factors: [] });
  });

  it("shows nobody's name, document, address or entry in the street register", async () => {
    const personal = sampleRows.flatMap((row) => row.split(";").slice(2, 8)).filter((cell) => cell.length > 1);
    expect(personal).toContain("CLIENTE DE PRUEBA UNO");
    for (const row of sampleRows) {
      const cells = row.split(";");
      const { status, text } = await lookUp({ supplyCode: cells[1], documentNumber: cells[4] });
      expect(status).toBe(200);
      for (const value of personal) expect(text, value).not.toContain(value);
    }
    const logged = JSON.stringify(lines());
    for (const value of [...personal, supplyCode, receiptNumber]) expect(logged, value).not.toContain(value);
  });
});

describe("the register", () => {
  const register = (updatedOn: string) => world.storeOf("register", [registerRow({ ...registeredSupply, updatedOn })]);
  const holder = { supplyCode, documentNumber: registeredSupply.holderDocNumber };

  it.each([
    ["2026-11-03", 200, "newer than the receipt"],
    ["2026-10-31", 404, "as old as the receipt"],
    ["2026-01-15", 404, "older"],
  ])("of %s: its holder's document is answered %i (%s)", async (updatedOn, status) => {
    await register(updatedOn);
    expect((await lookUp(holder)).status).toBe(status);
  });

  it("newer than the receipts opens the supply to its earlier holder no more", async () => {
    const [, , , , documentNumber] = sampleRows.find((row) => row.split(";")[1] === supplyCode)?.split(";") ?? [];
    expect((await lookUp({ supplyCode, documentNumber })).status).toBe(200);
    await register("2026-11-03");
    expect((await lookUp({ supplyCode, documentNumber })).status).toBe(404);
  });

  it("opens no supply that was never billed", async () => {
    await world.storeOf("register", [registerRow({ ...registeredSupply, supplyCode: "00055555" })]);
    expect((await lookUp({ ...holder, supplyCode: "00055555" })).status).toBe(404);
  });

  it("is shown to nobody: neither name, document nor address", async () => {
    await register("2026-11-03");
    const { status, text } = await lookUp(holder);
    expect(status).toBe(200);
    const { holderName, holderDocNumber = "", address } = registeredSupply;
    for (const value of [holderName, holderDocNumber, address]) expect(text).not.toContain(value);
    const logged = JSON.stringify(lines());
    for (const value of [holderName, holderDocNumber, address]) expect(logged).not.toContain(value);
  });
});

describe("what is typed", () => {
  it.each([
    ["00012345", "S001-00045001", "as printed"],
    ["12345", "S001-45001", "without the zeros"],
    [" 000 12345 ", "s001 45001", "with blanks, in small letters"],
    ["0001-2345", "S001/00045001", "with other marks between"],
    ["000.12345", "s00145001", "with nothing between series and number"],
  ])("supply %j and receipt %j are found (%s)", async (code, number) => {
    expect(await lookUp({ supplyCode: code, receiptNumber: number, total })).toMatchObject({
      status: 200,
      body: { receipt: { supplyCode, number: receiptNumber } },
    });
  });

  it.each([
    ["50.20", 200, "as printed"],
    ["50,20", 200, "with a comma"],
    ["50.2", 200, "without the last zero"],
    ["S/ 50.20", 200, "with the currency"],
    ["s/.50,20", 200, "with the currency as it was written"],
    ["50", 404, "without its céntimos"],
    ["-50.20", 400, "less than nothing"],
  ])("total %j: %i (%s)", async (written, status) => {
    expect((await lookUp({ supplyCode, receiptNumber, total: written })).status).toBe(status);
  });

  it.each([
    ["00000001", 200, "as delivered"],
    [" 0000-0001 ", 200, "with marks and blanks"],
    ["00000099", 404, "the holder's of a month before, who holds it no more"],
    ["00000002", 404, "another holder's"],
    ["1", 404, "a document is not filled with zeros"],
    ["-", 404, "no letter and no digit"],
  ])("document %j: %i (%s)", async (documentNumber, status) => {
    expect((await lookUp({ supplyCode, documentNumber })).status).toBe(status);
  });

  it("a document is compared without the marks it was delivered with", async () => {
    await world.store([changed(averaged, { nroinscripcion: "00088888", nro_doc: "20-12345678-9" })]);
    for (const documentNumber of ["20123456789", "20-12345678-9"])
      expect((await lookUp({ supplyCode: "88888", documentNumber })).status).toBe(200);
  });

  it("a holder without a document is not found by marks alone", async () => {
    await world.store([changed(averaged, { nroinscripcion: "00088888", nro_doc: "" })]);
    expect((await lookUp({ supplyCode: "88888", documentNumber: "---" })).status).toBe(404);
  });
});

describe("who knows both", () => {
  it("uses up no attempt, however often", async () => {
    for (let times = 1; times <= 20; times += 1)
      expect((await lookUp({ supplyCode, receiptNumber, total })).status).toBe(200);
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await lookUp(wrong)).status).toBe(404);
    expect((await lookUp(wrong)).status).toBe(403);
  });

  it("has mistyped, and searched for nothing, once the receipt is opened", async () => {
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      expect((await lookUp(wrong)).status).toBe(404);
      expect((await lookUp({ supplyCode, receiptNumber, total })).status).toBe(200);
    }
  });
});

describe("who is signed in", () => {
  it("is not locked out by others' attempts, nor asked to sign in", async () => {
    for (let attempt = 1; attempt <= 6; attempt += 1) await lookUp(wrong);
    expect((await lookUp({ supplyCode, receiptNumber, total })).status).toBe(403);
    expect((await signedIn("ana", { supplyCode, receiptNumber, total })).status).toBe(200);
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await signedIn("eva", wrong)).status).toBe(404);
    const sixth = await signedIn("eva", wrong);
    expect(sixth).toMatchObject({ status: 429, headers: { "retry-after": "888" } });
    expect(sixth.body.detail).not.toContain("ingresa con");
    expect((await signedIn("ana", { supplyCode, receiptNumber, total })).status).toBe(200);
  });

  it("may look at a whole building, and is stopped after a few supplies that are not theirs", async () => {
    await world.store(street(120));
    for (let at = 0; at < 60; at += 1) expect((await signedIn("administrator", attachmentOf(at))).status).toBe(200);
    const statuses: number[] = [];
    for (let at = 0; at < 20; at += 1) statuses.push((await signedIn("eva", attachmentOf(at, "1.00"))).status);
    // Two supplies that share a field of the trail count once.
    expect(statuses.lastIndexOf(404)).toBeLessThan(8);
    expect(new Set(statuses.slice(8))).toEqual(new Set([429]));
  });

  it("many accounts try at one supply once each, after five in all; who has the right datum is still heard", async () => {
    let answered = 0;
    for (let account = 1; account <= 15; account += 1)
      for (let attempt = 1; attempt <= 5; attempt += 1)
        answered += Number((await signedIn(`account-${account}`, wrong)).status === 404);
    expect(answered).toBe(5 + 14);
    expect((await signedIn("ana", { supplyCode, receiptNumber, total })).status).toBe(200);
    expect((await signedIn("ana", { supplyCode, documentNumber: "00000001" })).status).toBe(200);
  });
});

describe("a question that is not one", () => {
  const code = "Escribe el código de suministro que está en tu recibo.";
  const number = "Escribe el número de recibo, por ejemplo S001-00045001.";
  const amount = "Escribe el total a pagar de ese recibo, por ejemplo 58.90.";
  const either = "Escribe los datos del recibo, su clave o el documento del titular: uno de los tres.";
  it.each<[unknown, readonly (readonly [string, string])[], string]>([
    [{}, [["body.supplyCode", code]], "nothing: the code first, the credential once there is one"],
    [{ supplyCode: "", receiptNumber, total }, [["body.supplyCode", code]], "an empty code, named once"],
    [
      { supplyCode },
      [
        ["body.receiptNumber", number],
        ["body.total", amount],
      ],
      "the code alone",
    ],
    [{ supplyCode, receiptNumber }, [["body.total", amount]], "a number without its total"],
    [{ supplyCode, total }, [["body.receiptNumber", number]], "a total without its number"],
    [{ supplyCode, receiptNumber, total: "mucho" }, [["body.total", amount]], "a total that is no amount"],
    [{ supplyCode, receiptNumber, total: "" }, [["body.total", amount]], "an empty total"],
    [
      { supplyCode, receiptNumber, total, documentNumber: "1" },
      [["body.documentNumber", either]],
      "a receipt and a document",
    ],
    [{ supplyCode: 12_345, receiptNumber, total }, [["body.supplyCode", code]], "a number for a code"],
    [
      { supplyCode: "1".repeat(21), receiptNumber, total },
      [["body.supplyCode", "El código de suministro es más corto: revísalo en tu recibo."]],
      "a code without end",
    ],
    [
      { supplyCode: "1'; DROP", receiptNumber, total },
      [["body.supplyCode", "Escribe el código de suministro solo con números, por ejemplo 00012345."]],
      "marks no code has",
    ],
    [
      { supplyCode: "S#0001", receiptNumber, total },
      [["body.supplyCode", "Escribe el código de suministro solo con números, por ejemplo 00012345."]],
      "the mark of the table's keys",
    ],
    [
      { supplyCode, receiptNumber: "x".repeat(21), total },
      [["body.receiptNumber", "El número de recibo es más corto: revísalo en tu recibo."]],
      "a number without end",
    ],
    [
      { supplyCode, documentNumber: "x".repeat(16) },
      [["body.documentNumber", "El número de documento es más corto: revísalo."]],
      "a document without end",
    ],
    [
      { supplyCode, documentNumber: " " },
      [["body.documentNumber", "Escribe el número de documento del titular."]],
      "blanks for a document",
    ],
    [
      { supplyCode, receiptNumber, total, holder: true },
      [["body", "Hay datos que no se esperaban: holder."]],
      "a field of our own",
    ],
  ])("%j: %j (%s), and no attempt is used up", async (body, errors) => {
    for (let times = 1; times <= 7; times += 1) {
      const answer = await lookUp(body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((each: { field: string; message: string }) => [each.field, each.message])).toEqual(
        errors,
      );
    }
    expect((await lookUp(wrong)).status).toBe(404);
  });
});

describe("a receipt that was paid", () => {
  it.each<[readonly string[], string, string, string, string]>([
    [[], "PENDING", "0.00", "2027-01-18", "two months from the day it fell due, a Saturday rolled to Monday"],
    [["20.00"], "PARTIAL", "20.00", "2027-01-18", "what is paid in part is not paid"],
    [["50.20"], "PAID", "50.20", "2027-11-16", "a year from the day it fell due, if it was paid before"],
    [["20.00", "30.20"], "PAID", "50.20", "2027-11-16", "in two parts"],
    [["50.20", "-50.20"], "PENDING", "0.00", "2027-01-18", "paid and taken back"],
  ])("by %j is %s, %s paid, claimed until %s (%s)", async (amounts, status, paid, claimUntil) => {
    await world.store(
      [],
      amounts.map((amount, at) => paymentCells({ amount, reference: `OP${at}`, paidOn: "2026-11-10" })),
    );
    const { body } = await lookUp({ supplyCode, receiptNumber, total });
    expect(body.receipt).toMatchObject({ status, paid, claimUntil });
  });

  it.each<[readonly string[], string, object | undefined]>([
    [["20.00"], "IN_CLAIM", { amount: "50.20", payable: "0.00" }],
    [["50.20"], "PAID", undefined],
  ])("by %j, held by a claim, is %s", async (amounts, status, held) => {
    const paidOn = "2026-11-10";
    await world.store(
      [],
      amounts.map((amount) => paymentCells({ amount, paidOn })),
    );
    world.stand(supplyCode, { held: [receiptNumber], corrected: [] });
    const { body } = await lookUp({ supplyCode, receiptNumber, total });
    expect(body.receipt).toMatchObject({ status, paid: amounts[0] });
    expect(body.receipt.held).toEqual(held);
    expect(body.history.at(-1)).toMatchObject({ status });
  });

  const left = { m3: 9, amount: cents(3_012), from: calendarDay("2026-12-01") };
  it.each<[readonly string[], Partial<Correction>, boolean, object]>([
    [
      [],
      {},
      false,
      { status: "PENDING", corrected: { m3: 9, monthTotal: "30.12", totalDue: "30.12", payableFrom: "2026-12-01" } },
    ],
    [[], { instalments: 3 }, false, { status: "PENDING", corrected: { instalments: 3 } }],
    [["30.12"], {}, true, { status: "PAID", paid: "30.12", corrected: { totalDue: "30.12" } }],
    [["50.20"], {}, false, { status: "PAID", paid: "50.20", corrected: { overpaid: "20.08" } }],
    [["20.00"], {}, true, { status: "IN_CLAIM", held: { amount: "30.12", payable: "0.00" } }],
  ])(
    "by %j, left by a claim at less (%j, held: %s), is to be paid as it left it",
    async (amounts, how, isHeld, shown) => {
      await world.store(
        [],
        amounts.map((amount) => paymentCells({ amount, paidOn: "2026-11-10" })),
      );
      const corrected = [{ receiptNumber, ...left, ...how }];
      world.stand(supplyCode, { held: isHeld ? [receiptNumber] : [], corrected });
      const { body } = await lookUp({ supplyCode, receiptNumber, total });
      expect(body.receipt).toMatchObject({ totalDue: "50.20", ...shown });
      expect(body.history.at(-1)).toMatchObject({ monthTotal: "50.20", corrected: "30.12" });
    },
  );

  it("late can be claimed for a year from that day", async () => {
    await world.store([], [paymentCells({ paidOn: "2026-12-14" })]);
    const { body } = await lookUp({ supplyCode, receiptNumber, total });
    expect(body.receipt.claimUntil).toBe("2027-12-14");
  });

  it("is not claimed longer for a payment of the next receipt, which has not come yet", async () => {
    const early = paymentCells({ period: "2026-11", number: 46_001, reference: "EARLY", paidOn: "2026-12-14" });
    await world.store([], [paymentCells({ paidOn: "2026-11-10" }), early]);
    const { body } = await lookUp({ supplyCode, receiptNumber, total });
    expect(body.receipt).toMatchObject({ status: "PAID", paid: "50.20", claimUntil: "2027-11-16" });
  });
});

describe("look-ups of the day", () => {
  it("counts one that was answered, of nobody, and none that was refused", async () => {
    const before = world.counted.lookUps;
    expect((await lookUp(wrong)).status).toBe(404);
    expect(world.counted.lookUps).toBe(before);
    expect((await lookUp({ supplyCode, receiptNumber, total })).status).toBe(200);
    expect(world.counted.lookUps).toBe(before + 1);
  });
});
