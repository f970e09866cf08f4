import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { frozenCase, signatures, submission } from "../../desk-fixtures.ts";
import { actAt, open } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { callsTo, expectSound, servePages, site } from "../../served.ts";
import type { Stubs } from "../../site-server.ts";

servePages();

type Pages = AnswerOf<Routes["showDocumentPages"]>;
const says = (state: Pages["state"], pages = 0, more = false): Stubs => ({
  showDocumentPages: answer("showDocumentPages", {
    state,
    pages: Array.from({ length: pages }, () => "/favicon.svg"),
    more,
  }),
});
const beingDrawn = "Estamos dibujando sus páginas.";
const pagesIn = (page: Page) => page.getByRole("region", { name: "Páginas de RES-2026-000120.pdf" });

/** Opens the page on which the resolution is signed, where its pages are as `stubs` say. */
const signing = (reads: string, stubs: Stubs, width = 1280) =>
  open({
    as: "signer",
    path: actAt("firma"),
    reads,
    stubs: { showCase: answer("showCase", frozenCase), ...stubs },
    width,
    height: 800,
  });

describe("who signs a resolution", () => {
  it.each([1280, 360])("sees the pages of its file before the form, under what it decides, at %i px", async (width) => {
    const { page, violations } = await signing("Documento que se firma", says("drawn", 3), width);
    const pages = pagesIn(page);
    await pages.getByRole("img", { name: "Página 3 de 3 de RES-2026-000120.pdf" }).waitFor();
    const [facts, drawn, form] = await Promise.all(
      [page.locator("main dl").first(), pages, page.locator("main form")].map((part) => part.boundingBox()),
    );
    expect(facts?.y).toBeLessThan(drawn?.y ?? 0);
    expect(drawn?.y).toBeLessThan(form?.y ?? 0);
    expect(callsTo("showDocumentPages")).toHaveLength(1);
    await expectSound(page, violations);
  });

  it("reads that they are being drawn, and sees them by itself once they are", async () => {
    const { page, violations } = await signing(beingDrawn, says("drawing"));
    await expectSound(page, violations);
    site.stubs = { ...site.stubs, ...says("drawn", 1) };
    await pagesIn(page).getByRole("img").waitFor();
    await expect.poll(() => page.getByText(beingDrawn).count()).toBe(0);
  });

  it("is not kept waiting without end: after a minute they are asked for by hand, or downloaded", async () => {
    const { page, violations } = await signing(beingDrawn, says("drawing"));
    await page.clock.fastForward(61_000);
    await page.getByText("Sus páginas tardan más de lo normal.").waitFor();
    await expectSound(page, violations);
    site.stubs = { ...site.stubs, ...says("drawn", 1) };
    await page.getByRole("button", { name: "Volver a mirar" }).click();
    await pagesIn(page).getByRole("img").waitFor();
  });

  it("downloads what cannot be drawn", async () => {
    const { page, violations } = await signing("No se pudieron dibujar sus páginas.", says("undrawable"));
    await page.getByRole("button", { name: "Descargar el PDF" }).waitFor();
    expect(await pagesIn(page).count()).toBe(0);
    await expectSound(page, violations);
  });

  it("reads of a very long one that the rest is in the file", async () => {
    const { page, violations } = await signing("Estas son sus primeras 20 páginas.", says("drawn", 20, true));
    expect(await pagesIn(page).getByRole("img").count()).toBe(20);
    await expectSound(page, violations);
  });

  it("may sign though they could not be asked for, and asks again", async () => {
    const { page } = await signing("Volver a intentar", { showDocumentPages: { status: 503 } });
    await page.getByRole("button", { name: "Firmar" }).waitFor();
    site.stubs = { ...site.stubs, ...says("drawn", 1) };
    await page.getByRole("button", { name: "Volver a intentar" }).click();
    await pagesIn(page).getByRole("img").waitFor();
    expect(callsTo("showDocumentPages")).toHaveLength(2);
  });
});

describe("in the list of documents to sign", () => {
  const listed = { listSignatures: answer("listSignatures", signatures) };
  const path = "/desk/firmas/?lista=signature";

  it.each([
    ["signer", 1280],
    ["manager", 1280],
    ["signer", 360],
  ] as const)("the %s sees the pages of one below its row, at %i px", async (as, width) => {
    const { page, violations } = await open({
      as,
      path,
      reads: "Rectificación",
      stubs: { ...listed, ...says("drawn", 2) },
      width,
    });
    await page.getByRole("button", { name: "Ver páginas" }).nth(1).click();
    const seen = page.locator("tr.pages-row");
    await seen.getByRole("img").nth(1).waitFor();
    expect(callsTo("showDocumentPages")).toHaveLength(1);
    const [box, window] = [await seen.getByRole("region").boundingBox(), page.viewportSize()];
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(window?.width ?? 0);
    await expectSound(page, violations);
    await page.getByRole("button", { name: "Ocultar páginas" }).click();
    await seen.waitFor({ state: "detached" });
  });

  it("one that was signed or returned meanwhile is said not to be there", async () => {
    const stubs = { ...listed, showDocumentPages: refusal("document-not-found") };
    const { page, violations } = await open({ as: "signer", path, reads: "Rectificación", stubs });
    await page.getByRole("button", { name: "Ver páginas" }).first().click();
    await page.locator("tr.pages-row").getByRole("alert").waitFor();
    await expectSound(page, violations);
  });
});

describe("at the document desk", () => {
  const at = "2026-11-24T15:00:00.000Z";
  const received = { documentId: "r1", fileName: "respuesta-firmada.pdf", sizeBytes: 90_000, sha256: "b".repeat(64) };
  const answered = {
    ...submission,
    state: "received",
    receivedAt: at,
    answeredAt: at,
    cargo: "ready",
    answer: "ready",
    entries: [
      { type: "received", at },
      { type: "answered", at, text: "Se atendió.", attachments: [{ ...received, state: "received" }] },
    ],
  } as const;
  const opened = (as: "clerk" | "manager" | "operator", width = 1280) =>
    open({
      as,
      path: "/desk/documentos/f1/",
      reads: "Se atendió.",
      stubs: { showDeskSubmission: answer("showDeskSubmission", answered as never) },
      width,
    });

  it.each([1280, 360])(
    "the office's documents of a submission are seen where they are downloaded, at %i px",
    async (width) => {
      const { page, violations } = await opened("clerk", width);
      for (const paper of ["constancia", "cargo", "respuesta"]) {
        await page.getByRole("button", { name: `Ver páginas ${paper} ${submission.number}` }).click();
        await page
          .getByRole("region", { name: `Páginas de ${paper} ${submission.number}` })
          .getByRole("img")
          .waitFor();
      }
      expect(callsTo("showSubmissionPages")).toHaveLength(3);
      await expectSound(page, violations);
    },
  );

  it("one that was taken as an act of its claim asks for no answer and goes to no other area", async () => {
    const taken = { ...submission, state: "received", receivedAt: at, recordedAs: "appeal", entries: [] } as const;
    const { page } = await open({
      ...{ as: "clerk", path: "/desk/documentos/f1/", reads: "Se tomó como" },
      stubs: { showDeskSubmission: answer("showDeskSubmission", taken as never) },
    });
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("button", { name: /Responder|Derivar/ }).count()).toBe(0);
  });

  it("the files of an answer are seen too, and an operator, who may open none, is offered none", async () => {
    const { page, violations } = await opened("manager");
    await page.getByRole("button", { name: "Ver páginas respuesta-firmada.pdf" }).click();
    await page.getByRole("img", { name: "respuesta-firmada.pdf" }).first().waitFor();
    await expectSound(page, violations);
    const operator = await opened("operator");
    expect(await operator.page.getByRole("button", { name: "Ver páginas" }).count()).toBe(0);
  });
});
