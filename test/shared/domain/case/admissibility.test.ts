import { describe, expect, it } from "vitest";
import {
  type ClaimToCheck,
  claimFindings,
  type Finding,
  type RecourseToCheck,
  recourseFindings,
} from "../../../../shared/domain/case/admissibility.ts";
import { withOutages } from "../../../../shared/domain/problem/outage.ts";
import { calendarDay as day } from "../../../../shared/domain/term/calendar-day.ts";
import { claimWindow, countWorkingDays, paidClaimWindow } from "../../../../shared/domain/term/due-dates.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";

const calendar = calendars.USER;
const unpaid = claimWindow({ from: day("2026-11-16"), rule: { laterOf: { months: 2, days: 60 } }, calendar });
const paid = paidClaimWindow({ dueOn: day("2026-11-16"), paidOn: day("2026-11-20"), months: 12, calendar });
const october = {
  number: "S001-00045001",
  period: "2026-10",
  billingType: "L",
  billedM3: 45,
  paid: false,
  term: unpaid,
} as const;

const whole: ClaimToCheck = {
  filedOn: day("2026-11-23"),
  channel: "web",
  claimType: "F01",
  claimant: {
    givenNames: "CLIENTE",
    paternalSurname: "DE PRUEBA",
    document: { kind: "DNI", number: "00000001" },
    standing: { as: "holder" },
    address: "CALLE DE PRUEBA 1",
    telephone: "900000001",
  },
  grounds: "Subió.",
  meterTest: false,
  declared: true,
  receipts: [october],
  duplicates: [],
  law: { remedyDays: 2, titularOnlyByTelephone: true },
};

/** A text of whole sentences, in which no value is missing. */
const sentence = /^[A-ZÁÉÍÓÚÑ]\S*( [^\s.,;:]\S*)*\.$/u;
const short = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${severity} ${rule}`);

describe("a claim, before it is filed", () => {
  const onlyTerm = "explains term";

  it.each<[Partial<ClaimToCheck>, string[], string]>([
    [{}, [onlyTerm], "nothing lacks: its term alone"],
    [{ filedOn: day("2027-01-18") }, [onlyTerm], "60 days and two months: Sat 16 January, until Mon 18"],
    [{ filedOn: day("2027-01-19") }, ["warns term"], "a day late"],
    [{ filedOn: day("2027-01-19"), receipts: [{ ...october, paid: true, term: paid }] }, [onlyTerm], "paid: a year"],
    [{ receipts: [] }, [], "no receipt yet"],
    [
      { meterReading: 480, receipts: [{ ...october, readingCurr: 481 }] },
      [onlyTerm, "warns reading"],
      "a reading below the one billed",
    ],
    [{ meterReading: 481, receipts: [{ ...october, readingCurr: 481 }] }, [onlyTerm], "the very reading billed"],
    [
      { meterReading: 4810, receipts: [{ ...october, readingCurr: 481 }] },
      [onlyTerm, "warns reading"],
      "a digit too many",
    ],
    [{ meterReading: 0, receipts: [october] }, [onlyTerm], "of a month billed without a reading nothing is known"],
    [{ receipts: [october, { ...october, period: "2026-09" }] }, [onlyTerm, onlyTerm], "a term each"],
    [{ claimant: { ...whole.claimant, standing: { as: "effective-user" } } }, [onlyTerm, "explains standing"], "use"],
    [{ claimant: { ...whole.claimant, standing: { as: "owner" } } }, [onlyTerm], "an owner claims as a holder does"],
    [
      { claimant: { ...whole.claimant, standing: { as: "representative", acts: ["conciliate"] } } },
      [onlyTerm, "explains standing"],
      "a special power",
    ],
    [
      { claimant: { ...whole.claimant, standing: { as: "representative", acts: [] } } },
      [onlyTerm, "warns standing"],
      "a simple power settles nothing",
    ],
    [
      { channel: "telephone", claimant: { ...whole.claimant, standing: { as: "effective-user" } } },
      [onlyTerm, "warns standing"],
      "by telephone, and not the holder",
    ],
    [
      {
        channel: "telephone",
        claimant: { ...whole.claimant, standing: { as: "owner" } },
        law: { remedyDays: 2, titularOnlyByTelephone: false },
      },
      [onlyTerm],
      "by telephone where the tenant takes anybody",
    ],
    [{ channel: "telephone" }, [onlyTerm], "by telephone, the holder"],
    [{ grounds: undefined }, [onlyTerm, "warns form-required"], "what they ask"],
    [
      { claimant: { ...whole.claimant, telephone: undefined, address: undefined } },
      [onlyTerm, "warns form-required", "warns form-remediable"],
      "how to reach them",
    ],
    [{ claimant: { ...whole.claimant, telephone: undefined } }, [onlyTerm], "an address is enough"],
    [
      { claimant: { ...whole.claimant, telephone: undefined, email: "cliente@example.pe" } },
      [onlyTerm],
      "an e-mail is enough",
    ],
    [{ claimant: { ...whole.claimant, paternalSurname: undefined } }, [onlyTerm, "warns form-required"], "who files"],
    [{ claimant: { ...whole.claimant, document: undefined } }, [onlyTerm, "warns form-remediable"], "no document"],
    [{ claimant: { ...whole.claimant, address: "" } }, [onlyTerm, "warns form-remediable"], "no address"],
    [{ declared: false }, [onlyTerm, "warns form-remediable"], "not declared"],
    [{ meterTest: undefined }, [onlyTerm, "warns form-remediable"], "the test is not answered"],
    [{ meterTest: undefined, claimType: "F10" }, [onlyTerm], "which only consumo medido asks"],
    [{ duplicates: [{ code: "RE-1", decided: false }] }, [onlyTerm, "warns duplicate"], "one pending"],
    [{ receipts: [{ ...october, billingType: "P" }] }, [onlyTerm, "explains type-matter"], "billed by average"],
    [{ receipts: [{ ...october, billingType: "A" }] }, [onlyTerm, "explains type-matter"], "billed by assignment"],
    [{ receipts: [{ ...october, billingType: "P" }], claimType: "F02" }, [onlyTerm], "which is what F02 is about"],
    [
      { claimType: "F08", receipts: [{ ...october, paid: true }, october] },
      [onlyTerm, onlyTerm, "explains type-matter"],
      "one of two payments not processed",
    ],
    [{ claimType: "F08", receipts: [{ ...october, paid: true }] }, [onlyTerm], "all of them on the books"],
    [{ claimant: { ...whole.claimant, standing: undefined } }, [onlyTerm], "not said as what"],
    [{ claimType: "F08" }, [onlyTerm, "explains type-matter"], "a payment not processed, and not on the books"],
    [{ claimType: "O-S1", receipts: [] }, ["explains type-matter"], "a problem is asked to be solved first"],
  ])("%j: %j (%s)", (change, expected) => {
    const findings = claimFindings({ ...whole, ...change });
    expect(short(findings)).toEqual(expected);
    for (const { text } of findings) expect(text).toMatch(sentence);
  });

  it("warns of everything missing in an empty claim, and refuses nothing", () => {
    const empty = { ...whole, claimant: {}, grounds: undefined, meterTest: undefined, declared: false, receipts: [] };
    const rules = claimFindings(empty).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === "form-required")).toHaveLength(3);
    expect(rules.filter((rule) => rule === "form-remediable")).toHaveLength(4);
  });

  it.each([
    ["2026-11-23", unpaid, false, "Puedes reclamar el recibo de octubre de 2026 hasta el lunes 18 de enero de 2027"],
    ["2027-01-19", unpaid, false, "venció el lunes 18 de enero de 2027: se cuentan 2 meses desde el lunes 16"],
    ["2026-11-23", paid, true, "como está pagado, se cuentan 12 meses desde el viernes 20 de noviembre de 2026"],
  ])("on %s says how the term was counted, with its working", (filedOn, term, isPaid, words) => {
    const receipts = [{ ...october, term, paid: isPaid }];
    const [finding] = claimFindings({ ...whole, filedOn: day(filedOn), receipts });
    expect(finding?.text).toContain(words);
    expect(finding?.term).toEqual(term);
  });

  it.each<[Partial<ClaimToCheck>, string]>([
    [{ claimant: { ...whole.claimant, paternalSurname: undefined } }, "Falta decir quién reclama."],
    [
      { claimant: { ...whole.claimant, telephone: undefined, address: undefined } },
      "Falta decir un celular, un correo o una dirección para avisarte.",
    ],
    [{ grounds: undefined }, "Falta decir qué pides y por qué."],
    [{ claimant: { ...whole.claimant, document: undefined } }, "Falta tu documento de identidad."],
    [{ claimant: { ...whole.claimant, address: "" } }, "Falta la dirección donde te llevamos los papeles."],
    [{ declared: false }, "Falta tu declaración de que es verdad."],
    [{ meterTest: undefined }, "Falta decir si quieres la prueba del medidor."],
    [
      { claimant: { ...whole.claimant, standing: { as: "representative", acts: [] } } },
      "Para conciliar, desistir o cobrar, el poder debe decirlo.",
    ],
  ])("%j gets a finding for what is missing: %s", (change, words) => {
    expect(claimFindings({ ...whole, ...change }).map(({ text }) => text)).toContainEqual(
      expect.stringContaining(words),
    );
  });

  it.each([
    [true, "ya terminó"],
    [false, "sigue en trámite"],
  ])("a duplicate that is decided (%s) gets its own finding: %s", (decided, words) => {
    const finding = claimFindings({ ...whole, duplicates: [{ code: "RE-2026-000001-1", decided }] }).at(-1);
    expect(finding?.text).toContain(words);
    expect(finding?.text).toContain("RE-2026-000001-1");
  });
});

describe("a recourse, before it is filed", () => {
  const term = countWorkingDays({ from: day("2025-12-11"), days: 15, calendar });
  const outage = { from: "2026-01-07T15:00:00.000Z", to: "2026-01-07T16:00:00.000Z" };
  const metByOutage = withOutages(term, [outage], calendar);
  const said: RecourseToCheck = {
    filedOn: day("2026-01-07"),
    kind: "appeal",
    grounds: "No es así.",
    newEvidence: false,
    term,
    open: ["reconsideration", "appeal"],
    standing: { as: "holder" },
    law: { recon: { days: 15, notificationDays: 5 }, trass: { days: 30, notificationDays: 5 } },
  };

  it.each<[Partial<RecourseToCheck>, string[], string]>([
    [{}, ["explains term", "explains recourse-fit"], "the last day, digest 5.8"],
    [{ filedOn: day("2026-01-08") }, ["warns term", "explains recourse-fit"], "a day late: sent all the same"],
    [
      { filedOn: day("2026-01-08"), term: metByOutage },
      ["explains term", "explains recourse-fit"],
      "a day late, and the document desk did not work on the last day: in time",
    ],
    [
      { filedOn: day("2026-01-09"), term: metByOutage },
      ["warns term", "explains recourse-fit"],
      "later than the day it moved to",
    ],
    [{ term: undefined, open: [] }, ["warns term"], "nothing is notified yet"],
    [{ kind: undefined }, ["explains term", "explains recourse-fit"], "not chosen: what each is for"],
    [{ kind: "reconsideration" }, ["explains term", "warns recourse-fit"], "without anything new"],
    [{ kind: "reconsideration", newEvidence: true }, ["explains term", "explains recourse-fit"], "with it"],
    [{ newEvidence: true }, ["explains term", "explains recourse-fit"], "an appeal with something new"],
    [{ open: ["appeal"], kind: "reconsideration" }, ["explains term", "explains recourse-fit"], "it was reconsidered"],
    [{ grounds: "" }, ["explains term", "explains recourse-fit", "warns form-required"], "no grounds"],
    [
      { standing: { as: "representative", acts: [] } },
      ["explains term", "explains recourse-fit", "explains standing"],
      "a simple power is enough",
    ],
  ])("%j: %j (%s)", (change, expected) => {
    const findings = recourseFindings({ ...said, ...change });
    expect(short(findings)).toEqual(expected);
    for (const { text } of findings) expect(text).toMatch(sentence);
  });

  it("says in how many days it is decided, and in how many more notified, as the claim's terms are", () => {
    const [, fit] = recourseFindings({ ...said, kind: undefined });
    expect(fit?.text).toContain("decide la misma empresa en 15 días hábiles, y te avisa en 5 más.");
    expect(fit?.text).toContain("tribunal de SUNASS en 30 días hábiles, y te avisa en 5 más.");
  });

  it("has the working of its term", () => {
    expect(recourseFindings(said)[0]).toMatchObject({
      term,
      text: expect.stringContaining("15 días hábiles desde el jueves 11"),
    });
  });
});
