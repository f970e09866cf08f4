import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { deliveries, theCase } from "../../desk-fixtures.ts";
import { actAt, open, send } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const path = "/desk/entregas/";
const opened = (as: "clerk" | "inspector" | "manager", query = "", stubs = {}) =>
  open({ as, path: `${path}${query}`, reads: "por entregar", stubs, width: 1280, height: 800 });

/** Shows the page as it is printed until the test ends: the next one has the same tab. */
const onPaper = async (page: Page): Promise<void> => {
  onTestFinished(() => page.emulateMedia({ media: null }));
  await page.emulateMedia({ media: "print" });
};

describe("the resolutions to hand over", () => {
  it("are everybody's for a manager, with who has each, and lead to giving one to another", async () => {
    const { page, violations } = await opened("manager");
    await expectSound(page, violations);
    expect(new URLSearchParams(callsTo("listDeliveries").at(-1)?.search).get("of")).toBe("all");
    const rows = page.locator("tbody tr");
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringContaining("PERSONA DE PRUEBA INSPECTORA UNO"),
      expect.stringContaining("Nadie: la ve todo inspector"),
    ]);
    await rows
      .first()
      .getByRole("link", { name: /^Cambiar/ })
      .click();
    await page.waitForURL(`${site.origin}/desk/reclamos/c1/hacer/repartidor/`);
  });

  it("are an inspector's own, on a phone too", async () => {
    const { page, violations } = await open({ as: "inspector", path, reads: "por entregar" });
    await expectSound(page, violations);
    expect(callsTo("listDeliveries").at(-1)?.search).toBe("");
    expect(await page.getByLabel("De quién").count()).toBe(0);
    expect(await page.getByRole("link", { name: /^Cambiar/ }).count()).toBe(0);
  });

  it("are kept to one person's, whose sheets are printed, each on a page of its own", async () => {
    const { page } = await opened("clerk");
    await page.getByLabel("De quién").selectOption("PERSONA DE PRUEBA INSPECTORA UNO");
    await page.getByRole("button", { name: "Ver" }).click();
    await page.waitForURL(/\?de=PERSONA/);
    await page.getByRole("button", { name: "Imprimir 1 hoja de entrega" }).waitFor();
    const sheet = page.locator(".delivery-sheet");
    expect(await sheet.count()).toBe(1);
    expect(await sheet.isVisible()).toBe(false);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.getByRole("button", { name: "Imprimir 1 hoja de entrega" }).click();
    await page.locator("body[data-printed]").waitFor();
    await onPaper(page);
    expect(await sheet.isVisible()).toBe(true);
    const text = await sheet.innerText();
    for (const said of [
      "Resolución N.° 0001-2026",
      "CLIENTE DE PRUEBA UNO",
      "Calle de Prueba 000",
      "La recibió y no quiso firmar",
      "No quiso recibirla",
      "se dejó un aviso",
      "bajo la puerta",
      "Firma o huella",
    ])
      expect(text).toContain(said);
    expect(await page.locator("table").isVisible()).toBe(false);
  });

  it.each([
    ["zona", "180101", "1 de 2 resoluciones por entregar"],
    ["zona", "sin-zona", "1 de 2 resoluciones por entregar"],
    ["hasta", "2026-11-24", "1 de 2 resoluciones por entregar"],
    ["hasta", "2026-11-30", "2 resoluciones por entregar"],
    ["hasta", "2026-11-23", "Ninguna resolución por entregar está en lo que pide: pruebe otra zona u otro día."],
  ])("are kept by ?%s=%s, with their count", async (name, value, count) => {
    const { page, violations } = await opened("clerk", `?${name}=${value}`);
    await page.getByText(count, { exact: true }).waitFor();
    await expectSound(page, violations);
    expect(await page.locator(`[name=${name}]`).inputValue()).toBe(value);
  });

  it("are asked for by zone and day in the address, which keeps whose they are", async () => {
    const { page } = await opened("clerk", "?de=PERSONA+DE+PRUEBA+INSPECTORA+UNO");
    await page.getByLabel("Zona").selectOption("180101");
    await page.getByLabel("Con silencio hasta el").fill("2026-11-24");
    await page.getByRole("button", { name: "Ver" }).click();
    await page.waitForURL(/\?de=PERSONA.*&zona=180101&hasta=2026-11-24$/);
    await page.getByText("1 de 2 resoluciones por entregar").waitFor();
    expect(await page.locator("tbody tr").count()).toBe(1);
  });

  it("print one page each", async () => {
    const { page } = await opened("manager");
    await onPaper(page);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(deliveries.length);
  });

  it("say that there are none, and that there are more", async () => {
    const { page, violations } = await opened("manager", "", {
      listDeliveries: answer("listDeliveries", { deliveries: [], more: true }),
    });
    await expectSound(page, violations);
    expect(await page.getByText("No hay resoluciones por entregar.").isVisible()).toBe(true);
    expect(await page.getByText("Hay más").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /Imprimir/ }).count()).toBe(0);
  });
});

it("a delivery is given to another inspector, with why", async () => {
  const notice = { of: "resolution", noticeId: "n1", channel: "personal", to: "Calle de Prueba 000" } as const;
  const sent = { sentAt: "2026-11-23T15:00:00.000Z", attempts: 0, effective: false };
  const file = { ...theCase, notices: [{ ...notice, ...sent, toHandOver: { inspector: "OTRO INSPECTOR" } }] };
  const { page, violations } = await open({
    as: "manager",
    path: actAt("repartidor"),
    reads: "La tiene OTRO INSPECTOR",
    stubs: { showCase: answer("showCase", file), changeDeliverer: answer("changeDeliverer", file) },
  });
  await expectSound(page, violations);
  await page.getByLabel("A quién").selectOption("inspector-1");
  await page.getByLabel("Por qué").fill("Vive cerca.");
  await send(page);
  await page.getByText("La entrega pasó a la lista de esa persona.").waitFor();
  expect(bodyOf("changeDeliverer")).toEqual({ to: "inspector-1", reason: "Vive cerca." });
});

it("a case whose decision was handed over out of hours says from which day it counts", async () => {
  const notice = { of: "resolution", noticeId: "n1", channel: "personal", to: "Calle de Prueba 000" } as const;
  const sent = { sentAt: "2026-11-23T15:00:00.000Z", attempts: 0, effective: false };
  const file = { ...theCase, notices: [{ ...notice, ...sent }], decisionCountsFrom: "2026-11-30" };
  const { page, violations } = await open({
    as: "clerk",
    path: `/desk/reclamos/${theCase.claimId}/`,
    reads: "Entregada fuera del horario hábil: cuenta desde el 30 de noviembre de 2026.",
    stubs: { showCase: answer("showCase", file) },
  });
  await expectSound(page, violations);
});
