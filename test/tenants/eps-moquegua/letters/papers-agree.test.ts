import { describe, expect, it } from "vitest";
import { letters } from "../../../../settings.ts";
import type { Sheet } from "../../../../shared/documents/sheet.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { filing, heardCase, resolutionFacts } from "../../../shared/documents/document-examples.ts";
import { examples, sheetOf } from "./letter-examples.ts";

const said = (sheet: Sheet): string => JSON.stringify(sheet.blocks);

/** The claim about a problem of the service, which is about no receipt. */
const aboutNone = {
  ...filing,
  details: { ...filing.details, form: { ...filing.details.form, receipts: [] } },
};

describe("a paper says what its claim's page and mails say", () => {
  it("of the tribunal: that it received the file, and its last day", () => {
    const { usual } = examples.elevationNotice;
    const clocks = [{ clock: "T17", change: "started", term: { dueDate: calendarDay("2027-03-02") } }];
    const sheet = letters.elevationNotice({ ...usual, entry: { ...usual.entry, clocks } as never });
    expect(said(sheet)).toContain("recibió tu expediente");
    expect(said(sheet)).not.toContain("enviamos tu expediente");
    expect(said(sheet)).toContain('["Su plazo para decidir y avisarte va hasta el","martes 2 de marzo de 2027"]');
  });

  it("of a receipt under claim: which it is", () => {
    expect(said(sheetOf("doNotCut", "usual"))).toContain("Recibo en reclamo");
  });

  it("of a repaired leak: that the average can be billed, not that it always is", () => {
    expect(said(sheetOf("leakRequirement", "usual"))).toContain(
      "está reparada en ese plazo, ese consumo se puede cobrar",
    );
  });

  it("of a problem without a time: that none is set, and who files the claim", () => {
    const text = said(sheetOf("problemForm", "least"));
    expect(text).toContain("este problema no tiene un plazo fijado");
    expect(text).toContain("presentamos el reclamo contigo");
    expect(text).not.toContain("Si pasa ese plazo");
  });

  it.each([
    ["conciliationSummons", "a las 8:30 a. m."],
    ["atypicalNotice", "a las 9:30 a. m."],
    ["notificationRecord", "a las 9:00 a. m. (hora de Lima)"],
  ] as const)("of hours: on the clock of twelve in %s", (name, hour) => {
    expect(said(sheetOf(name, "usual"))).toContain(hour);
  });
});

describe("a paper does not say more than is known", () => {
  it("of an agreement or a silence that was carried out: not that it was decided", () => {
    const text = said(sheetOf("complianceLetter", "least"));
    expect(text).toContain("lo que quedó en tu reclamo");
    expect(text).toContain("lo dice «Qué se hizo»");
    expect(text).not.toMatch(/Ningún recibo cambia|Tu recibo nuevo/);
  });

  it("of who came to a hearing: nobody, only after an absence; otherwise a line to write on", () => {
    const { least } = examples.conciliationRecord;
    expect(said(letters.conciliationRecord(least))).toContain('["Asistió por quien reclama","nadie"]');
    const none = { ...least, entry: { ...least.entry, agreement: "none" } as const };
    expect(said(letters.conciliationRecord(none))).toContain('["Asistió por quien reclama",""]');
  });

  it("of an elevation: its term, not that it was kept", () => {
    expect(said(sheetOf("elevationLetter", "usual"))).toContain("El plazo para elevarlo es de 5 días hábiles");
  });

  it("of a silence that somebody declared: who, and of no term", () => {
    const { usual } = examples.silenceCertificate;
    const text = said(letters.silenceCertificate({ ...usual, term: undefined }));
    expect(text).toContain("Quién lo declaró");
    expect(text).not.toContain("El plazo que venció");
    expect(text).toContain("Quien firma: Gerencia Comercial.");
  });

  it("of receipts, in a claim about none", () => {
    const about = { filing: aboutNone, events: [aboutNone] };
    const lapsed = said(letters.notPresented({ ...examples.notPresented.least, ...about }));
    expect(lapsed).toContain("otro reclamo por lo mismo");
    expect(lapsed).not.toMatch(/retenido|recibos/);
    const accepted = letters.withdrawalAcceptance({ ...examples.withdrawalAcceptance.least, ...about });
    expect(said(accepted)).toContain("por lo mismo");
    expect(said(accepted)).not.toContain("los mismos recibos");
  });
});

describe("a resolution", () => {
  const [first, visit] = heardCase;

  it("ends what an inspector wrote with one point, and counts one occupant", () => {
    if (visit?.type !== "inspection-reported") throw new Error("no visit");
    const { internal, external } = visit.details;
    const details = {
      ...visit.details,
      ...(internal && { internal: { ...internal, occupants: 1 } }),
      external: { ...external, premises: "Casa de dos pisos." },
      observations: "Sin fugas.",
    };
    const text = said(letters.resolution({ ...resolutionFacts, events: [filing, { ...visit, details }] }));
    expect(text).toContain("predio: Casa de dos pisos; 1 ocupante; ");
    expect(text).toContain("observaciones: Sin fugas.");
    expect(text).not.toContain("..");
  });

  it("says what is asked in any case, and what may not be cut, of one receipt or more", () => {
    if (first?.type !== "claim-filed") throw new Error("no filing");
    const form = { ...first.details.form, request: "other" } as const;
    const filed = { ...first, details: { ...first.details, form } };
    const text = said(letters.resolution({ ...resolutionFacts, events: [filed] }));
    expect(text).toContain("Que se pide otra cosa, según lo que se cuenta, y se sostiene");
    expect(text).toContain("ni se corta el servicio por no pagarlo");
    expect(text).toContain("El sello electrónico de EPS Moquegua S.A. se guarda");
  });

  it("prints an amount as the pages show it, with its thousands", () => {
    const receipts = [{ number: "S001-00045001", period: "2026-10", m3: 900, amount: cents(1_565_270) }];
    expect(said(letters.resolution({ ...resolutionFacts, receipts }))).toContain("S/ 15,652.70");
  });
});

it("a visit's notice has no number that nobody can use", () => {
  expect(said(sheetOf("inspectionNotice", "usual"))).not.toContain(examples.inspectionNotice.usual.visit.inspectionId);
});

it("a blank form says where to go on when its lines are full", () => {
  expect(said(sheetOf("blankForm", "usual"))).toContain("si te falta espacio, sigue en otra hoja");
});
