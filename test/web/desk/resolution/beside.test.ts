import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { changeOf } from "../../../../web/desk/resolution/beside.words.ts";
import { frozenCase } from "../../desk-fixtures.ts";
import { actAt, open, withActions } from "../../desk-site.ts";
import { answer, now } from "../../fixtures.ts";
import { callsTo, expectSound, servePages } from "../../served.ts";

servePages();

describe("what a decision changes, in words", () => {
  it.each([
    ["223.61", "60.10", "de S/ 223.61 a S/ 60.10, S/ 163.51 menos"],
    ["60.10", "1223.61", "de S/ 60.10 a S/ 1,223.61, S/ 1,163.51 más"],
    ["60.10", "60.10", "queda en S/ 60.10"],
    ["0.10", "0.30", "de S/ 0.10 a S/ 0.30, S/ 0.20 más"],
  ])("%s to %s", (before, after, words) => {
    expect(changeOf(before, after).replaceAll("\u00a0", " ")).toBe(words);
  });
});

const beside = { name: "El reclamo y sus pruebas" };

/** Expects the evidence to the right of the form, from the first screen on. */
async function expectApart(page: Page): Promise<void> {
  const [form, side] = await Promise.all([
    page.locator("main form").boundingBox(),
    page.getByRole("complementary", beside).boundingBox(),
  ]);
  expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThanOrEqual(side?.x ?? 0);
  expect(side?.y).toBeLessThan(800);
}

describe("beside a draft and a signature", () => {
  it("who signs reads who dispensed a proof that is missing, and why", async () => {
    const override = { person: "FIRMANTE DE PRUEBA", reason: "El archivo de 2024 se perdió.", at: now };
    const evidence = frozenCase.evidence.map((one) => ({ ...one, status: "missing" as const, override }));
    const dispensed = { ...frozenCase, evidence };
    const { page } = await open({
      as: "signer",
      path: actAt("firma"),
      reads: "Documentos y fotos",
      stubs: { showCase: answer("showCase", dispensed) },
    });
    const said = "La dispensó FIRMANTE DE PRUEBA: El archivo de 2024 se perdió.";
    const aside = page.getByRole("complementary", beside);
    await aside.getByText(said).first().waitFor();
    expect(await aside.getByText(said).count()).toBe(evidence.length);
  });

  it("who signs reads the result, what changes, the last day to notify and the evidence before signing", async () => {
    const { page, violations } = await open({
      as: "signer",
      path: actAt("firma"),
      reads: "Documentos y fotos",
      stubs: { showCase: answer("showCase", frozenCase) },
      width: 1280,
      height: 800,
    });
    const facts = (await page.locator("main dl").first().innerText()).replaceAll("\u00a0", " ");
    expect(facts).toContain("Fundado en parte: 20 m³, de S/ 223.61 a S/ 60.10, S/ 163.51 menos");
    expect(facts).toContain("Faltan 21 días hábiles Se pierde el mié 23 dic (silencio)");
    const aside = page.getByRole("complementary", beside);
    expect(await aside.innerText()).toContain(frozenCase.grounds);
    await aside.getByRole("button", { name: "foto-del-medidor.jpg" }).first().click();
    await aside.getByRole("img").waitFor();
    expect(callsTo("downloadCaseAttachment")).toHaveLength(1);
    // The office's letters of the case, and not the one that is signed, which the page shows already.
    await aside.getByText("Documentos de la oficina").waitFor();
    expect(await aside.getByText("RES-2026-000120.pdf").count()).toBe(0);
    await expectApart(page);
    await expectSound(page, violations);
  });

  it("who drafts has the complaint, the receipts and the evidence beside the text", async () => {
    const { page, violations } = await open({
      as: "resolver",
      path: actAt("resolucion"),
      reads: "Documentos y fotos",
      stubs: withActions("resolution-issued"),
      width: 1280,
      height: 800,
    });
    const aside = page.getByRole("complementary", beside);
    expect((await aside.innerText()).replaceAll("\u00a0", " ")).toContain("S/ 223.61");
    expect(await aside.getByText("Historial de cortes y reaperturas").count()).toBe(1);
    // The acta of the visit, with what its inspector saw.
    await aside.getByText("Casa de un piso, puerta azul.").waitFor();
    await aside.getByText("CLIENTE DE PRUEBA UNO (titular)").waitFor();
    await aside.getByRole("button", { name: "Ver páginas cargo.pdf" }).click();
    await aside.getByRole("region", { name: "Páginas de cargo.pdf" }).getByRole("img").waitFor();
    await expectApart(page);
    await page.fill("#reasons", "Por la lectura.");
    expect(await page.inputValue("#reasons")).toBe("Por la lectura.");
    await expectSound(page, violations);
  });
});
