import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paymentColumns } from "../../../../shared/domain/billing/payment-file.ts";
import { captureLog } from "../../log-lines.ts";
import { importWorld } from "../import-world.ts";
import { changed, fileOf, header, numbered, sampleRows } from "../sample-file.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Windows-1252 of a text whose letters Latin-1 has too. */
const windows1252 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const bytes = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);
const sample = fileOf(sampleRows);
const columns = header.split(";");
const reordered = (row: string): string => row.split(";").reverse().join(";");
const [first, second, third] = sampleRows;

/** What a file stores, without where its rows stood in it. */
async function storedBy(file: string | Uint8Array): Promise<readonly unknown[]> {
  const world = importWorld();
  expect(await world.import(file)).toMatchObject({ state: "done", accepted: 5, refused: 0, warned: 0 });
  return world.table.all().map(([pk, sk, { row }]) => [pk, sk, row]);
}

describe("a file that says the same in another form stores the same", () => {
  it.each<[string, string | Uint8Array]>([
    ["CRLF at the end of a row", fileOf(sampleRows, "\r\n")],
    ["no end at the last row", sample.trimEnd()],
    ["both ends of a row mixed", `${header}\r\n${sampleRows.join("\n")}\r\n`],
    ["blank lines", `\n\n${header}\n\n${sampleRows.join("\r\n\r\n")}\n\n\n`],
    ["a byte-order mark", `\uFEFF${sample}`],
    [
      "a byte-order mark before a quoted header",
      `\uFEFF${columns.map((each) => `"${each}"`).join(";")}${sample.slice(header.length)}`,
    ],
    ["every cell in quotes", sample.replaceAll(/[^;\n]+/g, '"$&"')],
    ["Windows-1252", windows1252(sample)],
    ["a header in capitals, with blanks around", sample.replace(header, columns.join(" ; ").toUpperCase())],
    ["its columns the other way round", [header, ...sampleRows].map(reordered).join("\n")],
    ["blanks around its cells", sample.replaceAll(/[^;\n]+/g, " $&  ")],
    ["blanks doubled inside its cells", sample.replaceAll("CLIENTE DE PRUEBA", "CLIENTE  DE   PRUEBA")],
    ["dates as dd/mm/yyyy", sample.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, "$3/$2/$1")],
    ["dates as yyyymmdd", sample.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, "$1$2$3")],
    [
      "amounts without the zeros at their end",
      sample.replaceAll(/(\.\d)0(?=;|\n)/g, "$1").replaceAll(/\.0(?=;|\n)/g, ""),
    ],
    ["small letters where one of a few words stands", sample.replaceAll("DOMESTICO;N;1;A/D", "domestico;n;1;a/d")],
    ["zeros before whole numbers", sample.replaceAll(";1234;1252;18;L;18;", ";001234;01252;0018;L;18;")],
  ])("%s", async (_, file) => {
    expect(await storedBy(file)).toEqual(await storedBy(sample));
  });

  it("keeps the letters of the file", async () => {
    const world = importWorld();
    await world.import(windows1252(sample));
    const [found] = await world.reader.lastMonths("00012347", 13);
    expect(found?.receipt).toMatchObject({ holderName: "CLIENTE DE PRUEBA DOS Ñ", readingNote: "MEDIDOR EMPAÑADO" });
  });

  it.each([
    ["€ (0x80)", "\x80", "€"],
    ["“ ” (0x93, 0x94)", "\x93\x94", "“”"],
    ["ñ", "\xF1", "ñ"],
  ])("reads what Windows-1252 has beyond Latin-1: %s", async (_, byte, letter) => {
    const world = importWorld();
    await world.import(windows1252(fileOf([changed(first, { direccion: `CALLE ${byte} 1` })])));
    expect((await world.reader.lastMonths("00012345", 13))[0]?.receipt.address).toBe(`CALLE ${letter} 1`);
  });
});

describe("a file whose structure is wrong is refused whole, and nothing of it is stored", () => {
  const notText = "No es un archivo de texto. Guárdalo como CSV en UTF-8 o Windows-1252.";
  const empty = "El archivo está vacío.";
  const separator = "Las columnas se separan con punto y coma (;).";

  it.each<[string, string | Uint8Array, string]>([
    ["no bytes", "", empty],
    ["nothing but a byte-order mark", "\uFEFF", empty],
    ["nothing but blank lines", "\n\r\n\n", empty],
    ["a header and no row", `${header}\n`, "El archivo tiene cabecera y ninguna fila."],
    ["a header and blank lines", `${header}\r\n\r\n\r\n`, "El archivo tiene cabecera y ninguna fila."],
    ["commas between its columns", sample.replaceAll(";", ","), separator],
    ["tabs between its columns", sample.replaceAll(";", "\t"), separator],
    ["bars between its columns", sample.replaceAll(";", "|"), separator],
    ["UTF-16, little end first", bytes(`\uFEFF${sample}`, "utf16le"), notText],
    ["UTF-16, big end first", Buffer.from(bytes(`\uFEFF${sample}`, "utf16le")).swap16(), notText],
    ["a NUL in a cell", sample.replace("CALLE FICTICIA", "CALLE\0FICTICIA"), notText],
    ["a workbook", Buffer.from("504b030414000600080000002100", "hex"), notText],
    ["a column twice", sample.replace("codcatastro", "codsuc"), "La cabecera repite columnas: «codsuc»."],
    ["a column twice, and its cells too", `${header};codsuc\n${first};02\n`, "La cabecera repite columnas: «codsuc»."],
    [
      "a column nobody knows",
      `${header};color\n${first};azul\n`,
      "La cabecera tiene columnas que no se conocen: «color».",
    ],
    [
      "a separator at the end of each row",
      sample.replaceAll("\n", ";\n"),
      "La cabecera tiene columnas que no se conocen: «».",
    ],
    [
      "no column for the price list",
      [header, ...sampleRows].map((row) => row.split(";").slice(0, -2).join(";")).join("\n"),
      "La cabecera no tiene las columnas: «cod_tarifa».",
    ],
    [
      "a column by another name",
      sample.replace("propietario", "titular"),
      "La cabecera tiene columnas que no se conocen: «titular» y no tiene las columnas: «propietario».",
    ],
    ["rows and no header", `${first}\n${second}\n`, "La cabecera repite columnas: «1», «01», «18», «0.00», «50.20»."],
    [
      "the columns of payments",
      `${paymentColumns.join(";")}\n`,
      "La cabecera tiene columnas que no se conocen: «fecha_pago», «importe», «medio», «nro_operacion» y no tiene las columnas: " +
        "«codcatastro», «tipo_doc», «nro_doc», «propietario», «direccion», «localidad», «ubigeo», «categoria», «subsidiado», «unidades_uso» y 30 más.",
    ],
    [
      "a column with a name without end",
      `${header};${"x".repeat(200)}\n`,
      `La cabecera tiene columnas que no se conocen: «${"x".repeat(40)}».`,
    ],
    ["old ends of a row (CR)", fileOf([first], "\r"), "La cabecera repite columnas: «1», «18», «0.00», «50.20»."],
    [
      "a quote that is opened and never closed",
      fileOf([first, changed(second, { propietario: '"COMERCIO DE PRUEBA' }), third]),
      "Hay una comilla que se abre en la línea 3 y no se cierra.",
    ],
    [
      "a quote in the middle of a cell",
      fileOf([first, changed(second, { propietario: 'COMERCIO "EL CAÑO"' })]),
      "Hay una comilla en medio de una celda, en la línea 3. Quítala o escribe la celda entera entre comillas.",
    ],
    [
      "a quote that is never closed, in a file of Windows, below blank lines",
      fileOf([first, "", "", changed(second, { propietario: '"COMERCIO DE PRUEBA' }), third], "\r\n"),
      "Hay una comilla que se abre en la línea 5 y no se cierra.",
    ],
    [
      "text after a quote that is closed",
      fileOf([first, changed(second, { propietario: '"COMERCIO" DE PRUEBA' })]),
      "Hay texto después de una comilla que se cierra, en la línea 3.",
    ],
    [
      "a quote that swallows rows up to another",
      fileOf([first, changed(second, { propietario: '"COMERCIO' }), changed(third, { localidad: 'CHEN"' })]),
      "La celda «propietario» de la línea 3 tiene un salto de línea: una comilla se cierra en otra fila.",
    ],
    [
      "a line's end inside quotes",
      fileOf([changed(first, { direccion: '"CALLE FICTICIA\r\n101"' })]),
      "La celda «direccion» de la línea 2 tiene un salto de línea: una comilla se cierra en otra fila.",
    ],
    [
      "a row without end",
      fileOf([first, changed(second, { propietario: "X".repeat(70_000) })]),
      "Hay una fila sin fin, en la línea 3: falta un salto de línea o se cierra mal una comilla.",
    ],
    [
      "a header without end",
      `${"x".repeat(70_000)}\n`,
      "Hay una fila sin fin, en la línea 1: falta un salto de línea o se cierra mal una comilla.",
    ],
  ])("%s", async (_, file, failure) => {
    const world = importWorld();
    const record = await world.import(file);
    expect(record).toMatchObject({ state: "refused", ranges: 0, rows: 0, accepted: 0, refused: 0 });
    expect(record.failure).toBe(failure);
    expect(record.finishedAt).toBe("2026-11-24T16:00:00.000Z");
    expect(world.table.writes).toBe(0);
    expect(world.bucket.reportFiles()).toEqual([]);
    expect(await world.lastLoad()).toBeUndefined();
  });

  it("however late the fault comes", async () => {
    const world = importWorld({ rowsPerRange: 10 });
    const rows = Array.from({ length: 500 }, (_, at) => numbered(at));
    const record = await world.import(fileOf([...rows, changed(first, { propietario: 'CLIENTE "' })]));
    expect(record).toMatchObject({
      state: "refused",
      failure:
        "Hay una comilla en medio de una celda, en la línea 502. Quítala o escribe la celda entera entre comillas.",
    });
    expect(world.table.writes).toBe(0);
  });

  it("when it is not the file that was announced", async () => {
    const world = importWorld();
    const record = await world.import(sample, { registeredSha256: "0".repeat(64) });
    expect(record).toMatchObject({
      state: "refused",
      failure: "El archivo que llegó no es el que se anunció: súbelo otra vez.",
    });
    expect(world.table.writes).toBe(0);
  });
});
