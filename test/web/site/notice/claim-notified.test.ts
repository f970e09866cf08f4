import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { readingOf } from "../../../../web/look/typed-reading.ts";
import { detailWords } from "../../../../web/site/claim/claim-details.words.ts";
import { receiptStepWords } from "../../../../web/site/filing/claim-receipt.words.ts";
import { answers, claim, draftOf } from "../../claim-fixtures.ts";
import { acts, mine, open, send, serveClaims, step } from "../../claim-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo } from "../../served.ts";

serveClaims();

const lacking: AnswerOf<Routes["checkClaim"]> = {
  findings: [{ rule: "form-remediable", severity: "warns", text: "Falta tu declaración: 2 días hábiles." }],
};
const review = { ...mine, path: step("revisar") };
const filedPage = { ...mine, path: "/reclamos/claim1/recibido/" };
const formOf = (more: object) => ({ showDraft: answer("showDraft", draftOf({ ...answers, ...more })) });

describe("the declaration, before a claim is sent", () => {
  it("is what its tick says; the findings, right above the button, are about all the rest", async () => {
    const { page } = await open({
      ...review,
      reads: "2 días hábiles",
      stubs: { checkClaim: answer("checkClaim", lacking) },
    });
    expect(bodyOf("checkClaim")).toMatchObject({ declares: true });
    const below = "main section:has-text('Antes de enviarlo') + button[type=submit]";
    expect(await page.locator(below).count()).toBe(1);
    await page.check("#declares");
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(bodyOf("fileClaim")).toMatchObject({ declares: true });
  });

  it("is not needed to send it, which is said beside it even if the pre-check does not answer", async () => {
    const { page } = await open({
      ...review,
      reads: "Marca tu declaración. Sin ella igual recibimos tu reclamo, pero te la pediremos.",
      stubs: { checkClaim: refusal("receipt-not-found") },
    });
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(bodyOf("fileClaim")).toMatchObject({ declares: false });
  });
});

describe("what a claim's confirmation says", () => {
  it.each([
    [{ meterTest: true, meterTestCostAccepted: true }, "si no, la pagas tú, como aceptaste."],
    [{ meterTest: true, meterTestCostAccepted: false }, "La pediste sin aceptar su costo. Si se hace, no se te cobra."],
    [{ meterTest: true }, "La pediste sin aceptar su costo."],
    [{ meterTest: false, meterTestCostAccepted: false }, "No la pediste. Puedes pedirla"],
    [{ leaflet: false }, "No marcaste que la leíste. Leerla ahora (PDF)"],
    [{ leaflet: true }, "Marcaste que la leíste."],
    [{}, "Aún no la tenemos. Si te la pedimos, la completas desde tu reclamo."],
  ])("of %j: %s", async (said, reads) => {
    const { page } = await open({
      ...filedPage,
      reads: "Prueba del medidor",
      stubs: acts({ ...claim, meterTest: false, ...said }),
    });
    const text = await page.locator("main").innerText();
    expect(text).toContain(reads);
    expect(text).not.toContain("Pagas la prueba");
  });

  it("has the days of the visit and the hearing; says that one without a day will be notified", async () => {
    const { page } = await open({ ...filedPage, reads: "Te visitamos el día que dice arriba." });
    expect(await page.locator("main").innerText()).not.toContain("si hace falta");
    const { hearing: _, ...unmet } = claim;
    await open({ ...filedPage, reads: "Si hace falta visitarte, te avisamos", stubs: acts({ ...unmet, visits: [] }) });
  });

  it.each([
    [1, "este recibo", "este recibo"],
    [2, "estos recibos", "estos recibos"],
  ])("%i receipts: %s", (count, held, released) => {
    expect(detailWords.held(count).toLowerCase()).toContain(held);
    expect(detailWords.released(count).toLowerCase()).toContain(released);
  });

  it("writes one point after the hour of a visit with its inspector", async () => {
    const visits = claim.visits.map((visit) => ({ ...visit, inspector: "INSPECTOR DE PRUEBA" }));
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "Va INSPECTOR",
      stubs: acts({ ...claim, visits }),
    });
    expect(await page.locator("main").innerText()).not.toMatch(/m\.\./);
  });
});

describe("the form of a claim", () => {
  it("asks about the cost of a meter test only if they want one", async () => {
    const { page } = await open({
      ...mine,
      path: step("contraste"),
      reads: "contrastación",
      stubs: formOf({ meterTest: "no" }),
    });
    await page.locator("input[name=meterTest]").first().waitFor();
    expect(await page.locator("#meterTestCost").count()).toBe(0);
    await page.check("input[name=meterTest][value=yes]");
    await page.locator("label:has(input[value=yes]) + .field #meterTestCost").waitFor();
    await page.getByText("Sin marcar, vale como «no».").waitFor();
    await page.check("input[name=meterTest][value=unsure]");
    await page.locator("#meterTestCost").waitFor({ state: "detached" });
  });

  it.each([
    [{ meterTest: "yes" }, "de más: no. Si se hace, no se te cobra"],
    [{ meterTest: "yes", meterTestCost: ["yes"] }, "de más: sí"],
  ])("reads back whether the cost of the test is accepted: %j", async (said, reads) => {
    const { page } = await open({ ...review, reads, stubs: formOf(said) });
    expect(await page.locator("dl.review").innerText()).toContain(`no marca ${reads}`);
  });

  it("warns of an open claim, with its link as main button, and says what a second one may come to", async () => {
    const { page } = await open({ ...mine, path: step("motivo"), reads: "¿Qué pasó con tu recibo?" });
    await page.locator("main input[type=radio]").first().waitFor();
    await send(page);
    await page.locator("main a.button:not(.plain)", { hasText: "Ver ese reclamo" }).waitFor();
    expect(await page.locator("main").innerText()).toContain("lo pueden declarar improcedente");
    await page.click("main button.plain >> text=Presentar otro, por otra razón");
    await page.locator("h1", { hasText: "Esto es lo que vemos en tu recibo" }).waitFor();
  });

  it.each([
    ["2291", 2291],
    ["02291", 2291],
    ["2,291", 2291],
    ["2 291", 2291],
    ["1,002,291", 1_002_291],
    ["", undefined],
    ["2,29", Number.NaN],
    ["2.291", Number.NaN],
    ["12345678", Number.NaN],
    ["no lo veo", Number.NaN],
  ])("reads a meter's number, or none: «%s»", (typed, reading) => {
    expect(readingOf(typed)).toBe(reading);
  });

  it("sends a reading typed with the marks that receipts print", async () => {
    const { page } = await open({ ...review, reads: "Antes de enviarlo", stubs: formOf({ meterReading: "2,291" }) });
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(callsTo("fileClaim")).toHaveLength(1);
    expect(bodyOf("fileClaim")).toMatchObject({ meterReading: 2291 });
  });

  it.each([
    ["of a claim", { ...mine, path: step("quien"), reads: "Número de documento" }],
    ["that looks up where a claim is", { path: "/estado/", reads: "Número de documento de quien lo presentó" }],
  ])("the document %s is typed with digits alone only where it has no letters", async (_, where) => {
    const { page } = await open(where);
    const keyboard = async (kind: string) => {
      await page.check(`input[name=kind][value=${kind}]`);
      return page.locator("#number").getAttribute("inputmode");
    };
    for (const [kind, mode] of [
      ["CE", "text"],
      ["DNI", "numeric"],
      ["PASSPORT", "text"],
      ["RUC", "numeric"],
    ] as const)
      expect(await keyboard(kind)).toBe(mode);
  });

  it("says when a month is due in words that are true of past ones as well", () => {
    expect(receiptStepWords.due("2026-01-16")).toBe("con vencimiento el 16 de enero");
  });
});
