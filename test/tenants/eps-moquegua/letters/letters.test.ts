import { describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { sha256Of } from "../../../../shared/casework/issue-document.ts";
import type { Letters } from "../../../../shared/documents/letters.ts";
import type { Sheet } from "../../../../shared/documents/sheet.ts";
import { press } from "../../../shared/documents/document-examples.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { isWhole } from "../../../whole.ts";
import { examples, sheetOf } from "./letter-examples.ts";

const { letters } = tenant;
type Name = keyof Letters;
const names = Object.keys(examples) as Name[];
const sizes = ["least", "usual", "most"] as const;
const code = "K7QF-2M9X-4TBD-R0ZA";
const issued = (sheet: Sheet): Sheet => ({
  ...sheet,
  verification: { code, address: `https://example.pe/verificar?codigo=${code}` },
});
type Size = (typeof sizes)[number];
const print = (name: Name, size: Size) => press.print(issued(sheetOf(name, size)));

/** What is made of each letter once, for all the tests that look at it. */
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
    // Read aloud as it is seen: one title, a heading of columns or of a row for every table, each figure in words.
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

/** What each letter must say (digest 1.3, 3.4 to 3.9, 4, 6.3, 7.4, 7.5), in the words it says it with. */
const fields: { readonly [Letter in Name]: readonly string[] } = {
  absenceNotice: [
    "no encontramos a nadie",
    "Vinimos el",
    "Cómo es por fuera",
    "casa de un piso",
    "Volvemos el",
    "25 de noviembre",
  ],
  atypicalNotice: [
    "Cliente",
    "Dirección",
    "Ciclo",
    "Suministro",
    "Mesoctubre de 2026",
    "Volumen registrado45 m³",
    "supera en más de 100 % el promedio histórico",
    "2 asignaciones de consumo",
    "Lectura actual1240 m³",
    "sábado 24 de octubre de 2026",
    "08:00-10:00",
    "09:30",
    "VECINA DE PRUEBA",
  ],
  billingSummary: [
    "(Formato 3)",
    "Régimen",
    "Lectura anterior",
    "Lectura actual",
    "m³",
    "S/ del",
    "Pagado",
    "diciembre de 2026",
    "(20/11/2026)",
  ],
  blankForm: [
    "Presentación de reclamo (Formato 2)",
    "Código del reclamo",
    "Nombres y apellidos",
    "Documento y su número",
    "( ) titular",
    "( ) representante",
    "Domicilio procesal",
    "Dirección del suministro",
    "Recibo, mes, m³ y monto",
    "que se cobre el consumo normal",
    "Cuenta qué pasó",
    "Firma de quien reclama",
    "Audiencia de conciliación",
    "consumo medido",
  ],
  claimCargo: ["Cargo de reclamo (Formato 2)", "Clave: abcdefghijklmnopqrstuv"],
  claimForm: [
    "Presentación de reclamo (Formato 2)",
    "Código del reclamoRE-2026-004192-7",
    "Recibidolunes 23 de noviembre de 2026 a las 10:00",
    "Cómo se presentópor la web",
    "CLIENTE DE PRUEBA UNO",
    "DNI 00000001",
    "En calidad detitular",
    "Domicilio procesal",
    "Teléfono900000001",
    "Correocliente@example.pe",
    "Acepta notificaciones por",
    "Dirección del suministro",
    "Tipo de reclamoconsumo medido",
    "45 m³, S/ 223.61",
    "Usé menos agua",
    "medidor.jpg",
    "Visita a tu casa o local",
    "Audiencia de conciliación",
    "Último día para",
    "Recibió la cartilla",
    "Firma o lo que vale por ella",
  ],
  complianceLetter: [
    "Se refacturó octubre.",
    "NC-0001",
    "Antes, S/",
    "Ahora, S/",
    "Total del mes223.6139.85",
    "nota de crédito",
  ],
  conciliationRecord: [
    "(Formato 4)",
    "RE-2026-004192-7",
    "00012345",
    "CLIENTE DE PRUEBA UNO, DNI 00000001",
    "45 m³, S/ 223.61",
    "Empezó",
    "Terminómiércoles 23 de diciembre de 2026 a las 09:00",
    "Propuesta de la empresa",
    "Propuesta de quien reclama",
    "Puntos de acuerdo",
    "Puntos de desacuerdo",
    "Observaciones",
    "CONCILIADORA DE PRUEBA. A cargo de la conciliación",
    "¿Subsiste el reclamo?",
    "No: el reclamo termina",
    "33 m³, S/ 133.77",
    "Se paga en dos partes.",
    "con poder para conciliar",
  ],
  conciliationSummons: [
    "23 de diciembre de 2026",
    "08:30",
    "Por teléfono. Te llamamos al 900000001.",
    "15 minutos",
    "No estás obligado",
    "poder",
  ],
  doNotCut: ["NO CORTAR", "S001-00045001", "Código de comprobación"],
  elevationLetter: [
    "TRASS",
    "Oficio N.° 00003-2027-MOQ: elevación",
    "84 folios en 1 parte(s)",
    "d".repeat(64),
    "sin ella este documento es un proyecto",
    "N.° 00007-2026-MOQ",
    "MP-2027-000002-1",
    "Notificada el",
    "foliado",
    "Gerencia Comercial",
  ],
  elevationNotice: [
    "TRASS",
    "11 de enero de 2027",
    "OFICIO 0001-2027",
    "30 días hábiles",
    "no se te exige el pago",
    "1899",
  ],
  externalInspection: [
    "(Formato 6)",
    "25 de noviembre de 2026 a las 08:10",
    "INSPECTORA DE PRUEBA",
    "MedidorM-0001",
    "Lectura1240 m³",
    "¿Funciona?sí",
    "¿Fuga en la caja?sí",
    "casa de dos pisos",
    "Terminómiércoles 25 de noviembre de 2026 a las 08:50",
    "Precintos del medidorrotos",
    "Caja de controldañada",
    "Conexiónabierta",
    "Tipo de prediomixto",
    "Suministros vecinos00099001 y 00099002",
    "No firmó: dice que no es la titular",
    "El tanque rebosa.",
    "fachada.jpg",
    "VECINA DE PRUEBA (hermana)",
  ],
  filingAnswer: [
    "MP-2026-000321-4",
    "Respondidomartes 24 de noviembre de 2026",
    "PERSONA DE PRUEBA, Gerencia Técnica",
    "Se atendió.",
    "respuesta.pdf",
  ],
  filingCargo: [
    "Va la hoja 2.",
    "MP-2026-000321-4",
    "Recibidomartes 24 de noviembre de 2026",
    "carta.pdf",
    "libro de observaciones",
  ],
  filingConstancia: [
    "MP-2026-000321-4",
    "Presentado",
    "CLIENTE DE PRUEBA DOS",
    "por la web",
    "carta.pdf",
    "Pido que se",
  ],
  filingObservation: ["MP-2026-000321-4", "Falta la hoja 2.", "2 días hábiles", "desde el día siguiente"],
  inspectionNotice: [
    "25 de noviembre de 2026",
    "de 8:00 a 10:00 a. m.",
    "CALLE FICTICIA 101",
    "credencial",
    "desde la calle",
  ],
  internalInspection: [
    "(Formato 5)",
    "Inspecciónv1",
    "Habitantes4",
    "doméstico10",
    "comercial02",
    "inodoro211",
    "Lectura al empezar1240.1 m³",
    "1240.3 m³, 15 minutos después",
    "¿El medidor siguió",
    "fuga no visible",
    "El tanque rebosa.",
    "VECINA DE PRUEBA",
  ],
  leaflet: [
    "gratis",
    "30 días hábiles",
    "35 días hábiles",
    "15 días hábiles",
    "Formato 8",
    "Formato 9",
    "contrastación",
    "conciliación",
    "1899",
  ],
  evidenceRequest: [
    "Formato 8",
    "informe del gasfitero",
    "2 días hábiles",
    "No se te vuelve a pedir",
    "Formato 9",
    "15 días hábiles",
  ],
  leakRequirement: [
    "15 días calendario",
    "16 de diciembre de 2026",
    "tubería del jardín",
    "promedio histórico",
    "por la lectura del medidor",
  ],
  meterTestNotice: [
    "CONTRASTADORA DE PRUEBA S.A.C.",
    "9 de diciembre de 2026 a las 10:00",
    "en el predio",
    "como aceptaste",
    "estar presente",
  ],
  meterTestResult: ["CERT-0001", "12.5 %", "registra de más", "la empresa", "certificado.pdf"],
  meterTestRight: ["contrastación", "autorizada", "la paga la empresa", "aceptó su costo", "Que no la pides"],
  notPresented: ["no presentado", "2 días hábiles", "Falta tu documento.", "otro reclamo"],
  notificationRecord: [
    "Resolución N.° 00007-2026-MOQ",
    `Huella SHA-256${"e5".repeat(32)}`,
    `Huella antes de firmar${"c3".repeat(32)}`,
    "CLIENTE DE PRUEBA UNO",
    "cliente@example.pe",
    "Se envió el",
    "Qué pasó con el correo",
    "Salió el",
    `Huella de lo enviado${"d4".repeat(32)}`,
    "Llegó a su buzónlunes 28 de diciembre de 2026 a las 11:00",
    "Acuse de recibomiércoles 30 de diciembre de 2026 a las 09:00",
    "Intentos",
    "Surte efecto el",
  ],
  observation: ["Falta tu documento.", "No se lee la foto", "2 días hábiles", "no presentado"],
  outageCertificate: [
    "CAIDA-20261123-1000",
    "lunes 23 de noviembre de 2026 a las 10:00",
    "monitor-de-prueba",
    "día hábil siguiente",
  ],
  paymentDue: ["1 de diciembre de 2026", "S001-00045000", "223.61", "Total 447.22", "3 meses"],
  personData: [
    "DNI 00000001",
    "Suministro 00012345",
    "en investigacion",
    "cliente@example.pe: Recibimos tu reclamo",
    "son de otra persona",
    "900000001",
    "se anotan sin datos de la persona",
  ],
  problemForm: [
    "(Formato 1)",
    "SO-2026-000010-1",
    "00012345",
    "Modalidadpor la web",
    "Registrada",
    "DNI 00000001",
    "CALLE FICTICIA 101",
    "900000001",
    "cliente@example.pe",
    "falta de agua",
    "No llega agua",
    "4 de diciembre de 2026",
  ],
  receipt: [
    "Recibo N.° S001-00045001",
    "DATOS DE PRUEBA",
    "Suministro00012345",
    "TitularCLIENTE DE PRUEBA UNO",
    "CALLE FICTICIA 101, CERCADO",
    "Categoríadoméstico",
    "Unidades de uso1",
    "facturación mensual",
    "Mes facturadooctubre de 2026",
    "Emitido el",
    "Vence el",
    "Meses de deuda",
    "MedidorFX21000123",
    "Lectura anterior1234 m³",
    "45 m³, por diferencia de lecturas",
    "Agua 0-881.4611.68",
    "IGV",
    "Total del mes",
    "TOTAL A PAGAR",
    "Monto retenidoS/ 156.61",
    "octubre de 202514",
    "octubre de 202645",
    "Horario de abastecimiento",
    "más de 16",
    "reclamar hasta el lunes 18 de enero de 2027",
    "Dirección de prueba 000",
    "1899",
  ],
  recourse: [
    "(Formato 8)",
    "MP-2027-000002-1",
    "00007-2026-MOQ",
    "Fecha de la resolución",
    "Notificada el",
    "Prueba nueva",
    "foto.jpg",
    "La lectura está mal.",
  ],
  rectification: [
    "Resolución N.° 00009-2026-MOQ: rectificación",
    "En la resolución N.° 00007-2026-MOQ",
    "el 23 de enero",
    "el 24 de enero",
    "plazos para impugnar",
  ],
  resolution: ["VISTO", "CONSIDERANDO", "RESUELVE", "Formato 8", "Formato 9", "15 días hábiles"],
  silenceCertificate: ["silencio administrativo positivo", "15 de enero de 2027", "15 m³ y S/ 39.85"],
  telephoneCopy: ["por teléfono", "OPERADORA DE PRUEBA", "Revísalo", "Usé menos agua", "cuenta desde que llamaste"],
  withdrawalAcceptance: [
    "Resolución N.° 00008-2026-MOQ",
    "Ya pagué.",
    "Aceptar el desistimiento de lo reclamado",
    "no se puede reclamar otra vez",
    "Formato 8",
    "Formato 9",
    "15 días hábiles",
    "Firma la persona competente",
  ],
};

describe("what a letter must say", () => {
  it.each(names.flatMap((name) => fields[name].map((field) => [name, field] as const)))(
    "%s: %s",
    async (name, field) => {
      expect(plain((await pdfOf(name, "usual")).text)).toContain(field);
    },
  );
});

describe("what nobody wrote down of a visit", () => {
  it.each([
    ["externalInspection", "Precintos del medidor( ) intactos ( ) rotos ( ) no tiene"],
    ["externalInspection", "Conexión( ) abierta ( ) cerrada"],
    ["externalInspection", "Tipo de predio( ) unifamiliar"],
    ["internalInspection", "Unidades de uso, por clase"],
  ] as const)("is a line to write on in %s: %s", async (name, field) => {
    expect(plain((await pdfOf(name, "least")).text)).toContain(field);
  });
});

describe("what little there is to say is said whole", () => {
  it.each([
    ["absenceNotice", "Otra visitano hay otra programada"],
    ["conciliationRecord", "Llamadas a quien reclama No dejó un teléfono al que llamar."],
    ["conciliationSummons", "Por teléfono. Todavía no tenemos un número al que llamarte"],
    ["withdrawalAcceptance", "se pidió antes de que se notificara la decisión"],
    ["recourse", "Ninguna."],
    ["receipt", "No consta ningún mes anterior."],
  ] as const)("%s: %s", async (name, words) => {
    expect(plain((await pdfOf(name, "least")).text)).toContain(words);
  });
});

describe("a hearing", () => {
  const { least: absent } = examples.conciliationRecord;
  const { usual } = examples.conciliationSummons;
  const video = { ...usual.hearing, mode: "virtual" } as const;
  const summonsTo = (hearing: typeof usual.hearing): string =>
    JSON.stringify(letters.conciliationSummons({ ...usual, hearing }));

  it("names in the acta of an absence each call, its number and what came of it", () => {
    const calls = [
      { at: "2026-12-23T13:35:00.000Z", number: "900000001", result: "no-answer" },
      { at: "2026-12-23T13:46:00.000Z", number: "900000001", result: "unreachable" },
    ] as const;
    const said = JSON.stringify(letters.conciliationRecord({ ...absent, calls, hasTelephone: true }));
    expect(said).toContain("miércoles 23 de diciembre de 2026 a las 08:35 (hora de Lima), al 900000001: no contestó");
    expect(said).toContain("a las 08:46 (hora de Lima), al 900000001: apagado o fuera de servicio");
    expect(said).not.toContain("No dejó un teléfono");
  });

  it.each([
    ["its link", { ...video, link: "https://reuniones.example.pe/una" }, "enlace: https://reuniones.example.pe/una"],
    ["that there is none, and who is called", video, "Si a esa hora no lo hay, te llamamos al 900000001."],
    ["that there is none, and no harm", { ...video, telephone: undefined }, "no se anota que faltaste"],
    ["the office", { ...video, mode: "in-person" }, "Te esperamos en Dirección de prueba 000, Moquegua."],
  ] as const)("is summoned to with %s", (_, hearing, words) => {
    expect(summonsTo(hearing)).toContain(words);
    expect(summonsTo(hearing).includes("https://reuniones")).toBe("link" in hearing);
  });
});

describe("what became of a notice by mail", () => {
  it.each(["Se demoró", "Rebotó", "su buzón no lo recibió esa vez", "Lo marcó como no deseado", "no consta"])(
    "is in the record of its notification: %s",
    async (words) => {
      expect(plain((await pdfOf("notificationRecord", "most")).text)).toContain(words);
    },
  );

  it("is no part of one that was taken to the door", async () => {
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
  ] as const)("%s, with the %s facts: «%s», %s", async (name, size, words, _why) => {
    expect(plain((await pdfOf(name, size)).text)).not.toContain(words);
  });

  it.each([
    ["absent", "no había nadie"],
    ["opposed", "hubo oposición"],
  ])("a visit that was %s is told as seen from the street only", async (_, words) => {
    const size = words === "hubo oposición" ? "least" : "usual";
    const { text } = await pdfOf(words === "hubo oposición" ? "externalInspection" : "absenceNotice", size);
    expect(plain(text)).toContain(
      words === "hubo oposición" ? "Solo se vio desde la calle: hubo oposición" : "no encontramos a nadie",
    );
  });
});

/** Every letter as fingerprints: in a whole run in every size. */
async function fingerprints(bytes: typeof print): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (const name of names)
    for (const size of isWhole ? sizes : (["usual"] as const)) hashes.push(sha256Of(await bytes(name, size)));
  return hashes;
}

describe("the bytes of every letter", () => {
  it("are the same here and in another zone", async () => {
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
