import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { mine, open, send, serveClaims } from "../../claim-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, site } from "../../served.ts";

serveClaims();

const receipt = { path: "/recibo/", reads: "Tu recibo de octubre" };
const byReceipt = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.fill("#receiptNumber", "S001-45013");
  await page.fill("#total", "58,90");
  await send(page);
};
const byDocument = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.getByText("El documento del titular").click();
  await page.fill("#documentNumber", "00000001");
  await send(page);
};

const byKey = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.check("input[value=printedKey]");
  await page.fill("#printedKey", "K7M4-92QP");
  await send(page);
};

/** Looks the receipt up, and waits until the tab keeps what opened it, which comes after it is shown. */
async function looked(asked: Parameters<typeof open>[0]) {
  const opened = await open(asked);
  await expect.poll(() => opened.page.evaluate("sessionStorage.getItem('caudal.receipt')")).not.toBeNull();
  return opened;
}

describe("a receipt that was looked up without an account", () => {
  it.each([
    ["its number and total", byReceipt, { receiptNumber: "S001-45013", total: "58,90" }],
    ["a printed key", byKey, { printedKey: "K7M4-92QP" }],
    ["the holder's document", byDocument, { documentNumber: "00000001" }],
  ] as const)("by %s is there again after a reload, and after another page", async (_, act, proof) => {
    const { page, violations } = await looked({ ...receipt, act });
    await page.reload();
    await page.locator("h1:focus", { hasText: receipt.reads }).waitFor();
    expect(bodyOf("lookUpReceipt")).toEqual({ supplyCode: "00012345", ...proof });
    await page.getByRole("link", { name: "Ayuda", exact: true }).click();
    await page.locator("h1", { hasText: "Ayuda" }).waitFor();
    await page.goBack();
    await page.locator("h1:focus", { hasText: receipt.reads }).waitFor();
    await expectSound(page, violations, [320, 360]);
  });

  it("is in no other tab, and forgotten once another is asked for", async () => {
    const { page } = await looked({ ...receipt, act: byReceipt });
    const other = await page.context().newPage();
    await other.goto(`${site.origin}/recibo/`);
    await other.locator("#supplyCode").waitFor();
    expect(await other.evaluate("sessionStorage.length")).toBe(0);
    await other.close();
    await page.getByRole("button", { name: "Ver otro recibo" }).click();
    await page.locator("#supplyCode").waitFor();
    await page.reload();
    await page.locator("#supplyCode").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.inputValue("#supplyCode")).toBe("");
    expect(callsTo("lookUpReceipt")).toHaveLength(1);
  });

  it("that cannot be had again leaves what was given in the form, and is asked for no more", async () => {
    const { page } = await looked({ ...receipt, act: byDocument });
    site.stubs = { ...site.stubs, lookUpReceipt: refusal("too-many-attempts") };
    await page.reload();
    await page.locator(".summary").waitFor();
    expect(await page.inputValue("#supplyCode")).toBe("00012345");
    expect(await page.inputValue("#documentNumber")).toBe("00000001");
    await page.reload();
    await page.locator("#supplyCode").waitFor();
    await page.waitForLoadState("networkidle");
    expect(callsTo("lookUpReceipt")).toHaveLength(2);
  });

  it.each([
    ["is not typed again to link its supply", [], "00012345", "00000001"],
    ["is not offered again once its supply is linked", ["00012345"], "", undefined],
  ] as const)("%s", async (_, linked, supplyCode, documentNumber) => {
    const supplies = linked.map((code, at) => ({
      ...{ linkId: `a${at}`, supplyCode: code, linkedAt: "2026-11-23T14:42:00.000Z", proof: "receipt" as const },
    }));
    const stubs = { listSupplies: answer("listSupplies", { supplies, ended: [] }) };
    const { page } = await looked({ ...receipt, ...mine, stubs, act: byDocument });
    await page.goto(`${site.origin}/mis-suministros/`);
    await page.locator("#supplyCode").waitFor();
    if (documentNumber) await expect.poll(() => page.inputValue("#documentNumber")).toBe(documentNumber);
    expect(await page.inputValue("#supplyCode")).toBe(supplyCode);
  });

  it("by a number and a total fills in only the supply to link, and asks for what a neighbour cannot hit on", async () => {
    const stubs = { listSupplies: answer("listSupplies", { supplies: [], ended: [] }) };
    const { page } = await looked({ ...receipt, ...mine, stubs, act: byReceipt });
    await page.goto(`${site.origin}/mis-suministros/`);
    await expect.poll(() => page.inputValue("#supplyCode")).toBe("00012345");
    expect(await page.inputValue("#printedKey")).toBe("");
    expect(await page.locator("#total").count()).toBe(0);
    expect(await page.locator("main").innerText()).toContain("El número y el total no bastan");
  });

  it("is forgotten when its person signs out", async () => {
    const { page } = await looked({ ...receipt, ...mine, act: byReceipt });
    await page.getByRole("button", { name: "Salir" }).click();
    await expect.poll(() => page.evaluate("sessionStorage.getItem('caudal.receipt')")).toBeNull();
  });
});
