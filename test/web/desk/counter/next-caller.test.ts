import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { found, masked } from "../../desk-fixtures.ts";
import { beginClaim, open, search } from "../../desk-site.ts";
import { answer } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const proved = (path: string) => open({ as: "operator", path, reads: "El documento coincide", act: search });
const isMasked = (page: Page) => page.getByText("Lo que se puede decir sin el dato").waitFor();
const menu = (page: Page, path: string) => page.click(`.menu a[href='${path}']`);
const nextIsMasked = (): void => {
  site.stubs.searchSupplies = answer("searchSupplies", masked);
};

describe("what a caller gave", () => {
  it.each(["/desk/atencion/", "/desk/atencion/?suministro=00012345"])(
    "opens nothing of the same supply found for the next one (%s)",
    async (path) => {
      const { page, violations } = await proved(path);
      // An address that names a supply asks for it by itself, and then the person does.
      const asked = path.includes("?") ? 2 : 1;
      await expect.poll(() => callsTo("searchSupplies").length).toBe(asked);
      nextIsMasked();
      await page.fill("search input", "00012345");
      await page.press("search input", "Enter");
      await page.locator(".found a", { hasText: "Suministro 00012345" }).first().click();
      await isMasked(page);
      expect(callsTo("searchSupplies")).toHaveLength(asked + 1);
      expect(bodyOf("searchSupplies")).toEqual({ supplyCode: "00012345" });
      expect(await page.inputValue("#documentNumber")).toBe("");
      await expectSound(page, violations);
    },
  );

  it("is not tried on another supply that is typed, but what is typed after it is", async () => {
    const { page } = await proved("/desk/atencion/");
    site.stubs.searchSupplies = answer("searchSupplies", { ...masked, supplyCode: "00000077" });
    await page.fill("#supplyCode", "77");
    await page.press("#supplyCode", "Enter");
    await isMasked(page);
    expect(bodyOf("searchSupplies")).toEqual({ supplyCode: "77" });
    expect(await page.inputValue("#documentNumber")).toBe("");
    await page.fill("#supplyCode", "00012345");
    await page.fill("#documentNumber", "00000002");
    await page.click("text=Buscar >> nth=-1");
    await expect.poll(() => bodyOf("searchSupplies")).toEqual({ supplyCode: "00012345", documentNumber: "00000002" });
  });

  it("cannot be acted on once the box has another code, until that one or its own is sought", async () => {
    const { page, violations } = await proved("/desk/atencion/");
    const acts = page.getByRole("button", { name: "Registrar un reclamo" });
    await acts.waitFor();
    await page.fill("#supplyCode", "00000077");
    await page.getByText("Cambió el código").waitFor();
    expect(await acts.count()).toBe(0);
    expect(await page.getByText("Categoría doméstica").count()).toBe(0);
    await expectSound(page, violations);
    await page.fill("#supplyCode", " 12345");
    await acts.waitFor();
    site.stubs.searchSupplies = answer("searchSupplies", { ...masked, supplyCode: "00000077" });
    await page.fill("#supplyCode", "0000 0077");
    await page.press("#supplyCode", "Enter");
    await isMasked(page);
    await acts.waitFor();
    expect(await page.getByText("Cambió el código").count()).toBe(0);
  });

  it("stays while the zeros of its supply are typed or another month is asked for", async () => {
    const { page } = await proved("/desk/atencion/");
    await page.fill("#supplyCode", "00012345");
    await page.click("text=Buscar >> nth=-1");
    await expect.poll(() => bodyOf("searchSupplies")).toEqual({ supplyCode: "00012345", documentNumber: "00000001" });
  });
});

describe("what was half typed for a caller", () => {
  const claiming = () =>
    open({ as: "operator", path: "/desk/atencion/", reads: "Borrador. Todavía no", act: beginClaim });
  const grounds = (page: Page) => page.inputValue("#grounds");

  it("is there after a reload, and gone for who calls next about the same supply", async () => {
    const { page } = await claiming();
    await page.fill("#grounds", "Somos cuatro.");
    await page.reload();
    await expect.poll(() => grounds(page)).toBe("Somos cuatro.");
    await page.click("text=Volver a lo que se sabe");
    await page.click("text=Atender a otra persona");
    await beginClaim(page);
    expect(await grounds(page)).toBe("");
  });

  it("is gone once another supply was looked up", async () => {
    const { page } = await claiming();
    await page.fill("#grounds", "Somos cuatro.");
    await page.click("text=Volver a lo que se sabe");
    site.stubs.searchSupplies = answer("searchSupplies", { ...masked, supplyCode: "00000077" });
    await page.fill("#supplyCode", "77");
    await page.press("#supplyCode", "Enter");
    await isMasked(page);
    site.stubs.searchSupplies = answer("searchSupplies", found);
    await beginClaim(page);
    expect(await grounds(page)).toBe("");
  });

  it("of a document is kept for its supply alone", async () => {
    const { page } = await proved("/desk/atencion/");
    await page.getByRole("link", { name: "Presentar un documento" }).click();
    await page.fill("#text", "Pide copia de su recibo.");
    await page.reload();
    await expect.poll(() => page.inputValue("#text")).toBe("Pide copia de su recibo.");
    await page.goto(`${site.origin}/desk/documentos/registrar/?suministro=00000077`);
    await page.locator("#text").waitFor();
    expect(await page.inputValue("#text")).toBe("");
  });
});

describe("the page of who calls, left and opened again", () => {
  it("is closed if nothing is under way for them", async () => {
    const { page } = await proved("/desk/atencion/");
    const asked = callsTo("searchSupplies").length;
    await menu(page, "/desk/bandeja/");
    await page.getByText("a la vista").waitFor();
    await menu(page, "/desk/atencion/");
    await page.locator("#supplyCode").waitFor();
    expect(await page.inputValue("#documentNumber")).toBe("");
    await page.goBack();
    await page.goBack();
    await page.locator("#supplyCode").waitFor();
    expect(await page.inputValue("#supplyCode")).toBe("");
    expect(callsTo("searchSupplies")).toHaveLength(asked);
  });

  it("has the claim half typed, and neither it nor amounts once another result was opened", async () => {
    const { page } = await open({
      ...{ as: "operator", path: "/desk/atencion/", reads: "Borrador. Todavía no", act: beginClaim },
    });
    await page.fill("#grounds", "Somos cuatro.");
    await menu(page, "/desk/bandeja/");
    await page.getByText("a la vista").waitFor();
    await menu(page, "/desk/atencion/");
    await expect.poll(() => page.inputValue("#grounds")).toBe("Somos cuatro.");
    expect(bodyOf("searchSupplies")).toEqual({ supplyCode: "12345", documentNumber: "00000001" });
    await menu(page, "/desk/bandeja/");
    await page.fill("search input", "00012345");
    await page.press("search input", "Enter");
    nextIsMasked();
    await page.locator(".found a", { hasText: "Suministro 00012345" }).first().click();
    await isMasked(page);
    expect(bodyOf("searchSupplies")).toEqual({ supplyCode: "00012345" });
    expect(await page.locator("#grounds").count()).toBe(0);
    await page.click("button >> text=Registrar un reclamo");
    expect(await page.inputValue("#grounds")).toBe("");
  });

  it("has what is half typed of a request after a reload, and nothing of it for the next caller", async () => {
    const { page } = await proved("/desk/atencion/");
    site.stubs.listDeskProblems = answer("listDeskProblems", { problems: [] });
    await page.getByRole("link", { name: "Registrar una solicitud" }).click();
    await page.fill("#description", "Sale agua de la vereda.");
    await page.reload();
    await expect.poll(() => page.inputValue("#description")).toBe("Sale agua de la vereda.");
    await page.goBack();
    await page.getByText("El documento coincide").waitFor();
    await page.getByRole("link", { name: "Registrar una solicitud" }).click();
    await expect.poll(() => page.inputValue("#description")).toBe("Sale agua de la vereda.");
    await page.goBack();
    await page.click("text=Atender a otra persona");
    await search(page);
    await page.getByRole("link", { name: "Registrar una solicitud" }).click();
    await page.locator("#description").waitFor();
    expect(await page.inputValue("#description")).toBe("");
  });

  it.each(["its way back", "the browser"])("is as it was after a claim of theirs, by %s", async (way) => {
    const { page } = await proved("/desk/atencion/");
    await page.getByRole("link", { name: found.claims[0]?.code ?? "" }).click();
    const back = page.locator("p.back a", { hasText: "Atención: Suministro 00012345" });
    await back.waitFor();
    if (way === "the browser") await page.goBack();
    else await back.click();
    await page.getByText("El documento coincide").waitFor();
    expect(await page.inputValue("#documentNumber")).toBe("00000001");
    // Once left for something else, it is closed, whichever way leads to it.
    await page.getByRole("link", { name: found.claims[0]?.code ?? "" }).click();
    await back.waitFor();
    await menu(page, "/desk/atencion/");
    await page.locator("#supplyCode").waitFor();
    expect(await page.inputValue("#documentNumber")).toBe("");
    expect(await page.getByText("El documento coincide").count()).toBe(0);
  });
});
