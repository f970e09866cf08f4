import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { fileOf, type SitePage, sitePages } from "../../web/paths.ts";
import type { Sheet } from "../../web/words/receipt.ts";
import { readPdf } from "../shared/documents/pdf-reader.ts";
import { openPage, type PageOptions } from "./browser.ts";
import {
  answer,
  corrected,
  correctedSheet,
  firstSheet,
  fullSheet,
  gatewaySays,
  heldSheet,
  imports,
  now,
  office,
  type RouteAnswer,
  receipts,
  refusal,
  sheet,
  supplies,
  supplyAccounts,
  term,
} from "./fixtures.ts";
import { browser, build, expectReadAloud, expectSound, servePages, site } from "./served.ts";
import type { Stubs } from "./site-server.ts";

servePages();

const usual = (): Stubs => ({
  showOffice: answer("showOffice", office(site.origin)),
  lookUpReceipt: answer("lookUpReceipt", sheet),
  lookUpReceiptSignedIn: answer("lookUpReceiptSignedIn", sheet),
  listSupplies: answer("listSupplies", supplies),
  linkSupply: answer(
    "linkSupply",
    { linkId: "c3", supplyCode: "00012345", linkedAt: "2026-11-23T14:42:00.000Z", proof: "receipt" },
    201,
  ),
  unlinkSupply: { status: 204 },
  listSupplyAccounts: answer("listSupplyAccounts", supplyAccounts),
  endSupplyLink: { status: 204 },
  listReceipts: answer("listReceipts", receipts),
  showReceipt: answer("showReceipt", sheet),
  explainReceipt: answer("explainReceipt", sheet.explanation),
  dueDates: answer("dueDates", term("2026-11-24", 15)),
  showResults: answer("showResults", results),
  listImports: answer("listImports", { imports: Object.values(imports) }),
  showImport: answer("showImport", imports.storing),
});

beforeEach(() => {
  site.stubs = usual();
});

const send = (page: Page): Promise<void> => page.click("main button[type=submit]");
const lookUp = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.fill("#receiptNumber", "S001-45013");
  await page.fill("#total", "S/ 58,90");
  await send(page);
};
const link = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.fill("#printedKey", "K7M4-92QP");
  await send(page);
};
const countTerm = async (page: Page): Promise<void> => {
  await page.fill("#from", "24");
  await page.fill("#from-month", "11");
  await page.fill("#from-year", "2026");
  await page.fill("#days", "15");
  await send(page);
};

const results = {
  month: "2026-10",
  last: "2026-10",
  attended: 812,
  resolved: 731,
  inTerm: 719,
  silences: null,
  byType: [
    { type: "F01" as const, count: 655 },
    { type: "F04" as const, count: 71 },
    { type: "F12" as const, count: null },
    { type: "O-S2" as const, count: null },
  ],
};

interface State extends Pick<PageOptions, "signedIn" | "refreshToken"> {
  readonly path: string;
  /** The text that shows that the state is reached. */
  readonly reads: string;
  readonly stubs?: Stubs;
  readonly act?: (page: Page) => Promise<void>;
}

const later = (answered: RouteAnswer): RouteAnswer => ({ ...answered, delayMs: 5000 });
const customers = { signedIn: "customers" } as const;
const staff = { signedIn: "staff" } as const;
const missing = refusal("invalid-request", [
  { field: "body.supplyCode", message: "Escribe el código de suministro que está en tu recibo." },
  { field: "body.receiptNumber", message: "Escribe el número de recibo." },
]);
const noDay = refusal("invalid-request", [{ field: "query.from", message: '"2026-02-31" no es una fecha.' }]);

const states: Readonly<Record<string, State>> = {
  home: { path: "/", reads: "Abierto ahora hasta la 1:00" },
  "home, the API down": {
    path: "/",
    reads: "El sistema no responde",
    stubs: { showOffice: gatewaySays(503) },
  },
  "home, of a release": {
    path: "/",
    reads: "Versión 9f66838, del 28/11/2026 a las 02:10",
    stubs: {
      showOffice: answer("showOffice", {
        ...office("http://127.0.0.1"),
        version: "9f66838, del 28/11/2026 a las 02:10",
      }),
    },
  },
  "a month's results": { path: "/resultados/", reads: "Personas atendidas" },
  "results of a month of few": {
    path: "/resultados/?mes=2026-09",
    reads: "no se resolvió ningún reclamo",
    stubs: {
      showResults: answer("showResults", {
        ...results,
        month: "2026-09",
        attended: null,
        resolved: 0,
        inTerm: 0,
        silences: 0,
        byType: [],
      }),
    },
  },
  "results of a month that still runs": {
    path: "/resultados/?mes=2026-11",
    reads: "se publican cuando termina",
    stubs: { showResults: refusal("month-not-over") },
  },
  "results, the API down": {
    path: "/resultados/",
    reads: "Volver a intentar",
    stubs: { showResults: gatewaySays(503) },
  },
  "does it work, all of it": {
    path: "/funcionamiento/",
    reads: "Todo funciona",
    stubs: {
      lookUpReceipt: missing,
      fileOpenClaim: refusal("invalid-request"),
      listOutages: answer("listOutages", {
        outages: [{ outageId: "o1", number: "INT-2026-000001", from: now, to: now, certificate: "preparing" }],
      }),
    },
  },
  "does it work, nobody can file": {
    path: "/funcionamiento/",
    reads: "Algo no funciona",
    stubs: { lookUpReceipt: missing, listOutages: answer("listOutages", { outages: [] }) },
  },
  "look-up": { path: "/recibo/", reads: "Código de suministro" },
  "look-up by document": {
    path: "/recibo/",
    reads: "DNI, RUC o carné",
    act: (page) => page.click("label:has-text('El documento del titular')"),
  },
  "look-up, data missing": {
    path: "/recibo/",
    reads: "Hay datos que corregir",
    stubs: { lookUpReceipt: missing },
    act: lookUp,
  },
  "look-up, nothing found": {
    path: "/recibo/",
    reads: "No encontramos un recibo con esos datos",
    stubs: { lookUpReceipt: refusal("receipt-not-found") },
    act: lookUp,
  },
  "look-up, too many attempts": {
    path: "/recibo/",
    reads: "Espera 21 minutos",
    stubs: { lookUpReceipt: refusal("too-many-attempts", [], 1260) },
    act: lookUp,
  },
  "look-up, too many from one address": {
    path: "/recibo/",
    reads: "Ingresa para seguir viendo recibos",
    stubs: { lookUpReceipt: refusal("sign-in-to-continue") },
    act: lookUp,
  },
  "look-up, signed in": { path: "/recibo/", reads: "más de 4 veces lo normal en tu casa", act: lookUp, ...customers },
  "look-up, too many calls": {
    path: "/recibo/",
    reads: "Hay muchas consultas",
    stubs: { lookUpReceipt: gatewaySays(429) },
    act: lookUp,
  },
  receipt: { path: "/recibo/", reads: "más de 4 veces lo normal en tu casa", act: lookUp },
  "receipt, every factor": {
    path: "/recibo/",
    reads: "Diferencia entre el recibo y la lista de precios",
    stubs: { lookUpReceipt: answer("lookUpReceipt", fullSheet) },
    act: lookUp,
  },
  "receipt, held by a claim": {
    path: "/recibo/",
    reads: "está en reclamo: mientras dure, no pueden exigírtelo",
    stubs: { lookUpReceipt: answer("lookUpReceipt", heldSheet) },
    act: lookUp,
  },
  "receipt, corrected by a claim": {
    path: "/recibo/",
    reads: "queda en S/\u00a045.60",
    stubs: { lookUpReceipt: answer("lookUpReceipt", correctedSheet) },
    act: lookUp,
  },
  "receipt, its term over": {
    path: "/recibo/",
    reads: "Puedes presentarlo igual",
    act: lookUp,
    stubs: {
      lookUpReceipt: answer("lookUpReceipt", {
        ...sheet,
        receipt: { ...sheet.receipt, claimUntil: "2026-11-20", claimDaysLeft: 0 },
      }),
    },
  },
  "receipt, the first": {
    path: "/recibo/",
    reads: "No tenemos el dato del mes anterior",
    stubs: { lookUpReceipt: answer("lookUpReceipt", firstSheet) },
    act: lookUp,
  },
  "sign-in": { path: "/ingresar/", reads: "Te enviamos un código" },
  "sign-in, signed in": { path: "/ingresar/", reads: "Ya ingresaste", ...customers },
  "sign-in, refused": { path: "/ingresar/?error=access_denied", reads: "No se completó tu ingreso" },
  "supplies, signed out": { path: "/mis-suministros/", reads: "Ingresa para ver tus suministros" },
  "supplies, on the way": {
    path: "/mis-suministros/",
    reads: "Cargando…",
    stubs: { listSupplies: later(gatewaySays(503)) },
    ...customers,
  },
  supplies: { path: "/mis-suministros/", reads: "Suministro 00067890", ...customers },
  "supplies, none": {
    path: "/mis-suministros/",
    reads: "Aún no has vinculado ningún suministro",
    stubs: { listSupplies: answer("listSupplies", { supplies: [], ended: [] }) },
    ...customers,
  },
  "supplies, one to forget": {
    path: "/mis-suministros/",
    reads: "¿Quitar el suministro 00012345?",
    act: (page) => page.click("main .doors button"),
    ...customers,
  },
  "supplies, taken from the account by the holder": {
    path: "/mis-suministros/",
    reads: "quitó de tu cuenta el suministro 00012345",
    stubs: {
      listSupplies: answer("listSupplies", {
        supplies: [],
        ended: [{ supplyCode: "00012345", endedAt: "2026-11-23T14:42:00.000Z", because: "by-holder" }],
      }),
    },
    ...customers,
  },
  "supplies, in another holder's name": {
    path: "/mis-suministros/",
    reads: "sus recibos ahora están a nombre de otra persona",
    stubs: {
      listSupplies: answer("listSupplies", {
        supplies: [],
        ended: [{ supplyCode: "00012345", endedAt: "2026-11-23T14:42:00.000Z", because: "holder-changed" }],
      }),
    },
    ...customers,
  },
  "supplies, who else has one": {
    path: "/mis-suministros/",
    reads: "Cuenta j•••@example.pe",
    act: (page) => page.click("main .doors >> text=Ver quién más lo vinculó >> nth=0"),
    ...customers,
  },
  "supplies, nobody else": {
    path: "/mis-suministros/",
    reads: "Ninguna otra cuenta lo tiene vinculado",
    stubs: { listSupplyAccounts: answer("listSupplyAccounts", { accounts: [] }) },
    act: (page) => page.click("main .doors >> text=Ver quién más lo vinculó >> nth=0"),
    ...customers,
  },
  "supplies, others of one that is not shown to be the holder's": {
    path: "/mis-suministros/",
    reads: "¿Eres el titular?",
    act: (page) => page.click("main .doors >> text=Ver quién más lo vinculó >> nth=1"),
    ...customers,
  },
  "supplies, others not found": {
    path: "/mis-suministros/",
    reads: "El sistema está ocupado",
    stubs: { listSupplyAccounts: gatewaySays(503) },
    act: (page) => page.click("main .doors >> text=Ver quién más lo vinculó >> nth=0"),
    ...customers,
  },
  "supplies, session over": {
    path: "/mis-suministros/",
    reads: "Tu sesión terminó",
    refreshToken: "ended",
    ...customers,
  },
  "supplies, token refused": {
    path: "/mis-suministros/",
    reads: "Tu sesión terminó",
    stubs: { listSupplies: gatewaySays(401) },
    ...customers,
  },
  "supplies, API down": {
    path: "/mis-suministros/",
    reads: "El sistema está ocupado",
    stubs: { listSupplies: gatewaySays(503) },
    ...customers,
  },
  "supplies, link refused": {
    path: "/mis-suministros/",
    reads: "Ya tienes muchos suministros vinculados",
    stubs: { linkSupply: refusal("too-many-supplies") },
    act: link,
    ...customers,
  },
  consumption: { path: "/mis-suministros/a1/", reads: "más de 4 veces lo normal en este suministro", ...customers },
  "supplies, linked with a receipt in the former name": {
    path: "/mis-suministros/",
    reads: "El suministro cambió de titular",
    stubs: { linkSupply: refusal("former-holder") },
    act: link,
    ...customers,
  },
  "consumption, no receipts": {
    path: "/mis-suministros/a1/",
    reads: "Todavía no hay recibos",
    stubs: { listReceipts: answer("listReceipts", { supplyCode: "00012345", months: [] }) },
    ...customers,
  },
  "consumption of a stranger": {
    path: "/mis-suministros/zz/",
    reads: "Ese suministro no está entre los tuyos",
    stubs: { listReceipts: refusal("supply-not-linked") },
    ...customers,
  },
  "receipt of a supply": {
    path: "/mis-suministros/a1/recibos/2026-10/",
    reads: "En octubre de 2026 el medidor marcó 62",
    ...customers,
  },
  "receipt of a supply, signed out": { path: "/mis-suministros/a1/recibos/2026-10/", reads: "Tu sesión terminó" },
  term: { path: "/plazos/", reads: "Cuántos días hábiles" },
  "term, counted": { path: "/plazos/", reads: "El plazo vence el jueves 17 de diciembre de 2026", act: countTerm },
  "term, no such day": {
    path: "/plazos/",
    reads: "Escribe una fecha que exista",
    stubs: { dueDates: noDay },
    act: countTerm,
  },
  help: { path: "/ayuda/", reads: "Dónde está el número de recibo" },
  accessibility: { path: "/accesibilidad/", reads: "WCAG 2.2" },
  privacy: { path: "/privacidad/", reads: "No usamos cookies" },
  "not found": { path: "/no-hay/", reads: "No encontramos esta página" },
  "desk, signed out": { path: "/desk/", reads: "Ingrese para trabajar" },
  desk: { path: "/desk/", reads: "Lo que puede hacer aquí", ...staff },
  "desk, not found": { path: "/desk/no-hay/", reads: "No encontramos esta página", ...staff },
  imports: { path: "/desk/importaciones/", reads: "Terminado: 47,500 guardadas, 31 rechazadas", ...staff },
  "imports, none": {
    path: "/desk/importaciones/",
    reads: "Todavía no hay importaciones",
    stubs: { listImports: answer("listImports", { imports: [] }) },
    ...staff,
  },
  "imports, without the role": {
    path: "/desk/importaciones/",
    reads: "Su cargo no permite hacer esto",
    stubs: { listImports: refusal("not-your-role") },
    ...staff,
  },
  "imports, no file": { path: "/desk/importaciones/", reads: "Elija el archivo.", act: send, ...staff },
  "import, under way": { path: "/desk/importaciones/a/", reads: "12,400 de 48,000; 31 con error", ...staff },
  "import, waiting": {
    path: "/desk/importaciones/a/",
    reads: "El archivo todavía no llega",
    stubs: { showImport: answer("showImport", imports.waiting) },
    ...staff,
  },
  "import, done": {
    path: "/desk/importaciones/a/",
    reads: "Terminado: 47,500 guardadas, 31 rechazadas",
    stubs: { showImport: answer("showImport", imports.done) },
    ...staff,
  },
  "import, waiting for a decision": {
    path: "/desk/importaciones/a/",
    reads: "5 filas cambian al titular",
    stubs: { showImport: answer("showImport", imports.previewed) },
    ...staff,
  },
  "import, refused": {
    path: "/desk/importaciones/a/",
    reads: "No se guardó nada de este archivo",
    stubs: { showImport: answer("showImport", imports.refused) },
    ...staff,
  },
  "import, unknown": {
    path: "/desk/importaciones/a/",
    reads: "No encontramos esa importación",
    stubs: { showImport: refusal("import-not-found") },
    ...staff,
  },
};

/** The states that are kept as a screen reader is given them. */
const readAloud: ReadonlySet<string> = new Set(["look-up", "look-up, nothing found", "receipt"]);

async function open({ path, reads, stubs = {}, act, ...options }: State & PageOptions) {
  site.stubs = { ...usual(), ...stubs };
  const opened = await openPage(browser, site.origin, options);
  await opened.page.goto(site.origin + path);
  if (act) await opened.page.waitForSelector("main form, main .doors");
  await act?.(opened.page);
  await opened.page.getByText(reads).first().waitFor();
  return opened;
}

describe("every page and state", () => {
  it.each(Object.entries(states))(
    "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
    async (name, state) => {
      const { page, violations } = await open(state);
      await expectSound(page, violations, [320, 360, 1280]);
      if (readAloud.has(name)) await expectReadAloud(page, name.replace(/\W+/g, "-"));
    },
  );
});

describe("without scripts", () => {
  it.each(Object.keys(sitePages) as SitePage[])("%s has its heading, its help and where to go", async (id) => {
    const { page } = await openPage(browser, site.origin, { scripts: false });
    await page.goto(site.origin + fileOf(id));
    expect(await page.locator("h1").textContent()).toBe(sitePages[id].title);
    expect(await page.locator("noscript p").first().isVisible()).toBe(true);
    expect(await page.locator("a[href='/formato-reclamo.pdf']").first().isVisible()).toBe(true);
    for (const words of ["¿Necesitas ayuda?", "053 000 000", "Dirección de prueba 000", "1899"])
      expect(await page.getByText(words).first().isVisible()).toBe(true);
    expect(await page.getByText("Cargando…").isVisible()).toBe(false);
  });

  it.each([
    ["receipt", "supplyCode"],
    ["terms", "days"],
  ] as const)("%s has its form, which puts nothing in the address", async (id, field) => {
    const { page } = await openPage(browser, site.origin, { scripts: false });
    await page.goto(site.origin + fileOf(id));
    await page.fill(`#${field}`, "12345");
    await send(page);
    expect(page.url()).toBe(site.origin + fileOf(id));
  });
});

describe("letters twice as large", () => {
  it.each([
    ["a receipt", { path: "/recibo/", reads: "Tu recibo de octubre", act: lookUp }],
    ["the months of a supply", { path: "/mis-suministros/a1/", reads: "más de 4 veces lo normal", ...customers }],
    ["a counted term", { path: "/plazos/", reads: "El plazo vence el jueves 17", act: countTerm }],
    ["the accounts of a supply", { path: "/mis-suministros/", reads: "Suministro 00067890", ...customers }],
  ] as const)("scroll nothing sideways on a phone: %s", async (_, state) => {
    const { page } = await open(state);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  });
});

describe("who else linked a supply", () => {
  it("is asked for once it is looked at; ended after a question, said, and the list is read anew", async () => {
    const { page } = await open({ path: "/mis-suministros/", reads: "Suministro 00067890", ...customers });
    expect(site.calls.some(({ id }) => id === "listSupplyAccounts")).toBe(false);
    await page.click("main .doors >> text=Ver quién más lo vinculó >> nth=0");
    await page.click("text=Quitarle el acceso >> nth=0");
    await page.click("dialog >> text=No, dejarlo");
    expect(site.calls.some(({ id }) => id === "endSupplyLink")).toBe(false);
    await page.click("text=Quitarle el acceso >> nth=0");
    site.stubs = { ...site.stubs, listSupplyAccounts: answer("listSupplyAccounts", { accounts: [] }) };
    await page.click("dialog >> text=Sí, quitarle el acceso");
    await page.getByText("Ninguna otra cuenta lo tiene vinculado").waitFor();
    await page.getByText("Esa cuenta ya no tiene acceso").waitFor();
    expect(site.calls.filter(({ id }) => id === "endSupplyLink")).toHaveLength(1);
  });
});

describe("a part of a page that cannot be loaded", () => {
  it("is loaded with the page anew, which keeps what was typed in a form that keeps nothing itself", async () => {
    const { page } = await open({ path: "/mis-suministros/", reads: "Suministro 00067890", ...customers });
    await page.locator("#supplyCode").pressSequentially("12345");
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.click("main .doors >> text=Ver quién más lo vinculó >> nth=0");
    const again = page.getByRole("button", { name: "Volver a intentar" });
    await again.waitFor();
    await page.unroute("**/assets/*.js");
    await Promise.all([page.waitForEvent("load"), again.click()]);
    await expect.poll(() => page.inputValue("#supplyCode")).toBe("12345");
    await page.click("main .doors >> text=Ver quién más lo vinculó >> nth=0");
    expect(await again.count()).toBe(0);
    expect(await page.inputValue("#supplyCode")).toBe("12345");
  });

  it("is loaded with the page anew at once, if what is typed is kept", async () => {
    const { page } = await open({ path: "/mesa-de-partes/", reads: "En un día puedes presentar", ...customers });
    await page.locator("#subject").pressSequentially("Pido mi historial");
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.check("input[name=against][value=yes]");
    const again = page.locator("form").getByRole("button", { name: "Volver a intentar" }).first();
    await again.waitFor();
    await page.unroute("**/assets/*.js");
    await again.click();
    await page.getByText("Es mejor que la presentes en tu reclamo").waitFor();
    expect(await page.inputValue("#subject")).toBe("Pido mi historial");
  });
});

describe("the look-up", () => {
  const start: State = { path: "/recibo/", reads: "Código de suministro" };

  it("is done with the keyboard alone, from the skip link to the receipt's heading", async () => {
    const { page } = await open(start);
    await page.keyboard.press("Tab");
    await page.locator(".skip:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.locator("#supplyCode:focus").waitFor();
    await page.keyboard.type("12345");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.locator("#printedKey").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator("#documentNumber").waitFor();
    await page.keyboard.press("Tab");
    await page.locator("#documentNumber:focus").waitFor();
    await page.keyboard.type("00000001");
    await page.keyboard.press("Enter");
    await page.locator("h1:focus", { hasText: "Tu recibo de octubre de 2026" }).waitFor();
    expect(await page.title()).toBe("Tu recibo de octubre de 2026 – EPS Moquegua");
    expect(new URL(page.url())).toMatchObject({ pathname: "/recibo/", search: "" });
    expect(site.calls.find(({ id }) => id === "lookUpReceipt")?.body).toBe(
      JSON.stringify({ supplyCode: "12345", documentNumber: "00000001" }),
    );
  });

  it.each([
    ["the leak", sheet],
    ["the longest", fullSheet],
    ["held by a claim", heldSheet],
  ])("shows how much, until when and why without scrolling: %s", async (_, found) => {
    const lookUpReceipt = answer("lookUpReceipt", found);
    const { page } = await open({ ...start, reads: "Tu recibo de octubre", act: lookUp, stubs: { lookUpReceipt } });
    await expect.poll(() => page.evaluate("scrollY")).toBe(0);
    const bottom = await page.evaluate<number>("document.querySelector('.why').getBoundingClientRect().bottom");
    expect(bottom).toBeLessThan(740);
  });

  it.each([
    ["/recibo/", "Consultar un reclamo", "/estado/", heldSheet, "Ya hay un reclamo"],
    ["/mis-suministros/a1/recibos/2026-10/", "Mis reclamos", "/reclamos/", heldSheet, "Ya hay un reclamo"],
    ["/recibo/", "Consultar un reclamo", "/estado/", correctedSheet, "Ya hubo un reclamo"],
  ] as const)(
    "offers first the claim that holds the receipt or corrected it, and then another reason: %s, %s, %s",
    async (path, name, href, found, reads) => {
      const { page } = await open({
        path,
        reads,
        stubs: { lookUpReceipt: answer("lookUpReceipt", found), showReceipt: answer("showReceipt", found) },
        ...(path === "/recibo/" ? { act: lookUp } : customers),
      });
      const actions = page.locator("main .sheet-top a.button");
      expect(await actions.allInnerTexts()).toEqual([name, "Reclamar por otra razón"]);
      expect(await actions.first().getAttribute("href")).toBe(href);
    },
  );

  it.each<[Partial<Sheet["receipt"]>, string]>([
    [{}, "por 12 m³. Se paga desde el martes 1 de diciembre de 2026."],
    [{ corrected: { ...corrected, instalments: 3 } }, "por 12 m³. Se paga en 3 partes, con tus recibos de cada mes."],
    [
      { status: "IN_CLAIM", held: { amount: "45.60", payable: "8851.85" } },
      "por 12 m³. Mientras llega el recibo corregido, no se corta el servicio por él.",
    ],
    [{ status: "PAID" }, "por 12 m³."],
    [
      { status: "PAID", corrected: { ...corrected, overpaid: "30.10" } },
      "Pagaste S/ 30.10 de más: se te devuelve o se descuenta de tus próximos recibos.",
    ],
  ])("says what a claim left it at: %j", async (receipt, said) => {
    const found = { ...correctedSheet, receipt: { ...correctedSheet.receipt, ...receipt } };
    const lookUpReceipt = answer("lookUpReceipt", found);
    const { page } = await open({ ...start, reads: "Tu recibo de octubre", act: lookUp, stubs: { lookUpReceipt } });
    const top = (await page.locator("main .sheet-top").innerText()).replaceAll(/\s/g, " ");
    expect(top).toContain("Total a pagar S/ 8,897.45");
    expect(top).toContain("queda en S/ 45.60, por 12 m³");
    expect(top).toContain(said);
    expect(top).not.toContain("normal en tu casa");
    expect(await page.getByText("Así se emitió, antes de la corrección.").count()).toBe(2);
    expect(await page.getByText("corregido: S/").count()).toBe(1);
  });

  it("takes the focus to what is wrong, says so in the title, and keeps what was typed", async () => {
    const { page } = await open({
      ...start,
      reads: "Hay datos que corregir",
      act: lookUp,
      stubs: { lookUpReceipt: missing },
    });
    await page.locator("[role=alert]:focus").waitFor();
    await expect.poll(() => page.title()).toBe("Error: Ver mi recibo – EPS Moquegua");
    await page.click("text=Escribe el número de recibo. >> nth=0");
    await page.locator("#receiptNumber:focus").waitFor();
    expect(await page.inputValue("#receiptNumber")).toBe("S001-45013");
    site.stubs = usual();
    await send(page);
    await page.getByText("Tu recibo de octubre").first().waitFor();
    await expect.poll(() => page.title()).not.toContain("Error");
  });

  it("says so if another receipt was given than the newest, shows that one, and comes back", async () => {
    const newest = answer("lookUpReceipt", { ...sheet, givenPeriod: "2026-08" });
    const { page } = await open({
      ...start,
      reads: "Este es tu recibo más reciente. El que escribiste es de agosto de 2026.",
      act: lookUp,
      stubs: { lookUpReceipt: newest },
    });
    site.stubs = { ...usual(), lookUpReceipt: gatewaySays(429) };
    await page.click("text=Ver el de agosto de 2026");
    await page.getByText("Hay muchas consultas").first().waitFor();
    const older = { ...sheet, receipt: { ...sheet.receipt, period: "2026-08", number: "S001-00043013" } };
    site.stubs = { ...usual(), lookUpReceipt: answer("lookUpReceipt", older) };
    await page.click("text=Ver el de agosto de 2026");
    await page.getByText("Este es el recibo que escribiste. Ya hay uno más reciente.").waitFor();
    await page.locator("h1:focus", { hasText: "Tu recibo de agosto de 2026" }).waitFor();
    expect(JSON.parse(String(site.calls.findLast(({ id }) => id === "lookUpReceipt")?.body))).toMatchObject({
      supplyCode: "12345",
      shown: "given",
    });
    const months = await page.locator("table").first().innerText();
    expect(months).toContain("agosto de 2026");
    expect(months).not.toContain("septiembre de 2026");
    await page.click("text=Ver el de octubre de 2026");
    await page.locator("h1:focus", { hasText: "Tu recibo de octubre de 2026" }).waitFor();
  });

  it("goes back to the form, empty", async () => {
    const { page } = await open({ ...start, reads: "Tu recibo de octubre", act: lookUp });
    await page.click("text=Ver otro recibo");
    expect(await page.inputValue("#supplyCode")).toBe("");
    await page.locator("h1:focus").waitFor();
  });

  it("sends a form that was submitted before its script was loaded", async () => {
    const { page } = await openPage(browser, site.origin);
    const scripts = Promise.withResolvers<void>();
    await page.route("**/assets/**", async (route) => {
      await scripts.promise;
      await route.continue();
    });
    await page.goto(`${site.origin}/recibo/`, { waitUntil: "commit" });
    await lookUp(page);
    expect(site.calls.some(({ id }) => id === "lookUpReceipt")).toBe(false);
    scripts.resolve();
    await page.getByText("Tu recibo de octubre").first().waitFor();
    expect(site.calls.filter(({ id }) => id === "lookUpReceipt")).toHaveLength(1);
  });

  it("offline, says so and loses nothing", async () => {
    const { page } = await open(start);
    await page.context().setOffline(true);
    await page.getByText("Estás sin conexión. Lo que ya ves").waitFor();
    await lookUp(page);
    await page.getByText("Lo que escribiste sigue aquí").waitFor();
    expect(await page.inputValue("#supplyCode")).toBe("12345");
  });
});

it("asks for the office once, before the bundle, and the page moves to its new heading without loading again", async () => {
  const { page } = await open({ path: "/", reads: "Abierto ahora" });
  await page.click(".menu >> text=Calcular un plazo");
  await page.locator("h1:focus", { hasText: "Calcular un plazo" }).waitFor();
  await expect.poll(() => page.title()).toBe("Calcular un plazo – EPS Moquegua");
  expect(site.calls.map(({ id }) => id)).toEqual(["showOffice"]);
});

describe("signing in", () => {
  it("comes back to where the person was, keeps only the refresh token, and revokes it on signing out", async () => {
    const { page, violations } = await open({ path: "/mis-suministros/", reads: "Ingresa para ver tus suministros" });
    await page.click("main .button");
    await page.getByRole("heading", { name: "Suministro 00067890" }).waitFor();
    expect(page.url()).toBe(`${site.origin}/mis-suministros/`);
    expect(site.calls.find(({ id }) => id === "listSupplies")?.headers.authorization).toBe("Bearer access");
    const kept = await page.evaluate<string>(
      "JSON.stringify({ ...sessionStorage, ...localStorage }) + document.cookie",
    );
    expect(kept).toContain("refreshToken");
    expect(kept).not.toMatch(/id_token|eyJ|"access"/);
    await page.click("text=Salir");
    await page.getByText("Te enviamos un código").waitFor();
    await expect.poll(() => page.evaluate("sessionStorage.length")).toBe(0);
    expect(violations).toEqual([]);
  });

  it.each([-26, 26])("works on a phone whose clock is %i hours wrong", async (hours) => {
    const { page } = await open({ path: "/mis-suministros/", reads: "Ingresa para ver tus suministros" });
    await page.clock.setFixedTime(Date.now() + hours * 3_600_000);
    await page.click("main .button");
    await expect.poll(() => page.locator("main").innerText()).toContain("Suministro 00067890");
  });

  it("links and unlinks a supply, and asks before it unlinks", async () => {
    const { page } = await open({ ...customers, path: "/mis-suministros/", reads: "Suministro 00067890" });
    await link(page);
    // The form stands below the list: its answer is brought into view.
    await page.locator("[role=status]:focus", { hasText: "Vinculaste el suministro 00012345." }).waitFor();
    await page.click("main .doors button >> text=Quitar >> nth=1");
    await page.locator("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.locator(".doors button:focus", { hasText: "Quitar" }).waitFor();
    expect(site.calls.some(({ id }) => id === "unlinkSupply")).toBe(false);
    await page.keyboard.press("Enter");
    await page.click("text=Sí, quitar");
    await page.getByText("Quitaste el suministro 00067890.").waitFor();
  });
});

describe("the desk", () => {
  it("hashes a file, uploads it, and follows the import to its end", async () => {
    const content = "periodo;total\n2026-10;50.20\n";
    const { page, violations } = await open({ ...staff, path: "/desk/importaciones/", reads: "Importar un archivo" });
    const upload = { url: `${site.uploads}/imports`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
    site.stubs.startImport = answer("startImport", { importId: "a", upload }, 201);
    await page.setInputFiles("#file", { name: "recibos.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
    await send(page);
    await page.getByText("12,400 de 48,000; 31 con error").waitFor();
    expect(new URL(page.url()).pathname).toBe("/desk/importaciones/a/");
    expect(JSON.parse(site.calls.find(({ id }) => id === "startImport")?.body ?? "")).toEqual({
      kind: "receipts",
      fileName: "recibos.csv",
      sizeBytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
      asksFirst: true,
    });
    site.stubs.showImport = answer("showImport", imports.done);
    await page.getByText("48,000 de 48,000; 31 con error").waitFor();
    expect(violations).toEqual([]);
  });

  it("shows whose names a file changes and why rows are refused, and imports it once however often it is pressed", async () => {
    const path = "/desk/importaciones/a/";
    const stubs = { showImport: answer("showImport", imports.previewed) };
    const { page, violations } = await open({ ...staff, path, stubs, reads: "61 filas: 10 con error" });
    for (const text of ["PERSONA DE PRUEBA NUEVA (00000009)", "Se ven las primeras 1", "estado_agua falta"])
      expect(await page.getByText(text).isVisible(), text).toBe(true);
    const decided = { as: "import", by: "FACTURADORA DE PRUEBA", at: "2026-11-23T14:49:00.000Z" } as const;
    const stored = { ...imports.done, decided };
    site.stubs.decideImport = answer("decideImport", { ...imports.storing, decided });
    site.stubs.showImport = answer("showImport", stored);
    await page.getByRole("button", { name: "Importar", exact: true }).dblclick();
    await page.getByText("FACTURADORA DE PRUEBA decidió importarlo el").waitFor();
    const asked = site.calls.filter(({ id }) => id === "decideImport");
    expect(asked.map(({ body }) => JSON.parse(body ?? ""))).toEqual([{ as: "import" }]);
    expect(violations).toEqual([]);
  });

  it("says who decided otherwise about a file meanwhile, and when", async () => {
    const path = "/desk/importaciones/a/";
    const stubs = { showImport: answer("showImport", imports.previewed) };
    const { page } = await open({ ...staff, path, stubs, reads: "5 filas cambian al titular" });
    site.stubs.decideImport = refusal("import-decided");
    await page.getByRole("button", { name: "Descartar" }).click();
    await page.getByText("Ya se decidió sobre esa importación").waitFor();
    const decided = { as: "discard", by: "FACTURADORA DE PRUEBA", at: "2026-11-23T14:49:00.000Z" } as const;
    site.stubs.showImport = answer("showImport", { ...imports.refused, decided });
    await page.getByText("FACTURADORA DE PRUEBA lo descartó el").waitFor();
    expect(await page.getByRole("button", { name: "Importar", exact: true }).count()).toBe(0);
  });

  it("says that a file did not arrive, and keeps asking about one while nobody answers", async () => {
    const { page } = await open({ ...staff, path: "/desk/importaciones/", reads: "Importar un archivo" });
    const upload = { url: "http://127.0.0.1:1/closed", fields: {}, expiresAt: "2026-11-23T14:47:00.000Z" };
    site.stubs.startImport = answer("startImport", { importId: "a", upload }, 201);
    await page.setInputFiles("#file", { name: "recibos.csv", mimeType: "text/csv", buffer: Buffer.from("x") });
    await send(page);
    await page.getByText("El archivo no llegó completo").first().waitFor();
    await page.click("text=recibos-2026-10.csv >> nth=0");
    await page.getByText("12,400 de 48,000").waitFor();
    site.stubs.showImport = gatewaySays(503);
    await page.getByText("No podemos preguntar cómo va").waitFor();
    expect(await page.getByText("12,400 de 48,000").isVisible()).toBe(true);
    const asked = site.calls.length;
    site.stubs.showImport = refusal("busy");
    await expect.poll(() => site.calls.length, { timeout: 20_000 }).toBeGreaterThan(asked + 1);
    expect(await page.getByText("No podemos preguntar cómo va").isVisible()).toBe(true);
    site.stubs.showImport = answer("showImport", imports.done);
    await page.getByText("48,000 de 48,000").waitFor();
  });
});

it("every file is served under a policy without wildcards or unsafe sources, for a deployment to complete", () => {
  const { headers } = JSON.parse(readFileSync(join(build, "site-headers.json"), "utf8"));
  const policy: string = headers["content-security-policy"];
  expect(policy).toContain("connect-src 'self' {{ISSUERS}} {{UPLOADS}};");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

describe("the forms to fill in by hand", () => {
  it("are on the page of help, without a script, each a PDF of what it says it is", async () => {
    const { page } = await openPage(browser, site.origin, { scripts: false });
    await page.goto(`${site.origin}/ayuda/`);
    const links = await page.getByRole("link", { name: /\(Formato \d\)$/ }).all();
    const forms = await Promise.all(
      links.map(async (link) => [await link.getAttribute("href"), await link.innerText()]),
    );
    expect(forms.map(([, title]) => /Formato (\d)/.exec(title ?? "")?.[1])).toEqual(["1", "2", "8", "9"]);
    for (const [href, title] of forms) {
      const { text } = readPdf(readFileSync(join(build, "site", href ?? "")));
      expect(text.replaceAll(/\s+/g, " ")).toContain(/\(Formato \d\)/.exec(title ?? "")?.[0]);
    }
  });

  it("open as files, and not as a page of the site", async () => {
    const { page } = await openPage(browser, site.origin);
    await page.goto(`${site.origin}/ayuda/`);
    const asked = page.waitForRequest((request) => request.url().endsWith("/formato-reclamo.pdf"));
    await page.getByRole("link", { name: "Reclamo (Formato 2)" }).click();
    await asked;
    expect(await page.getByText("No encontramos esta página").count()).toBe(0);
  });
});
