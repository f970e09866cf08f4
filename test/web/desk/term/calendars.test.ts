import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { RouteId, Routes } from "../../../../shared/contract/routes.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { openPage } from "../../browser.ts";
import { deskStubs, tokenOf } from "../../desk-fixtures.ts";
import { answer, office, refusal } from "../../fixtures.ts";
import { bodyOf, browser, callsTo, expectSound, servePages, site } from "../../served.ts";
import type { Stubs } from "../../site-server.ts";

type AnswerTo<Id extends RouteId> = AnswerOf<Routes[Id]>;

servePages();

const calendars: AnswerTo<"showCalendars"> = {
  version: 2,
  year: 2026,
  days: [
    {
      date: "2026-12-08",
      reason: "national-holiday",
      name: "Inmaculada Concepción",
      source: "DLeg 713, art. 6",
      recordedAt: "2026-11-24",
      scope: ["COMPANY", "USER"],
    },
    {
      date: "2026-11-25",
      reason: "regional-holiday",
      name: "Aniversario de Moquegua",
      source: "DS 093-85-PCM",
      recordedAt: "2026-11-24",
      scope: ["USER"],
    },
  ],
  versions: [
    {
      number: 2,
      name: "v2-2026-11-24",
      inForceFrom: "2026-11-24T15:02:00.000Z",
      by: "PERSONA DE PRUEBA MANAGER-1",
      why: "Lo dispone el decreto.",
      changes: [
        {
          action: "add",
          date: "2026-12-24",
          source: "DS 000-2026-PCM",
          scope: ["COMPANY", "USER"],
          reason: "decreed",
          name: "Día no laborable",
        },
      ],
      moves: 12,
    },
    {
      number: 1,
      name: "semilla-2026-11-24",
      inForceFrom: "1992-01-01T05:00:00.000Z",
      by: "",
      why: "",
      changes: [],
      moves: 0,
    },
  ],
};

const page = (claims: AnswerTo<"previewCalendars">["claims"], cursor?: string): AnswerTo<"previewCalendars"> => ({
  version: 2,
  notes: ["El 23 de diciembre de 2026: alarga los plazos de la empresa."],
  looked: 50,
  claims,
  ...(cursor && { cursor }),
});
const moved: AnswerTo<"previewCalendars">["claims"] = [
  {
    claimId: "c1",
    code: "RE-2026-004192-7",
    appointments: [
      { what: "visit", before: "2026-12-23", after: "2026-12-24" },
      { what: "hearing", before: "2026-12-23" },
    ],
    dates: [
      { clock: "T10", calendar: "COMPANY", before: "2027-01-15", after: "2027-01-18", kept: false },
      { clock: "T05", calendar: "USER", before: "2099-12-01", after: "2099-12-01", kept: true },
    ],
  },
];
const stubs: Stubs = {
  showCalendars: answer("showCalendars", calendars),
  previewCalendars: answer("previewCalendars", page(moved)),
  changeCalendars: answer(
    "changeCalendars",
    { version: 3, name: "v3-2026-11-25", inForceFrom: "2026-11-25T15:02:00.000Z" },
    201,
  ),
};

async function open(as: StaffRole = "manager", more: Stubs = {}, path = "/desk/calendario/?anio=2026") {
  site.stubs = { ...deskStubs, showOffice: answer("showOffice", office(site.origin)), ...stubs, ...more };
  site.access = tokenOf(as);
  const opened = await openPage(browser, site.origin, { signedIn: "staff" });
  await opened.page.goto(site.origin + path);
  return opened;
}
async function prepare(on: Page): Promise<void> {
  await on.fill("#date", "2026-12-23");
  await on.fill("#name", "Día no laborable");
  await on.fill("#source", "DS 001-2026-PCM");
  await on.click("text=Poner en el cambio");
  await on.getByText("Agregar 23 de diciembre de 2026").waitFor();
}
async function look(on: Page): Promise<void> {
  await prepare(on);
  await on.click("text=Ver qué fechas cambian");
  await on.getByRole("heading", { name: "Qué fechas cambian" }).waitFor();
}

describe("the calendar on the desk", () => {
  it.each<[string, string, (on: Page) => Promise<unknown>, Stubs?]>([
    ["the days of a year", "Aniversario de Moquegua", async () => {}],
    ["nothing typed", "Escriba la norma", (on) => on.click("text=Poner en el cambio")],
    ["a change prepared", "El cambio que prepara", prepare],
    ["what it moves", "no se acorta", look],
    ["nothing moved", "Ningún reclamo abierto", look, { previewCalendars: answer("previewCalendars", page([])) }],
    [
      "a day that cannot be changed",
      "Ese cambio del calendario no se puede hacer",
      async (on) => {
        await prepare(on);
        await on.click("text=Ver qué fechas cambian");
      },
      { previewCalendars: refusal("day-not-changed") },
    ],
    [
      "applied",
      "se avisa a cada reclamante",
      async (on) => {
        await look(on);
        await on.fill("#why", "Lo dispone el decreto.");
        await on.click("text=Aplicar el cambio");
      },
    ],
    [
      "somebody changed it first",
      "cambió mientras trabajaba",
      async (on) => {
        await look(on);
        await on.click("text=Aplicar el cambio");
      },
      { changeCalendars: refusal("version-stale") },
    ],
  ])("%s: no fault, nothing cut", async (_, reads, act, more) => {
    const { page: on, violations } = await open("manager", more);
    await on.getByText("Preparar un cambio").waitFor();
    await act(on);
    await on.getByText(reads).first().waitFor();
    await expectSound(on, violations);
  });

  it("a day to remove is filled in the form, and sent as a removal", async () => {
    const { page: on } = await open();
    await on.click('[aria-label="Quitar el 25 de noviembre de 2026"]');
    await on.locator("#source:focus").waitFor();
    expect(await on.inputValue("#date")).toBe("2026-11-25");
    await on.keyboard.type("Respuesta de la asesoría legal");
    await on.check("input[value=user]");
    await on.keyboard.press("Enter");
    await on.getByText("Quitar 25 de noviembre de 2026: usuario").waitFor();
    expect([await on.inputValue("#date"), await on.isChecked("input[value=add]")]).toEqual(["", true]);
    await on.click("text=Ver qué fechas cambian");
    await on.locator("h3:focus").waitFor();
    expect(bodyOf("previewCalendars").changes).toEqual([
      { action: "remove", date: "2026-11-25", source: "Respuesta de la asesoría legal", scope: ["USER"] },
    ]);
  });

  it("asks page by page for what a change moves, and applies it to the version shown, with a key", async () => {
    const { page: on } = await open("administrator");
    const pages = () =>
      answer("previewCalendars", page(moved, callsTo("previewCalendars").length === 1 ? "next" : undefined));
    Object.defineProperty(site.stubs, "previewCalendars", { get: pages });
    await look(on);
    expect(callsTo("previewCalendars").map(({ body }) => JSON.parse(body).cursor)).toEqual([undefined, "next"]);
    await on.getByText("100 reclamos abiertos revisados; 2 cambian alguna fecha.").waitFor();
    await on.fill("#why", "Lo dispone el decreto.");
    await on.click("text=Aplicar el cambio");
    await on.getByText("v3-2026-11-25").first().waitFor();
    // The dates move with the hourly sweep, not at once.
    await on.getByText(/[ap]\.\sm\. Dentro de una hora cambian las fechas en listas, expedientes y agendas/).waitFor();
    const [call] = callsTo("changeCalendars");
    expect(call?.headers["if-match"]).toBe('"2"');
    expect(call?.headers["idempotency-key"]).toMatch(/^[\w-]{16,64}$/);
    expect(bodyOf("changeCalendars")).toEqual({
      changes: [
        {
          action: "add",
          reason: "decreed",
          date: "2026-12-23",
          name: "Día no laborable",
          source: "DS 001-2026-PCM",
          scope: ["COMPANY", "USER"],
        },
      ],
      why: "Lo dispone el decreto.",
    });
  });
});
