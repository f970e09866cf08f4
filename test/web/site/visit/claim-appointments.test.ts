import { expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { claim, idle } from "../../claim-fixtures.ts";
import { acts, expectSoundState, mine, open, type State, serveClaims } from "../../claim-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, site } from "../../served.ts";

serveClaims();

type Visit = AnswerOf<Routes["showVisit"]>;

const slots = [
  { on: "2026-11-26", from: "08:00", to: "10:00" },
  { on: "2026-11-26", from: "10:00", to: "12:00" },
  { on: "2026-11-30", from: "08:00", to: "10:00" },
];
const visit: Visit = {
  claimId: "claim1",
  code: claim.code,
  visit: { inspectionId: "v1", on: "2026-11-27", from: "08:00", to: "10:00", late: false },
  address: "CALLE FICTICIA 101, MOQUEGUA",
  inside: true,
  outside: true,
  repeated: true,
  confirmed: false,
  change: { slots, until: "2026-11-26", left: 2 },
};
const shown = (more: Partial<Visit>) => ({ showVisit: answer("showVisit", { ...visit, ...more }) });
const fixed = (why: NonNullable<NonNullable<Visit["change"]>["fixed"]>) =>
  shown({ change: { slots: [], until: "2026-11-26", left: 0, fixed: why } });
const path = "/reclamos/claim1/visita/";

const heldAs = (hearing: Partial<NonNullable<typeof claim.hearing>>) =>
  acts({ ...claim, hearing: { on: "2026-12-15", at: "09:00", mode: "telephone", ...claim.hearing, ...hearing } });

/** A claim with a hearing of this day whose hour has come, and that is not recorded. */
const begun = (on: string) =>
  acts({
    ...claim,
    state: "hearing-due",
    awaits: [{ act: "attend-hearing", asked: true, on }],
    hearing: { ...claim.hearing, on, at: "09:00", mode: "telephone", choice: undefined },
  });

const states: Readonly<Record<string, State>> = {
  "visit, signed out": { path, reads: "Ingresa para seguir" },
  visit: { ...mine, path, reads: "Confirmo que habrá alguien", stubs: shown({}) },
  "visit, with its inspector and a long address": {
    ...mine,
    path,
    reads: "PERSONA DE PRUEBA",
    stubs: shown({
      visit: {
        inspectionId: "v1",
        on: "2026-11-27",
        from: "08:00",
        to: "10:00",
        late: true,
        inspector: "PERSONA DE PRUEBA INSPECTORA",
      },
      address: `ASOCIACIÓN DE VIVIENDA ${"FICTICIA ".repeat(12)}MZ. A LT. 1`,
      outside: false,
    }),
  },
  "visit, other hours": {
    ...mine,
    path,
    reads: "¿Qué día y a qué hora?",
    stubs: shown({}),
    act: (page) => page.click("summary"),
  },
  "visit, no hour chosen": {
    ...mine,
    path,
    reads: "Elige un día y un horario.",
    stubs: shown({}),
    act: async (page) => {
      await page.click("summary");
      await page.click("text=Cambiar la visita");
    },
  },
  "visit, the first": {
    ...mine,
    path,
    reads: "volvemos una vez más. Si no se deja pasar, decidimos",
    stubs: shown({}),
  },
  "visit, the last": {
    ...mine,
    path,
    reads: "y decidimos con eso y las demás pruebas.",
    stubs: shown({ repeated: false }),
  },
  "visit, confirmed": {
    ...mine,
    path,
    reads: "Confirmaste que habrá alguien ese día.",
    stubs: shown({ confirmed: true }),
  },
  "visit, too late to change": { ...mine, path, reads: "Podías cambiarla hasta el", stubs: fixed("too-late") },
  "visit, changed enough": { ...mine, path, reads: "Ya la cambiaste las veces que se puede", stubs: fixed("often") },
  "visit, of two claims": { ...mine, path, reads: "sirve para más de un reclamo", stubs: fixed("shared") },
  "visit, nothing free": {
    ...mine,
    path,
    reads: "Ahora no hay otro horario libre",
    stubs: shown({ change: { slots: [], until: "2026-11-26", left: 2 } }),
  },
  "visit, none": {
    ...mine,
    path,
    reads: "no tiene una visita por hacer",
    stubs: shown({ visit: undefined, change: undefined }),
  },
  "visit of a stranger": {
    ...mine,
    path,
    reads: "Este reclamo no está en tu cuenta",
    stubs: { showVisit: refusal("claim-not-found") },
  },
  "hearing by telephone": { ...mine, path: "/reclamos/claim1/reunion/", reads: "Te llamamos al 987 654 321." },
  "hearing by video": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "https://reuniones.example.pe/sala",
    stubs: heldAs({ mode: "virtual", link: "https://reuniones.example.pe/sala" }),
  },
  "hearing by video without a link": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "Si a esa hora no lo hay, te llamamos al 987 654 321.",
    stubs: heldAs({ mode: "virtual", lacks: "link" }),
  },
  "hearing without a number": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "Todavía no tenemos un número al que llamarte.",
    stubs: heldAs({ telephone: undefined, lacks: "telephone" }),
  },
  "hearing that may be changed no more": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "Podías cambiar cómo participas hasta el 14 de diciembre",
    stubs: heldAs({ choice: { modes: ["telephone", "virtual"], until: "2026-12-14", mayChangeMode: false } }),
    act: (page) => page.click("text=Cambiar cómo participo"),
  },
  "hearing whose hour has come": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "Si nadie te llama, o no puedes entrar, llámanos hoy mismo al 053 000 000.",
    stubs: begun("2026-11-23"),
  },
  "hearing that was not held": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads:
      "Tu reunión era el viernes 20 de noviembre de 2026, a las 9:00 a. m., por teléfono, y no figura que se hizo.",
    stubs: begun("2026-11-20"),
  },
  "hearing, none": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "no tiene una reunión por hacer",
    stubs: acts({ ...idle, hearing: undefined }),
  },
  "hearing, confirmed": {
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "Confirmaste que participarás.",
    stubs: heldAs({ confirmed: true }),
  },
};

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_, state) => {
    await expectSoundState(state);
  },
);

it("both are linked from what the claimant has to do, the first with the green button", async () => {
  const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Lo que tienes que hacer" });
  await expect
    .poll(() => page.locator(".acts a.button").evaluateAll((links) => links.map((a) => a.getAttribute("href"))))
    .toEqual([path, "/reclamos/claim1/reunion/", "/reclamos/claim1/ampliar/"]);
});

it("a hearing whose hour has come is not to be confirmed any more, nor put in a calendar", async () => {
  const stubs = begun("2026-11-23");
  const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Lo que tienes que hacer", stubs });
  await page.getByRole("link", { name: "Ver la reunión", exact: true }).click();
  await page.getByText("Ya es la hora.").waitFor();
  expect(await page.locator("main button").count()).toBe(0);
});

it("a visit that looks at the outside alone asks for no rooms to be shown", async () => {
  const { page } = await open({ ...mine, path, reads: "Afuera: el medidor", stubs: shown({ inside: false }) });
  const asked = await page.locator("h2:has-text('Qué te pedimos') + ul li").allInnerTexts();
  expect(asked).toHaveLength(2);
  expect(asked.join()).not.toContain("ambientes");
});

it("a visit is confirmed as it was seen", async () => {
  const { page } = await open({
    ...mine,
    path,
    reads: "Confirmo que habrá alguien",
    stubs: { ...shown({}), confirmVisit: answer("confirmVisit", { ...visit, confirmed: true }) },
  });
  await page.click("text=Confirmo que habrá alguien");
  await page.locator("p:focus", { hasText: "Confirmaste que habrá alguien ese día." }).waitFor();
  expect(bodyOf("confirmVisit")).toEqual({ inspectionId: "v1", on: "2026-11-27", from: "08:00" });
});

it("a visit moves to the chosen hour; one that filled meanwhile is said, and the free ones are read again", async () => {
  const { page } = await open({
    ...mine,
    path,
    reads: "Confirmo que habrá alguien",
    stubs: { ...shown({}), moveVisit: refusal("not-now") },
  });
  await page.click("summary");
  await page.click("text=lunes 30 de noviembre de 2026, entre las 8:00");
  await page.click("text=Cambiar la visita");
  await page.locator("[role=alert]").waitFor();
  await expect.poll(() => callsTo("showVisit").length).toBe(2);
  const moved = { ...visit, visit: { inspectionId: "v1", ...slots[2], late: false }, confirmed: true };
  site.stubs = {
    ...site.stubs,
    moveVisit: answer("moveVisit", { ...moved, change: { slots: [], until: "2026-11-27", left: 1 } } as Visit),
  };
  await page.click("text=lunes 30 de noviembre de 2026, entre las 8:00");
  await page.click("text=Cambiar la visita");
  await page.locator("text=Listo, cambiaste la visita.").waitFor();
  expect(bodyOf("moveVisit")).toEqual({ inspectionId: "v1", on: "2026-11-30", from: "08:00" });
  expect(await page.locator("dl b").innerText()).toContain("lunes 30 de noviembre");
});

it("a visit that moves to another hour of its day is said to have moved", async () => {
  const later = { inspectionId: "v1", on: "2026-11-27", from: "10:00", to: "12:00", late: false };
  const { page } = await open({
    ...{ ...mine, path, reads: "Confirmo que habrá alguien" },
    stubs: {
      ...shown({ change: { slots: [{ on: "2026-11-27", from: "10:00", to: "12:00" }], until: "2026-11-26", left: 2 } }),
      moveVisit: answer("moveVisit", { ...visit, visit: later }),
    },
  });
  await page.click("summary");
  await page.click("text=viernes 27 de noviembre de 2026, entre las 10:00");
  await page.click("text=Cambiar la visita");
  await page.locator("[role=status]", { hasText: "Listo, cambiaste la visita." }).waitFor();
  expect(bodyOf("moveVisit")).toEqual({ inspectionId: "v1", on: "2026-11-27", from: "10:00" });
});

it("a hearing is confirmed", async () => {
  const { page } = await open({
    ...mine,
    path: "/reclamos/claim1/reunion/",
    reads: "Confirmo que participaré",
    stubs: {
      confirmHearing: answer("confirmHearing", {
        ...claim,
        hearing: { on: "2026-12-15", at: "09:00", mode: "telephone", ...claim.hearing, confirmed: true },
      }),
    },
  });
  // What is asked stands before what may be done.
  await page.locator("form:has-text('Confirmo que participaré') ~ p:has-text('Agregar a mi calendario')").waitFor();
  await page.getByText("Si ese día no puedes, elige participar por teléfono o por video, o manda a alguien").waitFor();
  await page.click("text=Confirmo que participaré");
  await page.locator("p:focus", { hasText: "Confirmaste que participarás." }).waitFor();
  expect(bodyOf("confirmHearing")).toEqual({ on: "2026-12-15", at: "09:00" });
});

it.each([
  ["visita", "Confirmo que habrá alguien"],
  ["reunion", "Confirmo que participaré"],
] as const)("an interpreter is asked for on the page of the %s, and it says so", async (page_, reads) => {
  const languageChoice = { language: "qu", interpreter: true };
  const { page, violations } = await open({
    ...{ ...mine, path: `/reclamos/claim1/${page_}/`, reads },
    stubs: { ...shown({}), chooseLanguage: answer("chooseLanguage", { ...claim, languageChoice }) },
  });
  await page.click("text=¿Otro idioma, o un intérprete?");
  await page.getByLabel("Otro", { exact: true }).check();
  await page.click("text=Guardar mi idioma");
  await page.getByText("Escribe qué idioma prefieres.").first().waitFor();
  await page.getByLabel("Quechua").check();
  await page
    .getByRole("group", { name: /intérprete/ })
    .getByLabel("Sí")
    .check();
  await expectSound(page, violations);
  await page.click("text=Guardar mi idioma");
  await page.getByText("Pediste un intérprete de quechua.").waitFor();
  expect(bodyOf("chooseLanguage")).toEqual(languageChoice);
});
