import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  acknowledged,
  askedFor,
  claim,
  decided,
  entry,
  idle,
  observed,
  offered,
  tribunalDecision,
  unnotified,
} from "./claim-fixtures.ts";
import { acts, mine, open, serveClaims } from "./claim-site.ts";
import { answer } from "./fixtures.ts";

serveClaims();

type Claim = typeof claim;
const [decision] = decided.resolutions;
const resolved = (outcome: NonNullable<typeof decision>["outcome"], amount?: string): Claim["resolutions"] =>
  decision
    ? [
        {
          ...decision,
          outcome,
          months: [
            {
              ...{ receiptNumber: "S001-00045013", period: "2026-10", outcome },
              ...(amount && { corrected: { m3: 15, amount } }),
            },
          ],
        },
      ]
    : [];
const left = (amount: string, isCorrected?: true): Claim["receipts"] =>
  claim.receipts.map((one) => ({
    ...one,
    left: { amount, from: "2026-11-23", ...(isCorrected && { corrected: true as const }) },
  }));
const term = (id: Claim["clocks"][number]["id"], dueDate: string): Claim["clocks"] => [
  { id, calendar: "COMPANY", startsOn: "2026-11-23", dueDate, daysLeft: 10, status: "running" },
];
const ended = {
  answerBy: undefined,
  awaits: [],
  next: "nobody" as const,
  hold: "released" as const,
  actions: ["queja-filed" as const],
};

/** What the first screen of a claim's page says in each state: what it means, until when, and what if not. */
const rows: readonly (readonly [state: string, claim: Claim, says: readonly string[], button?: string])[] = [
  [
    "a visit is set",
    { ...claim, awaits: claim.awaits.slice(0, 1) },
    ["viernes 27 de noviembre de 2026", "Si no hay nadie, volvemos una vez más"],
    "Ver la visita y confirmar",
  ],
  [
    "nobody was found: the second visit",
    {
      ...claim,
      awaits: [{ act: "receive-visit", asked: true, on: "2026-12-03", about: "v2" }],
      visits: claim.visits.flatMap((one) => [
        { ...one, outcome: "absent" as const },
        { ...one, inspectionId: "v2", on: "2026-12-03", isLast: true as const },
      ]),
    },
    ["jueves 3 de diciembre de 2026", "Es la última visita"],
    "Ver la visita y confirmar",
  ],
  [
    "the day of a visit, past its hours",
    {
      ...claim,
      awaits: [{ act: "receive-visit", asked: true, on: "2026-11-23", today: true, about: "v1" }],
      visits: claim.visits.map((one) => ({ ...one, on: "2026-11-23", to: "09:00" })),
    },
    ["era hoy, lunes 23 de noviembre", "Aún no figura que fuimos", "¿No llegamos? Dilo hoy al"],
  ],
  [
    "observed, and not notified yet",
    { ...observed, awaits: [{ act: "remedied", asked: true }] },
    ["Falta el poder del titular", "Tus días empiezan cuando te lo notificamos", "queda como no presentado"],
    "Corregir mi reclamo",
  ],
  [
    "observed",
    observed,
    ["hasta el miércoles 25 de noviembre de 2026", "Falta el poder del titular", "tu recibo vuelve a cobrarse"],
    "Corregir mi reclamo",
  ],
  [
    "not presented",
    { ...claim, ...ended, state: "not-filed", receipts: left("223.61") },
    ["quedó como no presentado", "hasta el lunes 18 de enero de 2027", "S/ 223.61", "Se cobra desde el"],
    "Reclamar otra vez",
  ],
  [
    "withdrawn",
    { ...claim, ...ended, state: "withdrawn", withdrew: "procedure", receipts: left("223.61") },
    ["Desististe", "hasta el lunes 18 de enero de 2027", "S/ 223.61", "Se cobra desde el"],
    "Reclamar otra vez",
  ],
  [
    "withdrawn for good",
    { ...claim, ...ended, state: "withdrawn", withdrew: "claim", receipts: left("223.61") },
    ["No podrás reclamar otra vez por lo mismo", "S/ 223.61"],
    "Ver los documentos",
  ],
  [
    "an offer waits",
    { ...offered, awaits: offered.awaits.filter(({ act }) => act === "answer-offer") },
    ["hasta el martes 15 de diciembre de 2026", "Si no respondes, tu reclamo sigue igual"],
    "Ver la propuesta y responder",
  ],
  [
    "an offer was accepted",
    { ...claim, offers: offered.offers.map((one) => ({ ...one, accepted: true })) },
    ["Aceptaste pagar S/ 39.85", "S/ 223.61", "firmarlo en la reunión: martes 15", "Si no vas, no hay acuerdo"],
    "Ver la reunión y confirmar",
  ],
  [
    "conciliated",
    { ...claim, state: "conciliated", awaits: [], receipts: left("39.85", true), clocks: term("T19", "2026-12-07") },
    ["Llegamos a un acuerdo", "queda en S/ 39.85", "S/ 223.61", "hasta el lunes 7 de diciembre de 2026"],
    "Ver los documentos",
  ],
  [
    "the company's turn",
    idle,
    ["Ahora nos toca a nosotros", "viernes 15 de enero de 2027", "la ley da tu pedido por aceptado"],
  ],
  [
    "a notice waits",
    unnotified,
    ["hasta el miércoles 25 de noviembre de 2026", "Si no confirmas, te la llevamos a tu dirección"],
    "Ver la notificación",
  ],
  [
    "lost",
    { ...decided, resolutions: resolved("rejected") },
    ["No te dimos la razón", "S/ 223.61", "hasta el lunes 14 de diciembre de 2026", "queda firme"],
    "Pedir que revisen la decisión",
  ],
  [
    "won",
    { ...decided, resolutions: resolved("upheld", "39.85") },
    ["Te dimos la razón", "queda en S/ 39.85", "hasta el lunes 14 de diciembre de 2026", "la empresa debe cumplirla"],
    "Leer la decisión completa",
  ],
  [
    "won in part",
    decided,
    ["Te dimos la razón en parte", "queda en S/ 55.10", "hasta el lunes 14 de diciembre de 2026"],
    "Leer la decisión completa",
  ],
  [
    "a reconsideration without new evidence",
    { ...askedFor, answerBy: "2026-12-21" },
    ["hasta el miércoles 25 de noviembre", "decide sin ella"],
    "Agregar una prueba nueva",
  ],
  [
    "an appeal",
    {
      ...decided,
      state: "in-appeal",
      next: "company",
      awaits: [{ act: "reconsideration-filed", until: "2026-12-14", daysLeft: 15 }],
      clocks: term("T16", "2026-12-07"),
    },
    ["Apelaste: decide el tribunal de SUNASS", "hasta el lunes 7 de diciembre de 2026", "No tienes que pagar"],
    "Pedir que revisen la decisión",
  ],
  [
    "with the tribunal",
    { ...decided, state: "elevated", next: "tribunal", awaits: [], clocks: term("T17", "2027-01-20") },
    ["decide el tribunal de SUNASS", "hasta el miércoles 20 de enero de 2027"],
  ],
  [
    "granted by silence",
    { ...claim, state: "positive-silence", awaits: [], clocks: term("T19", "2026-12-07") },
    ["La ley dio tu pedido por aceptado", "lo que pediste", "hasta el lunes 7 de diciembre", "presentar una queja"],
    "Ver los documentos",
  ],
  [
    "decided by the tribunal",
    {
      ...decided,
      ...{ state: "tribunal-decided", awaits: [], tribunal: tribunalDecision, clocks: term("T19", "2026-12-07") },
    },
    ["El tribunal te dio la razón en parte", "queda en S/ 31.40", "hasta el lunes 7 de diciembre"],
    "Leer la decisión completa",
  ],
  [
    "lost for good",
    {
      ...decided,
      ...ended,
      state: "firm",
      ended: "rejected",
      resolutions: resolved("rejected"),
      receipts: left("223.61"),
    },
    ["No te dimos la razón. La decisión quedó firme", "S/ 223.61", "Se cobra desde el lunes 23 de noviembre"],
    "Leer la decisión completa",
  ],
  [
    "carried out",
    {
      ...decided,
      ...{ ...ended, state: "closed", ended: "upheld", receipts: left("39.85", true) },
      timeline: [...decided.timeline, entry(6, "executed", "2026-11-23")],
    },
    ["Te dimos la razón. El reclamo terminó", "queda en S/ 39.85", "La empresa lo cumplió el 23 de noviembre"],
    "Leer la decisión completa",
  ],
];

/** The words that a page shows without scrolling, and its first green button. */
async function firstScreen(page: Page): Promise<{ text: string; button: string }> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { bottom, height } = range.getBoundingClientRect();
      if (height > 0 && bottom <= innerHeight) seen.push(node.textContent ?? "");
    }
    const button = document.querySelector("main a.button, main button.button")?.textContent ?? "";
    return { text: seen.join(" ").replaceAll("\u00a0", " "), button };
  });
}

describe("the first screen of a claim says what it means, until when, and what if not", () => {
  it.each(rows.map(([state, view, says, button]) => ({ state, view, says, button })))("$state", async (row) => {
    const { view, says, button } = row;
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "Ver todo mi expediente",
      stubs: acts(view),
    });
    await page.setViewportSize({ width: 360, height: 740 });
    const seen = await firstScreen(page);
    for (const words of says) expect(seen.text).toContain(words);
    expect(seen.text).not.toContain("No tienes que hacer nada");
    if (button) expect(seen.button).toBe(button);
  });
});

const billed = { receipts: [{ number: "S001-00045013", period: "2026-10", amount: "223.61" }] };
const lines = Array.from({ length: 60 }, (_, at) => ({ text: `Considerando ${at}: una razón.` }));
const months = resolved("rejected")[0]?.months ?? [];

describe("the first screen of a notice that was confirmed says its last day", () => {
  it.each([
    {
      name: "a lost claim",
      notice: { ...acknowledged, ...billed, months, text: lines },
      says: ["No te dimos la razón", "S/ 223.61", "martes 15 de diciembre de 2026", "queda firme"],
      button: "Pedir que revisen la decisión",
    },
    {
      name: "what is missing",
      notice: { ...acknowledged, of: "observation" as const, says: ["Falta el poder."], remedyUntil: "2026-11-25" },
      says: ["Falta el poder.", "miércoles 25 de noviembre de 2026", "queda como no presentado"],
      button: "Corregir mi reclamo",
    },
    {
      name: "the evidence of a reconsideration",
      notice: { ...acknowledged, of: "new-evidence" as const, says: ["Falta la prueba."], remedyUntil: "2026-11-25" },
      says: ["Falta la prueba.", "miércoles 25 de noviembre de 2026", "decide sin ella"],
      button: "Agregar una prueba nueva",
    },
  ])("$name", async ({ notice, says, button }) => {
    const { page } = await open({
      path: "/notificacion/noticekeynoticekey1234/",
      reads: button,
      stubs: { showNotice: answer("showNotice", notice) },
    });
    const seen = await firstScreen(page);
    for (const words of says) expect(seen.text).toContain(words);
    expect(seen.button).toBe(button);
  });
});

describe("that nobody collects or cuts", () => {
  it.each<[string, Partial<Claim>, string]>([
    ["is confirmed", {}, "Tampoco te pueden cortar el agua por él.Ver la constancia"],
    [
      "is asked for and not confirmed",
      { holdAsked: { at: "2026-11-23T15:00:00.000Z", until: "2026-11-23T19:00:00.000Z" } },
      "A más tardar el 23 de noviembre de 2026, 2:00 p. m. debe confirmarlo. Si vienen a cortarte, muestra la constancia.",
    ],
    ["is not asked for yet", { hold: "waiting" }, "Todavía no pedimos que no te cobren ni te corten"],
  ])("%s", async (_, of, says) => {
    const stubs = acts({ ...claim, ...of });
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Ver todo mi expediente", stubs });
    const text = await page.locator("main").evaluate((main) => main.textContent ?? "");
    expect(text.replaceAll("\u00a0", " ")).toContain(says);
    expect(text.includes("debe confirmarlo")).toBe(of.holdAsked !== undefined);
  });
});
