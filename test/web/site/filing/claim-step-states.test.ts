import type { Page } from "playwright-core";
import { it } from "vitest";
import { reviewRows } from "../../../../web/site/filing/claim-review-rows.words.ts";
import { stepSlugs, stepTitles } from "../../../../web/site/filing/claim-steps.words.ts";
import { answers, claim, claims, draftOf } from "../../claim-fixtures.ts";
import { acts, empty, expectSoundState, mine, type State, send, serveClaims, step } from "../../claim-site.ts";
import { answer, refusal, sheet } from "../../fixtures.ts";

serveClaims();

const steps: readonly (readonly [string, State])[] = stepSlugs.flatMap((slug) => [
  [`step ${slug}`, { ...mine, path: step(slug), reads: stepTitles[slug] }],
  ...(slug === "archivos" || slug === "explicacion" || slug === "medidor"
    ? []
    : [
        [
          `step ${slug}, nothing answered`,
          {
            ...mine,
            path: step(slug),
            reads: "Hay datos que corregir",
            stubs: empty,
            act: async (page: Page) => {
              await page.getByText("Borrador. Todavía no has enviado tu reclamo.").waitFor();
              await send(page);
            },
          },
        ] as const,
      ]),
]);

const states: Readonly<Record<string, State>> = {
  ...Object.fromEntries(steps),
  "start, signed out": { path: "/reclamar/", reads: "Reclamar sin ver el recibo" },
  "start, signed out, not found": {
    path: "/reclamar/",
    reads: "Reclamar sin ver el recibo",
    stubs: { lookUpReceipt: refusal("receipt-not-found") },
    act: async (page) => {
      await page.fill("#supplyCode", "00012345");
      await page.fill("#receiptNumber", "S001-1");
      await page.fill("#total", "10");
      await send(page);
      await page.locator("[role=alert]:focus").waitFor();
    },
  },
  "start, another supply": {
    ...mine,
    path: "/reclamar/",
    reads: "¿Qué recibo quieres reclamar?",
    act: (page) => page.click("text=El recibo es de otro suministro"),
  },
  start: { ...mine, path: "/reclamar/", reads: "¿De qué suministro es el recibo?" },
  "start, no supply": {
    ...mine,
    path: "/reclamar/",
    reads: "Reclamar sin ver el recibo",
    stubs: { listSupplies: answer("listSupplies", { supplies: [], ended: [] }) },
  },
  "start, no supply chosen": {
    ...mine,
    path: "/reclamar/",
    reads: "Hay datos que corregir",
    act: async (page) => {
      await page.locator("main form").waitFor();
      await send(page);
    },
  },
  "step, no such draft": {
    ...mine,
    path: step("relato"),
    reads: "No encontramos ese borrador",
    stubs: { showDraft: refusal("draft-not-found") },
  },
  "step recibo, no receipts": {
    ...mine,
    path: step("recibo"),
    reads: "Todavía no tenemos recibos",
    stubs: { listReceipts: answer("listReceipts", { supplyCode: "00012345", months: [] }) },
  },
  "step motivo, already claimed": {
    ...mine,
    path: step("motivo"),
    reads: "Ya tienes un reclamo por este recibo",
    act: async (page) => {
      await page.locator("main input[type=radio]").first().waitFor();
      await send(page);
    },
  },
  "step motivo, already claimed long ago": {
    ...mine,
    path: step("motivo"),
    reads: "Ya tienes un reclamo por este recibo",
    stubs: {
      listClaims: answer("listClaims", {
        claims: claims.claims.map((one) => ({ ...one, supplyCode: "00099999" })),
        cursor: "next",
      }),
    },
    act: async (page) => {
      await page.locator("main input[type=radio]").first().waitFor();
      await page.route("**/api/claims?cursor=next", (route) => route.fulfill({ json: claims }));
      await send(page);
    },
  },
  "step revisar, without a document": {
    ...mine,
    path: step("revisar"),
    reads: "No respondiste",
    stubs: { showDraft: answer("showDraft", draftOf({ ...answers, kind: "", number: "" })) },
    act: (page) => page.locator("dl.review div", { hasText: reviewRows.number }).getByText("No respondiste").waitFor(),
  },
  "step motivo, late": {
    ...mine,
    path: step("motivo"),
    reads: "El plazo normal para este recibo ya pasó",
    stubs: {
      listClaims: answer("listClaims", { claims: [] }),
      showReceipt: answer("showReceipt", {
        ...sheet,
        receipt: { ...sheet.receipt, claimUntil: "2026-11-20", claimDaysLeft: 0 },
      }),
    },
    act: async (page) => {
      await page.locator("main input[type=radio]").first().waitFor();
      await send(page);
    },
  },
  "step explicacion, clear": {
    ...mine,
    path: step("explicacion"),
    reads: "No presentaste un reclamo",
    act: (page) => page.click("text=Con esto me queda claro"),
  },
  "step revisar, findings": { ...mine, path: step("revisar"), reads: "Ten en cuenta" },
  "step revisar, no findings": {
    ...mine,
    path: step("revisar"),
    reads: "Enviar mi reclamo",
    stubs: { checkClaim: refusal("receipt-not-found") },
  },
  "step revisar, refused": {
    ...mine,
    path: step("revisar"),
    reads: "Escribe una dirección completa",
    stubs: {
      fileClaim: refusal("invalid-request", [
        { field: "body.claimant.address", message: "Escribe una dirección completa." },
      ]),
    },
    act: async (page) => {
      await page.locator(".review").waitFor();
      await send(page);
    },
  },
  "filed, from elsewhere": { ...mine, path: "/reclamos/claim1/recibido/", reads: "RE-2026-004192-7" },
  "filed, cargo on the way": {
    ...mine,
    path: "/reclamos/claim1/recibido/",
    reads: "Estamos preparando tu cargo",
    stubs: acts({ ...claim, documents: [] }),
  },
};

it.each(Object.entries(states))(
  "%s: no accessibility fault, nothing blocked by the policy, nothing cut off",
  async (_, state) => {
    await expectSoundState(state);
  },
);
