import { describe, expect, it } from "vitest";
import { consumptionJudgements, factorKinds } from "../../shared/domain/receipt/explanation.ts";
import { agendaWords } from "../../web/desk/visit/inspections.words.ts";
import { consumptionSentence, times } from "../../web/words/consumption-sentence.ts";
import { counted, dateWithWeekday, dayOfList, instant, soles } from "../../web/words/format.ts";
import { hoursInWords, openness } from "../../web/words/hours.ts";
import {
  breakdown,
  changeSentence,
  type Explanation,
  type Factor,
  factorSentence,
  facts,
  moreOrLess,
} from "../../web/words/receipt.ts";
import { litresADay } from "../../web/words/receipt-history.ts";
import { reasonOfDay } from "../../web/words/terms.ts";
import { waitFor } from "../../web/words/transport-problems.ts";
import { firstSheet, fullSheet, months, sheet } from "./fixtures.ts";

/** Replaces the hard spaces between numbers and units by plain ones. */
const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

const used = (judgement: Explanation["judgement"], m3: number, averageM3: number): Explanation => ({
  ...sheet.explanation,
  judgement,
  m3,
  averageM3,
  timesAverageTenths: Math.round((10 * m3) / averageM3),
  previousBillingType: "L",
});
const house = { period: "2026-10", billingType: "L", category: "DOMESTICO" } as const;
const sentence = (explanation: Explanation, of: Parameters<typeof consumptionSentence>[1] = house) =>
  plain(consumptionSentence(explanation, of, true));

describe("the facts of a receipt", () => {
  const shown = (more: Partial<typeof sheet.receipt>) => Object.fromEntries(facts({ ...sheet.receipt, ...more }));

  it("name the day of a cut while something is owed, and what stops it", () => {
    const day = { "Fecha de corte, si no se paga ni se reclama": "23 de noviembre de 2026", "Meses de deuda": "2" };
    expect(shown({ status: "PARTIAL", overdueMonths: 2 })).toMatchObject(day);
    const paid = Object.keys(shown({ status: "PAID", overdueMonths: 0 }));
    expect(paid.filter((name) => /corte|deuda/.test(name))).toEqual([]);
  });
});

describe("how this month compares with the usual", () => {
  it.each([
    [
      used("atypical", 62, 15),
      "Este mes usaste 62 m³, más de 4 veces lo normal en tu casa: 15 m³. Es un consumo atípico: la empresa debe revisarlo.",
    ],
    [
      used("atypical", 45, 15),
      "Este mes usaste 45 m³, el triple de lo normal en tu casa: 15 m³. Es un consumo atípico: la empresa debe revisarlo.",
    ],
    [used("more-than-double", 45, 15), "Este mes usaste 45 m³, el triple de lo normal en tu casa: 15 m³."],
    [used("more-than-double", 31, 15), "Este mes usaste 31 m³, más del doble de lo normal en tu casa: 15 m³."],
    [used("more-than-double", 201, 100), "Este mes usaste 201 m³, más del doble de lo normal en tu casa: 100 m³."],
    [used("higher", 20, 15), "Este mes usaste 20 m³, más de lo normal en tu casa: 15 m³."],
    [used("about-the-same", 16, 15), "Este mes usaste 16 m³, casi lo mismo que lo normal en tu casa: 15 m³."],
    [used("lower", 9, 15), "Este mes usaste 9 m³, menos de lo normal en tu casa: 15 m³."],
    [
      used("unknown", 18, 15),
      "Este mes usaste 18 m³. Todavía no hay meses suficientes para decir cuánto es lo normal aquí.",
    ],
  ])("%o", (explanation, words) => {
    expect(sentence(explanation)).toBe(words);
  });

  const unread = used("atypical", 22, 15);
  it.each([
    ["no hay lectura del medidor y se cobran 22 m³ por promedio. Lo normal en tu casa: 15 m³.", "P"],
    ["no hay lectura del medidor y se cobran 22 m³ por asignación. Lo normal en tu casa: 15 m³.", "A"],
    ["el medidor marcó 40 m³, pero se cobran 22 m³ por promedio. Lo normal en tu casa: 15 m³.", "P", 40],
    ["el medidor marcó 40 m³, pero se cobran 22 m³ por asignación. Lo normal en tu casa: 15 m³.", "A", 40],
  ] as const)("is said to be estimated whatever was judged: %s", (why, billingType, readM3 = undefined) => {
    for (const judgement of consumptionJudgements)
      expect(sentence({ ...unread, judgement, readM3 }, { ...house, billingType })).toBe(
        `Este mes el consumo es estimado: ${why} Si crees que está mal, puedes reclamar.`,
      );
  });

  it("an estimate at the average, or without one, names no other figure as the usual", () => {
    const words =
      "Este mes el consumo es estimado: no hay lectura del medidor y se cobran 15 m³ por promedio. Si crees que está mal, puedes reclamar.";
    expect(sentence(used("unknown", 15, 15), { ...house, billingType: "P" })).toBe(words);
    const { averageM3: _, ...none } = used("unknown", 15, 15);
    expect(sentence(none, { ...house, billingType: "P" })).toBe(words);
  });

  it.each([
    ["higher", "Este mes el medidor marcó 20 m³, más de lo normal en tu casa: 15 m³."],
    [
      "unknown",
      "Este mes el medidor marcó 20 m³. Todavía no hay meses suficientes para decir cuánto es lo normal aquí.",
    ],
  ] as const)(
    "a reading (%s) after a month without one may be of more than a month: it is not what was used",
    (judgement, words) => {
      for (const previousBillingType of ["P", "A"] as const)
        expect(sentence({ ...used(judgement, 20, 15), previousBillingType })).toBe(
          `${words} El recibo anterior fue sin lectura: aquí puede haber agua de más de un mes.`,
        );
    },
  );

  it("a business is no house, and an older month has its name", () => {
    expect(plain(consumptionSentence(used("lower", 9, 15), { ...house, category: "COMERCIAL" }, false))).toBe(
      "En octubre de 2026 usaste 9 m³, menos de lo normal en tu local: 15 m³.",
    );
  });

  it("only the API's judgement says atypical, and no sentence says that a month is not", () => {
    for (const judgement of consumptionJudgements)
      for (const m3 of [9, 15, 31, 45, 62, 200]) {
        const words = sentence(used(judgement, m3, 15)) ?? "";
        expect(words.includes("atípico")).toBe(judgement === "atypical");
        expect(words).not.toMatch(/no es (un consumo )?atípico/);
      }
  });

  it.each([
    [20, "el doble de lo normal"],
    [21, "más del doble de lo normal"],
    [30, "el triple de lo normal"],
    [39, "más del triple de lo normal"],
    [40, "4 veces lo normal"],
    [125, "más de 12 veces lo normal"],
  ])("%i tenths of the average: %s", (tenths, words) => {
    expect(times(tenths)).toBe(words);
  });
});

describe("why the total changed", () => {
  it("names the factor that moved it most", () => {
    expect(plain(changeSentence(sheet.explanation))).toBe(
      "Son S/ 224.03 más que en setiembre (S/ 39.85), sobre todo por la forma de medir.",
    );
  });

  it("says how much less it is", () => {
    const factors = [{ kind: "volume", amount: "-7.26", before: "20", after: "18" }] as const;
    expect(plain(changeSentence({ ...sheet.explanation, factors: [...factors], mainFactor: "volume" }))).toBe(
      "Son S/ 7.26 menos que en setiembre (S/ 39.85), sobre todo por el consumo.",
    );
  });

  it("names none of two receipts with the same total", () => {
    const { mainFactor: _, ...same } = { ...sheet.explanation, factors: [] };
    expect(plain(changeSentence(same))).toBe("Es el mismo total que en setiembre (S/ 39.85).");
  });

  it("says nothing of a previous receipt there is not", () => {
    expect(changeSentence(firstSheet.explanation)).toBeUndefined();
  });

  it("has a sentence for every factor, with what it was and what it is", () => {
    const factors: readonly Factor[] = fullSheet.explanation.factors;
    expect(factors.map(({ kind }) => kind)).toEqual(factorKinds);
    expect(factors.map((factor) => plain(factorSentence(factor)))).toEqual([
      "Cambió la lista de precios: antes HUARAL-2025-A1, ahora HUARAL-2026-A2.",
      "Tu categoría cambió de doméstica a comercial.",
      "Ahora recibes el precio con subsidio.",
      "Viviendas o locales de la conexión: antes 1, ahora 12.",
      "Tu servicio cambió de solo agua a agua y desagüe.",
      "Días entre lecturas: antes 30, ahora 33.",
      "Se cobró antes 1,400 m³ por la lectura del medidor; ahora, 1,250 m³ por promedio.",
      "Consumo: antes 1,310 m³ (1,400 m³ en los días de ahora), ahora 1,240 m³. El cambio de rango de precios resta S/ 1.10.",
      "Otros cobros del mes: antes S/ 0.00, ahora S/ 18.50.",
      "Intereses por pago tardío: antes S/ 0.00, ahora S/ 0.42.",
      "Cuota de tu convenio de pago: antes S/ 0.00, ahora S/ 12.50.",
      "Deuda de meses anteriores: antes S/ 0.00, ahora S/ 10,039.85.",
      "Saldo a tu favor, que se descuenta: antes S/ 0.00, ahora S/ 5.00.",
      "Redondeo: antes S/ 0.00, ahora −S/ 0.08.",
      "Diferencia entre el recibo y la lista de precios: antes S/ 0.00, ahora S/ 0.05.",
    ]);
  });

  it("that a phone kept before m³ came with it names how they were found alone", () => {
    const kept: Factor = { kind: "reading-type", amount: "-4.00", before: "L", after: "P" };
    expect(factorSentence(kept)).toBe("Se cobró antes la lectura del medidor; ahora, promedio.");
  });

  it.each([
    ["183.76", "S/ 183.76 más"],
    ["-5.00", "S/ 5.00 menos"],
  ])("%s is said in words and not by its sign", (amount, words) => {
    expect(plain(moreOrLess(amount))).toBe(words);
  });
});

describe("the receipt's lines", () => {
  it("say the range in words and leave out amounts of zero", () => {
    expect(breakdown(sheet.receipt).map(({ name, note, amount }) => [name, plain(note), amount])).toEqual([
      ["Agua potable, los primeros 8 m³", "8 m³ a S/ 1.46 cada uno", "11.68"],
      ["Agua potable, de 8 a 16 m³", "8 m³ a S/ 1.63 cada uno", "13.04"],
      ["Agua potable, lo que pasa de 16 m³", "46 m³ a S/ 2.60 cada uno", "119.60"],
      ["Alcantarillado (desagüe), los primeros 8 m³", "8 m³ a S/ 0.42 cada uno", "3.36"],
      ["Alcantarillado (desagüe), de 8 a 16 m³", "8 m³ a S/ 0.46 cada uno", "3.68"],
      ["Alcantarillado (desagüe), lo que pasa de 16 m³", "46 m³ a S/ 0.74 cada uno", "34.04"],
      ["Cargo fijo", "no depende de tu consumo", "4.10"],
      ["IGV", "impuesto", "34.11"],
      ["Total del mes", undefined, "223.61"],
      ["Intereses por pago tardío", undefined, "0.42"],
      ["Deuda de meses anteriores", undefined, "39.85"],
      ["Total a pagar", undefined, "263.88"],
    ]);
  });

  it("are the three sums where the price list is not loaded", () => {
    const [water, sewer, fixed] = breakdown(firstSheet.receipt);
    expect([water?.amount, sewer?.amount, fixed?.amount]).toEqual(["144.32", "41.08", "4.10"]);
  });

  it("of several homes on one connection give each its range", () => {
    expect(breakdown(fullSheet.receipt)[0]?.name).toBe("Agua potable, los primeros 8 m³ de cada vivienda o local");
  });

  it("are named as the utility delivered them, each in its order, if it did", () => {
    const extras = [
      { concept: "COLATERAL", part: "otherTaxed", label: "REAPERTURA DEL SERVICIO", amount: "12.30" },
      { concept: "NOTA_CREDITO", part: "credit", label: "NOTA DE CREDITO POR RECLAMO", amount: "-5.00" },
      { concept: "AGUA", part: "waterAmount", label: "AGUA POTABLE 0-8", m3: 8, unitPrice: "1.46", amount: "11.68" },
    ] as const;
    const receipt = { ...firstSheet.receipt, lines: [...extras], otherTaxed: "12.30", credit: "5.00" };
    const rows = breakdown(receipt).map(({ name, note, amount }) => [name, plain(note), amount]);
    expect(rows[0]).toEqual(["Agua potable 0-8", "8 m³ a S/ 1.46 cada uno", "11.68"]);
    expect(rows[3]).toEqual(["Reapertura del servicio", "Otros servicios", "12.30"]);
    expect(rows).toContainEqual(["Nota de credito por reclamo", "Nota de crédito por reclamo", "-5.00"]);
    expect(rows.map(([name]) => name)).not.toContain("Saldo a tu favor");
  });

  it("a credit is subtracted", () => {
    expect(breakdown(fullSheet.receipt).find(({ name }) => name === "Saldo a tu favor")?.amount).toBe("-5.00");
  });
});

describe("figures and dates", () => {
  it("a sentence that ends with an hour has one point", () => {
    expect(agendaWords.kept("las 9:42 a. m.", 0)).toBe("Es lo que guardó este teléfono a las 9:42 a. m.");
    expect(agendaWords.kept("las 9:42 a. m.", 2)).toBe(
      "Es lo que guardó este teléfono a las 9:42 a. m. El sistema ya tiene 2 actas.",
    );
  });

  it.each([
    ["4.10", "S/ 4.10"],
    ["1171.62", "S/ 1,171.62"],
    ["-1234567.80", "−S/ 1,234,567.80"],
  ])("%s soles: %s", (amount, words) => {
    expect(plain(soles(amount))).toBe(words);
  });

  it.each([
    [1, "1 día hábil"],
    [0, "0 días hábiles"],
    [1500, "1,500 días hábiles"],
  ])("%i: %s", (count, words) => {
    expect(counted(count, "día hábil", "días hábiles")).toBe(words);
  });

  it.each([
    ["2027-01-08", "viernes 8 de enero de 2027", "viernes 8 ene."],
    ["2026-09-01", "martes 1 de setiembre de 2026", "martes 1 set."],
  ])("%s: %s", (day, long, short) => {
    expect([dateWithWeekday(day), plain(dayOfList(day))]).toEqual([long, short]);
  });

  it.each([
    ["2026-11-24T14:42:00.000Z", "24 de noviembre de 2026, 9:42 a. m."],
    ["2026-11-25T04:59:59.999Z", "24 de noviembre de 2026, 11:59 p. m."],
    ["2026-11-24T05:00:00.000Z", "24 de noviembre de 2026, 12:00 a. m."],
    ["2026-11-24T17:00:00.000Z", "24 de noviembre de 2026, 12:00 p. m."],
  ])("%s in Lima: %s", (utc, words) => {
    expect(plain(instant(utc))).toBe(words);
  });

  it("litres a day go by the days of the month billed", () => {
    expect(months.slice(-1).map(litresADay).map(plain)).toEqual(["2,000 L"]);
  });

  it.each([
    [1, "Espera 1 segundo y vuelve a intentarlo."],
    [61, "Espera 2 minutos y vuelve a intentarlo."],
  ])("%i s: %s", (seconds, words) => {
    expect(waitFor(seconds)).toBe(words);
  });

  it.each([
    [{ reason: "working", ordinal: 3 }, "Sí, día 3"],
    [{ reason: "national-holiday", name: "Navidad" }, "No: feriado (Navidad)"],
    [{ reason: "something-new" }, "No"],
  ])("%o: %s", (day, words) => {
    expect(reasonOfDay(day)).toBe(words);
  });
});

describe("hours", () => {
  const monday = Date.parse("2026-11-23T14:00:00.000Z");

  it.each([
    ["always", "a toda hora"],
    [
      [{ weekdays: [1, 2, 3, 4, 5], opens: "08:00", closes: "13:00" }],
      "lunes a viernes, de las 8:00 a. m. a la 1:00 p. m.",
    ],
    [[{ weekdays: [6], opens: "09:00", closes: "24:00" }], "sábado, de las 9:00 a. m. a las 12:00 a. m."],
    [[{ weekdays: [1, 3], opens: "14:30", closes: "18:00" }], "lunes, miércoles, de las 2:30 p. m. a las 6:00 p. m."],
  ] as const)("%o: %s", (hours, words) => {
    expect(plain(hoursInWords(hours))).toBe(words);
  });

  it.each([
    [{ openNow: true }, "Atiende a toda hora"],
    [{ openNow: true, openUntil: "2026-11-23T18:00:00.000Z" }, "Abierto ahora hasta la 1:00 p. m."],
    [{ openNow: false, opensAt: "2026-11-23T19:00:00.000Z" }, "Atiende hoy desde las 2:00 p. m."],
    [{ openNow: false, opensAt: "2026-11-24T13:00:00.000Z" }, "Atiende mañana desde las 8:00 a. m."],
    [{ openNow: false, opensAt: "2026-11-29T13:00:00.000Z" }, "Atiende el domingo desde las 8:00 a. m."],
    [
      { openNow: false, opensAt: "2026-11-30T13:00:00.000Z" },
      "Atiende el lunes 30 de noviembre de 2026 desde las 8:00 a. m.",
    ],
    [{ openNow: false }, "Cerrado ahora"],
  ])("%o: %s", (state, words) => {
    expect(plain(openness({ channel: "counter", hours: "", ...state }, monday))).toBe(words);
  });
});
