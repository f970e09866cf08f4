import { expect, it } from "vitest";
import { acknowledged, notice, observed, offered } from "./claim-fixtures.ts";
import { acts, mine, open, serveClaims, step } from "./claim-site.ts";
import { answer, gatewaySays, refusal } from "./fixtures.ts";

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
  expect(await goes.count()).toBe(reads.startsWith("Puedes pedir") ? 1 : 0);
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

it("nobody is asked to begin again while their draft may still be there", async () => {
  const where = { ...mine, path: step("relato"), stubs: { showDraft: gatewaySays(503) } };
  const { page } = await open({ ...where, reads: "Si ya lo enviaste" });
  expect(await page.getByText("Empezar el reclamo otra vez").count()).toBe(0);
});
