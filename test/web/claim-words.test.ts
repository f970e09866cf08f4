import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { edgeFunction, generatedSiteRoutes, routesSource } from "../../scripts/web.ts";
import { declarationText } from "../../shared/contract/claim-fields.ts";
import { claimStates } from "../../shared/domain/claim-states.ts";
import { stepOf } from "../../web/site/claim-fields.ts";
import { firstUnanswered } from "../../web/site/first-unanswered.ts";
import { milestonesOf } from "../../web/words/claim.ts";
import { reviewWords } from "../../web/words/claim-review.ts";
import { stateWords } from "../../web/words/claim-state.ts";
import { deadline } from "../../web/words/deadline.ts";
import { documentError } from "../../web/words/person.ts";
import { answers, claim, decided, observed } from "./claim-fixtures.ts";
import { edgeOf } from "./site-server.ts";

describe("what a claimant declares", () => {
  it("is told in the very words that the claim keeps", () => {
    expect(reviewWords.declaration).toBe(declarationText);
  });
});

describe("where a claim is", () => {
  it.each(claimStates)("%s is said in short sentences, without the procedure's own words", (state) => {
    const { name, now, next } = stateWords[state];
    for (const sentence of `${name}. ${now} ${next}`.split(/[.;] ?/))
      expect(sentence.split(" ").length).toBeLessThanOrEqual(25);
    expect(`${now} ${next}`).not.toMatch(/SAP|TRASS|instancia|improced|subsan/);
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

  it("a visit says its day, what every claim comes to does not say «si hace falta»", () => {
    const said = milestonesOf(claim).map(({ text }) => text);
    expect(said[2]).toBe("Estamos en esto desde el 23 de noviembre de 2026. Vamos el 27 de noviembre de 2026");
    expect(said.slice(3)).toEqual(["Si hace falta", "", "", "Si hace falta", "Si hace falta", ""]);
  });

  it("a claim that is over has its end done, whatever came before", () => {
    const over = milestonesOf({ ...claim, state: "not-filed", since: "2026-11-26" });
    expect(over.at(-1)).toEqual({ title: "Reclamo terminado", stage: "done", text: "26 de noviembre de 2026" });
    expect(over.some(({ stage }) => stage === "now")).toBe(false);
  });
});

it.each([
  [15, "viernes 8 de enero de 2027 (faltan 15 días hábiles)"],
  [1, "viernes 8 de enero de 2027 (falta 1 día hábil)"],
  [0, "viernes 8 de enero de 2027 (es el último día)"],
  [-1, "viernes 8 de enero de 2027 (pasó 1 día hábil)"],
  [-2, "viernes 8 de enero de 2027 (pasaron 2 días hábiles)"],
  [undefined, "viernes 8 de enero de 2027"],
])("a deadline with %s days left: %s", (daysLeft, words) => {
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
  expect(readFileSync(generatedSiteRoutes, "utf8")).toBe(routesSource("customers"));
  expect(routesSource("customers")).not.toContain("staff");
});
