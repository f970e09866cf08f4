import { expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { claimTypes } from "../../../../shared/domain/case/claim-types.ts";
import { openPage } from "../../browser.ts";
import { deskStubs, theCase, tokenOf } from "../../desk-fixtures.ts";
import { expectSoundState, open, type State } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { browser, expectSound, servePages, site } from "../../served.ts";

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
const cases: AnswerOf<Routes["listBoardCases"]>["cases"] = [
  { claimId: "c1", code: "RE-2026-004192-7", filedOn: "2026-10-05", claimType: "F01", count: 1 },
];
const found = (through: string, more: boolean, some = cases) =>
  answer("listBoardCases", { month, through, cases: some, ...(more && { cursor: "next" }) });

const people: AnswerOf<Routes["listAttended"]>["attended"] = [
  { matter: "contact", id: "a1", on: "2026-11-05", channel: "telephone", contact: "how-to-claim" },
  { matter: "claim", id: "c1", on: "2026-11-05", channel: "web", code: "RE-2026-004192-7", claimType: "F01" },
  { matter: "problem", id: "p1", on: "2026-11-06", channel: "web", code: "SA-2026-000101-3", claimType: "O-S1" },
  { matter: "observation", id: "o1", on: "2026-11-09", channel: "counter", code: "OB-2026-000007-2" },
];
const attended = (more: boolean, some = people) =>
  answer("listAttended", { month, attended: some, ...(more && { cursor: "next" }) });

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
  "claims of which some count twice": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}&cifra=visits`,
    reads: "Suman 3: algunos cuentan más de una vez.",
    stubs: {
      listBoardCases: found("2026-10", false, [
        { claimId: "c1", code: "RE-2026-004192-7", filedOn: "2026-10-05", claimType: "F01", count: 2 },
        { claimId: "c2", code: "RE-2026-004193-5", filedOn: "2026-10-06", claimType: "F12", count: 1 },
      ]),
    },
  },
  "those attended in a month": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}&cifra=attended`,
    reads: "4 personas.",
    stubs: { listAttended: attended(false) },
  },
  "nobody attended by a channel": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}&cifra=attended&asunto=problem&canal=counter`,
    reads: "0 personas.",
    stubs: { listAttended: attended(false, []) },
  },
  "those attended, of whom the next did not come": {
    as: "manager",
    path: `/desk/tablero/?mes=${month}&cifra=attended`,
    reads: "Volver a intentar",
    stubs: { listAttended: refusal("unexpected") },
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

it("leads from each person attended to what they brought, and on when asked", async () => {
  site.access = tokenOf("manager");
  const many = Array.from({ length: 30 }, (_, at) => ({ ...people[1], id: `c${at}` })) as typeof people;
  site.stubs = { ...deskStubs, listAttended: attended(true, [...people, ...many]) };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().includes("/desk/board/attended")) asked += 1;
  });
  await page.goto(`${site.origin}/desk/tablero/?mes=${month}&cifra=attended`);
  await page.getByText("34 personas hasta ahora.").waitFor();
  expect(asked).toBe(1);
  const links = await page
    .locator("tbody th")
    .evaluateAll((all) =>
      all.slice(0, 4).map((one) => one.querySelector("a")?.getAttribute("href") ?? one.textContent),
    );
  expect(links).toEqual([
    "Sin número",
    "/desk/reclamos/c1/",
    "/desk/problemas/p1/",
    "/desk/observaciones/?mes=2026-11",
  ]);
  site.stubs = { ...site.stubs, listAttended: attended(false) };
  await page.click("text=Seguir buscando");
  await page.getByText("38 personas.").waitFor();
});

it("opens every count to what it counts", async () => {
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
  expect(rows.length).toBeGreaterThan(30);
  expect(unlinked.map(({ of, name }) => `${of}: ${name}`)).toEqual([]);
  const links = rows.flatMap(({ link }) => link ?? []);
  for (const number of [
    "attended",
    "in-term",
    "late",
    "silences",
    "withdrawn",
    "soon",
    "ended",
    "made",
    "frustrated",
    "lost",
  ])
    expect(links.some((link) => link.includes(`cifra=${number}`))).toBe(true);
  expect(links).toContain(`/desk/tablero/?mes=${month}&cifra=resolved&desde=20&hasta=24`);
  expect(links).toContain(`/desk/tablero/?mes=${month}&cifra=attended&asunto=problem`);
  expect(links).toContain(`/desk/tablero/?mes=${month}&cifra=attended&canal=web`);
});

it.each([
  ["2026-11", 2, "the present month has what is near"],
  ["2026-10", 0, "a past month's chart has nothing of today"],
])("%s has %i rows of what is lost soon or already: $2", async (shown, rows) => {
  site.access = tokenOf("manager");
  site.stubs = { ...deskStubs, showBoard: answer("showBoard", { ...full, month: shown }) };
  const { page } = await openPage(browser, site.origin, { signedIn: "staff" });
  await page.goto(`${site.origin}/desk/tablero/?mes=${shown}`);
  await page.getByText("12 reclamos sin notificar se pierden de hoy al 7 de diciembre de 2026.").waitFor();
  expect(await page.locator("main table th", { hasText: /Sin notificar: / }).count()).toBe(rows);
});

it.each([
  ["cifra=resolved&canal=web", "Tablero: Reclamos resueltos, noviembre de 2026 · Por la web"],
  ["cifra=attended", "Tablero: Personas atendidas, noviembre de 2026"],
])("a claim of %s leads back to the part of the board it was opened from", async (asked, name) => {
  const path = `/desk/tablero/?mes=${month}&${asked}`;
  const stubs = { listBoardCases: found("2026-10", false), listAttended: attended(false) };
  const { page } = await open({ as: "manager", path, reads: "RE-2026-004192-7", stubs });
  await page.getByRole("link", { name: "RE-2026-004192-7" }).click();
  const back = page.locator("p.back a", { hasText: name });
  await back.waitFor();
  expect(await back.getAttribute("href")).toBe(path);
});

it("begins with what is late and owed: files for the tribunal, what was decided, and quejas", async () => {
  const ofQueja = (claimId: string, workingDays: number) => ({
    ...{ ...theCase, claimId, claimantName: "CLIENTE DE PRUEBA UNO", submissionNumber: "MP-2026-000002-1" },
    // Nobody here can close a queja that was sent on, however late its answer is.
    ...{ forwarded: workingDays === -5, until: "2026-11-20", workingDays },
  });
  const quejas = (...left: number[]) =>
    answer("listQuejas", { claims: left.map((days, at) => ofQueja(`c${at}`, days)), more: false });
  const late = (elevation: number, execution: number) =>
    answer("countWork", {
      queues: [
        { queue: "admission", total: 9, overdue: 9, soon: 0 },
        { queue: "elevation", total: 3, overdue: elevation, soon: 1 },
        { queue: "execution", total: 5, overdue: execution, soon: 0 },
      ],
      mine: [],
    });
  const state = { as: "manager" as const, path: `/desk/tablero/?mes=${month}`, reads: "se resolvieron 598 reclamos" };
  const stubs = { showBoard: answer("showBoard", full), countWork: late(1, 2), listQuejas: quejas(-2, 0, -5) };
  const { page, violations } = await open({ ...state, stubs });
  const owed = page.locator("main .notice").first();
  await owed.getByText("1 reclamo por elevar al TRASS tiene un plazo vencido.").waitFor();
  await owed.getByText("2 reclamos por cumplir tienen un plazo vencido.").waitFor();
  await owed.getByText("1 reclamo tiene una queja sin enviar: el plazo para enviarla pasó.").waitFor();
  const links = await owed.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const lists = ["elevation", "execution"].map((queue) => `/desk/bandeja/?de=todos&cola=${queue}`);
  expect(links).toEqual([...lists, "/desk/quejas/"]);
  expect(await page.evaluate("document.querySelector('main .notice, main .charts').className")).toContain("notice");
  await expectSound(page, violations);
  const none = await open({ ...state, stubs: { ...stubs, countWork: late(0, 0), listQuejas: quejas(0) } });
  expect(await none.page.getByText(/un plazo vencido|el plazo para enviarla/).count()).toBe(0);
});

it("leads on the first day of a year to the month that ended, in one press", async () => {
  const { page } = await open({
    ...{ as: "manager" as const, path: "/desk/tablero/?mes=2027-01", reads: "no hay nada que contar" },
    stubs: { showBoard: answer("showBoard", { ...nothing, month: "2027-01" }) },
  });
  await page.getByRole("link", { name: "Ver diciembre de 2026" }).click();
  await expect.poll(() => page.url()).toMatch(/[?]mes=2026-12$/);
});

it("says of a part without anything that there is nothing yet, where its chart would be", async () => {
  const quiet = { ...full, silences: 0, silencesOfReconsiderations: 0, withdrawn: 0, attended: [] };
  const ahead = { ended: 0, soon: 0, until: "2026-12-07" };
  const { page, violations } = await open({
    ...{ as: "manager" as const, path: `/desk/tablero/?mes=${month}`, reads: "se resolvieron 598 reclamos" },
    stubs: { showBoard: answer("showBoard", { ...quiet, ahead }) },
  });
  const empty = page.locator("section:has(> h4)", { hasText: "Todavía no hay nada que contar aquí." });
  // Silences and withdrawals, and those attended by matter and by channel.
  await expect.poll(() => empty.count()).toBe(3);
  expect(await empty.locator("svg, table").count()).toBe(0);
  await expectSound(page, violations);
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
