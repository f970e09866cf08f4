import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { signatures, theCase } from "../../desk-fixtures.ts";
import { open } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

/** Presses `j` until a row has the focus: the first time nobody may listen yet. */
const reachRow = (page: Page) =>
  expect
    .poll(async () => {
      await page.keyboard.press("j");
      return page.locator("tbody a:focus").count();
    })
    .toBe(1);

/** Makes each script that a page still loads take its time: the page before stays meanwhile, and must stay itself. */
const slowScripts = (page: Page) =>
  page.route("**/assets/*.js", async (script) => {
    await wait(300);
    await script.continue();
  });

describe("lists besides the work list", () => {
  const ofList = { claimId: "c2", code: "RE-2026-104193-1", claimantName: "CLIENTE DE PRUEBA UNO" };
  const queja = { submissionNumber: "MP-2026-000002-1", forwarded: false, until: "2026-11-20", workingDays: -1 };
  const hearing = {
    on: "2026-11-24",
    at: "08:00",
    mode: "telephone",
    days: {},
    confirmed: true,
    accepted: false,
    countered: false,
  } as const;
  const week = { from: "2026-11-23", to: "2026-11-29", more: false };

  const lists = [
    [
      "analyst",
      "/desk/quejas/",
      "Quejas pendientes",
      { listQuejas: answer("listQuejas", { claims: [{ ...theCase, ...ofList, ...queja }], more: false }) },
    ],
    ["manager", "/desk/por-vencer/", "Decisiones por vencer", {}],
    ["signer", "/desk/firmas/?lista=signature", "Firmas", { listSignatures: answer("listSignatures", signatures) }],
    [
      "conciliator",
      "/desk/conciliaciones/?dia=2026-11-24",
      "Conciliaciones de la semana",
      { listHearings: answer("listHearings", { ...week, unrecorded: [], hearings: [{ ...ofList, ...hearing }] }) },
    ],
  ] as const;
  it.each(lists.filter(([, path]) => /quejas|conciliaciones/.test(path)))(
    "%s: on a telephone %s is read without scrolling sideways",
    async (as, path, _, stubs) => {
      const { page, violations } = await open({ as, path, stubs, reads: ofList.code, width: 360 });
      const table = page.locator(".scroll");
      expect(await table.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(false);
      await expectSound(page, violations);
    },
  );

  it.each(lists)(
    "%s: a row of %s is reached and opened by keys, and its case leads back there by its name",
    async (as, path, name, stubs) => {
      const { page } = await open({ as, path, reads: "RE-2026-", stubs });
      await reachRow(page);
      await page.keyboard.press("Enter");
      await page.locator(`p.back a[href="${path}"]`, { hasText: name }).waitFor();
    },
  );

  it("a claim that a document is about leads back to the list of documents", async () => {
    const path = "/desk/documentos/?lista=to-answer";
    const { page } = await open({ as: "clerk", path, reads: "MP-2026-004192-7" });
    await slowScripts(page);
    await reachRow(page);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "RE-2026-004192-7" }).first().click();
    await page.locator(`p.back a[href="${path}"]`).waitFor();
  });

  it("a claim that a search found leads back to the search, on the page it was made on, and that page forgets it", async () => {
    const { page } = await open({ as: "clerk", path: "/desk/bandeja/", reads: "a la vista" });
    await page.fill("search input", "900000001");
    await page.keyboard.press("Enter");
    await page.locator(".found a", { hasText: "Reclamo RE-2026-004192-7" }).click();
    await page.getByRole("link", { name: "Mi bandeja: lo que se buscó" }).click();
    await page.locator(".found a", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    expect(await page.inputValue("search input")).toBe("900000001");
    expect(callsTo("search")).toHaveLength(1);
    await page.click(".menu a[href='/desk/documentos/']");
    await page.click(".menu a[href='/desk/bandeja/']");
    await page.getByText("a la vista").waitFor();
    expect(await page.locator(".found a").count()).toBe(0);
  });

  it("a claim of who calls leads back to their page", async () => {
    const path = "/desk/atencion/?suministro=00012345";
    const { page } = await open({ as: "operator", path, reads: "RE-2026-004192-7" });
    await page.getByRole("link", { name: "RE-2026-004192-7" }).first().click();
    const back = page.locator("p.back a", { hasText: "Atención: Suministro 00012345" });
    await back.waitFor();
    expect(await back.getAttribute("href")).toBe(`${path}#llamada`);
  });

  it("a signer goes on to the next claim of what waits for a signature", async () => {
    const listed = { listSignatures: answer("listSignatures", signatures) };
    const { page } = await open({ as: "signer", path: "/desk/firmas/", reads: "RE-2026-104193-1", stubs: listed });
    await reachRow(page);
    await page.goto(`${site.origin}/desk/reclamos/c1/?hecho=firma`);
    await page.locator(`p.back a[href="/desk/firmas/?lista=signature"]`).waitFor();
    await page.locator(".notice.good").getByRole("link", { name: "Siguiente: RE-2026-104193-1" }).waitFor();
  });
});
