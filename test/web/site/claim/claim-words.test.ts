import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { edgeFunction } from "../../../../scripts/site-pages.ts";
import {
  generatedCustomerRoutes,
  generatedOpenRoutes,
  generatedSiteRoutes,
  routesSource,
} from "../../../../scripts/web.ts";
import { declarationText } from "../../../../shared/contract/filing/claim-fields.ts";
import { stateNames } from "../../../../shared/domain/case/claim-state-names.ts";
import { claimStates } from "../../../../shared/domain/case/claim-states.ts";
import { waitsFor } from "../../../../web/desk/work/work-list.words.ts";
import { entryName } from "../../../../web/site/case-copy/claim-entries.words.ts";
import { howWords, whenWords } from "../../../../web/site/claim/claim-appointments.words.ts";
import { milestonesOf } from "../../../../web/site/claim/claim-milestones.words.ts";
import { standsWords, stateWords } from "../../../../web/site/claim/claim-state.words.ts";
import { stepOf } from "../../../../web/site/filing/claim-fields.ts";
import { firstUnanswered } from "../../../../web/site/filing/first-unanswered.ts";
import { answerFact } from "../../../../web/site/submission/submission.words.ts";
import { lateWords } from "../../../../web/site/term/claim-late.words.ts";
import type { ClaimView } from "../../../../web/words/claim.ts";
import { awaitedParts, awaitedWords } from "../../../../web/words/claim-awaits.ts";
import { clockWords, dueWords, termWords } from "../../../../web/words/claim-clocks.ts";
import { reviewWords } from "../../../../web/words/claim-review.ts";
import { deadline } from "../../../../web/words/deadline.ts";
import { documentError } from "../../../../web/words/person.ts";
import { answers, claim, decided, entry, late, observed, submission } from "../../claim-fixtures.ts";
import { edgeOf } from "../../site-server.ts";

type Clock = ClaimView["clocks"][number];

describe("what a claimant declares", () => {
  it("is shown in the same words that the claim keeps", () => {
    expect(reviewWords.declaration).toBe(declarationText);
  });
});

describe("the state of a claim", () => {
  it.each(claimStates)("%s is written in short sentences, without the procedure's own words", (state) => {
    const { now, next } = stateWords[state];
    for (const sentence of `${stateNames[state]}. ${now} ${next}`.split(/[.;] ?/))
      expect(sentence.split(" ").length).toBeLessThanOrEqual(25);
    expect(`${now} ${next}`).not.toMatch(/SAP|TRASS|instancia|improced|subsan/);
  });

  it("says that a visit is set, with its day only where that may be shown", () => {
    expect(standsWords("filed").next).toContain("si hace falta");
    expect(standsWords("filed", "lunes 7 de diciembre").next).toMatch(/La visita es el lunes 7 de diciembre\.$/);
    expect(standsWords("under-investigation", "lunes 7").next).toMatch(/^La visita es el lunes 7\./);
    expect(standsWords("notified", "lunes 7")).toBe(stateWords.notified);
  });

  it.each([
    ["under investigation, before the visit", claim, ["done", "done", "now", "later"]],
    ["observed: what lacks is the second milestone", observed, ["done", "now", "later", "later"]],
    [
      "decided without a hearing: it was not needed",
      decided,
      ["done", "done", "done", "skipped", "done", "done", "now"],
    ],
  ])("%s", (_, of, stages) => {
    expect(
      milestonesOf(of)
        .map(({ stage }) => stage)
        .slice(0, stages.length),
    ).toEqual(stages);
  });

  it("a visit says its day; milestones that every claim reaches do not say «si hace falta»", () => {
    const said = milestonesOf(claim).map(({ text }) => text);
    expect(said[2]).toBe(
      "Estamos en esto desde el 23 de noviembre de 2026. Vamos el 27 de noviembre de 2026. A más tardar el 30 de noviembre de 2026",
    );
    expect(said.slice(3)).toEqual([
      "La reunión es el 15 de diciembre de 2026",
      "",
      "A más tardar el 15 de enero de 2027",
      "Si hace falta",
      "Si hace falta",
      "",
    ]);
  });

  it("each milestone has the days of its own terms, and no other's", () => {
    const running = (id: Clock["id"], dueDate: string): Clock => ({
      id,
      calendar: "COMPANY",
      startsOn: "2026-11-23",
      dueDate,
      daysLeft: 5,
      status: "running",
    });
    const clocks = [
      running("T06", "2026-11-30"),
      running("T07", "2026-12-22"),
      running("T08", "2027-01-08"),
      running("T10", "2027-01-15"),
    ];
    const said = milestonesOf({ ...claim, state: "filed", clocks }).map(({ text }) => text);
    expect(said.slice(1, 6)).toEqual([
      "Estamos en esto desde el 23 de noviembre de 2026",
      "Vamos el 27 de noviembre de 2026. A más tardar el 30 de noviembre de 2026",
      "La reunión es el 15 de diciembre de 2026. A más tardar el 22 de diciembre de 2026",
      "A más tardar el 8 de enero de 2027",
      "A más tardar el 15 de enero de 2027",
    ]);
  });

  it("the day to send the file is no day of the tribunal's", () => {
    const ofClaim = (id: Clock["id"], status: Clock["status"]): Clock => ({
      ...{ id, status, calendar: "COMPANY", startsOn: "2027-01-06", dueDate: "2027-01-13", daysLeft: 5 },
    });
    const appealed = {
      ...claim,
      state: "in-appeal" as const,
      since: "2027-01-06",
      clocks: [ofClaim("T10", "met"), ofClaim("T16", "running")],
    };
    expect(milestonesOf(appealed)[7]).toMatchObject({
      stage: "now",
      text: "Estamos en esto desde el 6 de enero de 2027. Le enviamos tu expediente a más tardar el 13 de enero de 2027",
    });
  });

  it("a visit that found nobody is not done: it says so and when the next is, which comes before the meeting", () => {
    const [first] = claim.visits;
    const absent = {
      ...claim,
      timeline: [...claim.timeline, entry(3, "inspection-reported", "2026-11-27", { outcome: "absent" })],
      visits: first
        ? [
            { ...first, outcome: "absent" as const },
            { ...first, inspectionId: "v2", on: "2026-12-03", isLast: true as const },
          ]
        : [],
    };
    const text = "No te encontramos el 27 de noviembre de 2026. Vamos el 3 de diciembre de 2026";
    const [, , visit, meeting] = milestonesOf(absent);
    expect(visit).toMatchObject({ title: "Te visitamos", stage: "now" });
    expect(visit?.text).toContain(text);
    expect(meeting?.stage).toBe("later");
    expect(absent.timeline.map(entryName)).toContain("Fuimos a visitarte y no encontramos a nadie");
    const over = { ...absent, state: "withdrawn" as const, next: "nobody" as const, visits: absent.visits.slice(0, 1) };
    expect(milestonesOf(over)[2]).toMatchObject({
      stage: "undone",
      text: "No te encontramos el 27 de noviembre de 2026",
    });
    const again = howWords({ act: "receive-visit", about: "v2" }, absent);
    expect(again).toContain("Es la última visita");
  });

  it("a visit that was not made is late, and undone once the claim was decided without it", () => {
    const of = (view: typeof claim) => milestonesOf(view)[2];
    const given = "Te dimos el 16 de noviembre de 2026";
    expect(of(late)).toEqual({
      title: "Te visitamos",
      stage: "late",
      text: `${given}. Vencía el 20 de noviembre de 2026`,
    });
    expect(of({ ...late, state: "resolved", clocks: [], late: [] })).toEqual({
      title: "Te visitamos",
      stage: "undone",
      text: given,
    });
  });

  it("a claimant's term says until when, and not since when the company works on it", () => {
    expect(milestonesOf(decided)[6]).toMatchObject({
      stage: "now",
      text: "Te toca a ti: tienes hasta el 14 de diciembre de 2026",
    });
  });

  it("a step is under way since the step before it ended, not since its state began", () => {
    const visited = { ...claim, timeline: [...claim.timeline, entry(9, "inspection-reported", "2026-11-27")] };
    expect(milestonesOf(visited)[3]?.text).toContain("Estamos en esto desde el 27 de noviembre de 2026");
  });

  it("a reconsideration is its own step: the decision before it keeps its days", () => {
    const timeline = [
      ...claim.timeline,
      entry(9, "resolution-signed", "2026-12-16"),
      entry(10, "resolution-notified", "2026-12-18"),
      entry(11, "reconsideration-filed", "2026-12-21"),
      entry(12, "resolution-signed", "2027-01-11"),
    ];
    const said = milestonesOf({ ...claim, state: "reconsideration-resolved", timeline });
    expect(said[4]?.text).toMatch(/^16 de diciembre de 2026/);
    expect(said[5]?.text).toMatch(/^18 de diciembre de 2026/);
    expect(said[6]).toMatchObject({ title: "La empresa revisa su decisión", stage: "now" });
  });

  it("a decision that silence replaced is undone, and not skipped", () => {
    const stages = milestonesOf({ ...claim, state: "positive-silence", clocks: [] }).map(({ stage }) => stage);
    expect(stages.slice(4, 7)).toEqual(["undone", "undone", "skipped"]);
  });

  it("a hearing that a silence came before is said as past", () => {
    const silent = milestonesOf({ ...claim, state: "positive-silence", since: "2027-01-23", clocks: [] });
    expect(silent[3]?.text).toMatch(/^La reunión era el/);
  });

  it("a claim that is over has its last milestone done, whatever came before", () => {
    const over = milestonesOf({ ...claim, state: "not-filed", since: "2026-11-26" });
    expect(over.at(-1)).toEqual({ title: "Reclamo terminado", stage: "done", text: "26 de noviembre de 2026" });
    expect(over.some(({ stage }) => stage === "now")).toBe(false);
  });
});

describe("what waits for the claimant, in words", () => {
  it.each<[ClaimView, readonly string[]]>([
    [
      claim,
      [
        "Visita a tu casa o local: viernes 27 de noviembre de 2026, entre las 8:00 a. m. y las 10:00 a. m. Alguien mayor de edad tiene que abrirnos la puerta. Si no hay nadie, volvemos una vez más.",
        "Reunión para llegar a un acuerdo: martes 15 de diciembre de 2026, a las 9:00 a. m., por teléfono.",
        "Puedes agregar algo a tu reclamo: tienes hasta el lunes 30 de noviembre de 2026 (faltan 5 días hábiles).",
      ],
    ],
    [
      late,
      ["Reunión para llegar a un acuerdo: es hoy, lunes 23 de noviembre de 2026, a las 9:00 a. m., por teléfono."],
    ],
  ])("%#", (view, said) => {
    const words = view.awaits.map((act) =>
      [...awaitedParts(act, whenWords(act, view, "12:00")), howWords(act, view)].join(" ").trim(),
    );
    expect(words.map((each) => each.replaceAll("\u00a0", " "))).toEqual(said);
  });

  it.each([
    ["09:59", "es hoy, viernes 27"],
    ["10:00", "era hoy, viernes 27"],
  ])("a visit of today from 8 to 10 is, at %s: «%s…»", (now, said) => {
    const [visit] = claim.awaits;
    expect(visit && whenWords({ ...visit, today: true }, claim, now)).toContain(said);
  });

  it("says the same in a list as on a page, with only the day", () => {
    const [visit] = claim.awaits;
    expect(visit && awaitedWords(visit)).toBe("Visita a tu casa o local: el viernes 27 de noviembre de 2026.");
    expect(awaitedWords({ act: "send-file", asked: true })).toBe("Envía otra vez un archivo que no llegó.");
  });
});

describe("a term the company missed", () => {
  it("says its last day and the day of the missed appointment", () => {
    expect(late.late.flatMap(lateWords)).toEqual([
      "No te visitamos a tiempo: vencía el viernes 20 de noviembre de 2026.",
      "Te dimos el 16 de noviembre de 2026 para visitarte, y no figura que fuimos.",
      "Si la visita falta, eso no cuenta contra ti.",
    ]);
  });

  it("is listed as missed among all terms, and not as one to come", () => {
    const [visit] = late.clocks;
    expect(visit && clockWords(visit, late.late)).toEqual([
      "No te visitamos a tiempo",
      "vencía el viernes 20 de noviembre de 2026 (pasó 1 día hábil).",
    ]);
    const dueFor = { clock: "T06", whose: "company" } as const;
    expect(dueWords({ ...late, dueOn: "2026-11-20", daysLeft: -1, dueFor })).toBeUndefined();
    const made = { ...visit, status: "met-late" } as Clock;
    expect(clockWords(made, [])).toEqual([
      "Para visitarte",
      "hasta el viernes 20 de noviembre de 2026. Cumplido tarde.",
    ]);
    expect(dueWords(claim)).toBeUndefined();
    expect(dueWords({ ...claim, dueOn: "2026-11-30", dueFor })).toBe("Para visitarte, la empresa tiene hasta el");
  });

  it.each([
    ["T06", "company", 5, "Para visitarte, la empresa tiene hasta el"],
    ["T06", "company", -1, "Para visitarte, la empresa tenía hasta el"],
    ["T19", "company", 0, "Para cumplir, la empresa tiene hasta el"],
    ["T17", "tribunal", 3, "Para que el tribunal decida y avise, tiene hasta el"],
    ["T21", "user", 2, "Para que confirmes que te llegó el correo, tienes hasta el"],
    ["T11", "user", -2, "Para que pidas que revisen la decisión, tenías hasta el"],
  ] as const)("%s of the %s, with %i days left, says for what the day is", (clock, whose, daysLeft, says) => {
    expect(termWords({ clock, whose }, daysLeft)).toBe(says);
  });
});

it("a claim is listed with what it waits for, or with the queja to send on before that", () => {
  const row = { state: "in-resolution", queue: "resolution", attachmentWaits: false, days: {} };
  const meta = { act: "forward-queja" as const, on: "2027-01-12", left: -1 };
  expect(waitsFor(row as Parameters<typeof waitsFor>[0])).toBe("La resolución");
  expect(waitsFor({ ...row, days: { meta } } as Parameters<typeof waitsFor>[0])).toMatch(/^Enviar la queja/);
});

it.each([
  ["not-dispatched", "Notificar la resolución"],
  ["on-its-way", "Que se entregue la resolución"],
  ["not-delivered", "Volver a llevar la resolución"],
  ["not-acknowledged", "El acuse del cliente, o llevarla al domicilio"],
  ["bounced", "Llevarla al domicilio: el correo no llegó"],
] as const)("a decision that is %s waits for «%s»", (noticeLacks, said) => {
  const row = { state: "resolved", queue: "notification", attachmentWaits: false, noticeLacks, days: {} };
  expect(waitsFor(row as Parameters<typeof waitsFor>[0])).toBe(said);
});

it.each([
  [15, "viernes 8 de enero de 2027 (faltan 15 días hábiles)"],
  [1, "viernes 8 de enero de 2027 (falta 1 día hábil)"],
  [0, "viernes 8 de enero de 2027 (es el último día)"],
  [-1, "viernes 8 de enero de 2027 (pasó 1 día hábil)"],
  [-2, "viernes 8 de enero de 2027 (pasaron 2 días hábiles)"],
  [undefined, "viernes 8 de enero de 2027"],
])("a deadline is said with the days left: $1", (daysLeft, words) => {
  expect(deadline("2027-01-08", daysLeft)).toBe(words);
});

describe("the steps of a claim", () => {
  it.each([
    ["address", "quien"],
    ["0", "archivos"],
    ["kind", "quien"],
    ["receipts", "recibo"],
    ["something-new", "revisar"],
  ])("%s is answered in %s", (field, step) => {
    expect(stepOf(field)).toBe(step);
  });

  it.each([
    [{}, "recibo"],
    [{ ...answers, request: "" }, "pedido"],
    [{ ...answers, meterReading: "" }, "revisar"],
    [{ ...answers, receipts: [] }, "recibo"],
    [{ ...answers, reason: "charge", leakCheck: "", meterTest: "", visitPreference: "" }, "revisar"],
    [{ ...answers, reason: "tariff", leakCheck: "", meterTest: "", visitPreference: "" }, "visita"],
    [answers, "revisar"],
    [{ ...answers, email: "nombre@ejemplo.pe", notifyByEmail: "" }, "avisos"],
    [{ ...answers, email: "", notifyByEmail: "" }, "revisar"],
    [{ ...answers, email: "", telephone: "", notifyByEmail: "", hearingMode: "" }, "avisos"],
    [{ ...answers, email: "", telephone: "", notifyByEmail: "" }, "revisar"],
  ])("a draft goes on where it stopped", (of, step) => {
    expect(firstUnanswered(of)).toBe(step);
  });

  it.each([
    ["DNI", "00000001", undefined],
    ["DNI", "0000001", "El DNI tiene 8 dígitos."],
    ["CE", "00a000001", undefined],
    ["RUC", "2000000000", "El RUC tiene 11 dígitos."],
    ["PASSPORT", "!", "El pasaporte tiene de 5 a 12 letras y números."],
  ])("a %s with number %s", (kind, number, error) => {
    expect(documentError(kind, number)).toBe(error);
  });
});

describe("addresses", () => {
  const edge = edgeOf(edgeFunction());

  it.each([
    ["/reclamos/abc/", "/reclamos/_/index.html"],
    ["/reclamos/abc/recibido/", "/reclamos/_/recibido/index.html"],
    ["/reclamos/abc/desistir/", "/reclamos/_/_/index.html"],
    ["/reclamos/abc/propuestas/o1/", "/reclamos/_/propuestas/_/index.html"],
    ["/reclamar/d1/relato/", "/reclamar/_/_/index.html"],
    ["/notificacion/k/", "/notificacion/_/index.html"],
    ["/mesa-de-partes/f1/", "/mesa-de-partes/_/index.html"],
    ["/bloqueo/k/", "/bloqueo/_/index.html"],
  ])("%s is %s", (uri, file) => {
    expect(edge(uri)).toBe(file);
  });
});

it("the customers' site knows every route it may call and none of the staff's", () => {
  expect(readFileSync(generatedSiteRoutes, "utf8")).toBe(routesSource("anyone"));
  expect(readFileSync(generatedCustomerRoutes, "utf8")).toBe(routesSource("customers"));
  expect(readFileSync(generatedOpenRoutes, "utf8")).toBe(routesSource("open"));
  expect(routesSource("anyone") + routesSource("customers") + routesSource("open")).not.toContain("staff");
});

it.each([
  ["2026-12-14", "2026-12-14", "Te responden a más tardar el"],
  ["2026-12-14", "2026-12-15", "Debían responderte a más tardar el"],
])("the day to answer a document, %s, is named on %s as it is", (answerBy, today, name) => {
  expect(answerFact({ ...submission, answerBy }, today)).toEqual([name, "lunes 14 de diciembre de 2026"]);
  const answered = { ...submission, answerBy, answeredAt: "2026-12-16T15:00:00.000Z" };
  expect(answerFact(answered, today)[1]).toBeUndefined();
});
