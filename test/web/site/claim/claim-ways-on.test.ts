import { expect, it } from "vitest";
import { acknowledged, claim, countered, notice, observed, offered } from "../../claim-fixtures.ts";
import { acts, mine, open, serveClaims, step } from "../../claim-site.ts";
import { answer, gatewaySays, now, refusal } from "../../fixtures.ts";

serveClaims();

const showNotice = (of: typeof acknowledged) => ({ showNotice: answer("showNotice", of) });
const byKey = { path: "/notificacion/k/" };
const asked: typeof acknowledged = { ...acknowledged, of: "observation", says: ["Falta el poder."], daysLeft: 2 };

it.each([
  [
    "an offer",
    { ...mine, path: "/reclamos/claim1/propuestas/o1/", stubs: acts(offered) },
    "martes 15 de diciembre de 2026 (faltan 16 días hábiles)",
  ],
  [
    "an observation",
    { ...mine, path: "/reclamos/claim1/corregir/", stubs: acts({ ...observed, remedyUntil: "2026-11-25" }) },
    "miércoles 25 de noviembre de 2026 (faltan 2 días hábiles)",
  ],
  [
    "a notice that waits",
    { ...byKey, stubs: showNotice(notice) },
    "Puedes confirmar hasta el miércoles 25 de noviembre de 2026 (falta 1 día hábil)",
  ],
  [
    "a decision",
    { ...byKey, stubs: showNotice(acknowledged) },
    "Puedes pedir que la revisen hasta el martes 15 de diciembre de 2026 (faltan 15 días hábiles)",
  ],
  [
    "a decision that nobody can appeal any more",
    { ...byKey, stubs: showNotice({ ...acknowledged, daysLeft: -3 }) },
    "Podías pedir que la revisen hasta el martes 15 de diciembre de 2026 (pasaron 3 días hábiles)",
  ],
  [
    "what a notice asks for",
    { ...byKey, stubs: showNotice({ ...asked, remedyUntil: "2026-11-27" }) },
    "Puedes corregir tu reclamo hasta el viernes 27 de noviembre de 2026 (faltan 2 días hábiles)",
  ],
])("the last day of %s is a date and a count", async (_, where, reads) => {
  const { page } = await open({ ...where, reads });
  const goes = page.getByRole("link", { name: "Pedir que revisen la decisión" });
  const isOpen = reads.startsWith("Puedes pedir");
  expect(await goes.count()).toBe(isOpen ? 1 : 0);
  if (isOpen) expect(await goes.getAttribute("href")).toMatch(/^\/reclamos\/[^/]+\/revision\/$/);
});

it("an offer that is answered, or that nobody may answer any more, has no last day", async () => {
  const offers = offered.offers.map((offer) => ({ ...offer, accepted: false }));
  const path = "/reclamos/claim1/propuestas/o1/";
  const { page } = await open({
    ...mine,
    path,
    stubs: acts({ ...offered, offers }),
    reads: "No aceptaste esta propuesta.",
  });
  expect(await page.locator("main").innerText()).not.toContain("Puedes responder hasta");
});

it.each([
  [
    "a draft that is lost",
    { ...mine, path: step("relato"), stubs: { showDraft: refusal("draft-not-found") } },
    "Empezar el reclamo otra vez",
    "/reclamar/",
  ],
  [
    "a supply without receipts",
    {
      ...mine,
      path: step("recibo"),
      stubs: { listReceipts: answer("listReceipts", { supplyCode: "00012345", months: [] }) },
    },
    "Reclamar con otros datos",
    "/reclamar/",
  ],
  [
    "a month that still runs",
    { path: "/resultados/?mes=2026-11", stubs: { showResults: refusal("month-not-over") } },
    "Ver el último mes publicado",
    "/resultados/",
  ],
])("%s has a way on", async (_, where, reads, goes) => {
  const { page } = await open({ ...where, reads });
  expect(await page.getByRole("link", { name: reads }).getAttribute("href")).toBe(goes);
});

const page = { ...mine, path: "/reclamos/claim1/" };
const todo = "section:has(h2:text-is('Lo que tienes que hacer'))";

it.each(["", "propuestas/o1/", "visita/", "expediente/", "avisos/", "decision/", "recibido/", "ampliar/"])(
  "the page «%s» of a claim that the account does not have leads to where its code and key open it",
  async (part) => {
    const missing = refusal("claim-not-found");
    const stubs = {
      showClaim: missing,
      showVisit: missing,
      showFile: missing,
      listNotices: missing,
      showDecision: missing,
    };
    const where = { ...mine, path: `/reclamos/claim1/${part}`, stubs };
    const { page: shown } = await open({ ...where, reads: "Este reclamo no está en tu cuenta" });
    const goes = (name: string) => shown.getByRole("link", { name }).getAttribute("href");
    expect(await goes("Abrir con código y clave")).toBe("/retomar/");
    expect(await goes("Consultar un reclamo")).toBe("/estado/");
    expect(await shown.getByRole("button", { name: "Volver a intentar" }).count()).toBe(0);
    expect(await shown.locator("main").innerText()).not.toMatch(
      /\b(tu reclamo|mi reclamo|mi expediente|mis avisos)\b/i,
    );
  },
);

it("the page that opens a claim says first, signed out, that it takes a mobile or a mail, and what to do without", async () => {
  const { page: shown } = await open({ path: "/retomar/", reads: "Hace falta un celular o un correo" });
  expect(await shown.getByRole("link", { name: "Consultar un reclamo" }).getAttribute("href")).toBe("/estado/");
});

it("the page that opens a claim says what to do without the key", async () => {
  const { page: shown } = await open({ ...mine, path: "/retomar/", reads: "Si perdiste la clave" });
  expect(await shown.getByRole("link", { name: "Consultar un reclamo" }).getAttribute("href")).toBe("/estado/");
});

it("a file that could not be opened comes first of what there is to do, with where to send a copy", async () => {
  const bad = claim.attachments.map((each) => ({
    ...each,
    ...(each.state === "refused" && { copyWanted: true as const }),
  }));
  const where = { ...page, stubs: acts({ ...claim, attachments: bad }), reads: "Envía otra copia de un archivo." };
  const { page: shown } = await open(where);
  const [first] = await shown.locator(`${todo} p`).allInnerTexts();
  expect(first).toContain(`No pudimos abrir o leer: ${claim.attachments[1]?.fileName}.`);
  expect(await shown.locator(`${todo} .button:not(.plain)`).allInnerTexts()).toEqual(["Enviar otra copia"]);
  const copy = shown.getByRole("link", { name: "Enviar otra copia" });
  expect(await copy.getAttribute("href")).toBe("/reclamos/claim1/ampliar/");
});

it("a copy of a file goes by the document desk once the claim takes no additions", async () => {
  const bad = claim.attachments.map((each) => ({ ...each, copyWanted: true as const }));
  const where = { ...page, stubs: acts({ ...claim, actions: [], attachments: bad }), reads: "Enviar otra copia" };
  const { page: shown } = await open(where);
  const copy = shown.getByRole("link", { name: "Enviar otra copia" });
  expect(await copy.getAttribute("href")).toBe("/mesa-de-partes/?reclamo=claim1");
});

it("a visit and a hearing that were confirmed say so, and ask for nothing more", async () => {
  const visits = claim.visits.map((visit) => ({ ...visit, confirmed: true as const }));
  const hearing = claim.hearing && { ...claim.hearing, confirmed: true as const };
  const { page: shown } = await open({ ...page, stubs: acts({ ...claim, visits, hearing }), reads: "Ver la visita" });
  expect(await shown.locator(todo).getByText("Ya la confirmaste.").count()).toBe(2);
  expect(await shown.getByText("y confirmar").count()).toBe(0);
});

it("what was proposed in place of an offer is on the claim's page: what, when it was received, what follows", async () => {
  const reads = "Propusiste otra cosa: pagar S/ 39.85, por 15 m³.";
  const entry = { seq: 3, type: "offer-answered", effectiveAt: now, recordedAt: now, by: "claimant" } as const;
  const stubs = acts({ ...countered, timeline: [...countered.timeline, entry] });
  const { page: shown } = await open({ ...page, stubs, reads });
  const offer = await shown.locator("section", { hasText: "Propuesta de acuerdo" }).innerText();
  expect(offer).toContain("En 2 cuotas mensuales sin intereses");
  expect(offer).toContain("Lo recibimos el");
  expect(offer).toContain("La empresa puede hacerte otra propuesta");
  expect(offer).not.toContain("No aceptaste");
  await shown.click("text=Todo lo que pasó");
  await shown.locator("li", { hasText: "Respondiste la propuesta" }).getByText(reads).waitFor();
});

it.each(["resolved", "closed"] as const)(
  "what was proposed is no longer said to go on in a claim that is %s",
  async (state) => {
    const reads = "Propusiste otra cosa: pagar S/ 39.85, por 15 m³.";
    const { page: shown } = await open({ ...page, stubs: acts({ ...countered, state }), reads });
    const offer = await shown.locator("section", { hasText: "Propuesta de acuerdo" }).innerText();
    expect(offer).toContain("Lo recibimos el");
    expect(offer).not.toContain("Tu reclamo sigue");
    expect(offer).not.toContain("puede hacerte otra propuesta");
  },
);

it("a delivery waits for another person until the decision was notified, and not after that", async () => {
  const known = { effectiveAt: now, recordedAt: now, by: "company" } as const;
  const late = { ...known, seq: 90, type: "delivery-claimed", how: "delivered" } as const;
  const confirmed = { ...known, seq: 91, type: "resolution-notified", how: "delivered" } as const;
  const waits = "Falta que otra persona lo confirme";
  const shownWith = async (...entries: (typeof late | typeof confirmed)[]) => {
    const stubs = acts({ ...claim, timeline: [...claim.timeline, ...entries] });
    const { page: shown } = await open({ ...page, stubs, reads: "Todo lo que pasó" });
    await shown.click("text=Todo lo que pasó");
    return shown.locator("details ol").innerText();
  };
  expect(await shownWith(late)).toContain(waits);
  expect(await shownWith(late, confirmed)).not.toContain(waits);
});

it("nobody is asked to begin again while their draft may still be there", async () => {
  const where = { ...mine, path: step("relato"), stubs: { showDraft: gatewaySays(503) } };
  const { page } = await open({ ...where, reads: "Si ya lo enviaste" });
  expect(await page.getByText("Empezar el reclamo otra vez").count()).toBe(0);
});
