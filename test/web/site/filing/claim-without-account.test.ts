import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { stepSlugs, stepTitles } from "../../../../web/site/filing/claim-steps.words.ts";
import { openPage } from "../../browser.ts";
import { filedOpen, shownOpen } from "../../claim-fixtures.ts";
import { empty, send, serveClaims, upload, uploadIn, usual } from "../../claim-site.ts";
import { answer, gatewaySays, refusal, sheet } from "../../fixtures.ts";
import { bodyOf, browser, callsTo, expectReadAloud, expectSound, site } from "../../served.ts";
import type { Stubs } from "../../site-server.ts";

serveClaims();

type Slug = (typeof stepSlugs)[number];

async function lookedUp(page: Page): Promise<void> {
  await page.goto(`${site.origin}/recibo/`);
  await page.fill("#supplyCode", "12345");
  await page.fill("#receiptNumber", "S001-45013");
  await page.fill("#total", "263.88");
  await send(page);
}

/** A person with no account, at the receipt they looked up. */
async function atTheReceipt(stubs: Stubs = {}) {
  site.stubs = { ...usual(), ...stubs };
  const opened = await openPage(browser, site.origin);
  const { page } = opened;
  await lookedUp(page);
  await page.getByRole("link", { name: "Reclamar este recibo" }).waitFor();
  return opened;
}

const arrived = (page: Page, slug: Slug) => page.locator("h1", { hasText: stepTitles[slug] }).waitFor();

const answering: Partial<Record<Slug, (page: Page) => Promise<unknown>>> = {
  motivo: (page) => page.getByLabel("Usé menos agua de la que dice").check(),
  fugas: (page) => page.getByLabel("Sí, y no hay").check(),
  medidor: async (page) => {
    await page.fill("#meterReading", "2,291");
    await page.locator("#uploadIds").waitFor();
  },
  relato: (page) => page.fill("#grounds", "Somos los mismos dos y el recibo subió mucho."),
  archivos: (page) => page.locator("#uploadIds").waitFor(),
  contraste: (page) => page.getByLabel("No", { exact: true }).check(),
  visita: (page) => page.getByLabel("En la mañana").check(),
  pedido: (page) => page.getByLabel("Que me cobren según mi consumo normal").check(),
  quien: async (page) => {
    await page.getByLabel("Vivo aquí y uso el servicio").check();
    await page.fill("#givenNames", "CLIENTE DE PRUEBA");
    await page.fill("#paternalSurname", "UNO");
    await page.fill("#number", "00000001");
    await page.fill("#address", "Calle de Prueba 100");
  },
  avisos: async (page) => {
    await page.fill("#telephone", "987 654 321");
    await page.getByLabel("Sí, es mío").check();
  },
  reunion: async (page) => {
    await page.getByLabel("En la oficina: voy en persona").check();
    await page.click("text=¿Otro idioma, o un intérprete?");
    await page.getByLabel("Quechua").check();
    await page
      .getByRole("group", { name: /intérprete/ })
      .getByLabel("Sí")
      .check();
  },
};

/**
 * Answers the steps from `from` to `to`, and goes on after each, once `looks` saw it. The receipt's page has explained
 * it already.
 */
async function answered(page: Page, from: Slug, to: Slug, looks = async (_: Slug) => {}): Promise<void> {
  for (const slug of stepSlugs.slice(stepSlugs.indexOf(from), stepSlugs.indexOf(to) + 1)) {
    if (slug === "explicacion") continue;
    await arrived(page, slug);
    await answering[slug]?.(page);
    await looks(slug);
    await send(page);
  }
}

const begun = async (stubs?: Stubs) => {
  const opened = await atTheReceipt(stubs);
  await opened.page.click("text=Reclamar este recibo");
  await arrived(opened.page, "motivo");
  return opened;
};

const kept = (page: Page) =>
  page.evaluate<Record<string, string>>(
    "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('caudal.draft.')))",
  );
const photosKept = (page: Page) =>
  page.evaluate<number>(`new Promise((resolve) => {
    const opening = indexedDB.open("caudal.photos", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("photos", { keyPath: ["draftId", "keptId"] });
    opening.onsuccess = () => {
      const counting = opening.result.transaction("photos").objectStore("photos").count();
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
    };
  })`);
const photo = { name: "medidor.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x".repeat(1000)) };

describe("a claim without an account", () => {
  it("begins at once on the receipt that was looked up, and is filed with nothing typed twice", async () => {
    const { page, violations } = await begun();
    await page.getByText("Reclamas: octubre de 2026, número S001-00045013.").waitFor();
    expect(callsTo("saveDraft")).toHaveLength(0);
    await answered(page, "motivo", "reunion", (slug) => expectReadAloud(page, `open-claim-${slug}`));
    await arrived(page, "revisar");
    await page.getByRole("heading", { name: "Antes de enviarlo", exact: true }).waitFor();
    await expectReadAloud(page, "open-claim-revisar");
    await page.getByText("Declaro que lo que digo").click();
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    await page.getByText("claimkeyclaimkeyclaim1").waitFor();
    await expectReadAloud(page, "open-claim-filed");
    expect(bodyOf("fileOpenClaim")).toMatchObject({
      supplyCode: "00012345",
      receipts: [{ number: "S001-00045013", period: "2026-10" }],
      receiptTotal: "263.88",
      meterReading: 2291,
      declares: true,
      claimant: { standing: { as: "effective-user" }, document: { kind: "DNI", number: "00000001" } },
    });
    expect(bodyOf("fileOpenClaim").borrowed).toBeUndefined();
    expect(bodyOf("fileOpenClaim").claimant.languageChoice).toEqual({ language: "qu", interpreter: true });
    expect(await kept(page)).toEqual({});
    const loaded = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
    expect(loaded.filter((name) => name.includes("sign-in-flow"))).toEqual([]);
    expect(violations).toEqual([]);
  });

  it("survives two reloads, a lost network and a closed tab, and its document number is on no phone", async () => {
    const { page } = await begun();
    await answered(page, "motivo", "medidor");
    await arrived(page, "relato");
    await page.fill("#grounds", "A medio escribir");
    await page.reload();
    await page.locator("#grounds").waitFor();
    expect(await page.inputValue("#grounds")).toBe("A medio escribir");
    await answered(page, "relato", "relato");
    await arrived(page, "archivos");
    await page.locator("#uploadIds").waitFor();
    await page.context().setOffline(true);
    await page.setInputFiles("#uploadIds", photo);
    await page.getByText("Guardado en este teléfono", { exact: true }).waitFor();
    expect(await photosKept(page)).toBe(1);
    await page.context().setOffline(false);
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    expect(callsTo("startOpenUpload").length).toBe(1);
    await page.reload();
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    await send(page);
    await answered(page, "contraste", "quien");
    await arrived(page, "avisos");
    for (const draft of Object.values(await kept(page))) expect(draft).not.toContain("00000001");
    // The tab is closed: what a tab keeps alone is gone.
    await page.goto(`${site.origin}/_empty`);
    await page.evaluate("sessionStorage.clear()");
    await page.goto(`${site.origin}/reclamar/`);
    await page.getByRole("link", { name: "Continuar" }).click();
    await arrived(page, "quien");
    expect(await page.inputValue("#givenNames")).toBe("CLIENTE DE PRUEBA");
    expect(await page.inputValue("#number")).toBe("");
    await page.fill("#number", "00000001");
    await send(page);
    await answered(page, "avisos", "reunion");
    await arrived(page, "revisar");
    await page.getByText("medidor.jpg").waitFor();
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(bodyOf("fileOpenClaim").uploadIds).toEqual(["u9"]);
  });

  it("is filed although its photos cannot be sent, which follow from its page", async () => {
    const lost = { ...upload(), upload: { ...upload().upload, url: "http://127.0.0.1:1/closed" } };
    const { page } = await begun({
      startOpenUpload: answer("startOpenUpload", lost, 201),
      renewOpenUpload: answer("renewOpenUpload", lost, 201),
    });
    await answered(page, "motivo", "relato");
    await arrived(page, "archivos");
    await page.locator("#uploadIds").waitFor();
    await page.setInputFiles("#uploadIds", photo);
    await page.getByText("Guardado en este teléfono", { exact: true }).waitFor();
    await send(page);
    await answered(page, "contraste", "reunion");
    await arrived(page, "revisar");
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(bodyOf("fileOpenClaim").uploadIds).toEqual(["u9"]);
    await page.getByText("1 archivo todavía en este teléfono.").waitFor();
    await page.reload();
    await page.getByText("1 archivo todavía en este teléfono.").waitFor();
    site.stubs = usual();
    await page.getByRole("button", { name: "Enviar otra vez" }).click();
    await page.getByText("Ya llegaron. Los estamos revisando").waitFor();
    expect(await photosKept(page)).toBe(0);
  });

  it("is filed without a photo that could not be opened, which is on neither its review nor its page", async () => {
    const { page } = await begun({ showOpenUpload: uploadIn("refused") });
    await answered(page, "motivo", "relato");
    await arrived(page, "archivos");
    await page.locator("#uploadIds").waitFor();
    await page.setInputFiles("#uploadIds", photo);
    await page.locator(".files").getByText("No se pudo abrir", { exact: true }).waitFor();
    await expect.poll(() => photosKept(page)).toBe(0);
    await send(page);
    await answered(page, "contraste", "reunion");
    await arrived(page, "revisar");
    await page.getByText("No agregaste archivos").waitFor();
    await send(page);
    await page.getByText("claimkeyclaimkeyclaim1").waitFor();
    expect(bodyOf("fileOpenClaim").uploadIds).toEqual([]);
    expect(callsTo("startOpenUpload")).toHaveLength(1);
    expect(await page.getByText("Tus archivos").count()).toBe(0);
  });

  it("names a photo that was found bad only while it was sent, and is filed without it", async () => {
    const { page } = await begun({ showOpenUpload: uploadIn("pending") });
    await answered(page, "motivo", "relato");
    await arrived(page, "archivos");
    await page.locator("#uploadIds").waitFor();
    await page.setInputFiles("#uploadIds", photo);
    await page.getByText("Recibido (revisando)", { exact: true }).waitFor();
    await send(page);
    await answered(page, "contraste", "reunion");
    await arrived(page, "revisar");
    site.stubs = { ...usual(), showOpenUpload: uploadIn("refused") };
    await send(page);
    await page.getByText("No pudimos recibir: medidor.jpg.").waitFor();
    expect(bodyOf("fileOpenClaim").uploadIds).toEqual([]);
    expect(await photosKept(page)).toBe(0);
  });

  it("names the files that could not even be announced, and is filed without them", async () => {
    const { page } = await begun({ startOpenUpload: refusal("too-many-uploads") });
    await answered(page, "motivo", "relato");
    await arrived(page, "archivos");
    await page.locator("#uploadIds").waitFor();
    await page.setInputFiles("#uploadIds", photo);
    await page.getByText("Guardado en este teléfono", { exact: true }).waitFor();
    await send(page);
    await answered(page, "contraste", "reunion");
    await arrived(page, "revisar");
    await send(page);
    await page.getByText("No pudimos recibir: medidor.jpg.").waitFor();
    expect(bodyOf("fileOpenClaim").uploadIds).toEqual([]);
  });

  it("goes on without a network, says at the end that there is none, and is sent by the next press", async () => {
    const { page } = await begun();
    await arrived(page, "motivo");
    await page.locator("main input[type=radio]").first().check();
    await page.context().setOffline(true);
    await send(page);
    await arrived(page, "fugas");
    await page.context().setOffline(false);
    await answered(page, "fugas", "reunion");
    await arrived(page, "revisar");
    await page.locator("main form button[type=submit]").waitFor();
    await page.context().setOffline(true);
    await send(page);
    const why = page.locator("main [role=alert]");
    await why.waitFor();
    expect(await why.innerText()).toContain("Estás sin conexión");
    expect(callsTo("fileOpenClaim")).toEqual([]);
    await page.context().setOffline(false);
    await send(page);
    await page.getByText("Descargar cargo (PDF)").waitFor();
    expect(callsTo("fileOpenClaim")).toHaveLength(1);
  });

  it("shows code, key and cargo after a reload, and a code of six digits gives the days", async () => {
    const { page } = await begun();
    await answered(page, "motivo", "reunion");
    await arrived(page, "revisar");
    await send(page);
    await page.getByText("Descargar cargo (PDF)").waitFor();
    await page.reload();
    await page.getByText("claimkeyclaimkeyclaim1").waitFor();
    await page.getByRole("button", { name: "Enviarme un código" }).click();
    await page.locator("#digits:focus").waitFor();
    await page.getByRole("button", { name: "No me llegó" }).click();
    await page.locator("button:focus", { hasText: "Enviarme un código" }).press("Enter");
    await page.getByRole("button", { name: "Confirmar" }).click();
    await page.getByText("Escribe los 6 números del código.").first().waitFor();
    const { stubs } = site;
    site.stubs = { ...stubs, confirmOpenContact: refusal("not-confirmed") };
    await page.fill("#digits", "654321");
    await page.getByRole("button", { name: "Confirmar" }).click();
    await page.locator(".field.wrong").getByText("El código no es el que le enviamos.").waitFor();
    // The refusal's own title is for staff, of whoever they attend.
    expect(await page.getByText("La persona todavía no lo confirma").count()).toBe(0);
    site.stubs = stubs;
    await page.fill("#digits", "123456");
    await page.getByRole("button", { name: "Confirmar" }).click();
    await page.locator("div:focus", { hasText: "Listo: ya sabemos cómo avisarte" }).waitFor();
    await page.getByText("viernes 27 de noviembre de 2026").waitFor();
    expect(bodyOf("confirmOpenContact")).toMatchObject({ code: "RE-2026-004192-7", digits: "123456" });
    expect(await page.getByRole("link", { name: "Ingresar y guardarlo en mi cuenta" }).getAttribute("href")).toBe(
      "/retomar/#codigo=RE-2026-004192-7&clave=claimkeyclaimkeyclaim1",
    );
  });

  it("from a borrowed mobile opens no account, and can be erased from it", async () => {
    const { page } = await begun();
    await answered(page, "motivo", "quien");
    await arrived(page, "avisos");
    await page.fill("#telephone", "+51987654321");
    await send(page);
    await page.getByText("Dinos si este celular es tuyo.").first().waitFor();
    await page.getByLabel("No, me lo prestaron").check();
    await send(page);
    await answered(page, "reunion", "reunion");
    await arrived(page, "revisar");
    await page.getByText("No, me lo prestaron").waitFor();
    await page.getByText("987 654 321", { exact: true }).waitFor();
    await send(page);
    await page.getByText("No abre ninguna cuenta.").waitFor();
    expect(bodyOf("fileOpenClaim").borrowed).toBe(true);
    await page.getByRole("button", { name: "Enviarme un código" }).click();
    await page.fill("#digits", "123456");
    await page.getByRole("button", { name: "Confirmar" }).click();
    await page.getByText("Listo: ya sabemos cómo avisarte").waitFor();
    expect(await page.getByText("Ingresar y guardarlo en mi cuenta").count()).toBe(0);
    await page.getByRole("button", { name: "Borrar esta página de este teléfono" }).click();
    await page.getByText("Ingresa para seguir").waitFor();
    expect(await page.evaluate("JSON.stringify({ ...sessionStorage, ...localStorage })")).not.toContain("claimkey");
  });

  it("with neither mobile nor mail is filed with an address alone", async () => {
    const { page } = await begun({
      showOpenClaim: answer("showOpenClaim", { ...shownOpen, channels: [] }),
    });
    await answered(page, "motivo", "quien");
    await arrived(page, "avisos");
    await send(page);
    await answered(page, "reunion", "reunion");
    await arrived(page, "revisar");
    await send(page);
    await page.getByText("Te escribimos a tu dirección").waitFor();
    expect(bodyOf("fileOpenClaim").claimant).toMatchObject({ address: "Calle de Prueba 100", notifyByEmail: false });
    expect(bodyOf("fileOpenClaim").claimant.telephone).toBeUndefined();
    await page.getByText("Sin celular ni correo no se abre.").waitFor();
    expect(await page.getByRole("link", { name: "Retomar un reclamo" }).getAttribute("href")).toBe("/retomar/");
  });

  it.each<[string, object, RegExp, boolean]>([
    ["waits for the contact", { holdBy: "2026-11-26" }, /apenas confirmas tu contacto\..*26 de noviembre/, false],
    [
      "is asked for and not confirmed",
      {
        holdAsked: { at: "2026-11-23T15:00:00.000Z", until: "2026-11-23T19:00:00.000Z" },
        holdKey: "holdkeyholdkeyholdkey1",
      },
      /pedimos que el sistema de cobranza lo bloquee\. A más tardar el 23 de noviembre de 2026, 2:00/,
      true,
    ],
  ])("says no more than was done for its receipt while the hold %s", async (_, hold, says, isAsked) => {
    const { page } = await begun({ showOpenClaim: answer("showOpenClaim", { ...shownOpen, ...hold }) });
    await answered(page, "motivo", "reunion");
    await arrived(page, "revisar");
    await page.getByText("Declaro que lo que digo").click();
    await send(page);
    await page.getByText(says).waitFor();
    expect(await page.getByText("No tienes que pagar lo que reclamas").count()).toBe(isAsked ? 1 : 0);
    expect(await page.getByRole("link", { name: "Ver la constancia de «No cortar»" }).count()).toBe(isAsked ? 1 : 0);
  });

  it("says to who filed what is missing to act for the supply", async () => {
    const filed = { ...filedOpen, proofAsked: true as const, powerAsked: true as const };
    const { page } = await begun({ fileOpenClaim: answer("fileOpenClaim", filed, 201) });
    await answered(page, "motivo", "reunion");
    await arrived(page, "revisar");
    await page.getByText("Declaro que lo que digo").click();
    await send(page);
    await page.getByText("El recibo no está a nombre de tu documento").waitFor();
    await page.getByText("Si no agregaste el poder, agrégalo").waitFor();
    expect(await page.getByRole("link", { name: "Presentar un documento" }).getAttribute("href")).toBe(
      "/mesa-de-partes/",
    );
  });

  it("says to who goes back after filing that it was sent, and leads to the claim", async () => {
    const { page, violations } = await begun();
    await answered(page, "motivo", "reunion");
    await arrived(page, "revisar");
    await page.getByText("Declaro que lo que digo").click();
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    await page.goBack();
    await page.getByText(/Ya enviaste este reclamo: RE-/).waitFor();
    expect(await page.getByText("Ingresa para seguir").count()).toBe(0);
    await expectSound(page, violations);
    await page.getByRole("link", { name: "Ver mi reclamo" }).click();
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
  });

  it("says of a draft that is not on this phone that it is not, before it asks to sign in", async () => {
    const { page, violations } = await atTheReceipt();
    await page.goto(`${site.origin}/reclamar/0198c0de-0000-7000-8000-000000000001/quien/`);
    await page.getByText("En este teléfono no está ese borrador").waitFor();
    await page.getByRole("link", { name: "Empezar el reclamo otra vez" }).waitFor();
    await expectSound(page, violations);
  });

  it("returns the claim of the first attempt if its answer was lost and an answer was changed meanwhile", async () => {
    const { page } = await begun({ fileOpenClaim: gatewaySays(503) });
    await answered(page, "motivo", "reunion");
    await arrived(page, "revisar");
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    const [first] = callsTo("fileOpenClaim");
    await page.click("text=Cambiar Lo que cuentas");
    await arrived(page, "relato");
    await page.fill("#grounds", "Otra cosa.");
    await send(page);
    await arrived(page, "revisar");
    site.stubs = { ...usual(), fileOpenClaim: refusal("write-key-used") };
    await send(page);
    await expect.poll(() => callsTo("fileOpenClaim").length).toBe(3);
    const calls = callsTo("fileOpenClaim");
    expect(calls[2]?.body).toBe(first?.body);
    expect(new Set(calls.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  it("is about the receipt whose number was typed, be it the newest or not", async () => {
    const { receipt } = sheet;
    site.stubs = {
      ...usual(),
      lookUpReceipt: answer("lookUpReceipt", {
        ...sheet,
        receipt: { ...receipt, period: "2026-08", number: "S001-00043013" },
      }),
    };
    const { page } = await openPage(browser, site.origin);
    await page.goto(`${site.origin}/reclamar/`);
    await page.fill("#supplyCode", "12345");
    await page.fill("#receiptNumber", "S001-43013");
    await page.fill("#total", "58.90");
    await send(page);
    await page.getByText("Reclamas: agosto de 2026, número S001-00043013.").waitFor();
    expect(JSON.parse(String(callsTo("lookUpReceipt")[0]?.body))).toMatchObject({ shown: "given" });
  });

  it("is taken as it is written if the receipt is not found or not at hand", async () => {
    site.stubs = { ...usual(), lookUpReceipt: refusal("receipt-not-found") };
    const { page } = await openPage(browser, site.origin);
    await page.goto(`${site.origin}/reclamar/`);
    await page.fill("#supplyCode", "00099999");
    await page.fill("#receiptNumber", "S001-99");
    await page.fill("#total", "10");
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    await page.getByRole("button", { name: "Reclamar sin ver el recibo" }).click();
    await arrived(page, "recibo");
    expect(await page.inputValue("#supplyCode")).toBe("00099999");
    await send(page);
    await page.getByText("Escribe el mes de ese recibo").first().waitFor();
    await page.fill("#receiptMonth", "octubre 2026");
    await send(page);
    await answered(page, "motivo", "motivo");
    await answered(page, "fugas", "reunion");
    await arrived(page, "revisar");
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(bodyOf("fileOpenClaim")).toMatchObject({
      supplyCode: "00099999",
      receipts: [{ number: "S001-99", period: "2026-10" }],
    });
    expect(bodyOf("fileOpenClaim").receiptTotal).toBeUndefined();
  });

  it("can be finished by telephone, or erased from the phone with its photos", async () => {
    const { page, violations } = await begun();
    await answered(page, "motivo", "relato");
    await arrived(page, "archivos");
    await page.locator("#uploadIds").waitFor();
    await page.setInputFiles("#uploadIds", photo);
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Termínalo por teléfono" }).click();
    await page.locator("h1", { hasText: "Termínalo por teléfono" }).waitFor();
    await page.getByText("Somos los mismos dos y el recibo subió mucho.").waitFor();
    expect(await page.locator("main").innerText()).toContain("053\u00a0000\u00a0000, lunes a viernes");
    await expectSound(page, violations);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.click(".back a");
    await arrived(page, "archivos");
    await page.getByRole("button", { name: "Borrar de este teléfono" }).click();
    await page.getByRole("button", { name: "Sí, borrar" }).click();
    await page.locator("h1", { hasText: "Reclamar por tu recibo de agua" }).waitFor();
    expect(await kept(page)).toEqual({});
    await expect.poll(() => photosKept(page)).toBe(0);
  });

  it("begins on a receipt that another claim holds, for another reason", async () => {
    const held = { ...sheet.receipt, status: "IN_CLAIM" as const, held: { amount: "263.88", payable: "0.00" } };
    site.stubs = { ...usual(), lookUpReceipt: answer("lookUpReceipt", { ...sheet, receipt: held }) };
    const { page } = await openPage(browser, site.origin);
    await lookedUp(page);
    await page.click("text=Reclamar por otra razón");
    await arrived(page, "motivo");
    expect(Object.keys(await kept(page))).toHaveLength(1);
  });

  it("says of a receipt that another claim holds how that one is looked up, where its page did not", async () => {
    const history = sheet.history.map((month) => ({ ...month, status: "IN_CLAIM" as const }));
    const held = { lookUpReceipt: answer("lookUpReceipt", { ...sheet, history }) };
    const { page } = await begun(held);
    await answered(page, "motivo", "motivo");
    await arrived(page, "fugas");
    await page.evaluate("localStorage.clear()");
    await page.goto(`${site.origin}/reclamar/`);
    await page.fill("#supplyCode", "12345");
    await page.fill("#receiptNumber", "S001-45013");
    await page.fill("#total", "263.88");
    await send(page);
    await answered(page, "motivo", "motivo");
    await page.locator("h1", { hasText: "Ya hay un reclamo por este recibo" }).waitFor();
    expect(await page.getByRole("link", { name: "Consultar un reclamo" }).getAttribute("href")).toBe("/estado/");
    await page.getByRole("button", { name: "Presentar otro, por otra razón" }).click();
    await arrived(page, "explicacion");
  });

  it("says at the step of who claims that a name of signs without width is none", async () => {
    const { page } = await begun();
    await answered(page, "motivo", "pedido");
    await arrived(page, "quien");
    await answering.quien?.(page);
    for (const name of ["givenNames", "maternalSurname"]) await page.fill(`#${name}`, "\u200b\u2060");
    await send(page);
    await page.locator(".summary").waitFor();
    expect(await page.locator(".summary li").allInnerTexts()).toEqual(["Escribe los nombres."]);
    await page.fill("#givenNames", "CLIENTE DE PRUEBA");
    await send(page);
    await answered(page, "avisos", "reunion");
    await arrived(page, "revisar");
    await page.getByText("Declaro que lo que digo").click();
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    expect(bodyOf("fileOpenClaim").claimant).not.toHaveProperty("maternalSurname");
  });

  it("goes on where it was if the same receipt is claimed again", async () => {
    const { page } = await begun();
    await answered(page, "motivo", "fugas");
    await arrived(page, "medidor");
    // The tab keeps the receipt.
    await page.goto(`${site.origin}/recibo/`);
    await page.click("text=Reclamar este recibo");
    await arrived(page, "relato");
    expect(Object.keys(await kept(page))).toHaveLength(1);
  });

  it("is erased by itself after 30 days", async () => {
    const { page } = await begun();
    await answered(page, "motivo", "motivo");
    await arrived(page, "fugas");
    // From another page: this one may still be keeping what was answered last.
    await page.goto(`${site.origin}/plazos/`);
    await page.evaluate(`for (const key of Object.keys(localStorage)) {
      const draft = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...draft, savedAt: "2026-10-23T14:41:00.000Z" }));
    }`);
    await page.goto(`${site.origin}/reclamar/`);
    await page.getByText("¿Qué recibo quieres reclamar?").waitFor();
    await expect.poll(() => kept(page)).toEqual({});
    expect(await page.getByText("En este teléfono, sin enviar").count()).toBe(0);
  });

  it("warns that the receipt's normal term is over, and goes on", async () => {
    const { page } = await begun({
      lookUpReceipt: answer("lookUpReceipt", {
        ...sheet,
        receipt: { ...sheet.receipt, claimUntil: "2026-11-20", claimDaysLeft: 0 },
      }),
    });
    await answered(page, "motivo", "motivo");
    await page.getByText("El plazo normal para este recibo ya pasó").waitFor();
    await page.getByRole("button", { name: "Quiero presentarlo igual" }).click();
    await arrived(page, "fugas");
    expect(callsTo("fileOpenClaim")).toHaveLength(0);
  });

  it("is opened in the account of who is signed in when they send it", async () => {
    site.stubs = usual();
    const { page } = await openPage(browser, site.origin, { signedIn: "customers" });
    await lookedUp(page);
    await page.click("text=Reclamar este recibo");
    await answered(page, "motivo", "motivo");
    // The same receipt is already claimed by an open claim of the account.
    await page.getByText("Ya tienes un reclamo por este recibo").waitFor();
    await page.getByRole("button", { name: "Presentar otro, por otra razón" }).click();
    await answered(page, "fugas", "reunion");
    await arrived(page, "revisar");
    await send(page);
    await page.locator("h1", { hasText: "Recibimos tu reclamo" }).waitFor();
    await page.getByRole("link", { name: "Ver mi reclamo" }).waitFor();
    expect(bodyOf("openClaim")).toEqual({ code: "RE-2026-004192-7", claimKey: "claimkeyclaimkeyclaim1" });
    expect(bodyOf("saveDraft").answers).toMatchObject({ supplyCode: "00012345", reason: "used-less" });
  });

  it("of an account goes on without it where no code arrives", async () => {
    site.stubs = { ...usual(), ...empty };
    const { page } = await openPage(browser, site.origin, { signedIn: "customers", refreshToken: "refresh" });
    await page.goto(`${site.origin}/reclamar/draft1/relato/`);
    await page.locator("#grounds").waitFor();
    site.stubs = { ...usual(), ...empty, saveDraft: gatewaySays(401) };
    await page.fill("#grounds", "No me llega el código.");
    await send(page);
    await page.getByRole("button", { name: "Sigue sin ingresar: tu reclamo vale igual" }).click();
    await send(page);
    await arrived(page, "archivos");
    expect(await page.evaluate("localStorage.getItem('caudal.draft.draft1')")).toContain("No me llega el código.");
  });
});
