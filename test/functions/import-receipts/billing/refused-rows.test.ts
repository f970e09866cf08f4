import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paymentColumns } from "../../../../shared/domain/billing/payment-file.ts";
import { captureLog } from "../../log-lines.ts";
import { importWorld } from "../import-world.ts";
import { changed, corrected, fileOf, numbered, type ReceiptColumn, sampleRows } from "../sample-file.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const [measured, commercial, averaged, leak, assigned] = sampleRows;
const named = { measured, commercial, averaged, leak, assigned };
const money = "no es un importe con punto decimal y sin separador de miles";
const whole = "no es un número entero sin signo, punto ni separador de miles";
const date = "no es una fecha (AAAA-MM-DD, DD/MM/AAAA o AAAAMMDD)";
const code = "no tiene la forma de este código";
const word = "no es uno de los valores que se conocen";
const formula = "empieza como una fórmula de hoja de cálculo";
const order = "no es posterior a la fecha que le precede";
const difference = "no es la diferencia de las lecturas";

/** The three cells before the file's own of the report's only row. */
async function reported(row: string, kind: "receipts" | "payments" = "receipts"): Promise<readonly string[]> {
  const world = importWorld();
  const file = kind === "receipts" ? fileOf([row]) : `${paymentColumns.join(";")}\n${row}\n`;
  const record = await world.import(file, { kind });
  expect(record).toMatchObject({ state: "done", rows: 1, accepted: 0, refused: 1, warned: 0 });
  expect(world.table.writes).toBe(0);
  const [, line = "", ...more] = world.report("i1");
  expect(more).toEqual([]);
  const [, number = "", outcome = "", quoted, plain] = /^(\d+);([^;]+);(?:"((?:[^"]|"")*)"|([^;"]*));/.exec(line) ?? [];
  return [number, outcome, (quoted ?? plain ?? "").replaceAll('""', '"')];
}

describe("a receipt that is refused, and why", () => {
  it.each<[keyof typeof named, Partial<Record<ReceiptColumn, string>>, string, string]>([
    ["measured", { nroinscripcion: "" }, "nroinscripcion falta", "no supply"],
    ["measured", { nroinscripcion: "0001-2345" }, `nroinscripcion ${code}`, "a supply's code has no dashes"],
    ["measured", { nroinscripcion: "0000000012345" }, `nroinscripcion ${code}`, "nor 13 letters or digits"],
    ["measured", { codsuc: "1A" }, `codsuc ${code}`, "a branch is a number"],
    ["measured", { ubigeo: "18010" }, `ubigeo ${code}`, "a UBIGEO that lost its zero in a spreadsheet"],
    ["measured", { propietario: "" }, "propietario falta", "no holder"],
    ["measured", { propietario: "   " }, "propietario falta", "blanks are nothing"],
    ["measured", { propietario: "X".repeat(121) }, "propietario es demasiado largo", "longer than the field"],
    ["measured", { propietario: "=HYPERLINK(1)" }, `propietario ${formula}`, "a formula for a name"],
    ["measured", { direccion: "+51 999" }, `direccion ${formula}`, "a plus starts one too"],
    ["measured", { direccion: "@SUM(A1)" }, `direccion ${formula}`, "and an at sign"],
    ["measured", { obs_lectura: "-2+3" }, `obs_lectura ${formula}`, "and a minus"],
    ["measured", { nro_medidor: "X".repeat(21) }, "nro_medidor es demasiado largo", "a meter's number has 20 letters"],
    ["measured", { categoria: "RESIDENCIAL" }, `categoria ${word}`, "a category nobody knows"],
    ["measured", { categoria: "NA" }, `categoria ${word}`, "NA is no class"],
    ["measured", { subsidiado: "SI" }, `subsidiado ${word}`, "S or N"],
    ["measured", { tipo_servicio: "AD" }, `tipo_servicio ${word}`, "A/D, A or D"],
    ["measured", { tipo_facturacion: "X" }, `tipo_facturacion ${word}`, "L, P or A"],
    ["measured", { unidades_uso: "0" }, `unidades_uso ${whole}`, "at least one unit of use"],
    ["measured", { unidades_uso: "1.0" }, `unidades_uso ${whole}`, "units are whole"],
    ["measured", { periodo: "2026-13" }, "periodo no es un mes (AAAA-MM)", "there is no 13th month"],
    ["measured", { periodo: "202610" }, "periodo no es un mes (AAAA-MM)", "a month has its dash"],
    ["measured", { serie: "S1" }, `serie ${code}`, "a series has three or four letters"],
    ["measured", { correlativo: "000450011" }, `correlativo ${code}`, "a serial has eight digits"],
    ["measured", { fecha_emision: "2026-02-30" }, `fecha_emision ${date}`, "there is no 30 February"],
    ["measured", { fecha_emision: "31/09/2026" }, `fecha_emision ${date}`, "nor 31 September"],
    ["measured", { fecha_emision: "29/02/2026" }, `fecha_emision ${date}`, "2026 is no leap year"],
    ["measured", { fecha_emision: "10/31/2026" }, `fecha_emision ${date}`, "the month comes second"],
    ["measured", { fecha_emision: "2026-10-31 00:00" }, `fecha_emision ${date}`, "a date has no hour"],
    ["measured", { fecha_emision: "46326" }, `fecha_emision ${date}`, "a spreadsheet's day number is no date"],
    ["measured", { fecha_vencimiento: "" }, "fecha_vencimiento falta", "no due date"],
    ["measured", { fecha_vencimiento: "2026-10-31" }, `fecha_vencimiento ${order}`, "due on the day of issue"],
    ["measured", { fecha_corte: "2026-11-16" }, `fecha_corte ${order}`, "cut on the due day"],
    ["measured", { lectura_actual: "1,252" }, `lectura_actual ${whole}`, "a thousands comma"],
    ["measured", { consumo_leido_m3: "18 m³" }, `consumo_leido_m3 ${whole}`, "a unit inside the number"],
    ["measured", { consumo_leido_m3: "1,234 m³" }, `consumo_leido_m3 ${whole}`, "both"],
    ["measured", { consumo_facturado_m3: "-18" }, `consumo_facturado_m3 ${whole}`, "a negative volume"],
    [
      "measured",
      { consumo_facturado_m3: "   NA" },
      `consumo_facturado_m3 ${whole}`,
      "the text NA with blanks before it",
    ],
    ["measured", { promedio_m3: "17.5" }, `promedio_m3 ${whole}`, "an average is whole m³"],
    ["measured", { lectura_anterior: "12345678" }, `lectura_anterior ${whole}`, "no meter has eight digits"],
    ["measured", { imp_agua: "29,92" }, `imp_agua ${money}`, "a decimal comma"],
    ["measured", { imp_agua: "1,029.92" }, `imp_agua ${money}`, "a thousands comma"],
    ["measured", { imp_agua: "29.925" }, `imp_agua ${money}`, "a third decimal"],
    ["measured", { imp_agua: "S/ 29.92" }, `imp_agua ${money}`, "a currency"],
    ["measured", { imp_agua: "29.92-" }, `imp_agua ${money}`, "the sign comes first"],
    ["measured", { imp_agua: "1e3" }, `imp_agua ${money}`, "a power of ten"],
    ["measured", { imp_agua: "" }, "imp_agua falta", "no amount: zero is 0.00"],
    ["measured", { imp_agua: "99999999999.00" }, `imp_agua ${money}`, "more digits than money has"],
    ["measured", { meses_deuda: "" }, "meses_deuda falta", "no months of debt: zero is 0"],
    ["measured", { cod_tarifa: "" }, "cod_tarifa falta", "no price list"],

    ["measured", { lectura_actual: "" }, "lectura_actual falta", "billed by reading without one"],
    ["measured", { consumo_leido_m3: "" }, "consumo_leido_m3 falta", "billed by reading without its difference"],
    [
      "measured",
      { consumo_leido_m3: "19" },
      `consumo_leido_m3 ${difference}; consumo_facturado_m3 ${difference}`,
      "1252 − 1234 is 18",
    ],
    ["measured", { consumo_facturado_m3: "19" }, `consumo_facturado_m3 ${difference}`, "billed is what was read"],
    [
      "averaged",
      { lectura_actual: "717" },
      "lectura_actual no va con este tipo de facturación",
      "an average carries no reading",
    ],
    ["assigned", { lectura_actual: "1" }, "lectura_actual no va con este tipo de facturación", "an assignment neither"],
    [
      "commercial",
      { subsidiado: "S" },
      "subsidiado solo puede ser S en la categoría DOMESTICO",
      "a shop gets no subsidy",
    ],

    [
      "measured",
      { subtotal: "42.55", igv: "7.66", total_mes: "50.21", total_pagar: "50.21" },
      "subtotal no coincide con la suma de los importes del recibo (se esperaba 42.54)",
      "29.92 + 8.52 + 4.10",
    ],
    [
      "measured",
      { total_mes: "50.22", total_pagar: "50.22" },
      "total_mes no coincide con la suma de los importes del recibo (se esperaba 50.20)",
      "42.54 + 7.66",
    ],
    [
      "measured",
      { total_pagar: "50.21" },
      "total_pagar no coincide con la suma de los importes del recibo (se esperaba 50.20)",
      "nothing to add to the month",
    ],
    [
      "averaged",
      { saldo_a_favor: "-5.00" },
      "total_pagar no coincide con la suma de los importes del recibo (se esperaba 105.23)",
      "a credit is positive, and taken off",
    ],
    [
      "leak",
      { imp_agua: "154.32", subtotal: "199.50", igv: "35.91", total_mes: "235.41", total_pagar: "235.41" },
      "total_mes no coincide con la lista de tarifas (se esperaba 223.61)",
      "ten soles more than the list",
    ],
    [
      "measured",
      {
        consumo_leido_m3: "9999999",
        consumo_facturado_m3: "9999999",
        lectura_anterior: "0",
        lectura_actual: "9999999",
      },
      "total_mes no coincide con la lista de tarifas (se esperaba 39411975.31)",
      "an extreme volume is computed, not believed",
    ],

    [
      "measured",
      { propietario: "", imp_agua: "x", fecha_emision: "ayer" },
      `propietario falta; fecha_emision ${date}; imp_agua ${money}`,
      "every cell that is wrong, in the file's order",
    ],
    [
      "measured",
      { lectura_actual: "1252x", consumo_facturado_m3: "18x" },
      `lectura_actual ${whole}; consumo_facturado_m3 ${whole}`,
      "and nothing that follows from a cell that cannot be read",
    ],
    [
      "assigned",
      { categoria: "OTRO" },
      `categoria ${word}`,
      "whether a subsidy is due is not stated for an unknown category",
    ],
  ])("the %s row with %j: %s (%s)", async (row, cells, reason) => {
    expect(await reported(changed(named[row], cells))).toEqual(["2", "rechazada", reason]);
  });

  it.each([
    [`${measured};sobra`, "one cell more"],
    [measured.slice(0, measured.lastIndexOf(";")), "one cell less"],
    [measured.replaceAll(";", ","), "commas in one row"],
    ["fin del archivo", "a line of another kind"],
    [";", "a lone separator"],
  ])("%s: not as many cells as the header (%s)", async (row) => {
    expect(await reported(row)).toEqual([
      "2",
      "rechazada",
      "la fila no tiene tantas celdas como la cabecera (se esperaba 46)",
    ]);
  });

  it("does not keep the rows around it from being stored", async () => {
    const world = importWorld();
    const record = await world.import(fileOf([measured, "x", commercial, changed(averaged, { igv: "x" }), leak]));
    expect(record).toMatchObject({ state: "done", rows: 5, accepted: 3, refused: 2 });
    expect(world.report("i1").map((line) => line.slice(0, 12))).toEqual([
      "linea;result",
      "3;rechazada;",
      "5;rechazada;",
    ]);
    expect(world.table.all().map(([pk]) => pk)).toEqual(["S#00012345", "S#00012346", "S#00012348"]);
  });
});

describe("a receipt that is stored, with a remark or without", () => {
  const reported = async (row: string): Promise<readonly string[]> => {
    const world = importWorld();
    const record = await world.import(fileOf([row]));
    expect(record).toMatchObject({ state: "done", accepted: 1, refused: 0 });
    const [, ...lines] = world.report("i1");
    expect(record.warned).toBe(lines.length);
    return lines.map((line) => line.split(";").slice(0, 3).join(";"));
  };

  it.each<[keyof typeof named, Partial<Record<ReceiptColumn, string>>, string | undefined, string]>([
    ["measured", {}, undefined, "as the domain has it"],
    ["measured", corrected, undefined, "another volume, with its sums"],
    [
      "measured",
      { cod_tarifa: "HUARAL-2031-A7" },
      "cod_tarifa no es uno de los valores que se conocen",
      "a list that is not loaded: the money stands as delivered",
    ],
    [
      "measured",
      { igv: "7.68", total_mes: "50.22", total_pagar: "50.22" },
      "igv no coincide con la lista de tarifas (se esperaba 7.66)",
      "two céntimos off in the tax",
    ],
    ["measured", { igv: "7.67", total_mes: "50.21", total_pagar: "50.21" }, undefined, "one céntimo off is rounding"],
    [
      "measured",
      { cargo_fijo: "4.12", subtotal: "42.56", total_mes: "50.22", total_pagar: "50.22" },
      "cargo_fijo no coincide con la lista de tarifas (se esperaba 4.10)",
      "two off in the fixed charge",
    ],
    [
      "measured",
      { redondeo: "-0.10", total_pagar: "50.10" },
      "redondeo no coincide con la lista de tarifas (se esperaba 0.00)",
      "ten céntimos of rounding are one too many",
    ],
    ["measured", { redondeo: "-0.09", total_pagar: "50.11" }, undefined, "nine are not"],
    ["measured", { lectura_anterior: "99990", lectura_actual: "8" }, undefined, "a meter that started again"],
    ["measured", { lectura_anterior: "" }, undefined, "a new meter has no reading before"],
    ["measured", { direccion: "-" }, undefined, "a lone dash is no formula"],
    ["measured", { direccion: "- 101" }, undefined, "nor is a dash before a blank"],
    ["measured", { propietario: "COMERCIO DE PRUEBA S.A.C.    " }, undefined, "blanks after a company's name"],
    [
      "measured",
      { tipo_doc: "", nro_doc: "", codcatastro: "", nro_medidor: "", promedio_m3: "", obs_lectura: "" },
      undefined,
      "all that may be unknown",
    ],
    [
      "measured",
      {
        lectura_actual: "1234",
        consumo_leido_m3: "0",
        consumo_facturado_m3: "0",
        imp_agua: "0.00",
        imp_alcantarillado: "0.00",
        subtotal: "4.10",
        igv: "0.74",
        total_mes: "4.84",
        total_pagar: "4.84",
      },
      undefined,
      "a month without use pays the fixed charge",
    ],
  ])("the %s row with %j ($3)", async (row, cells, reason) => {
    expect(await reported(changed(named[row], cells))).toEqual(reason === undefined ? [] : [`2;observada;${reason}`]);
  });
});

describe("payments", () => {
  const payment = (cells: Partial<Record<(typeof paymentColumns)[number], string>> = {}): string => {
    const whole: Record<(typeof paymentColumns)[number], string> = {
      codsuc: "01",
      nroinscripcion: "00012345",
      periodo: "2026-10",
      serie: "S001",
      correlativo: "00045001",
      fecha_pago: "2026-11-10",
      importe: "50.20",
      medio: "VENTANILLA",
      nro_operacion: "OP-77",
      ...cells,
    };
    return paymentColumns.map((column) => whole[column]).join(";");
  };

  it.each<[Partial<Record<(typeof paymentColumns)[number], string>>, string]>([
    [{ importe: "50,20" }, `importe ${money}`],
    [{ importe: "" }, "importe falta"],
    [{ fecha_pago: "2026-11-31" }, `fecha_pago ${date}`],
    [{ fecha_pago: "10/11/2026 09:15" }, `fecha_pago ${date}`],
    [{ medio: "" }, "medio falta"],
    [{ medio: "=CMD" }, `medio ${formula}`],
    [{ nro_operacion: "" }, "nro_operacion falta"],
    [{ nro_operacion: "OP 77" }, `nro_operacion ${code}`],
    [{ nro_operacion: "OP#P#77" }, `nro_operacion ${code}`],
    [{ nroinscripcion: "x y" }, `nroinscripcion ${code}`],
    [{ periodo: "octubre" }, "periodo no es un mes (AAAA-MM)"],
    [{ serie: "s001" }, `serie ${code}`],
  ])("with %j is refused: %s", async (cells, reason) => {
    expect(await reported(payment(cells), "payments")).toEqual(["2", "rechazada", reason]);
  });

  it("pay their receipt, and are taken back", async () => {
    const world = importWorld();
    await world.import(fileOf([measured]));
    const paid = [payment(), payment({ nro_operacion: "OP-78", importe: "-50.20", fecha_pago: "11/11/2026" })];
    const record = await world.import([paymentColumns.join(";"), ...paid].join("\n"), {
      importId: "i2",
      kind: "payments",
    });
    expect(record).toMatchObject({ state: "done", accepted: 2, refused: 0 });
    const [found] = await world.reader.lastMonths("00012345", 13);
    expect(found?.payments.map(({ paidOn, amount, reference }) => [paidOn, amount, reference])).toEqual([
      ["2026-11-10", 5_020, "OP-77"],
      ["2026-11-11", -5_020, "OP-78"],
    ]);
  });
});

describe("rows that repeat a key", () => {
  const other = numbered(1, corrected);
  const wrong = numbered(1, { total_pagar: "1.00" });
  const copied = numbered(1);

  it.each<[string, readonly string[], readonly string[], string]>([
    ["an exact copy", [copied, copied], ["3;repetida: copia exacta;cuenta la línea 2"], copied],
    ["other content", [copied, other], ["3;repetida: misma clave, otro contenido;cuenta la línea 2"], copied],
    [
      "a copy of what did not count",
      [copied, other, other],
      ["3;repetida: misma clave, otro contenido;cuenta la línea 2", "4;repetida: copia exacta;cuenta la línea 2"],
      copied,
    ],
    [
      "a refused row before it",
      [wrong, other, copied],
      [
        "2;rechazada;total_pagar no coincide con la suma de los importes del recibo (se esperaba 50.20)",
        "4;repetida: misma clave, otro contenido;cuenta la línea 3",
      ],
      other,
    ],
    [
      "a refused row after it",
      [copied, wrong],
      ["3;rechazada;total_pagar no coincide con la suma de los importes del recibo (se esperaba 50.20)"],
      copied,
    ],
    [
      "the same in other words",
      [copied, copied.replace("2026-10-31", "31/10/2026").replace("S001;00045001", "S001;45001")],
      ["3;repetida: misma clave, otro contenido;cuenta la línea 2"],
      copied,
    ],
    [
      "dates written otherwise are the same content",
      [copied, copied.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, "$3/$2/$1")],
      ["3;repetida: copia exacta;cuenta la línea 2"],
      copied,
    ],
    [
      "a supply without its zeros has the same key",
      [copied, copied.replace("00050001", "50001")],
      ["3;repetida: misma clave, otro contenido;cuenta la línea 2"],
      copied,
    ],
  ])("%s: the lowest valid line counts", async (_, rows, expected, winner) => {
    for (const rowsPerRange of [1, 2, 1_000]) {
      const world = importWorld({ rowsPerRange });
      const record = await world.import(fileOf(rows));
      const [, ...report] = world.report("i1");
      expect(report.map((line) => line.split(";").slice(0, 3).join(";"))).toEqual(expected);
      expect(record).toMatchObject({
        rows: rows.length,
        accepted: 1,
        refused: expected.filter((line) => line.includes("rechazada")).length,
        repeatedCopies: expected.filter((line) => line.includes("copia exacta")).length,
        repeatedOther: expected.filter((line) => line.includes("otro contenido")).length,
      });
      expect(world.table.writes).toBe(1);
      const [found] = await world.reader.lastMonths("00050001", 13);
      expect(found?.receipt.billedM3).toBe(winner === other ? 20 : 18);
    }
  });
});
