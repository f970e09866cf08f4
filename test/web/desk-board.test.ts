import { expect, it } from "vitest";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { claimTypes } from "../../shared/domain/claim-types.ts";
import { openPage } from "./browser.ts";
import { deskStubs, tokenOf } from "./desk-fixtures.ts";
import { expectSoundState, type State } from "./desk-site.ts";
import { answer, refusal } from "./fixtures.ts";
import { browser, servePages, site } from "./served.ts";

servePages();

const month = "2026-11";
type Board = AnswerOf<Routes["showBoard"]>;

const full: Board = {
  month,
  at: "2026-11-30T15:00:00.000Z",
  attended: [
    { matter: "claim", channel: "web", count: 402 },
    { matter: "claim", channel: "telephone", count: 210 },
    { matter: "contact", channel: "telephone", count: 131 },
    { matter: "problem", channel: "web", count: 24 },
  ],
  filed: {
    total: 612,
    byChannel: [
      { channel: "telephone", count: 210 },
      { channel: "web", count: 402 },
    ],
    byType: claimTypes.slice(0, 14).map((type, at) => ({ type, count: 300 - 20 * at })),
  },
  resolved: {
    total: 598,
    byChannel: [
      { channel: "telephone", count: 198 },
      { channel: "web", count: 400 },
    ],
    byType: [
      { type: "F01", count: 590 },
      { type: "F12", count: 8 },
    ],
    byResult: [
      { result: "upheld", count: 201 },
      { result: "rejected", count: 305 },
      { result: "conciliated", count: 92 },
    ],
    inTerm: 590,
    byDays: [
      { days: 3, count: 92 },
      { days: 21, count: 400 },
      { days: 29, count: 98 },
      { days: 33, count: 8 },
    ],
    medianDays: 21,
  },
  silences: 2,
  silencesOfReconsiderations: 0,
  withdrawn: 7,
  visits: 410,
  frustrated: 62,
  tribunal: [
    { result: "reversed", count: 2 },
    { result: "silence-declared", count: 5 },
    { result: "confirmed", count: 3 },
  ],
  lostBy: [
    { cause: "late", count: 5 },
    { cause: "evidence", count: 1 },
    { cause: "unstated", count: 1 },
  ],
  ahead: { ended: 1, soon: 12, until: "2026-12-07" },
};
const nothing: Board = {
  month,
  attended: [],
  filed: { total: 0, byChannel: [], byType: [] },
  resolved: { total: 0, byChannel: [], byType: [], byResult: [], inTerm: 0, byDays: [] },
  silences: 0,
  silencesOfReconsiderations: 0,
  withdrawn: 0,
  visits: 0,
  frustrated: 0,
  tribunal: [],
  lostBy: [],
  ahead: { ended: 0, soon: 0, until: "2026-12-07" },
};
const cases = [{ claimId: "c1", code: "RE-2026-004192-7", filedOn: "2026-10-05", claimType: "F01" as const }];
const found = (through: string, more: boolean, some = cases) =>
  answer("listBoardCases", { month, through, cases: some, ...(more && { cursor: "next" }) });

const states: Readonly<Record<string, State>> = {
  "a month's board": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}`,
    reads: "se resolvieron 598 reclamos",
    stubs: { showBoard: answer("showBoard", full) },
  },
  "the board with every table open": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}`,
    reads: "Descargar en CSV",
    stubs: { showBoard: answer("showBoard", full) },
    act: async (page) => {
      await page.getByText("se resolvieron 598 reclamos").waitFor();
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
    },
  },
  "a month without anything": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}`,
    reads: "no hay nada que contar",
    stubs: { showBoard: answer("showBoard", nothing) },
  },
  "a board that did not come": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}`,
    reads: "Volver a intentar",
    stubs: { showBoard: refusal("unexpected") },
  },
  "the claims behind a number": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}&cifra=resolved&resultado=upheld&canal=web`,
    reads: "RE-2026-004192-7",
    stubs: { listBoardCases: found("2026-10", false) },
  },
  "no claim behind a number": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}&cifra=silences`,
    reads: "0 reclamos. Se buscó entre los presentados desde",
    stubs: { listBoardCases: found("2024-11", false, []) },
  },
  "claims whose next page did not come": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}&cifra=late`,
    reads: "Volver a intentar",
    stubs: { listBoardCases: refusal("unexpected") },
  },
};

it.each(Object.entries(states))("%s", async (_, state) => {
  await expectSoundState(state);
});

it("is where a manager begins", async () => {
  site.access = tokenOf("manager");
  site.stubs = { ...deskStubs, showBoard: answer("showBoard", full) };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  await page.goto(`${site.origin}/desk/`);
  await page.getByText("personas", { exact: false }).first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/desk/tablero/");
});

it("looks through month after month until enough is found, and on when asked", async () => {
  site.access = tokenOf("manager");
  let asked = 0;
  const months = ["2026-11", "2026-10", "2026-09", "2026-08", "2026-07", "2026-06", "2026-05"];
  site.stubs = { ...deskStubs, listBoardCases: found("2026-11", true, []) };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  page.on("request", (request) => {
    if (!request.url().includes("/desk/board/cases")) return;
    asked += 1;
    site.stubs = { ...site.stubs, listBoardCases: found(months[asked - 1] ?? "2026-04", true, []) };
  });
  await page.goto(`${site.origin}/desk/tablero/?mes=${month}&cifra=silences`);
  await page.getByText("Seguir buscando").waitFor();
  const first = asked;
  expect(first).toBeGreaterThan(3);
  await page.click("text=Seguir buscando");
  await expect.poll(() => asked).toBeGreaterThan(first);
});

it("opens every count that a list has, and names no list for what has none", async () => {
  site.access = tokenOf("manager");
  site.stubs = { ...deskStubs, showBoard: answer("showBoard", full) };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  await page.goto(`${site.origin}/desk/tablero/?mes=${month}`);
  await page.getByText("se resolvieron 598 reclamos").waitFor();
  const rows = await page.locator("main table tbody tr").evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector("th")?.textContent ?? "",
      count: row.querySelector("td")?.textContent?.replace(/\D.*/, "") ?? "",
      of: row.closest("table")?.querySelector("caption")?.textContent ?? "",
      link: row.querySelector("a")?.getAttribute("href") ?? undefined,
    })),
  );
  const unlinked = rows.filter(({ link, count }) => link === undefined && count !== "0");
  expect(unlinked.map(({ of, name }) => `${of}: ${name}`)).toEqual([
    "Qué trajeron: Solicitudes de atención",
    "Por dónde vinieron: Por la web",
    "Por dónde vinieron: Por teléfono",
  ]);
  const links = rows.flatMap(({ link }) => link ?? []);
  for (const number of ["attended", "silences", "withdrawn", "soon", "ended"])
    expect(links.some((link) => link.includes(`cifra=${number}`))).toBe(true);
  expect(links).toContain(`/desk/tablero/?mes=${month}&cifra=resolved&desde=20&hasta=24`);
});

it("offers each table as a CSV that Excel opens", async () => {
  site.access = tokenOf("manager");
  site.stubs = { ...deskStubs, showBoard: answer("showBoard", full) };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  await page.goto(`${site.origin}/desk/tablero/?mes=${month}`);
  const matters = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Qué trajeron" }) })
    .last();
  await matters.getByText("Ver la tabla").click();
  const downloading = page.waitForEvent("download");
  await matters.getByText("Descargar en CSV").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("atendidas-por-asunto_2026-11.csv");
  const chunks = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(chunks).toString()).toBe(
    '\uFEFF"Cuáles";"Cuántos"\r\n"Reclamos";"612"\r\n"Consultas";"131"\r\n"Solicitudes de atención";"24"\r\n',
  );
});
