import { beforeAll, describe, expect, it } from "vitest";
import type { ResolutionFacts } from "../../../../shared/documents/letters.ts";
import { type CaseEvent, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { resolution } from "../../../../tenants/eps-moquegua/letters/resolution.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { filing, heardCase, pdfRenderer, resolutionFacts } from "../../../shared/documents/document-examples.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";

const wordsOf = async (facts: ResolutionFacts) =>
  readPdf(await pdfRenderer.print(resolution(facts))).text.replaceAll("\n", " ");

describe("a resolution", () => {
  let text: string;
  beforeAll(async () => {
    text = await wordsOf(resolutionFacts);
  });

  it.each([
    ["its number", "Resolución N.° 00007-2026-MOQ"],
    ["its city and date", "Moquegua, 28 de diciembre de 2026"],
    ["the claim", "ReclamoRE-2026-004192-7"],
    ["the claimant", "CLIENTE DE PRUEBA UNO, DNI 00000001"],
    ["the procedural address", "CALLE FICTICIA 101"],
    ["what was seen", "por consumo medido, presentado por la web el 23 de noviembre de 2026"],
    ["the month claimed", "S001-00045001 de octubre de 2026 (45 m³, S/ 223.61)"],
    [
      "the visit",
      "miércoles 25 de noviembre de 2026 a las 8:10 a. m. (hora de Lima) hubo inspección interna y externa",
    ],
    ["the meter and its reading", "medidor M-0001; lectura 1240 m³; el medidor funciona"],
    ["the leak test", "durante 15 minutos el medidor pasó de 1240.1 a 1240.3 m³; interior con fuga visible"],
    ["that the right to a meter test was stated", "Que se informó el derecho a pedir la contrastación del medidor"],
    ["what the company holds", "Recibos reclamados: S001-00045001, de octubre de 2026"],
    ["the billing report", "octubre de 2026diferencia de lecturas1195124045223.61"],
    ["a month by average", "setiembre de 2026promedio histórico--1539.85"],
    [
      "the hearing's day and result",
      "23 de diciembre de 2026 a las 8:30 a. m. (hora de Lima), con este resultado: no hubo acuerdo",
    ],
    [
      "what it goes without, and why",
      "«Historial de cortes y reaperturas», y se decide sin esa prueba: El área operativa",
    ],
    ["the evaluation", "La lectura estaba mal tomada."],
    ["the decision", "Artículo 1. Declarar FUNDADO EN PARTE el reclamo. Se corrige el recibo."],
    [
      "what the month is left at",
      "Recibo S001-00045001, de octubre de 2026: fundado en parte; queda en 30 m³ y S/ 119.55 por el mes.",
    ],
    [
      "the reconsideration, before whom, in what time",
      "Recurso de reconsideración (Formato 8), ante EPS Moquegua S.A.",
    ],
    ["the appeal", "Recurso de apelación (Formato 9), ante EPS Moquegua S.A., que lo eleva al Tribunal"],
    ["its term", "en el plazo de 15 días hábiles desde el día siguiente de la notificación"],
    ["the norm", "Reglamento de prueba."],
    ["who signs", "Firma la persona competente (Gerencia Comercial)"],
  ])("says %s", (_, words) => {
    expect(text).toContain(words);
  });

  it("ends what people wrote with one point, whether they wrote it or not", async () => {
    const of = (point: string) => {
      const events = heardCase.map((event) =>
        event.type === "inspection-reported"
          ? { ...event, details: { ...event.details, observations: `Sin fugas${point}` } }
          : event,
      );
      const decision = { ...resolutionFacts.decision, decision: `Se corrige el recibo${point}` };
      const without = [{ name: "Historial de pagos", reason: `No existe${point}` }];
      return wordsOf({ ...resolutionFacts, events, decision, without });
    };
    const ended = await of(".");
    expect(ended).toMatch(/observaciones: Sin fugas\.(?!\.)/);
    expect(ended).toMatch(/el reclamo\. Se corrige el recibo\.(?!\.)/);
    expect(ended).toMatch(/sin esa prueba: No existe\.(?!\.)/);
    expect(await of("")).toBe(ended);
  });

  it("never names an offer or what was proposed at the hearing", () => {
    expect(heardCase.map(({ type }) => type)).toContain("offer-made");
    expect(text).not.toMatch(/PROPUESTA|133\.77|33 m³/);
  });

  it("cannot be made without the recourses left and their term", () => {
    const { remedies: _, ...rest } = resolutionFacts;
    // @ts-expect-error remedies are required
    expect(() => resolution(rest)).toThrow();
    // @ts-expect-error there is at least one remedy
    const none: ResolutionFacts = { ...rest, remedies: [] };
    expect(none.remedies).toHaveLength(0);
    for (const days of [0, -1, 1.5, Number.NaN])
      expect(() => resolution({ ...rest, remedies: [{ recourse: "appeal", formName: "Formato 9", days }] })).toThrow(
        RangeError,
      );
  });

  it("takes all terms and forms from its facts", async () => {
    const other = await wordsOf({
      ...resolutionFacts,
      remedies: [{ recourse: "appeal", formName: "Formato 99", days: 7 }],
    });
    expect(other).toContain("Recurso de apelación (Formato 99)");
    expect(other).toContain("en el plazo de 7 días hábiles");
    expect(other).not.toContain("Formato 8");
    expect(other).not.toContain("15 días");
  });

  it("says what was not done if nothing was done", async () => {
    const { form } = filing.details;
    const bare = await wordsOf({
      ...resolutionFacts,
      events: [{ ...filing, details: { ...filing.details, attachments: [], form: { ...form, meterTest: undefined } } }],
      decision: { outcome: "concluded", decision: "No hay materia.", reasons: "Ya se corrigió.", months: [] },
      held: [],
      without: [],
      billing: [],
    });
    expect(bare).toContain("Que no se hizo inspección.");
    expect(bare).toContain("Que no se realizó audiencia de conciliación.");
    expect(bare).toContain("Que no consta que se informara el derecho a pedir la contrastación");
    expect(bare).toContain("Declarar concluido sin decisión sobre el fondo el reclamo. No hay materia.");
    expect(bare).not.toContain("queda en");
  });

  it("says that a meter test was asked for after the filing, which declined it, and what it found", async () => {
    const by = person("analyst-1", "analyst");
    const asked = { type: "meter-test-asked", effectiveAt: "2026-11-30T15:00:00.000Z", by: maria };
    const tested = {
      type: "meter-test-reported",
      effectiveAt: "2026-12-10T15:00:00.000Z",
      by,
      result: "over-registers",
    };
    const events = [
      ...heardCase,
      { ...asked, details: { costAccepted: true } },
      { ...tested, details: { certificate: "CERT-0001", payer: "company", attachments: [] } },
    ].map((entry, at) => ({ recordedAt: entry.effectiveAt, ...entry, seq: at + 1 })) as readonly CaseEvent[];
    const text = await wordsOf({ ...resolutionFacts, events });
    expect(text).toContain(
      "Que se informó el derecho a pedir la contrastación del medidor, y quien reclama la pidió el 30 de noviembre de 2026.",
    );
    expect(text).not.toContain("no la pide");
    expect(text).toContain(
      "Que el medidor se contrastó el 10 de diciembre de 2026, con el certificado CERT-0001. La contrastación encontró que el medidor registra de más.",
    );
  });

  it("names, on a reconsideration, the recourse and the resolution it was filed against", async () => {
    const events = [
      ...heardCase,
      {
        type: "resolution-signed",
        effectiveAt: "2026-12-29T16:00:00.000Z",
        by: person("signer-1", "signer"),
        details: {
          number: "00003-2026-MOQ",
          signer: "FIRMANTE DE PRUEBA",
          authenticatedAt: "2026-12-29T15:59:00.000Z",
          seal: { signature: "", keyId: "", algorithm: "ECDSA_SHA_256", statement: "" },
        },
      },
      {
        type: "resolution-notified",
        effectiveAt: "2026-12-31T02:00:00.000Z",
        by: person("clerk-1", "clerk"),
        evidence: [],
        details: { noticeId: "n1", how: "acknowledged", photos: [] },
      },
      {
        type: "reconsideration-filed",
        effectiveAt: "2027-01-04T16:00:00.000Z",
        by: maria,
        filedOn: calendarDay("2027-01-04"),
        newEvidence: true,
        details: {
          submissionId: "f1",
          submissionNumber: "MP-2027-000001-1",
          grounds: "Traigo el informe.",
          attachments: [],
        },
      },
    ].map((entry, at) => ({ ...entry, seq: at + 2, recordedAt: entry.effectiveAt })) as readonly CaseEvent[];
    const text = await wordsOf({
      ...resolutionFacts,
      events: [filing, ...events],
      recourse: lastEntry(events, "reconsideration-filed"),
      remedies: [{ recourse: "appeal", formName: "Formato 9", days: 15 }],
    });
    expect(text).toContain(
      "MP-2027-000001-1, presentado el 4 de enero de 2027 contra la resolución N.° 00003-2026-MOQ, notificada el 30 de diciembre de 2026.",
    );
    expect(text).toContain("Que el recurso sostiene: «Traigo el informe.»");
    expect(text).toContain("Declarar FUNDADO EN PARTE el recurso de reconsideración.");
    expect(text).not.toContain("Recurso de reconsideración (");
    const returned = await wordsOf({ ...resolutionFacts, events: [filing, ...events] });
    expect(returned).toContain("Declarar FUNDADO EN PARTE el reclamo.");
    expect(returned).not.toContain("el recurso sostiene");
  });
});
