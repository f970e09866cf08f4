import { expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { deskStubs, theCase } from "../../desk-fixtures.ts";
import { actAt, expectSoundState, open, type State } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

type Week = AnswerOf<Routes["listHearings"]>;

const week = { from: "2026-11-23", to: "2026-11-29", unrecorded: [], more: false };
const hearings: Week["hearings"] = [
  {
    claimId: "c1",
    code: "RE-2026-004192-7",
    claimantName: "CLIENTE DE PRUEBA UNO",
    days: { lostOn: "2026-12-15", left: 15 },
    owner: "ANALISTA DE PRUEBA",
    on: "2026-11-23",
    at: "08:00",
    mode: "telephone",
    telephone: "987654321",
    telephoneOn: "2026-11-20",
    otherNumbers: [{ number: "053461000", on: "2026-11-03" }],
    languageChoice: { language: "qu", interpreter: true },
    confirmed: true,
    accepted: false,
    countered: false,
  },
  {
    claimId: "c2",
    code: "RE-2026-104193-1",
    claimantName: "CLIENTA DE PRUEBA CON UN NOMBRE MUY LARGO QUE OCUPA DOS LÍNEAS Y UNA EMPRESA DE PRUEBA S.A.C.",
    days: { dueOn: "2026-11-24", left: 1 },
    on: "2026-11-24",
    at: "10:00",
    mode: "virtual",
    link: "https://meet.example.pe/sala-1",
    confirmed: false,
    accepted: false,
    countered: true,
  },
  {
    claimId: "c3",
    code: "RE-2026-104194-2",
    claimantName: "CLIENTE DE PRUEBA TRES",
    days: {},
    on: "2026-11-24",
    at: "11:00",
    mode: "virtual",
    lacks: "link",
    confirmed: false,
    accepted: true,
    countered: false,
  },
];
const full = answer("listHearings", { ...week, hearings, more: true });
const path = "/desk/conciliaciones/";

const states: Readonly<Record<string, State>> = {
  "a full week": { as: "conciliator", path, reads: "Falta el enlace", stubs: { listHearings: full } },
  "a week after hearings that nobody recorded": {
    as: "conciliator",
    path,
    reads: "3 audiencias de días anteriores sin registrar",
    stubs: { listHearings: answer("listHearings", { ...week, hearings, unrecorded: hearings }) },
  },
  "an empty week": {
    as: "conciliator",
    path: `${path}?dia=2026-11-30`,
    reads: "No hay audiencias por hacer esta semana.",
    stubs: { listHearings: answer("listHearings", { ...week, hearings: [] }) },
  },
  "a week that is not answered": {
    as: "conciliator",
    path,
    reads: "Hay mucho movimiento",
    stubs: { listHearings: refusal("busy") },
  },
};

it.each(Object.entries(states))("%s is sound", async (_, state) => {
  await expectSoundState(state);
});

it.each(["2026-13-45", "mañana", "2026-11"])("a day that is none (%s) shows the present week", async (day) => {
  const path_ = `${path}?dia=${encodeURIComponent(day)}`;
  const { page } = await open({
    as: "conciliator",
    path: path_,
    reads: "Falta el enlace",
    stubs: { listHearings: full },
  });
  await page.getByText("Prefiere quechua. Pide intérprete para la visita y la reunión.").waitFor();
  expect(callsTo("listHearings")[0]?.search).toBe("?day=2026-11-23");
});

it.each([
  ["Saturday", "2026-11-28T15:00:00.000Z", "", "2026-11-30", "Semana que empieza"],
  ["Sunday", "2026-11-29T15:00:00.000Z", "", "2026-11-30", "Semana que empieza"],
  [
    "Sunday, the day itself asked for",
    "2026-11-29T15:00:00.000Z",
    "?dia=2026-11-29",
    "2026-11-29",
    "Semana que empieza",
  ],
  ["Friday", "2026-11-27T15:00:00.000Z", "", "2026-11-27", "Esta semana"],
])("on a %s it asks for the week that is worked in or comes", async (_, time, asked, day, name) => {
  const headers = { date: new Date(time).toUTCString() };
  const { page } = await open({
    ...{ as: "conciliator", path: path + asked, reads: "Falta el enlace" },
    stubs: {
      showMe: { ...answer("showMe", { name: "PERSONA DE PRUEBA", openClaims: 0 }), headers },
      health: { ...answer("health", { status: "ok", build: "prueba", commit: "local", now: time }), headers },
      listHearings: { ...full, headers },
    },
  });
  expect(callsTo("listHearings")[0]?.search).toBe(`?day=${day}`);
  expect(await page.getByRole("link", { name }).getAttribute("href")).toBe(path);
});

it("is where who conciliates begins; it leads to the meeting, the acta and the next week", async () => {
  const { page } = await open({
    as: "conciliator",
    path: "/desk/",
    reads: "Conciliaciones de la semana",
    stubs: { ...deskStubs, listHearings: full },
  });
  await page.getByRole("navigation", { name: "Menú de la mesa" }).getByRole("link", { name: "Conciliaciones" }).click();
  const meeting = page.getByRole("link", { name: "Entrar a la reunión de RE-2026-104193-1" });
  expect(await meeting.getAttribute("href")).toBe("https://meet.example.pe/sala-1");
  // Its hour has come: only that one has an acta to write.
  expect(await page.getByRole("link", { name: /^Registrar resultado de/ }).allTextContents()).toHaveLength(1);
  const acta = page.getByRole("link", { name: "Registrar resultado de RE-2026-004192-7" });
  expect(await acta.getAttribute("href")).toBe("/desk/reclamos/c1/hacer/audiencia/");
  const next = { from: "2026-11-30", to: "2026-12-06" };
  site.stubs.listHearings = answer("listHearings", { ...week, ...next, hearings: [] });
  await page.getByRole("link", { name: "Semana siguiente" }).click();
  await page.getByText("Del 30 de noviembre de 2026 al 6 de diciembre de 2026").waitFor();
  expect(page.url()).toContain("dia=2026-11-30");
});

it("what nobody recorded of days before stands above the week, with the way to its acta", async () => {
  const [first, ...rest] = hearings;
  const missed = { ...first, on: "2026-11-17" } as (typeof hearings)[number];
  const { page } = await open({
    ...{ as: "conciliator", path, reads: "1 audiencia de días anteriores sin registrar" },
    stubs: { listHearings: answer("listHearings", { ...week, hearings: rest, unrecorded: [missed] }) },
  });
  const headings = await page.locator("h2, h3").allInnerTexts();
  expect(headings.map((one) => one.replaceAll("\u00a0", " "))).toEqual([
    "1 audiencia de días anteriores sin registrar",
    "Del 23 de noviembre de 2026 al 29 de noviembre de 2026",
    "martes 24 de noviembre de 2026: 2 audiencias",
  ]);
  expect((await page.locator("tbody tr").first().innerText()).replaceAll("\u00a0", " ")).toContain(
    "17 nov., a las 8:00 a. m.",
  );
  const acta = page.getByRole("link", { name: "Registrar resultado de RE-2026-004192-7" });
  expect(await acta.getAttribute("href")).toBe("/desk/reclamos/c1/hacer/audiencia/");
});

it("a claimant with two numbers can be called at both, each with the day on which they gave it", async () => {
  const { page } = await open({ as: "conciliator", path, reads: "Falta el enlace", stubs: { listHearings: full } });
  const row = page.locator("tr", { hasText: "RE-2026-004192-7" });
  for (const number of ["987 654 321", "053 461 000"]) await row.getByRole("link", { name: number }).waitFor();
  const said = (await row.innerText()).replaceAll("\u00a0", " ").replace(/\s+/g, " ");
  expect(said).toContain("987 654 321 Lo dio el 20 nov.");
  expect(said).toContain("053 461 000 Lo dio el 3 nov.");
});

const ofDay = (on: string) => ({
  showCase: answer("showCase", {
    ...theCase,
    actions: ["conciliation-held"],
    state: "hearing-due",
    hearing: { on, at: "08:00", mode: "telephone", telephone: "987654321" },
    hearingCalls: { ...theCase.hearingCalls, waitedUntil: `${on}T13:15:00.000Z` },
  }),
});
const acta = { as: "conciliator", path: actAt("audiencia"), reads: "Resultado" } as const;

it("an acta of who did not come begins once they were waited for, unless another hour is typed", async () => {
  const { page } = await open({ ...acta, stubs: ofDay("2026-11-23") });
  const start = () => page.inputValue("#startedAt");
  expect(await start()).toBe("");
  await page.check("input[value=absence]");
  expect(await start()).toBe("2026-11-23T08:15");
  await page.check("input[value=none]");
  expect(await start()).toBe("2026-11-23T08:00");
  await page.fill("#startedAt", "2026-11-23T08:20");
  await page.check("input[value=absence]");
  expect(await start()).toBe("2026-11-23T08:20");
  await page.getByRole("button", { name: "Anotar esta llamada ahora" }).waitFor();
});

it("an acta after the day of the hearing takes no more calls, and says how it is recorded", async () => {
  const { page, violations } = await open({ ...acta, stubs: ofDay("2026-11-20") });
  await page.check("input[value=absence]");
  await page.getByText("Ya pasó el día de la audiencia, y solo cuentan las llamadas de ese día.").waitFor();
  expect(await page.getByRole("button", { name: "Anotar esta llamada ahora" }).isVisible()).toBe(false);
  await expectSound(page, violations);
});
