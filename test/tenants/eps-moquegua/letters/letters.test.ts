import { describe, expect, it } from "vitest";
import { letters, tenant } from "../../../../settings.ts";
import { sha256Of } from "../../../../shared/casework/seal/issue-document.ts";
import type { Sheet } from "../../../../shared/documents/sheet.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { countedTerm } from "../../../../shared/domain/term/clock-changes.ts";
import { withPause } from "../../../../shared/domain/term/due-dates.ts";
import { pdfRenderer } from "../../../shared/documents/document-examples.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { isWhole } from "../../../whole.ts";
import { examples, sheetOf } from "./letter-examples.ts";
import { fields, type Name } from "./letter-words.ts";

const names = Object.keys(examples) as Name[];

const sizes = ["least", "usual", "most"] as const;

const code = "K7QF-2M9X-4TBD-R0ZA";

const issued = (sheet: Sheet): Sheet => ({
  ...sheet,
  verification: { code, address: `https://example.pe/verificar?codigo=${code}` },
});

type Size = (typeof sizes)[number];

const print = (name: Name, size: Size) => pdfRenderer.print(issued(sheetOf(name, size)));

/** Returns `make` with its results kept, so that each letter is made once for all tests. */
function kept<Value>(make: (name: Name, size: Size) => Promise<Value>): typeof make {
  const made = new Map<string, Promise<Value>>();
  return (name, size) => {
    const key = `${name} ${size}`;
    const value = made.get(key) ?? make(name, size);
    made.set(key, value);
    return value;
  };
}

const bytesOf = kept(print);

const pdfOf = kept(async (name, size) => readPdf(await bytesOf(name, size)));

const plain = (text: string) => text.replaceAll(/\s+/g, " ");

describe.each(names)("%s", (name) => {
  it.each(sizes)("can be read, with the %s facts", async (size) => {
    const { text, structure, metadata, pages } = await pdfOf(name, size);
    expect(pages).toBeGreaterThan(0);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|�/);
    expect(text).toContain(`Página ${pages} de ${pages}`);
    // On each page, and with its QR.
    expect(text.split(`Verificación ${code}`)).toHaveLength(pages + 1);
    expect(plain(text)).toContain(`escribe ${code}`);
    expect(metadata).toContain("<pdfaid:part>1</pdfaid:part>");
    expect(structure).toContain("/Lang (es-PE)");
    expect(structure).toContain("/DisplayDocTitle true");
    // For screen readers: one title, headings of columns or of a row for every table, and each figure in words.
    expect(structure).toContain("/StructTreeRoot");
    expect(structure.match(/\/S \/H1\n/g)).toHaveLength(1);
    const tables = structure.match(/\/S \/Table\n/g)?.length ?? 0;
    expect(structure.match(/\/Scope \/(Row|Column)/g)?.length ?? 0).toBeGreaterThanOrEqual(tables);
    expect(structure.match(/\/Alt \(/g)).toHaveLength(structure.match(/\/S \/Figure\n/g)?.length ?? 0);
    expect(structure.match(/\/S \/Figure\n/g)?.length).toBeGreaterThanOrEqual(1);
    const fonts = structure.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(0);
    expect(structure.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(fonts);
  });
});

it.each(names.flatMap((name) => (["least", "usual"] as const).map((size) => [name, size] as const)))(
  "%s does not end with a page of its basis in law and its QR alone, with the %s facts",
  async (name, size) => {
    const { text, pages } = await pdfOf(name, size);
    const last = plain(text.split(/Página \d+ de \d+/).at(-2) ?? "").trim();
    expect(pages > 1 && /^(Base legal|Comprueba que)/.test(last)).toBe(false);
  },
);

describe("what a letter must say", () => {
  it.each(names.flatMap((name) => fields[name].map((field) => [name, field] as const)))(
    "%s: %s",
    async (name, field) => {
      expect(plain((await pdfOf(name, "usual")).text)).toContain(field);
    },
  );
});

describe("what was not recorded of a visit", () => {
  it.each([
    ["externalInspection", "Precintos del medidor( ) intactos ( ) rotos ( ) no tiene"],
    ["externalInspection", "Conexión( ) abierta ( ) cerrada"],
    ["externalInspection", "Tipo de predio( ) unifamiliar"],
    ["internalInspection", "Unidades de uso, por clase"],
  ] as const)("is a line to write on in %s: %s", async (name, field) => {
    expect(plain((await pdfOf(name, "least")).text)).toContain(field);
  });
});

describe("with the least facts, the letter says what is missing", () => {
  it.each([
    ["absenceNotice", "Otra visitano hay otra programada"],
    ["conciliationRecord", "Llamadas a quien reclama No dejó un teléfono al que llamar."],
    ["conciliationSummons", "Por teléfono. Todavía no tenemos un número al que llamarte"],
    ["withdrawalAcceptance", "se pidió antes de que se notificara la decisión"],
    ["recourse", "Ninguna."],
    ["receipt", "Aún no tenemos ningún mes anterior."],
  ] as const)("%s: %s", async (name, words) => {
    expect(plain((await pdfOf(name, "least")).text)).toContain(words);
  });
});

it("a silence after an observation names the days of the term that did not count for it", () => {
  const term = withPause({ from: calendarDay("2026-07-06"), days: 35, calendar: tenant.calendars.COMPANY.value }, [
    { after: calendarDay("2026-07-08"), through: calendarDay("2026-07-10") },
  ]);
  const said = JSON.stringify(letters.silenceCertificate({ ...examples.silenceCertificate.usual, term }));
  expect(said).toContain("hasta el martes 1 de setiembre de 2026: 35 días hábiles contados desde el martes 7 de julio");
  expect(said).toContain(
    "Tampoco los días en que se esperó que se completara el reclamo: 9 de julio de 2026; 10 de julio de 2026.",
  );
});

it("an elevation says the last day that its entry gave the tribunal", () => {
  const { usual } = examples.elevationNotice;
  const from = calendarDay("2027-01-11");
  const working = withPause({ from, days: 35, calendar: tenant.calendars.COMPANY.value }, []);
  const term = countedTerm("trass.days", working, "una");
  const entry = { ...usual.entry, clocks: [{ clock: "T17", change: "started", term }] as const };
  expect(JSON.stringify(letters.elevationNotice({ ...usual, entry }))).toContain("lunes 1 de marzo de 2027");
});

describe("a hearing", () => {
  const { least: absent } = examples.conciliationRecord;
  const { usual } = examples.conciliationSummons;
  const video = { ...usual.hearing, mode: "virtual" } as const;
  const summonsTo = (hearing: typeof usual.hearing): string =>
    JSON.stringify(letters.conciliationSummons({ ...usual, hearing }));

  it("names in the acta of an absence each call, its number and its result", () => {
    const calls = [
      { at: "2026-12-23T13:35:00.000Z", number: "900000001", result: "no-answer" },
      { at: "2026-12-23T13:46:00.000Z", number: "900000001", result: "unreachable" },
    ] as const;
    const said = JSON.stringify(letters.conciliationRecord({ ...absent, calls, hasTelephone: true }));
    expect(said).toContain(
      "miércoles 23 de diciembre de 2026 a las 8:35 a. m. (hora de Lima), al 900 000 001: no contestó",
    );
    expect(said).toContain("a las 8:46 a. m. (hora de Lima), al 900 000 001: apagado o fuera de servicio");
    expect(said).not.toContain("No dejó un teléfono");
    expect(said).toContain('"Quien reclama: no asistió"');
    for (const heading of ["Propuesta de la empresa", "Propuesta de quien reclama", "Puntos de acuerdo"])
      expect(said).not.toContain(heading);
    expect(said).toContain("Observaciones de cualquiera de las partes");
  });

  it.each([
    ["its link", { ...video, link: "https://reuniones.example.pe/una" }, "enlace: https://reuniones.example.pe/una"],
    ["that there is none, and who is called", video, "Si a esa hora no lo hay, te llamamos al 900 000 001."],
    ["that there is none, and no harm", { ...video, telephone: undefined }, "no se anota que faltaste"],
    ["the office", { ...video, mode: "in-person" }, "Te esperamos en Dirección de prueba 000, Moquegua."],
  ] as const)("is summoned to with %s", (_, hearing, words) => {
    expect(summonsTo(hearing)).toContain(words);
    expect(summonsTo(hearing).includes("https://reuniones")).toBe("link" in hearing);
  });
});

describe("the delivery outcome of a notice by mail", () => {
  it.each(["Se demoró", "Rebotó", "su buzón no lo recibió esa vez", "Lo marcó como no deseado", "no consta"])(
    "is in the record of its notification: %s",
    async (words) => {
      expect(plain((await pdfOf("notificationRecord", "most")).text)).toContain(words);
    },
  );

  it("is not in the record of a delivery at the address", async () => {
    expect(plain((await pdfOf("notificationRecord", "least")).text)).not.toContain("Qué pasó con el correo");
  });
});

describe("what a letter must not say", () => {
  it.each([
    ["conciliationRecord", "usual", "OFERTA QUE NO SE ACEPTÓ", "an offer nobody accepted"],
    ["claimForm", "usual", "abcdefghijklmnopqrstuv", "the claimant's key"],
    ["telephoneCopy", "usual", "abcdefghijklmnopqrstuv", "the claimant's key"],
    ["claimForm", "usual", "vutsrqponmlkjihgfedcba", "the key of the «No cortar»"],
    ["resolution", "usual", "PROPUESTA RESERVADA", "what was offered"],
    ["receipt", "least", "DATOS DE PRUEBA", "that values are not confirmed, where they are"],
    ["receipt", "least", "En reclamo", "an amount held, where none is"],
    ["elevationLetter", "most", "manifiesto", "a copy of the file, where none was made"],
    ["inspectionNotice", "least", "Adentro", "what is looked at inside, of a type that is inspected outside alone"],
    ["inspectionNotice", "least", "ambientes", "the same"],
    ["inspectionNotice", "least", "una visita más", "that one more visit follows, where it is the last"],
    ["elevationLetter", "usual", "Se eleva dentro de", "that it is in time, which it may not be"],
    ["elevationNotice", "usual", "enviamos", "the day it was sent, which is not the one it has"],
    ["paymentDue", "usual", "juez", "that a court can be asked, before the tribunal decided"],
  ] as const)("%s, with the %s facts: «%s», %s", async (name, size, words, _why) => {
    expect(plain((await pdfOf(name, size)).text)).not.toContain(words);
  });

  it.each([
    ["absent", "no había nadie"],
    ["opposed", "hubo oposición"],
  ])("a visit that was %s is described as seen from the street only", async (_, words) => {
    const size = words === "hubo oposición" ? "least" : "usual";
    const { text } = await pdfOf(words === "hubo oposición" ? "externalInspection" : "absenceNotice", size);
    expect(plain(text)).toContain(
      words === "hubo oposición" ? "Solo se vio desde la calle: hubo oposición" : "no encontramos a nadie",
    );
  });
});

/** Returns the hashes of every letter; in a whole run, in every size. */
async function fingerprints(bytes: typeof print): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (const name of names)
    for (const size of isWhole ? sizes : (["usual"] as const)) hashes.push(sha256Of(await bytes(name, size)));
  return hashes;
}

describe("the bytes of every letter", () => {
  it("are the same in this time zone and in another", async () => {
    const now = new Date("2026-11-23T15:00:00.000Z");
    const here = process.env["TZ"];
    const offset = now.getTimezoneOffset();
    const hashes = await fingerprints(bytesOf);
    process.env["TZ"] = offset === -540 ? "America/Lima" : "Asia/Tokyo";
    const there = now.getTimezoneOffset();
    const hashesThere = await fingerprints(print);
    if (here === undefined) delete process.env["TZ"];
    else process.env["TZ"] = here;
    expect(there).not.toBe(offset);
    expect(hashesThere).toEqual(hashes);
  }, 120_000);
});
