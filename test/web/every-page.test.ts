import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { SitePage } from "../../web/paths.ts";
import { openPage } from "./browser.ts";
import { gatewaySays } from "./fixtures.ts";
import { visitAnswers, visits } from "./page-visits.ts";
import { browser, expectSound, servePages, site } from "./served.ts";
import type { Stubs } from "./site-server.ts";

servePages();

const pages = Object.keys(visits) as SitePage[];

/** Opens a page as its visitor does. */
async function opened(page: SitePage, stubs: Stubs, refreshToken?: string) {
  const { path, signedIn } = visits[page];
  site.stubs = stubs;
  const tab = await openPage(browser, site.origin, {
    ...(signedIn && { signedIn }),
    ...(refreshToken && { refreshToken }),
  });
  await tab.page.goto(site.origin + path);
  return tab;
}

const settled = (page: Page) => expect.poll(() => page.locator("main .loading").count(), { timeout: 20_000 }).toBe(0);
const mainOf = (page: Page) => page.locator("main").innerText();

/** Pages that call the API when they are opened: only they learn that it is down or that a session is over. */
const calls = (page: SitePage) => visits[page].signedIn !== undefined && page !== "openByKey";

const long = " Y UN TEXTO MUY LARGO QUE NO CABE EN UNA SOLA LÍNEA DE UN CELULAR, CON SU AÑADIDURA";

/** An answer with each of its texts longer, and each of its lists of things four times as long. */
function lengthened(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) {
    const each = value.map((one) => lengthened(one));
    return value.every((one) => typeof one === "object") && name !== "days" ? [each, each, each, each].flat() : each;
  }
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, lengthened(one, key)]));
  if (typeof value !== "string") return value;
  if (name === "fileName") return `foto-del-medidor-en-la-vereda-de-mi-casa-el-domingo-por-la-mañana-${value}`;
  return / /.test(value) && !/:\d\d|^\d/.test(value) ? value + long : value;
}

const longer = (stubs: Stubs): Stubs =>
  Object.fromEntries(
    Object.entries(stubs).map(([id, stub]) => [
      id,
      id === "showOffice" || typeof stub === "function" ? stub : { ...stub, body: lengthened(stub.body) },
    ]),
  );

/** Runs in the page: the texts of which a line has more than 75 letters. */
const longLines = `(() => {
  const wide = [];
  for (const block of document.querySelectorAll("main p, main li, main dd, main summary")) {
    const range = document.createRange();
    range.selectNodeContents(block);
    const letters = block.textContent.trim().length;
    const written = [...range.getClientRects()].reduce((sum, { width }) => sum + width, 0);
    const widest = Math.round((letters * block.clientWidth) / written);
    if (written > block.clientWidth && widest > 75) wide.push(widest + ": " + block.textContent.trim().slice(0, 60));
  }
  return wide;
})()`;

describe.each(pages)("the page %s is sound", (name) => {
  it("with long texts and long lists, in lines of 75 letters at most", async () => {
    const { page, violations } = await opened(name, longer(visitAnswers(site)));
    await settled(page);
    await expectSound(page, violations);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await page.evaluate<string[]>(longLines)).toEqual([]);
  });

  it("while the API is down, and says what to do", async () => {
    const { page, violations } = await opened(name, { showOffice: gatewaySays(503) });
    await settled(page);
    if (calls(name)) await expect.poll(() => mainOf(page)).toMatch(/Vuelve a intentar|llámanos/);
    else await page.getByText("El sistema no responde. Puedes leer el sitio").waitFor();
    await expectSound(page, violations);
  });

  it("once the session is over, and offers to sign in again where it needs one", async () => {
    const { page, violations } = await opened(name, visitAnswers(site), "ended");
    await settled(page);
    if (calls(name)) await expect.poll(() => mainOf(page)).toMatch(/Ingresa/);
    else await expect.poll(() => mainOf(page)).toContain(visits[name].reads);
    await expectSound(page, violations);
  });

  it("when the network is lost, and says so", async () => {
    const { page, violations } = await opened(name, visitAnswers(site));
    await expect.poll(() => mainOf(page)).toContain(visits[name].reads);
    await settled(page);
    await page.context().setOffline(true);
    await page.getByText("Estás sin conexión. Lo que ya ves sigue aquí.").waitFor();
    expect(await mainOf(page)).toContain(visits[name].reads);
    await expectSound(page, violations);
  });
});
