import { beforeAll, describe, expect, it } from "vitest";
import type { CaseEventOf } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { claimCargo } from "../../../../tenants/eps-moquegua/letters/claim-cargo.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { filing, letterhead, pdfRenderer } from "../../../shared/documents/document-examples.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";

const cargoOf = (entry: CaseEventOf<"claim-filed">) =>
  claimCargo({
    letterhead,
    formName: "Formato 2",
    filing: entry,
    claimType: "consumo medido",
    ...(entry.details.guest?.holdBy ? {} : { holdAsked: { at: entry.recordedAt, until: "2026-11-23T19:00:00.000Z" } }),
    accessAddress: `https://example.pe/retomar/#${entry.details.claimKey}`,
  });
const wordsOf = async (entry: CaseEventOf<"claim-filed">) => readPdf(await pdfRenderer.print(cargoOf(entry))).text;

describe("the cargo of a claim", () => {
  let text: string;
  beforeAll(async () => {
    text = await wordsOf(filing);
  });

  it.each([
    ["the form", "Cargo de reclamo (Formato 2)"],
    ["the code", "Código del reclamoRE-2026-004192-7"],
    ["the instant, on Lima's clock", "lunes 23 de noviembre de 2026 a las 10:00 a. m. (hora de Lima)"],
    ["the day it counts", "Cuenta como presentado ellunes 23 de noviembre de 2026"],
    ["the channel", "Cómo se presentópor la web"],
    ["who typed it", "Quién lo registróla misma persona que reclama"],
    ["the claimant", "CLIENTE DE PRUEBA UNO"],
    ["their document", "DNI 00000001"],
    ["the address for notices", "Domicilio procesalCALLE FICTICIA 101"],
    ["that they accept notices by mail", "Acepta notificaciones por sí"],
    ["the supply", "Suministro00012345"],
    ["the receipt, m³ and amount", "Recibo S001-00045001octubre de 2026: 45 m³, S/ 223.61 por el mes"],
    ["the grounds", "Usé menos agua de la que dice."],
    ["what is asked", "que se cobre el consumo normal"],
    ["the right to a meter test and the answer", "se informó el derecho a pedirla; no la pide"],
    ["where the supply is", "Dirección del suministroCALLE FICTICIA 101"],
    ["whether the leaflet was given", "Recibió la cartillasí"],
    ["what was declared, how and when", "marcada en la web con su cuenta, lunes 23 de noviembre de 2026 a las 10:00"],
    ["the attachments", `medidor.jpg${"a1".repeat(32)}`],
    ["the visit", "miércoles 25 de noviembre de 2026, de 8:00 a 10:00 a. m."],
    ["the hearing", "miércoles 23 de diciembre de 2026 a las 8:30 a. m., por teléfono"],
    ["the last day to be notified", "notificarte la viernes 15 de enero de 2027"],
    ["the owner", "ANALISTA DE PRUEBA, anexo 101"],
    ["that no payment is needed", "Reclamar es gratis."],
    [
      "when it was asked not to collect it, and by when that is confirmed",
      "pedimos que el sistema de cobranza lo bloquee. Debe confirmarlo a más tardar el lunes 23 de noviembre de 2026 a las 2:00 p. m.",
    ],
    ["the key", "Clave: abcdefghijklmnopqrstuv"],
  ])("says %s", (_, words) => {
    expect(text.replaceAll("\n", " ")).toContain(words);
  });

  it("opens the claim by its QR", () => {
    expect(cargoOf(filing).blocks).toContainEqual({
      qr: "https://example.pe/retomar/#abcdefghijklmnopqrstuv",
      caption: expect.any(String),
    });
  });

  it("says of a representative what the power lets them do, and what to do with it", async () => {
    const { details } = filing;
    const standing = { as: "representative", acts: ["conciliate"] } as const;
    const form = { ...details.form, claimant: { ...details.form.claimant, standing } };
    const text = (await wordsOf({ ...filing, details: { ...details, form } })).replaceAll("\n", " ");
    expect(text).toContain("En calidad derepresentante con poder para conciliar");
    expect(text).toContain("El podersi no lo presentaste, agrégalo a tu reclamo en la web o tráelo a la oficina");
  });

  it.each([
    ["an address alone go on paper", { telephone: undefined, email: undefined }, true],
    ["a landline go on paper", { telephone: "053461000", email: undefined }, true],
    ["a mobile do not", { telephone: "900000001", email: undefined }, false],
  ])("says that notices to who left %s", async (_, contact, isOnPaper) => {
    const { details } = filing;
    const form = { ...details.form, claimant: { ...details.form.claimant, ...contact } };
    const text = (await wordsOf({ ...filing, details: { ...details, form } })).replaceAll("\n", " ");
    expect(text.includes("Cómo te notificamosen papel, en CALLE FICTICIA 101")).toBe(isOnPaper);
  });

  it("says, of a claim by web, that the leaflet was shown if it was not marked as read", async () => {
    const { details } = filing;
    const text = await wordsOf({ ...filing, details: { ...details, form: { ...details.form, leaflet: false } } });
    expect(text.replaceAll("\n", " ")).toMatch(
      /Recibió la cartilla\s*se le mostró al presentarlo; no marcó que la leyó/,
    );
  });

  it("says of a receipt that is not on record what was read aloud, and promises no hold that nobody made", async () => {
    const { details } = filing;
    const guest = { receipts: [{ number: "S001-99", period: "2026-10" }], knowsSupply: true };
    const form = { ...details.form, receipts: [] };
    const text = (await wordsOf({ ...filing, details: { ...details, guest, form } })).replaceAll("\n", " ");
    expect(text).toMatch(/Recibo S001-99\s*octubre de 2026, como lo escribió quien reclama/);
    expect(text).toContain("Vale para los recibos de ese suministro.");
    expect(text).not.toContain("retenido");
  });

  it("says of a guest's claim whose hold waits when it is asked for, and not that nobody collects", async () => {
    const { details } = filing;
    const guest = { receipts: [], knowsSupply: false, holdBy: calendarDay("2026-11-26") };
    const text = (await wordsOf({ ...filing, details: { ...details, guest } })).replaceAll("\n", " ");
    expect(text).toContain("Todavía no pedimos que no te cobren ni te corten el agua por lo que reclamas.");
    expect(text).toContain("una persona lo revisa a más tardar el jueves 26 de noviembre de 2026.");
    expect(text).not.toContain("la empresa no puede exigirte");
  });

  it.each([
    ["whose document is not the holder's that they must prove who they are", {}, true],
    ["who did not show that they know the supply nothing of its holder", { knowsSupply: false }, false],
  ])("says to somebody %s", async (_, known, isSaid) => {
    const guest = { receipts: [], knowsSupply: true, ...known };
    const text = await wordsOf({ ...filing, details: { ...filing.details, guest, proofAsked: true } });
    expect(text.includes("El recibo no está a nombre de tu documento.")).toBe(isSaid);
  });

  it("says what the claimant did not give, and which member of the office typed it", async () => {
    const { visit: _, hearing: __, owner: ___, supplyAddress: ____, ...details } = filing.details;
    const { leaflet: _____, declaration: ______, ...said } = details.form;
    const claimant = { ...details.form.claimant, telephone: undefined, notifyByEmail: false };
    const text = await wordsOf({
      ...filing,
      by: person("operator-1", "operator"),
      channel: "telephone",
      details: {
        ...details,
        attachments: [],
        typedBy: "OPERADORA DE PRUEBA",
        form: { ...said, claimant, meterTest: true },
      },
    });
    expect(text).toContain("Teléfonono dejó");
    expect(text).toContain("Ninguno.");
    expect(text).toContain("OPERADORA DE PRUEBA, de la oficina");
    expect(text).toContain("Recibió la cartillano lo dijo");
    expect(text).toContain("Declaraciónno la hizo");
    expect(text.replaceAll("\n", " ")).toMatch(/Acepta el costo de la prueba.*no lo dijo/);
    expect(text).not.toContain("Dirección del suministro");
    expect(text).toContain("por teléfono");
    expect(text).not.toContain("Visita a tu casa");
    expect(text).not.toContain("Audiencia");
  });
});
