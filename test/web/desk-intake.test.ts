import { describe, expect, it } from "vitest";
import { filed } from "./desk-fixtures.ts";
import { open, search, send } from "./desk-site.ts";
import { fillIntake } from "./desk-typing.ts";
import { answer, gatewaySays } from "./fixtures.ts";
import { bodyOf, callsTo, servePages, site } from "./served.ts";

servePages();

describe("the intake", () => {
  it("is done with the keyboard alone, and read aloud at its end", async () => {
    const { page, violations } = await open({ as: "operator", path: "/desk/atencion/", reads: "Buscar el suministro" });
    const type = async (field: string, text: string) => {
      for (let tabs = 0; tabs < 40 && !(await page.locator(`${field}:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.locator(`${field}:focus`).waitFor();
      await page.keyboard.type(text);
    };
    const choose = async (name: string, down: number) => {
      for (let tabs = 0; tabs < 40 && !(await page.locator(`[name=${name}]:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      for (let at = 0; at < down; at++) await page.keyboard.press("ArrowDown");
    };
    await type("#supplyCode", "12345");
    await page.keyboard.press("Enter");
    await page.getByText("Registrar un reclamo").waitFor();
    await choose("channel", 0);
    await choose("claimType", 0);
    await choose("receipts", 0);
    await type("#grounds", "Somos cuatro personas.");
    await choose("request", 0);
    await choose("leakCheck", 2);
    await type("#meterReading", "477");
    await choose("meterTest", 1);
    await choose("visitPreference", 1);
    await choose("as", 0);
    await type("#number", "00000001");
    await type("#givenNames", "CLIENTE");
    await type("#paternalSurname", "DE PRUEBA");
    await type("#address", "Calle de Prueba 000");
    await type("#telephone", "900000001");
    await choose("notifyByEmail", 1);
    await choose("leaflet", 0);
    await page.getByText("Quién responde por tus datos.").waitFor();
    await choose("privacyNoticeRead", 0);
    await choose("declaredBy", 0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("h1:focus", { hasText: "Reclamo registrado" }).waitFor();
    expect(bodyOf("takeClaim")).toEqual({
      supplyCode: "00012345",
      channel: "telephone",
      claimType: "F01",
      receipts: [{ number: "S001-00045013", period: "2026-10" }],
      grounds: "Somos cuatro personas.",
      request: "bill-normal-use",
      leakCheck: "not-yet",
      meterReading: 477,
      meterTest: false,
      leaflet: true,
      privacyNoticeRead: true,
      declaredBy: "voice",
      visitPreference: "afternoon",
      claimant: {
        givenNames: "CLIENTE",
        paternalSurname: "DE PRUEBA",
        document: { kind: "DNI", number: "00000001" },
        standing: { as: "holder" },
        address: "Calle de Prueba 000",
        telephone: "900000001",
        notifyByEmail: false,
      },
    });
    const read = await page.locator(".card").innerText();
    for (const words of [
      filed.code,
      "viernes 27 de noviembre de 2026",
      "martes 22 de diciembre",
      "13 de enero de 2027",
    ])
      expect(read).toContain(words);
    expect(await page.getByText("Registrar copia enviada").getAttribute("href")).toBe("/desk/reclamos/c9/hacer/copia/");
    expect(violations).toEqual([]);
  });

  it("keeps what was typed through a reload, and repeats a claim whose answer was lost with its key", async () => {
    const { page } = await open({
      as: "operator",
      path: "/desk/atencion/",
      reads: "El sistema no responde",
      stubs: { takeClaim: gatewaySays(503) },
      act: fillIntake,
    });
    await page.reload();
    await page.getByText("Registrar un reclamo").waitFor();
    await expect.poll(() => page.inputValue("#grounds")).toBe("Somos cuatro y no usamos tanta agua.");
    expect(await page.isChecked("input[name=receipts][value='S001-00045013']")).toBe(true);
    site.stubs.takeClaim = answer("takeClaim", filed, 201);
    await send(page);
    await page.getByText("Lee esto en voz alta").waitFor();
    const keys = callsTo("takeClaim").map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await page.click("text=Atender a otra persona");
    await search(page);
    await page.getByText("Registrar un reclamo").waitFor();
    expect(await page.inputValue("#grounds")).toBe("");
  });
});
