import { describe, expect, it } from "vitest";
import { letters } from "../../../../settings.ts";
import { printedText } from "../../../../shared/documents/printed-text.ts";
import { resolutionFacts } from "../../../shared/documents/document-examples.ts";
import { decision, tribunalDecision } from "../../claim-fixtures.ts";
import { expectSoundState, mine, open, type State, serveClaims } from "../../claim-site.ts";
import { answer, gatewaySays, refusal } from "../../fixtures.ts";

serveClaims();

const page = { ...mine, path: "/reclamos/claim1/decision/" };
const [last] = decision.decisions;
if (!last) throw new Error("the example has no decision");
const before = { ...last, number: "00099-2026-MOQ", outcome: "rejected" as const, rectified: [] };
const withText = (text: typeof last.text) => answer("showDecision", { ...decision, decisions: [{ ...last, text }] });

/** What a utility's resolution says, as the API answers it. */
const resolutionText: typeof last.text = JSON.parse(JSON.stringify(printedText(letters.resolution(resolutionFacts))));

const states: Readonly<Record<string, State>> = {
  "signed out": { path: page.path, reads: "Ingresa para seguir" },
  whole: { ...page, reads: "Te dimos la razón en parte" },
  "none yet": {
    ...page,
    reads: "Todavía no te notificamos una decisión",
    stubs: { showDecision: answer("showDecision", { ...decision, decisions: [], recourse: undefined }) },
  },
  "the second one": {
    ...page,
    reads: "Decisiones anteriores",
    stubs: { showDecision: answer("showDecision", { ...decision, decisions: [last, before] }) },
  },
  "the tribunal decided after it": {
    ...page,
    reads: "El tribunal te dio la razón en parte",
    stubs: {
      showDecision: answer("showDecision", {
        ...decision,
        decisions: [{ ...last, replacedBy: "tribunal" }],
        tribunal: tribunalDecision,
        recourse: undefined,
      }),
    },
  },
  "no receipt changes, no time left": {
    ...page,
    reads: "El plazo para pedir que la revisen no corre ahora",
    stubs: {
      showDecision: answer("showDecision", {
        ...decision,
        decisions: [{ ...last, outcome: "dismissed", months: [] }],
        recourse: undefined,
      }),
    },
  },
  "its text was not kept": {
    ...page,
    reads: "Su texto completo está en",
    stubs: { showDecision: withText(undefined) },
  },
  "a very long text": {
    ...page,
    reads: "La resolución, completa",
    stubs: {
      showDecision: withText(
        Array.from({ length: 60 }, (_, at) => ({ text: `Que ${"se revisó lo presentado ".repeat(12)}${at}.` })),
      ),
    },
  },
  "the text of a whole resolution": {
    ...page,
    reads: "La resolución, completa",
    stubs: { showDecision: withText(resolutionText) },
  },
  unavailable: { ...page, reads: "El sistema está ocupado", stubs: { showDecision: gatewaySays(503) } },
  "of a stranger": {
    ...page,
    reads: "Este reclamo no está en tu cuenta",
    stubs: { showDecision: refusal("claim-not-found") },
  },
};

it.each(Object.entries(states))("%s: no accessibility fault, nothing cut off", async (_, state) => {
  await expectSoundState(state);
});

describe("the page of a decision", () => {
  it("says first what it means and until when it may be reviewed, then the signed text by its headings", async () => {
    const { page: shown } = await open({ ...page, reads: "Te dimos la razón en parte" });
    const headings = await shown.locator("main :is(h1, h2, h3)").allTextContents();
    expect(headings).toEqual([
      "La decisión",
      "Qué cambia en tu recibo",
      "Qué puedes hacer",
      "Por qué lo decidimos así",
      "La resolución, completa",
      "VISTO",
      "CONSIDERANDO",
      "RESUELVE",
    ]);
    const words = (await shown.locator("main").innerText()).replace(/\s+/g, " ");
    for (const said of [
      "El recibo de octubre de 2026 queda en 20 m³ y S/ 55.10 por el mes.",
      "El recibo de setiembre de 2026 queda como se facturó.",
      "hasta el martes 15 de diciembre de 2026 (faltan 16 días hábiles)",
      "Dice «20 m2», debe decir «20 m³».",
    ])
      expect(words).toContain(said);
    const review = shown.getByRole("link", { name: "Pedir que revisen la decisión" });
    expect(await review.getAttribute("href")).toBe("/reclamos/claim1/revision/");
  });

  it.each([360, 1280])(
    "shows each figure of a table with its name and scrolls nothing sideways at twice the text: %i",
    async (width) => {
      const { page: shown } = await open({ ...page, width, reads: "Te dimos la razón en parte" });
      await shown.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await shown.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      const label = shown.locator("td", { hasText: "223.61" });
      expect(await label.getAttribute("data-label")).toBe("S/ del mes");
      if (width < 1000)
        expect(await label.evaluate((cell) => getComputedStyle(cell, "::before").content)).toContain("S/ del mes");
    },
  );
});
