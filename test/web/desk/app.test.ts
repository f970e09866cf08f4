import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/bundle.ts";
import { deskWorker } from "../../../scripts/desk-worker.ts";
import { openPage } from "../browser.ts";
import { deskStubs, tokenOf } from "../desk-fixtures.ts";
import { open } from "../desk-site.ts";
import { answer, office } from "../fixtures.ts";
import { browser, build, servePages, site } from "../served.ts";
import { serveSite } from "../site-server.ts";

servePages();

const agendaPage = { as: "inspector", path: "/desk/inspecciones/", reads: "Empezar inspección" } as const;

/** Waits until the phone has the whole app. */
const isKept = (page: Page) =>
  expect
    .poll(() => page.evaluate("navigator.serviceWorker.getRegistration('/desk/').then((one) => !!one?.active)"))
    .toBe(true);

const addressesKept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    "caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).then((all) => all.flat())",
  );

describe("the inspector's app in the phone", () => {
  it("opens without signal, and keeps the app's files and nothing of the API", async () => {
    const { page, violations } = await open(agendaPage);
    await isKept(page);
    await page.reload();
    await page.getByText("Empezar inspección").first().waitFor();
    const kept = await addressesKept(page);
    expect(kept).toContain("/desk/index.html");
    expect(kept.filter((path) => !/^\/(desk\/index\.html|favicon\.svg|assets\/[\w-]+\.js)$/.test(path))).toEqual([]);
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/desk/inspecciones/c1/i2/`);
    await page.getByRole("heading", { level: 1, name: "Acta de inspección" }).waitFor();
    expect(violations).toEqual([]);
  });

  it("is kept by no phone but an inspector's, and answers for no page of the site", async () => {
    const { page } = await open({ as: "analyst", path: "/desk/bandeja/", reads: "Meta pasada" });
    expect(await page.evaluate("navigator.serviceWorker.getRegistrations().then(({ length }) => length)")).toBe(0);
    const { page: inspectors } = await open(agendaPage);
    await isKept(inspectors);
    await inspectors.goto(`${site.origin}/ayuda/`);
    expect(await inspectors.evaluate("navigator.serviceWorker.controller")).toBeNull();
  });

  it("can be installed: its manifest and icons are served", async () => {
    const { page } = await open(agendaPage);
    const manifest = JSON.parse(readFileSync(join(build, "site", "desk", "app.webmanifest"), "utf8"));
    expect(await page.locator("link[rel=manifest]").getAttribute("href")).toBe("/desk/app.webmanifest");
    for (const { src, sizes } of manifest.icons) {
      const size = await page.evaluate(
        `fetch("${src}").then((one) => one.blob()).then(createImageBitmap).then(({ width, height }) => width + "x" + height)`,
      );
      expect(size).toBe(sizes);
    }
  });

  it("gives an open page its own build until it is closed, and the next opening the new one", async () => {
    const copy = mkdtempSync(join(tmpdir(), "caudal-app-"));
    cpSync(build, copy, { recursive: true });
    const other = await serveSite(copy);
    other.stubs = { ...deskStubs, showOffice: answer("showOffice", office(other.origin)) };
    other.access = tokenOf("inspector");
    const { page } = await openPage(browser, other.origin, { signedIn: "staff" });
    const update = "navigator.serviceWorker.getRegistration('/desk/').then((one) => one.update())";
    const states =
      "navigator.serviceWorker.getRegistration('/desk/').then((one) => ['installing', 'waiting', 'active'].filter((state) => one[state]))";
    try {
      await page.goto(`${other.origin}/desk/inspecciones/`);
      await isKept(page);
      const file = join(copy, "site", "desk", "index.html");
      const content = readFileSync(file, "utf8").replace("<head>", '<head><meta name="build" content="new">');
      const worker = await deskWorker(join(root, "web", "desk", "service-worker.ts"), [
        { url: "/desk/index.html", content },
      ]);
      writeFileSync(join(copy, "site", "desk", "service-worker.js"), worker);
      const isNew = () => page.locator("meta[name=build]").count();
      // The new worker is there and the new document is not yet: it takes nothing.
      await page.evaluate(update).catch(() => {});
      await expect.poll(() => page.evaluate(states)).toEqual(["active"]);
      writeFileSync(file, content);
      await page.reload();
      expect(await isNew()).toBe(0);
      await page.evaluate(update);
      await expect.poll(() => page.evaluate(states)).toEqual(["waiting", "active"]);
      await page.reload();
      expect(await isNew()).toBe(0);
      // Closed: no page of the desk is open any more.
      await page.goto(`${other.origin}/_empty`);
      await expect
        .poll(() => page.evaluate("navigator.serviceWorker.getRegistration('/desk/').then((one) => !one.waiting)"))
        .toBe(true);
      await page.goto(`${other.origin}/desk/inspecciones/`);
      await expect.poll(isNew).toBe(1);
    } finally {
      other.close();
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

it("a page whose script does not come says so, and comes once there is a network", async () => {
  const { page } = await open({ as: "analyst", path: "/desk/bandeja/", reads: "Meta pasada" });
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.getByRole("link", { name: "Quejas" }).click();
  const again = page.getByRole("button", { name: "Volver a intentar" });
  await again.waitFor();
  expect(await page.locator("main h1").innerText()).not.toBe("");
  await page.unroute("**/assets/*.js");
  await again.click();
  await page.getByRole("heading", { level: 1, name: "Quejas pendientes" }).waitFor();
});
