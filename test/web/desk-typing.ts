import type { Page } from "playwright-core";
import { beginClaim, send } from "./desk-site.ts";

/** Fills the intake of a claim and sends it. */
export const fillIntake = async (page: Page): Promise<void> => {
  await beginClaim(page);
  await page.click("text=En la oficina");
  await page.click("text=octubre de 2026: 62");
  await fillClaim(page);
  await send(page);
  await page.getByText("Léale lo que anotó").waitFor();
  await send(page);
};

/** Fills the form of a claim, but for its receipts. */
export const fillClaim = async (page: Page): Promise<void> => {
  await page.selectOption("#reason", "used-less");
  await page.fill("#grounds", "Somos cuatro y no usamos tanta agua.");
  await page.selectOption("#request", "bill-normal-use");
  await page.check("input[name=meterTest][value=no]");
  await page.selectOption("#as", "holder");
  await page.fill("#number", "00000001");
  await page.fill("#givenNames", "CLIENTE");
  await page.fill("#paternalSurname", "DE PRUEBA");
  await page.fill("#address", "Calle de Prueba 000");
  await page.fill("#telephone", "900000001");
};

/** Fills the report of a visit. */
export const fillReport = async (page: Page): Promise<void> => {
  await page.check("input[name=outcome][value=whole]");
  await page.fill("#name", "CLIENTE DE PRUEBA UNO");
  await page.fill("#relation", "titular");
  await page.check("input[name=how][value=refuses]");
  await page.fill("#unsigned", "Tiene las manos ocupadas.");
  await page.fill("#reading", "481.5");
  await page.check("input[name=seals][value=broken]");
  await page.check("input[name=leakAtBox][value=no]");
  await page.check("input[name=connection][value=open]");
  await page.fill("#premises", "Casa de un piso, puerta azul.");
  await page.fill("#DOMESTICO-occupied", "2");
  await page.fill("#tap-count", "3");
  await page.fill("#tap-damaged", "1");
  await page.fill("#before", "481.1");
  await page.fill("#after", "481.3");
  await page.fill("#minutes", "15");
  await page.check("input[name=leak][value=visible]");
  await page.check("input[name=cause-overflow]");
  await page.check("input[name=cause-irrigation]");
  await page.fill("#observations", "Fuga en el inodoro.");
};

export const report = "/desk/inspecciones/c1/i2/";
