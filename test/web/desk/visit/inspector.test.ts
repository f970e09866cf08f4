import { describe, expect, it } from "vitest";
import { faultsOf } from "../../browser.ts";
import { theCase } from "../../desk-fixtures.ts";
import { open, send } from "../../desk-site.ts";
import { fillReport, report } from "../../desk-typing.ts";
import { answer, gatewaySays, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, servePages, site } from "../../served.ts";

servePages();

describe("the inspector's phone", () => {
  it("keeps a report through a reload, and sends it once when it is online again", async () => {
    const { page, violations } = await open({
      as: "inspector",
      path: report,
      reads: "Lo que escribe se guarda",
      stubs: { reportInspection: gatewaySays(503) },
    });
    await fillReport(page);
    await page.reload();
    await expect.poll(() => page.inputValue("#observations").catch(() => "")).toBe("Fuga en el inodoro.");
    expect(await page.isChecked("input[name=leak][value=visible]")).toBe(true);
    await page.context().setOffline(true);
    await send(page);
    await page.getByText("El acta quedó por enviar").waitFor();
    await page.getByText("1 por enviar").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(callsTo("reportInspection")).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(() => callsTo("reportInspection").length).toBe(1);
    expect(await page.inputValue("#observations")).toBe("Fuga en el inodoro.");
    site.stubs.reportInspection = answer("reportInspection", theCase);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText("El acta llegó").waitFor();
    expect(await page.getByText("por enviar").count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.click("text=Ver mis inspecciones");
    // The list that the API gives does not know it yet.
    await expect.poll(() => page.getByText("Recibida", { exact: true }).count()).toBe(2);
    const calls = callsTo("reportInspection");
    expect(calls).toHaveLength(2);
    expect(new Set(calls.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(bodyOf("reportInspection")).toEqual({
      outcome: "whole",
      startedAt: "2026-11-23T14:42:00.000Z",
      attendedBy: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
      external: {
        reading: 481.5,
        seals: "broken",
        leakAtBox: false,
        connection: "open",
        premises: "Casa de un piso, puerta azul.",
      },
      internal: {
        useUnits: [{ category: "DOMESTICO", occupied: 2, vacant: 0 }],
        points: [{ kind: "Caños y lavaderos", count: 3, damaged: 1, leaking: 0 }],
        leakTest: { before: 481.1, after: 481.3, minutes: 15 },
        leak: "visible",
      },
      causes: ["overflow", "irrigation"],
      unsigned: "Tiene las manos ocupadas.",
      observations: "Fuga en el inodoro.",
      uploadIds: [],
      captures: [],
    });
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual(["caudal.field"]);
    expect(violations).toEqual([]);
  });

  it("is filled in with the keyboard alone, and its photos wait in the phone with it", async () => {
    const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
    const { page } = await open({ as: "inspector", path: report, reads: "Lo que escribe se guarda" });
    const to = async (selector: string) => {
      for (let tabs = 0; tabs < 90 && !(await page.locator(`${selector}:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.locator(`${selector}:focus`).waitFor();
    };
    await to("[name=outcome]");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await to("#premises");
    await page.keyboard.type("Casa cerrada.");
    await to("[name=leakAtBox]");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.setInputFiles("#photos", { name: "puerta.png", mimeType: "image/png", buffer: Buffer.from("foto") });
    await page.getByText("Guardada en este teléfono").waitFor();
    await page.reload();
    await page.getByText("puerta.png (").waitFor();
    site.stubs.startStaffUpload = answer("startStaffUpload", { uploadId: "u7", upload }, 201);
    site.stubs.showStaffUpload = answer("showStaffUpload", {
      uploadId: "u7",
      fileName: "puerta.png",
      sizeBytes: 4,
      state: "received",
    });
    await to("button[type=submit]");
    await page.keyboard.press("Enter");
    await page.getByText("El acta llegó").waitFor();
    expect(bodyOf("reportInspection")).toMatchObject({ outcome: "absent", uploadIds: ["u7"] });
  });

  it("asks to read the meter again where it shows less than was billed, and takes it", async () => {
    const stubs = { reportInspection: answer("reportInspection", theCase) };
    const path = "/desk/inspecciones/";
    const { page } = await open({ as: "inspector", path, reads: "Empezar inspección", stubs });
    await page.getByText("Empezar inspección").first().click();
    await page.getByText("Lo que escribe se guarda").waitFor();
    const again = page.getByText("Es menos que la última lectura facturada: 477, del 20 de octubre de 2026.");
    await fillReport(page);
    expect(await again.count()).toBe(0);
    await page.fill("#reading", "47");
    await page.locator("#reading").blur();
    await again.waitFor();
    await page.reload();
    await again.waitFor();
    await page.fill("#reading", "4770");
    await page.locator("#reading").blur();
    await page.getByText("Está muy por encima de la última lectura facturada: 477").waitFor();
    await page.fill("#meterNumber", "FX99999999");
    await page.locator("#meterNumber").blur();
    await page.getByText("¿Es este el medidor? El registrado es FX21000123.").waitFor();
    await page.fill("#meterNumber", "fx-21000123");
    await page.locator("#meterNumber").blur();
    await expect.poll(() => page.getByText("¿Es este el medidor?").count()).toBe(0);
    await page.fill("#reading", "47");
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    expect(bodyOf("reportInspection")).toMatchObject({ external: { reading: 47, meterNumber: "fx-21000123" } });
  });

  it("says before sending that more points leak than there are", async () => {
    const { page } = await open({ as: "inspector", path: report, reads: "Lo que escribe se guarda" });
    await fillReport(page);
    await page.fill("#tap-leaking", "4");
    await send(page);
    await page.click("text=No puede haber más en mal estado");
    await expect.poll(() => page.locator("#tap-leaking:focus").count()).toBe(1);
    expect(callsTo("reportInspection")).toEqual([]);
  });

  it("keeps a report through a session that is over, and sends it once who has the phone signs in again", async () => {
    const { page } = await open({
      as: "inspector",
      path: report,
      reads: "Lo que escribe se guarda",
      stubs: { reportInspection: gatewaySays(401) },
    });
    await fillReport(page);
    await send(page);
    await page.getByText("El acta quedó por enviar").waitFor();
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText("Lo que falta se envía cuando ingrese.").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const asked = callsTo("reportInspection").length;
    site.stubs.reportInspection = answer("reportInspection", theCase);
    await page.getByRole("button", { name: "Ingresar y enviar" }).click();
    await expect.poll(() => callsTo("reportInspection").length).toBe(asked + 1);
    await expect.poll(() => page.getByText("por enviar").count()).toBe(0);
    const calls = callsTo("reportInspection");
    expect(new Set(calls.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(bodyOf("reportInspection")).toMatchObject({ observations: "Fuga en el inodoro." });
  });

  it("keeps a report that the server refuses until its inspector discards it", async () => {
    const { page } = await open({
      as: "inspector",
      path: report,
      reads: "Lo que escribe se guarda",
      stubs: { reportInspection: refusal("already-reported") },
    });
    await fillReport(page);
    await send(page);
    await page.getByText("Esa visita ya tiene su acta").first().waitFor();
    const strip = page.locator(".strip.warn", { hasText: "1 registro que el sistema no aceptó" });
    expect((await strip.innerText()).split("Esa visita ya tiene su acta")).toHaveLength(2);
    expect(await strip.locator("a").getAttribute("href")).toBe(report);
    expect(await page.getByText(/por enviar|se envían solas/i).count()).toBe(0);
    expect(await page.inputValue("#observations")).toBe("Fuga en el inodoro.");
    expect(await faultsOf(page)).toEqual([]);
    await page.click("text=Borrar del teléfono");
    await page.click("text=No, conservarla");
    expect(await page.inputValue("#observations")).toBe("Fuga en el inodoro.");
    await page.click("text=Borrar del teléfono");
    await page.click("dialog .danger");
    await page.getByText("Empezar inspección").first().waitFor();
    expect(await page.evaluate("Object.keys(localStorage)")).toEqual(["caudal.field"]);
  });
});
