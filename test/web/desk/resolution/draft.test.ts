import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { theCase } from "../../desk-fixtures.ts";
import { actAt, open, send } from "../../desk-site.ts";
import { faultyCase } from "../../draft-fixtures.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";
import type { Stubs } from "../../site-server.ts";

servePages();

const savedAt = "2026-11-23T14:42:00.000Z";
const draft = {
  ...{ outcome: "rejected", decision: "Infundado.", reasons: "Por la lectura del medidor.", months: [] },
  ...{ answers: [], findings: [], savedAt, by: "ABOGADA DE PRUEBA" },
} as unknown as NonNullable<(typeof theCase)["draft"]>;
const drafted: typeof theCase = { ...theCase, evidence: [], actions: ["resolution-issued"], draft };

/** One of its findings is let go by nobody. */
const faulty: typeof theCase = {
  ...faultyCase,
  draft: faultyCase.draft && {
    ...faultyCase.draft,
    findings: faultyCase.draft.findings.map((one) =>
      one.key.startsWith("offer-not-accepted") ? { ...one, stops: true as const } : one,
    ),
  },
};

const drafting = (shown: typeof theCase, stubs: Stubs = {}, width = 1280) =>
  open({
    as: "resolver",
    path: actAt("resolucion"),
    reads: "Así se imprimirá",
    stubs: { showCase: answer("showCase", shown), saveResolution: answer("saveResolution", shown), ...stubs },
    width,
  });

const letter = {
  previewResolution: answer("previewResolution", { documentId: "draft-1", fileName: "proyecto-RE-1.pdf", savedAt }),
  showDocumentPages: answer("showDocumentPages", {
    state: "drawn",
    pages: ["/favicon.svg", "/favicon.svg"],
    more: false,
  }),
};
const pagesIn = (page: Page) => page.getByRole("region", { name: "Páginas de proyecto-RE-1.pdf" });
const see = (page: Page) => page.getByRole("button", { name: "Ver la carta" });
const sends = (page: Page) => page.getByRole("button", { name: "Enviar a firma" });

describe("who drafts", () => {
  it.each([1280, 360])("sees the pages of the letter before it is sent, saved as typed, at %i px", async (width) => {
    const { page, violations } = await drafting(drafted, letter, width);
    await see(page).click();
    await pagesIn(page).getByRole("img").nth(1).waitFor();
    const order = callsTo("saveResolution").length + callsTo("previewResolution").length;
    expect([callsTo("saveResolution").length, order]).toEqual([1, 2]);
    expect(callsTo("issueResolution")).toHaveLength(0);
    const boxes = await Promise.all(
      [pagesIn(page), page.locator("#decision"), sends(page)].map((one) => one.boundingBox()),
    );
    const [pages, text, button] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
    if (!pages || !text || !button) throw new Error("not drawn");
    // Beside the text where there is room, at most a screen from its head; under the whole form on a telephone.
    if (width === 1280) {
      expect(pages.x).toBeGreaterThanOrEqual(text.x + text.width);
      expect(pages.y).toBeLessThan(text.y + text.height + 400);
    } else expect(pages.y).toBeGreaterThan(button.y + button.height);
    await expectSound(page, violations);
  });

  it("is shown no letter of an older text: it goes away with the next save", async () => {
    const { page } = await drafting(drafted, letter);
    await see(page).click();
    await pagesIn(page).waitFor();
    const newer = { ...drafted, draft: { ...draft, savedAt: "2026-11-23T14:43:00.000Z" } };
    site.stubs.saveResolution = answer("saveResolution", newer);
    await page.fill("#reasons", "Por la lectura y la visita.");
    await page.getByText("El texto cambió después de esta vista.").waitFor();
    await expect.poll(() => pagesIn(page).count()).toBe(0);
  });

  it("reads why a letter cannot be printed", async () => {
    const { page, violations } = await drafting(drafted, { previewResolution: refusal("cannot-price") });
    await see(page).click();
    await page.getByRole("alert").filter({ hasText: "No podemos calcular ese recibo" }).waitFor();
    await expectSound(page, violations);
  });

  it.each([1280, 360])(
    "reads beside the button that is off what is missing, who may let it go and where, at %i px",
    async (width) => {
      const { page, violations } = await drafting(faulty, {}, width);
      const off = page.locator("#draft-off");
      expect(await off.innerText()).toContain("Faltan 3 pruebas. Hay 3 observaciones del proyecto.");
      expect(await off.innerText()).toContain("no lo dispensa nadie");
      expect(await off.innerText()).toContain("otra resolutora, quien firma o la gerencia");
      expect(await off.innerText()).toContain("«Dispensar lo que falta»");
      expect(await sends(page).isDisabled()).toBe(true);
      expect(await sends(page).getAttribute("aria-describedby")).toBe("draft-off");
      await expectSound(page, violations);
      const letGo = { ...drafted, version: faultyCase.version + 1 };
      site.stubs.showCase = answer("showCase", letGo);
      await off.getByRole("button", { name: "Revisar otra vez" }).click();
      await expect.poll(() => sends(page).isEnabled()).toBe(true);
      expect(await off.count()).toBe(0);
    },
  );

  it("asks another person to let it go, and reads since when that is asked", async () => {
    const { page, violations } = await drafting(faulty);
    const askedDraft = faultyCase.draft && { ...faultyCase.draft, overrideAsked: "2026-11-23" };
    const asked = { ...faultyCase, version: faultyCase.version + 1, draft: askedDraft };
    site.stubs.askOverride = answer("askOverride", asked);
    site.stubs.showCase = answer("showCase", asked);
    const off = page.locator("#draft-off");
    await off.getByRole("button", { name: "Pedir que lo dispensen" }).click();
    await off.getByText("Se pidió el 23 de noviembre de 2026: quien firma y la gerencia lo ven en «Firmas»").waitFor();
    expect(callsTo("askOverride")).toHaveLength(1);
    expect(await off.getByRole("button", { name: "Pedir que lo dispensen" }).count()).toBe(0);
    expect(await page.inputValue("#reasons")).not.toBe("");
    await expectSound(page, violations);
  });

  it("reads who returned the resolution unsigned and why, above the text that came back", async () => {
    const [first] = theCase.entries;
    if (!first) throw new Error("the case has no entry");
    const returned: typeof first = {
      ...{ ...first, seq: 3, by: "company", role: "signer", person: "JEFA DE PRUEBA" },
      type: "resolution-returned",
      text: "00120-2026-MOQ: Falta responder al consumo de setiembre.",
    };
    const back = { ...drafted, entries: [...theCase.entries, returned] };
    const { page, violations } = await drafting(back);
    await page.getByText("La resolución se devolvió sin firmar").waitFor();
    await page.getByText("Falta responder al consumo de setiembre.").waitFor();
    await page.getByText("JEFA DE PRUEBA").waitFor();
    expect(await page.inputValue("#reasons")).toBe("Por la lectura del medidor.");
    await expectSound(page, violations);
    await page.getByRole("link", { name: "Volver al expediente" }).click();
    await page.getByRole("heading", { name: "Proyecto de resolución" }).waitFor();
    await page.getByText("Falta responder al consumo de setiembre.").waitFor();
  });

  it("reads nothing of a return that was answered by another resolution", async () => {
    const [first] = theCase.entries;
    if (!first) throw new Error("the case has no entry");
    const entries = (["resolution-returned", "resolution-issued"] as const).map((type, at) => ({
      ...{ ...first, seq: 3 + at, type },
    }));
    const { page } = await drafting({ ...drafted, entries: [...theCase.entries, ...entries] });
    expect(await page.getByText("La resolución se devolvió sin firmar").count()).toBe(0);
  });
});

describe("who drafts while a colleague saves another text", () => {
  const others = {
    ...drafted,
    draft: { ...draft, savedAt: "2026-11-23T14:43:00.000Z", by: "OTRA ABOGADA", reasons: "Por la visita." },
  };
  const saved = (reasons: string) =>
    answer("saveResolution", { ...drafted, draft: { ...draft, reasons, savedAt: "2026-11-23T14:44:00.000Z" } });
  /** Types a text that is refused, since the colleague saved meanwhile. */
  const refused = async () => {
    const opened = await drafting(drafted, { saveResolution: refusal("version-stale") });
    site.stubs.showCase = answer("showCase", others);
    await opened.page.fill("#reasons", "Por la lectura de noviembre.");
    await opened.page.getByText("OTRA ABOGADA guardó otro texto").waitFor();
    return opened;
  };
  const choose = (page: Page, name: string) => page.getByRole("button", { name }).click();
  const lastBody = () => JSON.parse(callsTo("saveResolution").at(-1)?.body ?? "null");

  it("sees both texts, who saved and when, and nothing is called saved", async () => {
    const { page, violations } = await refused();
    await page.getByRole("definition").filter({ hasText: "Por la visita." }).waitFor();
    expect(await page.inputValue("#reasons")).toBe("Por la lectura de noviembre.");
    expect(await page.getByText("Guardado:").count()).toBe(0);
    await expectSound(page, violations);
  });

  it.each([
    ["Guardar el mío en lugar del otro", "Por la lectura de noviembre."],
    ["Tomar el de OTRA ABOGADA", "Por la visita."],
    ["Juntar los dos", "Por la lectura de noviembre.\n\nPor la visita."],
  ])("by «%s» saves what was chosen over the colleague's", async (button, reasons) => {
    const { page } = await refused();
    site.stubs.saveResolution = saved(reasons);
    await choose(page, button);
    await page.getByText("Guardado: 23 de noviembre de 2026, 9:44 a. m.").waitFor();
    expect(lastBody().reasons.replaceAll("\r\n", "\n")).toBe(reasons);
    expect(lastBody().basedOn).toBe(others.draft.savedAt);
    await expect.poll(() => page.getByText("guardó otro texto").count()).toBe(0);
  });

  it("reads after a reload that the text of this tab is not saved, beside the colleague's", async () => {
    const { page, violations } = await refused();
    await page.reload();
    await page.getByText("OTRA ABOGADA guardó otro texto").waitFor();
    await page.getByText("aún no está guardado").first().waitFor();
    expect(await page.inputValue("#reasons")).toBe("Por la lectura de noviembre.");
    expect(await page.getByText("Guardado:").count()).toBe(0);
    await expectSound(page, violations);
  });

  it("reads of a saved text that it is saved, though the tab keeps it too", async () => {
    const { page } = await drafting(drafted);
    await page.evaluate("document.querySelector('main form').dispatchEvent(new Event('input', { bubbles: true }))");
    await page.reload();
    await page.getByText("Guardado: 23 de noviembre de 2026, 9:42 a. m.").waitFor();
    expect(await page.getByText("todavía no se guardó").count()).toBe(0);
  });
});

describe("who keeps notes of conciliation while a colleague saves others", () => {
  const noted = (by: string, at: string, margin: string): typeof theCase => ({
    ...theCase,
    conciliation: { margin, proposal: "", savedAt: `2026-11-23T14:${at}:00.000Z`, by },
  });
  const mine = noted("CONCILIADORA DE PRUEBA", "42", "Hasta 20 m³.");
  const others = noted("OTRA CONCILIADORA", "43", "Hasta 15 m³.");
  /** Types notes that are refused, since the colleague saved meanwhile. */
  const refused = async () => {
    const opened = await open({
      ...{ as: "conciliator", path: actAt("apuntes"), reads: "Hasta dónde puede llegar" },
      stubs: { showCase: answer("showCase", mine), saveConciliationNotes: refusal("version-stale") },
    });
    site.stubs.showCase = answer("showCase", others);
    await opened.page.fill("#margin", "Hasta 18 m³.");
    await send(opened.page);
    await opened.page.getByText("OTRA CONCILIADORA guardó otro texto").waitFor();
    return opened;
  };

  it("sees both, also after a reload, and what is untouched does not turn into the colleague's", async () => {
    const { page, violations } = await refused();
    for (const _ of ["at once", "after a reload"]) {
      await page.getByRole("definition").filter({ hasText: "Hasta 15 m³." }).waitFor();
      expect(await page.inputValue("#margin")).toBe("Hasta 18 m³.");
      await expectSound(page, violations);
      await page.reload();
    }
  });

  it.each([
    ["Guardar el mío en lugar del otro", "Hasta 18 m³."],
    ["Tomar el de OTRA CONCILIADORA", "Hasta 15 m³."],
    ["Juntar los dos", "Hasta 18 m³.\n\nHasta 15 m³."],
  ])("by «%s» sends what was chosen, over the colleague's", async (button, margin) => {
    const { page } = await refused();
    expect(bodyOf("saveConciliationNotes")).toMatchObject({ basedOn: mine.conciliation?.savedAt });
    await page.getByRole("button", { name: button }).click();
    await expect.poll(() => page.getByText("OTRA CONCILIADORA guardó otro texto").count()).toBe(0);
    site.stubs.saveConciliationNotes = answer("saveConciliationNotes", others);
    await send(page);
    await page.waitForURL(/hecho=apuntes/);
    const sent = bodyOf("saveConciliationNotes");
    expect({ ...sent, margin: sent.margin.replaceAll("\r\n", "\n") }).toEqual({
      ...{ margin, proposal: "", basedOn: others.conciliation?.savedAt },
    });
  });

  it("sends nothing again over it by sending twice: the second one is based on the first one's still", async () => {
    const { page } = await refused();
    await send(page);
    await expect.poll(() => callsTo("saveConciliationNotes").length).toBe(2);
    expect(bodyOf("saveConciliationNotes").basedOn).toBe(mine.conciliation?.savedAt);
  });
});

it("a form keeps its options and what was typed when a colleague does the act first", async () => {
  const { page, violations } = await open({
    ...{ as: "analyst", path: actAt("admision"), reads: "¿Se admite?" },
    stubs: {
      showCase: answer("showCase", { ...theCase, actions: ["claim-accepted", "dismissal-proposed"] }),
      admitClaim: refusal("version-stale"),
    },
  });
  await page.check("input[name=outcome][value=accepted]");
  site.stubs.showCase = answer("showCase", { ...theCase, actions: [], version: theCase.version + 1 });
  await page.click("main form button[type=submit]");
  await page.getByText("El expediente cambió mientras trabajaba").waitFor();
  expect(await page.locator("input[name=outcome]").count()).toBe(2);
  expect(await page.locator("input[name=outcome][value=accepted]").isChecked()).toBe(true);
  await expectSound(page, violations);
});
