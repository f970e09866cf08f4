import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { documentStandings } from "../../../../shared/domain/case/document-standing.ts";
import { openPage } from "../../browser.ts";
import { answer, office, refusal } from "../../fixtures.ts";
import { bodyOf, browser, expectSound, servePages, site } from "../../served.ts";
import type { Stubs } from "../../site-server.ts";

servePages();

const bytes = Buffer.from("%PDF-1.7 un documento de prueba");
const found: AnswerOf<Routes["showVerification"]> = {
  verificationCode: "K7QF-2M9X-4TBD-R0ZA",
  kind: "resolution",
  number: "00001-2026-MOQ",
  issuedAt: "2026-12-24T15:00:00.000Z",
  sha256: createHash("sha256").update(bytes).digest("hex"),
  standing: "in-force",
  kept: "whole",
  seal: { signature: "c2VsbG8=", keyId: "key", algorithm: "ECDSA_SHA_256", statement: '{"kind":"resolution"}' },
};

async function open(path: string, reads: string, stubs: Stubs = {}) {
  site.stubs = {
    showOffice: answer("showOffice", office(site.origin)),
    showVerification: answer("showVerification", found),
    verifyFile: answer("verifyFile", found),
    ...stubs,
  };
  const opened = await openPage(browser, site.origin);
  await opened.page.goto(site.origin + path);
  await opened.page.getByText(reads).first().waitFor();
  return opened;
}

const choose = (page: Page) =>
  page.setInputFiles("#file", { name: "resolucion.pdf", mimeType: "application/pdf", buffer: bytes });
const qr = `/verificar/?codigo=${found.verificationCode}`;

it("sends nothing before a check is asked for, and needs no sign-in", async () => {
  const { page, violations } = await open("/verificar/", "Código de verificación");
  await expectSound(page, violations, [320, 360, 1280]);
  expect(site.calls.map(({ id }) => id)).not.toContain("showVerification");
  await page.context().close();
});

it("a QR's address is checked when it is opened: what it is, whether it is in force, what to compare", async () => {
  const { page, violations } = await open(qr, "Es auténtico y está vigente");
  await page.getByText("Compara estos datos con los del papel").waitFor();
  await page.getByText("00001-2026-MOQ").first().waitFor();
  expect(await page.inputValue("#code")).toBe(found.verificationCode);
  await page.locator("summary").click();
  const saved = await page.getByText("Guardar el sello").getAttribute("href");
  expect(JSON.parse(decodeURIComponent(saved?.split(",").slice(1).join(",") ?? ""))).toEqual(found.seal);
  await expectSound(page, violations, [320, 360, 1280]);
  await page.context().close();
});

it("a file is hashed in the browser and never sent; the keyboard reaches the answer", async () => {
  const { page, violations } = await open("/verificar/", "Código de verificación");
  await choose(page);
  await page.getByText("El archivo es el mismo que hizo la oficina").waitFor();
  expect(bodyOf("verifyFile")).toEqual({ sha256: found.sha256 });
  expect(await page.evaluate("document.activeElement.textContent")).toContain("Es auténtico");
  await expectSound(page, violations, [320, 360, 1280]);
  await page.context().close();
});

it("says that a file was changed or is not one of ours", async () => {
  const { page, violations } = await open("/verificar/", "Código", { verifyFile: refusal("document-unknown") });
  await choose(page);
  await page.getByText("No coincide: este archivo fue cambiado o no es nuestro").waitFor();
  await page.getByText("resolucion.pdf").waitFor();
  await expectSound(page, violations, [320, 360, 1280]);
  await page.context().close();
});

it("an unknown code and a malformed one say what to do", async () => {
  const { page } = await open(qr, "No coincide con ningún documento nuestro", {
    showVerification: refusal("document-unknown"),
  });
  site.stubs = {
    ...site.stubs,
    showVerification: refusal("invalid-request", [{ field: "path.code", message: "El código tiene 16 letras." }]),
  };
  await page.fill("#code", "abc");
  await page.getByText("Comprobar el código").click();
  await page.getByText("El código tiene 16 letras.").waitFor();
  await page.fill("#code", "");
  await page.getByText("Comprobar el código").click();
  await page.getByText("Escribe el código que está al pie de la hoja.").first().waitFor();
  expect(await page.locator("#code[aria-invalid]").count()).toBe(1);
  await page.context().close();
});

it.each(documentStandings)("says %s in words of its own", async (standing) => {
  const { page, violations } = await open(qr, "00001-2026-MOQ", {
    showVerification: answer("showVerification", { ...found, standing }),
  });
  const title = (await page.locator(".notice h2").first().textContent()) ?? "";
  const rules = standing === "record" || standing === "in-force";
  expect(title).toMatch(standing === "unsigned" ? /^No vale/ : /^Es auténtico/);
  expect(/pero|No vale/.test(title)).toBe(!rules);
  expect(await page.locator(".notice.good").count()).toBe(rules ? 1 : 0);
  await expectSound(page, violations, [360]);
  await page.context().close();
});

it("says that a document is not kept whole", async () => {
  const { page } = await open(qr, "no está completo", {
    showVerification: answer("showVerification", { ...found, kept: "changed", rectifiedAt: found.issuedAt }),
  });
  await page.getByText("Un error de escritura se corrigió").waitFor();
  expect(await page.locator(".notice.bad").count()).toBe(1);
  await page.context().close();
});
