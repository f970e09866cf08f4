import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseAt, caseNow } from "../../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../../shared/casework/case/record.ts";
import { consumptionMonths } from "../../../../shared/casework/receipt/consumption-months.ts";
import { evidenceOf } from "../../../../shared/casework/resolution/evidence-checklist.ts";
import { type LintContext, lintFacts } from "../../../../shared/casework/resolution/lint-facts.ts";
import { type DraftFault, lintResolution } from "../../../../shared/casework/resolution/resolution-lint.ts";
import { broughtProofs, citablesOf, mattersOf } from "../../../../shared/casework/resolution/resolution-matters.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { dateOf } from "../../../../shared/domain/receipt/spanish-months.ts";
import type { MatterAnswer } from "../../../../shared/domain/resolution/resolution-answers.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import type { ResolutionDraft } from "../../../../shared/storage/resolution/resolution-drafts.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, form, maria, person } from "../case-world.ts";

const receiptNumber = "S001-00045001";
const receiptInText = `recibo ${receiptNumber}`;
const filedAt = "2026-11-23T15:00:00.000Z";
const visitedAt = "2026-11-26T15:00:00.000Z";
const testedAt = "2026-12-10T15:00:00.000Z";
const heardAt = "2026-12-23T15:00:00.000Z";
const draftedAt = "2026-12-24T15:00:00.000Z";

const photo = {
  documentId: "photo-1",
  fileName: "foto.jpg",
  contentType: "image/jpeg",
  sizeBytes: 10,
  sha256: "a".repeat(64),
  state: "received",
} as const;

let local: TestTables;
let world: CaseWorld;
/**
 * A claim with a photo, extended, visited, its meter tested, offered less than the rule, and heard without agreement.
 */
let at: CaseAt;
let context: LintContext;

async function wrote(before: CaseAt, ...entries: Decision["entries"]): Promise<CaseAt> {
  let last = before;
  for (const entry of entries) {
    const { claimId } = before.file.head;
    const written = await record(world, { claimId, now: entry.effectiveAt }, () => ({
      ok: true,
      value: { entries: [entry] },
    }));
    if (!written.ok) throw new Error(`not written: ${written.error} ${written.detail ?? ""}`);
    last = written.value;
  }
  return last;
}

beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
  const filed = await world.fileOne(filedAt, {
    form: { ...form, meterTest: true, meterTestCostAccepted: true },
    attachments: [photo],
  });
  const analyst = person("analyst-1", "analyst");
  const last = await wrote(
    filed,
    { type: "claim-accepted", effectiveAt: filedAt, by: analyst, details: {} },
    {
      type: "claim-extended",
      effectiveAt: "2026-11-24T15:00:00.000Z",
      by: maria,
      details: { grounds: "Además estuve de viaje del 1 al 15 de octubre de 2026.", attachments: [] },
    },
    {
      type: "inspection-reported",
      effectiveAt: visitedAt,
      by: person("inspector-1", "inspector"),
      outcome: "whole",
      details: {
        inspectionId: "visit",
        startedAt: visitedAt,
        external: { leakAtBox: false, premises: "Casa de un piso.", reading: 512 },
        internal: { occupants: 4, useUnits: [], points: [], leak: "none" },
        observations: "No hay fugas.",
        photos: [],
      },
    },
    {
      type: "offer-made",
      effectiveAt: "2026-11-27T15:00:00.000Z",
      by: person("conciliator-1", "conciliator"),
      details: {
        offerId: "o1",
        receiptNumber,
        m3: 31,
        before: cents(15_661),
        after: cents(9987),
        terms: "Pagar S/ 50.00 en dos cuotas.",
        until: calendarDay("2026-12-10"),
      },
    },
    {
      type: "offer-answered",
      effectiveAt: "2026-11-27T15:30:00.000Z",
      by: maria,
      details: {
        offerId: "o1",
        accepted: false,
        standing: { as: "holder" },
        counter: { m3: 23, after: cents(7411), instalments: [cents(3706), cents(3705)], says: "Puedo en dos partes." },
      },
    },
    {
      type: "work-noted",
      effectiveAt: "2026-11-27T16:00:00.000Z",
      by: person("conciliator-1", "conciliator"),
      details: { text: "Aceptaría 27 m³." },
    },
    {
      type: "meter-test-ordered",
      effectiveAt: "2026-11-27T17:00:00.000Z",
      by: analyst,
      testOn: calendarDay("2026-12-10"),
      details: { tester: "EMPRESA DE PRUEBA", at: "09:00", place: "laboratory" },
    },
    {
      type: "meter-test-reported",
      effectiveAt: testedAt,
      by: analyst,
      result: "over-registers",
      details: { certificate: "CERT-1", errorPercent: 8, payer: "company", attachments: [] },
    },
    {
      type: "conciliation-held",
      effectiveAt: heardAt,
      by: person("conciliator-1", "conciliator"),
      agreement: "none",
      details: {
        startedAt: heardAt,
        companyProposal: "Cobrar 29 m³.",
        claimantProposal: "Pagar 12 m³.",
        agreed: "",
        disagreed: "",
        observations: "",
        missing: [],
      },
    },
  );
  at = caseNow(last.file, world.tenant, draftedAt);
  const receipts = await world.receiptReader.lastMonths("00012345", 24);
  const consumption = await consumptionMonths(world, at, receipts);
  const evidence = await evidenceOf(world, at, receipts);
  context = { tenant: world.tenant, receipts, consumption, evidence };
}, 60_000);
afterAll(() => local.stop());

const seqOf = (type: string): number => at.file.events.find((event) => event.type === type)?.seq ?? 0;
const entry = (type: string): string => `entry:${seqOf(type)}`;

/** What an honest officer answers to each matter. */
const answers = (): Record<string, MatterAnswer> => ({
  grounds: {
    matter: "grounds",
    text: "La inspección del 26 de noviembre de 2026 no encontró fugas, y la foto que se presentó lo confirma.",
    cites: [entry("inspection-reported"), `document:${photo.documentId}`],
  },
  extension: {
    matter: `extension-${seqOf("claim-extended")}`,
    text: "El viaje del 1 al 15 de octubre de 2026 explica un consumo menor.",
    cites: [entry("claim-extended")],
  },
  request: {
    matter: "request",
    text: `Corresponde facturar 15 m³ en el ${receiptInText}, y no 45 m³.`,
    cites: [`receipt:${receiptNumber}`, "evidence:bills"],
  },
  "meter-test": {
    matter: "meter-test",
    text: "La contrastación del 10 de diciembre de 2026 mostró que el medidor registra de más.",
    cites: [entry("meter-test-reported")],
  },
});

const reasons =
  "El recibo cobró S/ 156.61 por 45 m³. El mes anterior fueron 15 m³. La lectura del 26 de noviembre de 2026 fue 512.\n" +
  "La audiencia fue el 23 de diciembre de 2026, sin acuerdo. Contra esta resolución se puede apelar en 15 días hábiles.";

function honest(replaced: Partial<ResolutionDraft> = {}, answered: Record<string, MatterAnswer> = {}): ResolutionDraft {
  return {
    outcome: "upheld",
    decision: "Se ordena facturar otra vez el mes y emitir la nota de crédito.",
    reasons,
    months: [{ receiptNumber, correctedM3: 15 }],
    answers: Object.values({ ...answers(), ...answered }),
    savedAt: draftedAt,
    by: "resolver-1",
    ...replaced,
  };
}

const lint = (draft: ResolutionDraft) => lintResolution(draft, lintFacts(at, draft, context));

/** The honest draft with another text, or with other words in one answer. */
const saying = (words: string) => honest({ reasons: `${reasons} ${words}` });
const answering = (matter: string, change: Partial<MatterAnswer>) => {
  const { [matter]: before } = answers();
  if (!before) throw new Error(`no answer to ${matter}`);
  return honest({}, { [matter]: { ...before, ...change } });
};

/** The honest draft, in part: the month left at other m³, or as it was billed. */
const inPart = (correctedM3: number | undefined, replaced: Partial<ResolutionDraft> = {}) =>
  honest({
    outcome: "partly-upheld",
    decision: "Se declara fundado en parte, y se ordena facturar otra vez el mes.",
    months: [{ receiptNumber, ...(correctedM3 !== undefined && { correctedM3 }) }],
    ...replaced,
  });
const dueOn = () => context.receipts.at(-1)?.receipt.dueDate ?? calendarDay("2026-01-01");

type Seed = readonly [defect: string, fault: DraftFault, field: string, draft: () => ResolutionDraft];

const extension = () => `answer-extension-${seqOf("claim-extended")}`;

const seeds: readonly Seed[] = [
  ["the claim's ground has no answer", "unanswered", "answer-grounds", () => answering("grounds", { text: "  " })],
  ["an extension has no answer", "unanswered", "extension", () => answering("extension", { text: "" })],
  [
    "the request is answered with two words",
    "unanswered",
    "answer-request",
    () => answering("request", { text: "No corresponde." }),
  ],
  ["the meter test is not answered", "unanswered", "answer-meter-test", () => answering("meter-test", { text: "" })],
  ["an answer cites nothing", "uncited", "extension", () => answering("extension", { cites: [] })],
  [
    "the answer on the meter test does not cite its result",
    "uncited",
    "answer-meter-test",
    () => answering("meter-test", { cites: ["evidence:bills"] }),
  ],
  [
    "an answer cites an entry that does not exist",
    "citation-not-found",
    "answer-request",
    () => answering("request", { cites: ["entry:999"] }),
  ],
  [
    "an answer cites a document of another case",
    "citation-not-found",
    "answer-request",
    () => answering("request", { cites: ["document:other"] }),
  ],
  [
    "an answer cites a note of who conciliated",
    "citation-not-found",
    "answer-request",
    () => answering("request", { cites: [entry("work-noted")] }),
  ],
  [
    "an answer cites evidence that is missing",
    "citation-not-found",
    "answer-request",
    () => answering("request", { cites: ["evidence:cuts-history"] }),
  ],
  [
    "an answer cites an offer not accepted",
    "offer-cited",
    "answer-request",
    () => answering("request", { cites: [entry("offer-made")] }),
  ],
  [
    "the text leans on the offer in words",
    "offer-not-accepted",
    "reasons",
    () => saying("La empresa ya ofreció una rebaja."),
  ],
  [
    "the text takes the offer's amount",
    "offer-not-accepted",
    "reasons",
    () => saying("Es justo cobrar S/ 99.87 por el mes."),
  ],
  [
    "the text takes a part of what the claimant proposed",
    "offer-not-accepted",
    "reasons",
    () => saying("Se pagan S/ 37.06 cada mes."),
  ],
  [
    "the claimant's photo is not weighed",
    "proof-not-weighed",
    "answer-grounds",
    () => answering("grounds", { cites: [entry("inspection-reported")] }),
  ],
  ["an amount that no piece has", "figure-not-found", "reasons", () => saying("El recibo fue de S/ 165.61.")],
  [
    "a volume that no piece has",
    "figure-not-found",
    "decision",
    () => honest({ decision: "Se ordena facturar 17 m³." }),
  ],
  [
    "a volume that only the conciliator's note has",
    "figure-not-found",
    "reasons",
    () => saying("Le corresponden 27 m³."),
  ],
  [
    "a volume that was only proposed in the hearing",
    "figure-not-found",
    "reasons",
    () => saying("Le corresponden 29 m³."),
  ],
  [
    "a day that no piece has",
    "figure-not-found",
    "reasons",
    () => saying("La segunda visita fue el 2 de diciembre de 2026."),
  ],
  ["a reading that no piece has", "figure-not-found", "reasons", () => saying("La lectura actual fue 521.")],
  [
    "another claim's code",
    "code-not-found",
    "reasons",
    () => saying("Como se vio en el reclamo RE-2026-999999-9, no hubo fuga."),
  ],
  ["another supply's code", "code-not-found", "reasons", () => saying("El suministro 00099999 tiene un solo medidor.")],
  [
    "a recourse is denied",
    "recourse-denied",
    "reasons",
    () => saying("Contra esta resolución no cabe recurso alguno."),
  ],
  ["the appeal's days are others", "recourse-days", "reasons", () => saying("Puede apelar en diez días hábiles.")],
  ["it is upheld and nothing changes", "no-redress", `m3-${receiptNumber}`, () => honest({ months: [] })],
  [
    "it is rejected and a month is corrected",
    "outcome-contradicted",
    `m3-${receiptNumber}`,
    () => honest({ outcome: "rejected" }),
  ],
  [
    "the words say another outcome",
    "outcome-contradicted",
    "decision",
    () => honest({ decision: "Se declara infundado y se ordena lo demás." }),
  ],
  [
    "the meter registers too much and it is rejected",
    "meter-test-contradicted",
    "outcome",
    () => honest({ outcome: "rejected", months: [], decision: "Se confirma lo facturado." }),
  ],
  ["in part leaves the month at all that was asked", "not-in-part", "outcome", () => inPart(15)],
  [
    "in part grants no month",
    "not-in-part",
    "outcome",
    () => inPart(undefined, { months: [{ receiptNumber, outcome: "rejected" }] }),
  ],
  [
    "in part says that it is unfounded",
    "not-in-part",
    "decision",
    () => inPart(30, { decision: "Se declara infundado, y se ordena corregir el recibo." }),
  ],
  [
    "in part says that it is founded, and no more",
    "not-in-part",
    "decision",
    () => inPart(30, { decision: "Se declara fundado, y se ordena corregir el recibo." }),
  ],
  [
    "it is upheld and leaves the month above what was asked",
    "not-in-part",
    "outcome",
    () => honest({ months: [{ receiptNumber, correctedM3: 43 }] }),
  ],
  [
    "a visit is of a day that only a receipt has",
    "figure-not-found",
    "reasons",
    () => saying(`La visita se hizo el ${dateOf(dueOn())}.`),
  ],
  ["a reading stands beside its meter", "figure-not-found", "reasons", () => saying("El medidor marcaba 9999.")],
  ["a meter is of no piece", "code-not-found", "reasons", () => saying("Se revisó el medidor ZZ123.")],
  ["a meter's number is of no piece", "code-not-found", "reasons", () => saying("Se revisó el medidor n.º 44321.")],
  ["an article is of no norm cited", "figure-not-found", "reasons", () => saying("Así lo manda el artículo 999.")],
  [
    "somebody is named whom no piece names",
    "name-not-found",
    "reasons",
    () => saying("Atendió la titular Rosa Inventada Quispe."),
  ],
  ["a full name is of no piece", "name-not-found", "reasons", () => saying("Atendió ROSA INVENTADA QUISPE.")],
  ["the house has other occupants", "figure-not-found", "reasons", () => saying("Viven 14 ocupantes en la casa.")],
  [
    "a blank was left to fill in",
    "unfinished",
    "decision",
    () => honest({ decision: "Se ordena emitir la nota de crédito N.° XXXX." }),
  ],
];

describe("the lint of a resolution", () => {
  it("finds nothing in an honest draft", () => {
    expect(lint(honest())).toEqual([]);
  });

  it.each(seeds)("finds that %s", (_, fault, field, draft) => {
    const where = field === "extension" ? extension() : field;
    const found = lint(draft());
    expect(found).toContainEqual(expect.objectContaining({ fault, field: where }));
    // The meter's result is against a rejection too, and who grants no month lowers none; nothing else is found beside
    // what was seeded.
    const beside = ["meter-test-contradicted", "no-redress"];
    expect(found.filter((one) => one.fault !== fault && !beside.includes(one.fault))).toEqual([]);
    for (const { key, text } of found) {
      expect(key.length).toBeLessThanOrEqual(160);
      expect(text).toMatch(/\.$|»$/);
    }
  });

  it("finds every one of at least twenty defects seeded in one draft, each under its own key", () => {
    const all = honest({
      outcome: "rejected",
      decision: "Se declara fundado. Quedan 17 m³. [completar]",
      reasons: seeds.map(([, , , draft]) => draft().reasons.replace(reasons, "")).join(" "),
      answers: [
        { matter: "grounds", text: "", cites: [] },
        {
          matter: "request",
          text: "No corresponde pagar menos.",
          cites: ["entry:999", entry("offer-made"), entry("work-noted")],
        },
        { matter: "meter-test", text: "Se hizo la contrastación pedida.", cites: ["evidence:bills"] },
      ],
    });
    const found = lint(all);
    expect(found.length).toBeGreaterThanOrEqual(20);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
    expect([...new Set(found.map(({ fault }) => fault))].toSorted()).toEqual(
      [
        "citation-not-found",
        "code-not-found",
        "figure-not-found",
        "meter-test-contradicted",
        "name-not-found",
        "offer-cited",
        "offer-not-accepted",
        "outcome-contradicted",
        "proof-not-weighed",
        "recourse-days",
        "recourse-denied",
        "unanswered",
        "uncited",
        "unfinished",
      ].toSorted(),
    );
  });

  it.each([
    ["a month between what was billed and what was asked", () => inPart(30)],
    [
      "words that say apart what is and what is not",
      () => inPart(30, { decision: "Fundado en parte: infundado en lo demás. Se ordena facturar otra vez." }),
    ],
    ["a visit's own day", () => saying("En la visita del 26 de noviembre de 2026 no hubo fugas.")],
    ["a receipt's day beside a visit", () => saying(`Antes de la visita venció el recibo, el ${dateOf(dueOn())}.`)],
    [
      "a year that is no reading",
      () => saying("El medidor marca bien desde 2019; la lectura de octubre de 2026 también."),
    ],
    ["the claimant's own name", () => saying("El titular Cliente de Prueba Uno estuvo presente.")],
    ["the names of norms and offices", () => saying("Según el Texto Único Ordenado de la Ley 27444, artículo 136.1.")],
    ["its own result in capitals", () => saying("Se resuelve DECLARAR FUNDADO EL RECLAMO.")],
    ["the people who live there, as the visit counted them", () => saying("En la casa viven 4 ocupantes.")],
  ])("finds nothing in %s", (_, draft) => {
    expect(lint(draft())).toEqual([]);
  });

  it("asks a dismissal only why the merits are not examined", () => {
    const draft = honest({
      outcome: "dismissed",
      decision: "Se declara improcedente por presentarse fuera de plazo.",
      reasons: "Se presentó el 23 de noviembre de 2026, después de su último día.",
      months: [],
      answers: [{ matter: "dismissal", text: "Se presentó fuera de su plazo.", cites: [entry("claim-filed")] }],
    });
    expect(lint(draft)).toEqual([]);
    expect(lint({ ...draft, answers: [] }).map(({ key }) => key)).toEqual(["unanswered:dismissal"]);
  });

  it("accepts every sentence that the consumption rules give, and what the draft's own volume costs", () => {
    const explained = context.consumption.flatMap(({ explanation }) => explanation).join("\n");
    const after = lintFacts(at, honest(), context).known.amount;
    expect(explained).toContain("m³");
    expect(lint(saying(explained))).toEqual([]);
    expect(after.size).toBeGreaterThan(5);
  });

  it("names what may be cited and never an offer nobody accepted, nor a note", () => {
    const cites = citablesOf(at, context.evidence).map(({ cite }) => cite);
    expect(cites).toEqual(expect.arrayContaining(["evidence:bills", `receipt:${receiptNumber}`, "document:photo-1"]));
    expect(cites).not.toContain(entry("offer-made"));
    expect(cites).not.toContain(entry("work-noted"));
    expect(broughtProofs(at).map(({ name }) => name)).toEqual(["Reclamo presentado: foto.jpg"]);
    expect(mattersOf(at, "rejected").map(({ matter }) => matter)).toEqual([
      "grounds",
      `extension-${seqOf("claim-extended")}`,
      "request",
      "meter-test",
    ]);
  });
});
