import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claimStates } from "../../shared/domain/claim-states.ts";
import { stepSlugs, stepTitles } from "../../web/words/claim-steps.ts";
import { faultsOf, openBrowser, openPage, overflowOf, type PageOptions } from "./browser.ts";
import {
  acknowledged,
  answers,
  claim,
  claims,
  clocks,
  decided,
  draftOf,
  filed,
  filing,
  hold,
  notice,
  observed,
  observedFiling,
  offered,
} from "./claim-fixtures.ts";
import { answer, gatewaySays, office, receipts, refusal, type Stub, sheet, supplies } from "./fixtures.ts";
import { type SiteServer, type Stubs, serveSite } from "./site-server.ts";

const build = mkdtempSync(join(tmpdir(), "caudal-claims-"));
let site: SiteServer;
let browser: Browser;

const upload = () => ({
  uploadId: "u9",
  upload: { url: `${site.uploads}/evidence`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" },
});
const uploadIn = (state: "pending" | "received" | "refused", reason?: string) =>
  answer("showUpload", {
    uploadId: "u9",
    fileName: "medidor.jpg",
    sizeBytes: 200_000,
    state,
    ...(reason && { reason }),
  });

const usual = (): Stubs => ({
  showOffice: answer("showOffice", office(site.origin)),
  listSupplies: answer("listSupplies", supplies),
  listReceipts: answer("listReceipts", receipts),
  showReceipt: answer("showReceipt", sheet),
  lookUpReceipt: answer("lookUpReceipt", sheet),
  listClaims: answer("listClaims", claims),
  listDrafts: answer("listDrafts", { drafts: [draftOf(answers)] }),
  showDraft: answer("showDraft", draftOf(answers)),
  saveDraft: answer("saveDraft", draftOf(answers)),
  dropDraft: { status: 204 },
  fileClaim: answer("fileClaim", filed, 201),
  showClaim: answer("showClaim", claim),
  showClocks: answer("showClocks", clocks),
  startUpload: answer("startUpload", upload(), 201),
  showUpload: uploadIn("received"),
  answerOffer: answer("answerOffer", claim),
  withdrawClaim: answer("withdrawClaim", claim),
  remedyClaim: answer("remedyClaim", claim),
  extendClaim: answer("extendClaim", claim),
  fileRecourse: answer(
    "fileRecourse",
    {
      filingId: "f1",
      filingNumber: "MP-2026-004192-7",
      filedAt: "2026-11-23T14:42:00.000Z",
      filedOn: "2026-11-23",
      late: true,
      claim,
    },
    201,
  ),
  openClaim: answer("openClaim", claim),
  lookUpClaim: answer("lookUpClaim", {
    code: "RE-2026-004192-7",
    state: "notified",
    since: "2026-11-23",
    dueOn: "2026-12-15",
  }),
  showNotice: answer("showNotice", notice),
  acknowledgeNotice: answer("acknowledgeNotice", acknowledged),
  showHold: answer("showHold", hold),
  listFilings: answer("listFilings", { filings: [filing, { ...observedFiling, filingId: "f2" }] }),
  showFiling: answer("showFiling", filing),
  fileDocument: answer("fileDocument", filing, 201),
});

beforeAll(async () => {
  execFileSync(process.execPath, ["scripts/web.ts", "--out", build]);
  site = await serveSite(build);
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(build, { recursive: true, force: true });
});
beforeEach(() => {
  site.stubs = usual();
  site.calls.length = 0;
});

interface State extends Pick<PageOptions, "signedIn" | "refreshToken"> {
  readonly path: string;
  readonly reads: string;
  readonly stubs?: Stubs;
  readonly act?: (page: Page) => Promise<void>;
}

const send = (page: Page): Promise<void> => page.click("main button[type=submit]");
const later = (stub: Stub): Stub => ({ ...stub, delayMs: 5000 });
const mine = { signedIn: "customers" } as const;
const step = (slug: (typeof stepSlugs)[number]) => `/reclamar/draft1/${slug}/`;
const empty = { showDraft: answer("showDraft", draftOf({ linkId: "a1", writeKey: answers.writeKey })) };
const acts = (of: typeof claim) => ({ showClaim: answer("showClaim", of) });
const callsOf = (id: string) => site.calls.filter((call) => call.id === id);
const bodyOf = (id: string) => JSON.parse(callsOf(id).at(-1)?.body ?? "null");

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
  "claims, signed out": { path: "/reclamos/", reads: "Ingresa para seguir" },
  "claims, on the way": {
    ...mine,
    path: "/reclamos/",
    reads: "Cargando…",
    stubs: { listClaims: later(gatewaySays(503)) },
  },
  claims: { ...mine, path: "/reclamos/", reads: "Reclamos que empezaste y no enviaste" },
  "claims, none": {
    ...mine,
    path: "/reclamos/",
    reads: "Todavía no tienes reclamos",
    stubs: { listClaims: answer("listClaims", { claims: [] }), listDrafts: answer("listDrafts", { drafts: [] }) },
  },
  "claims, API down": {
    ...mine,
    path: "/reclamos/",
    reads: "El sistema está en mantenimiento",
    stubs: { listClaims: gatewaySays(503) },
  },
  "claims, session over": { ...mine, path: "/reclamos/", reads: "Tu sesión terminó", refreshToken: "ended" },
  "start, signed out": { path: "/reclamar/", reads: "Ingresa para seguir" },
  start: { ...mine, path: "/reclamar/", reads: "¿De qué suministro es el recibo?" },
  "start, no supply": {
    ...mine,
    path: "/reclamar/",
    reads: "Primero vincula el suministro",
    stubs: { listSupplies: answer("listSupplies", { supplies: [] }) },
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
  "step recibo, already claimed": {
    ...mine,
    path: step("recibo"),
    reads: "Ya tienes un reclamo por este recibo",
    act: async (page) => {
      await page.locator("main input[type=radio]").first().waitFor();
      await send(page);
    },
  },
  "step recibo, late": {
    ...mine,
    path: step("recibo"),
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
  "step motivo, claimed elsewhere": {
    ...mine,
    path: step("motivo"),
    reads: "Ese motivo se reclama por teléfono o en la oficina",
    act: async (page) => {
      await page.click("text=Hay un cobro que no reconozco");
      await send(page);
    },
  },
  "step explicacion, clear": {
    ...mine,
    path: step("explicacion"),
    reads: "No presentaste un reclamo",
    act: (page) => page.click("text=Con esto me queda claro"),
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
  "claim, signed out": { path: "/reclamos/claim1/", reads: "Ingresa para seguir" },
  claim: { ...mine, path: "/reclamos/claim1/", reads: "Todo lo que pasó" },
  "claim, terms open": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "No: feriado en la región",
    act: async (page) => {
      await page.click("text=Todos los plazos");
      await page.click("text=Ver cómo se contó");
    },
  },
  "claim, observed": { ...mine, path: "/reclamos/claim1/", reads: "Falta el poder del titular", stubs: acts(observed) },
  "claim, with an offer": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Ver la propuesta y responder",
    stubs: acts(offered),
  },
  "claim, decided": { ...mine, path: "/reclamos/claim1/", reads: "Te dimos la razón en parte", stubs: acts(decided) },
  "claim, overdue": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "Nos pasamos del plazo",
    stubs: acts({ ...claim, daysLeft: -2 }),
  },
  "claim of a stranger": {
    ...mine,
    path: "/reclamos/claim1/",
    reads: "No encontramos ese reclamo",
    stubs: { showClaim: refusal("claim-not-found") },
  },
  "mend what was observed": {
    ...mine,
    path: "/reclamos/claim1/corregir/",
    reads: "Escribe lo que te pedimos",
    stubs: acts(observed),
  },
  "add to the claim": { ...mine, path: "/reclamos/claim1/ampliar/", reads: "Qué agregas" },
  "add, nothing written": {
    ...mine,
    path: "/reclamos/claim1/ampliar/",
    reads: "Hay datos que corregir",
    act: async (page) => {
      await page.locator("textarea").waitFor();
      await send(page);
    },
  },
  "what is not offered": { ...mine, path: "/reclamos/claim1/revision/", reads: "Eso no se puede hacer ahora" },
  withdraw: { ...mine, path: "/reclamos/claim1/desistir/", reads: "¿De qué quieres desistir?" },
  "withdraw, sure": {
    ...mine,
    path: "/reclamos/claim1/desistir/",
    reads: "Vas a desistir de tu reclamo",
    act: async (page) => {
      await page.click("text=De este trámite");
      await send(page);
    },
  },
  review: { ...mine, path: "/reclamos/claim1/revision/", reads: "¿Quién quieres que la revise?", stubs: acts(decided) },
  offer: { ...mine, path: "/reclamos/claim1/propuestas/o1/", reads: "No aceptar", stubs: acts(offered) },
  "offer, sure": {
    ...mine,
    path: "/reclamos/claim1/propuestas/o1/",
    reads: "Vas a aceptar el acuerdo",
    stubs: acts(offered),
    act: (page) => page.click("main button >> nth=0"),
  },
  "offer, over": {
    ...mine,
    path: "/reclamos/claim1/propuestas/o1/",
    reads: "ya no se puede responder",
    stubs: acts({ ...offered, actions: [] }),
  },
  "resume, signed out": { path: "/retomar/", reads: "Ingresa para seguir" },
  resume: { ...mine, path: "/retomar/", reads: "Clave del reclamo" },
  "resume, wrong": {
    ...mine,
    path: "/retomar/",
    reads: "No encontramos ese reclamo",
    stubs: { openClaim: refusal("claim-not-found") },
    act: async (page) => {
      await page.fill("#code", "RE-2026-004192-7");
      await page.fill("#claimKey", "claimkeyclaimkeyclaim1");
      await send(page);
    },
  },
  "state, form": { path: "/estado/", reads: "Número de documento de quien reclama" },
  "state, nothing typed": { path: "/estado/", reads: "El DNI tiene 8 dígitos", act: send },
  state: {
    path: "/estado/",
    reads: "Recibiste la decisión",
    act: async (page) => {
      await page.fill("#code", "RE-2026-004192-7");
      await page.fill("#number", "00000001");
      await send(page);
    },
  },
  notice: { path: "/notificacion/k/", reads: "Confirmo que lo recibí" },
  "notice, too late": {
    path: "/notificacion/k/",
    reads: "Te la llevamos a tu dirección",
    stubs: { showNotice: answer("showNotice", { ...notice, acknowledgeBy: "2026-11-20" }) },
  },
  "notice, second time": {
    path: "/notificacion/k/",
    reads: "No te dimos la razón",
    stubs: { showNotice: answer("showNotice", acknowledged) },
  },
  "notice, unknown": {
    path: "/notificacion/k/",
    reads: "No encontramos esa notificación",
    stubs: { showNotice: refusal("notice-not-found") },
  },
  "document desk, signed out": { path: "/mesa-de-partes/", reads: "Ingresa para seguir" },
  "document desk": { ...mine, path: "/mesa-de-partes/?reclamo=claim1", reads: "Lo que presentaste" },
  "document desk, nothing typed": {
    ...mine,
    path: "/mesa-de-partes/",
    reads: "Agrega el documento que presentas",
    act: async (page) => {
      await page.locator("#uploadIds").waitFor();
      await send(page);
    },
  },
  "document desk, none": {
    ...mine,
    path: "/mesa-de-partes/",
    reads: "Todavía no presentaste documentos",
    stubs: { listFilings: answer("listFilings", { filings: [] }) },
  },
  cargo: { ...mine, path: "/mesa-de-partes/f1/", reads: "Descargar cargo (PDF)" },
  "cargo, observed": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "El documento no tiene firma",
    stubs: { showFiling: answer("showFiling", observedFiling) },
  },
  "cargo, unknown": {
    ...mine,
    path: "/mesa-de-partes/f1/",
    reads: "No encontramos ese documento presentado",
    stubs: { showFiling: refusal("filing-not-found") },
  },
  hold: { path: "/bloqueo/k/", reads: "No cortar: este recibo está en reclamo" },
  "hold, released": {
    path: "/bloqueo/k/",
    reads: "Este recibo ya no está detenido",
    stubs: { showHold: answer("showHold", { ...hold, held: false, until: "agreement", releasedOn: "2026-11-20" }) },
  },
  "hold, unknown": {
    path: "/bloqueo/k/",
    reads: "No encontramos ese bloqueo",
    stubs: { showHold: refusal("hold-not-found") },
  },
};

async function open({ path, reads, stubs = {}, act, ...options }: State & PageOptions) {
  site.stubs = { ...usual(), ...stubs };
  const opened = await openPage(browser, site.origin, options);
  await opened.page.goto(site.origin + path);
  await act?.(opened.page);
  await opened.page.getByText(reads).first().waitFor();
  return opened;
}

/** No part of the page is still loading, unless that is the state. */
const settled = (page: Page) => page.locator("main .loading").waitFor({ state: "detached" });

describe("every page and state", () => {
  it.each(Object.entries(states))("%s: no fault, nothing kept out, nothing cut", async (_, state) => {
    const { page, violations } = await open(state);
    if (state.reads !== "Cargando…") await settled(page);
    const wide: Record<number, number> = {};
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
      wide[width] = await overflowOf(page);
      if (width > 320) expect(await faultsOf(page)).toEqual([]);
    }
    expect(wide).toEqual({ 320: 0, 360: 0, 1280: 0 });
    expect(violations).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("main .button:not(.plain, .danger)").count()).toBeLessThanOrEqual(1);
    await page.context().close();
  });

  it.each(claimStates)("a claim that is %s says where it is and what comes next", async (state) => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "En qué está",
      stubs: acts({ ...claim, state }),
    });
    expect(await page.locator(".timeline li").count()).toBe(9);
    expect(await page.locator(".timeline [aria-current]").count()).toBeLessThanOrEqual(1);
    await page.context().close();
  });
});

describe("the guided claim", () => {
  it.each(stepSlugs)("%s says that nothing is sent yet, and names itself in the title", async (slug) => {
    const { page } = await open({ ...mine, path: step(slug), reads: "Borrador. Todavía no has enviado tu reclamo." });
    await expect.poll(() => page.title()).toBe(`Paso: ${stepTitles[slug]} – Reclamo – EPS Moquegua`);
    await page.getByText("Guardar y salir").waitFor();
    await page.context().close();
  });

  it("is done with the keyboard alone, from the start to the code", async () => {
    site.stubs = { ...usual(), ...empty, listClaims: answer("listClaims", { claims: [] }) };
    const { page, violations } = await openPage(browser, site.origin, mine);
    await page.goto(`${site.origin}/reclamar/`);
    await page.locator("main form").waitFor();
    await page.locator("h1").focus();

    const tabTo = async (selector: string) => {
      for (let turn = 0; turn < 40; turn++) {
        await page.keyboard.press("Tab");
        if (await page.locator(`${selector}:focus`).count()) return;
      }
      throw new Error(`the keyboard does not reach ${selector}`);
    };
    const arrive = (slug: (typeof stepSlugs)[number]) =>
      page.locator("h1:focus", { hasText: stepTitles[slug] }).waitFor();
    const choose = async (name: string, downs = 0) => {
      await page.locator(`input[name=${name}]`).first().waitFor();
      await tabTo(`input[name=${name}]`);
      await page.keyboard.press("Space");
      for (let down = 0; down < downs; down++) await page.keyboard.press("ArrowDown");
    };
    const type = async (name: string, text: string) => {
      await page.locator(`[name=${name}]`).waitFor();
      await tabTo(`[name=${name}]`);
      await page.keyboard.type(text);
    };
    const onward = () => page.keyboard.press("Enter");

    await choose("linkId");
    await onward();
    await arrive("recibo");
    await choose("receiptNumber");
    await onward();
    await arrive("motivo");
    await choose("reason");
    await onward();
    await arrive("explicacion");
    await page.getByText("Con esto me queda claro").waitFor();
    await tabTo("button[type=submit]");
    await onward();
    await arrive("fugas");
    await choose("leakCheck", 1);
    await onward();
    await arrive("medidor");
    await type("meterReading", "481");
    await onward();
    await arrive("relato");
    await type("grounds", "El recibo subió cuatro veces.");
    await tabTo("button[type=submit]");
    await onward();
    await arrive("archivos");
    await page.locator("#uploadIds").waitFor();
    await tabTo("button[type=submit]");
    await onward();
    await arrive("contraste");
    await choose("meterTest", 1);
    await onward();
    await arrive("visita");
    await choose("visitPreference", 2);
    await onward();
    await arrive("pedido");
    await choose("request");
    await onward();
    await arrive("quien");
    await choose("as");
    await type("givenNames", "CLIENTE DE PRUEBA");
    await type("paternalSurname", "UNO");
    await type("number", "00000001");
    await type("address", "Calle de Prueba 100");
    await onward();
    await arrive("avisos");
    await type("telephone", "987 654 321");
    await choose("notifyByEmail", 1);
    await onward();
    await arrive("revisar");
    expect(callsOf("fileClaim")).toHaveLength(0);
    await page.locator(".review").waitFor();
    await tabTo("button[type=submit]");
    await onward();
    await page.locator("h1:focus", { hasText: "Recibimos tu reclamo" }).waitFor();
    await page.getByText("claimkeyclaimkeyclaim1").waitFor();

    expect(callsOf("fileClaim")).toHaveLength(1);
    expect(bodyOf("fileClaim")).toMatchObject({
      linkId: "a1",
      receiptNumber: "S001-00045013",
      period: "2026-10",
      leakCheck: "found-and-repaired",
      meterReading: 481,
      meterTest: false,
      visitPreference: "any",
      request: "bill-normal-use",
      uploadIds: [],
      claimant: {
        standing: { as: "holder" },
        document: { kind: "DNI", number: "00000001" },
        telephone: "987 654 321",
        notifyByEmail: false,
      },
    });
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it("goes on from what was saved, on another machine", async () => {
    const { page } = await open({ ...mine, path: "/reclamos/", reads: "Reclamos que empezaste y no enviaste" });
    await page.click("main >> text=Continuar");
    await page.getByText("CLIENTE DE PRUEBA UNO").waitFor();
    await page.click("text=Cambiar Lo que cuentas");
    await page.locator("h1:focus", { hasText: "Cuéntanos qué pasó" }).waitFor();
    expect(await page.inputValue("#grounds")).toBe(answers.grounds);
    await page.fill("#grounds", "Otra vez lo mismo.");
    await send(page);
    await page.locator("h1:focus", { hasText: "Revisa tu reclamo" }).waitFor();
    await page.getByText("Otra vez lo mismo.").waitFor();
    expect(bodyOf("saveDraft").answers).toMatchObject({ grounds: "Otra vez lo mismo.", writeKey: answers.writeKey });
    await page.context().close();
  });

  it("takes up a draft at the first question that is not answered", async () => {
    const others = { ...answers, grounds: "" };
    const listDrafts = answer("listDrafts", { drafts: [draftOf(others)] });
    const showDraft = answer("showDraft", draftOf(others));
    const { page } = await open({
      ...mine,
      path: "/reclamos/",
      reads: "no enviaste",
      stubs: { listDrafts, showDraft },
    });
    await page.click("main >> text=Continuar");
    await page.locator("h1", { hasText: stepTitles.relato }).waitFor();
    expect(await page.inputValue("#grounds")).toBe("");
    await page.context().close();
  });

  it("keeps what could not be saved, over a reload, and saves it when it can", async () => {
    const { page } = await open({
      ...mine,
      path: step("relato"),
      reads: "Con tus palabras",
      stubs: { saveDraft: gatewaySays(503) },
    });
    await page.fill("#grounds", "Lo que escribí sin que se guarde.");
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    expect(await page.inputValue("#grounds")).toBe("Lo que escribí sin que se guarde.");
    await page.reload();
    await page.locator("#grounds").waitFor();
    expect(await page.inputValue("#grounds")).toBe("Lo que escribí sin que se guarde.");
    site.stubs = usual();
    await send(page);
    await page.locator("h1", { hasText: stepTitles.archivos }).waitFor();
    expect(bodyOf("saveDraft").answers.grounds).toBe("Lo que escribí sin que se guarde.");
    expect(await page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('draft'))")).toEqual([]);
    await page.context().close();
  });

  it("keeps what was typed on going back, without waiting for «Continuar»", async () => {
    const { page } = await open({ ...mine, path: step("relato"), reads: "Con tus palabras" });
    await page.fill("#grounds", "A medio escribir");
    await page.click(".back a");
    await page.locator("h1", { hasText: stepTitles.medidor }).waitFor();
    await page.goBack();
    await page.locator("#grounds").waitFor();
    expect(await page.inputValue("#grounds")).toBe("A medio escribir");
    await page.context().close();
  });

  it("says what is wrong beside the field with the words of the summary, which takes the focus", async () => {
    const { page } = await open({ ...mine, path: step("avisos"), reads: stepTitles.avisos });
    await page.fill("#telephone", "12");
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    expect(await page.locator("#telephone-error").textContent()).toContain("Escribe un celular de 9 dígitos");
    await page.click(".summary a");
    await page.locator("#telephone:focus").waitFor();
    expect(await page.inputValue("#telephone")).toBe("12");
    expect(callsOf("saveDraft").filter(({ body }) => body.includes('12"')).length).toBeLessThanOrEqual(1);
    await page.context().close();
  });

  it("files one claim however often it is sent: one call for a double click, one key for every try", async () => {
    const { page } = await open({
      ...mine,
      path: step("revisar"),
      reads: "Al enviarlo declaras",
      stubs: { fileClaim: later(gatewaySays(503)) },
    });
    await page.dblclick("main button[type=submit]");
    await page.locator("[role=alert]:focus").waitFor({ timeout: 8000 });
    expect(callsOf("fileClaim")).toHaveLength(1);
    await page.reload();
    await page.getByText("Al enviarlo declaras").waitFor();
    site.stubs = usual();
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu reclamo" }).waitFor();
    const keys = callsOf("fileClaim").map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toEqual([answers.writeKey, answers.writeKey]);
    expect(bodyOf("fileClaim")).toMatchObject({
      draftId: "draft1",
      uploadIds: ["u1"],
      claimant: { standing: { as: "representative", acts: ["conciliate"] }, notifyByEmail: true },
    });
    await page.context().close();
  });

  it("says that a claim is in already where another content was sent with its key", async () => {
    const { page } = await open({
      ...mine,
      path: step("revisar"),
      reads: "Al enviarlo declaras",
      stubs: { fileClaim: refusal("write-key-used") },
    });
    await send(page);
    await page.getByText("Ya recibimos este reclamo.").waitFor();
    expect(await page.locator("main p a", { hasText: "Mis reclamos" }).getAttribute("href")).toBe("/reclamos/");
    await page.context().close();
  });

  it("takes a refused answer to its step, with its words beside the field", async () => {
    const fileClaim = refusal("invalid-request", [
      { field: "body.claimant.address", message: "Escribe una dirección completa." },
    ]);
    const { page } = await open({
      ...mine,
      path: step("revisar"),
      reads: "Al enviarlo declaras",
      stubs: { fileClaim },
    });
    await send(page);
    await page.click(".summary a");
    await page.locator("#address-error", { hasText: "Escribe una dirección completa." }).waitFor();
    await page.fill("#address", "Calle de Prueba 200, Moquegua");
    site.stubs = usual();
    await send(page);
    await page.getByText("Calle de Prueba 200, Moquegua").waitFor();
    expect(new URL(page.url()).pathname).toBe(step("revisar"));
    await page.context().close();
  });

  it("shows code, hour, answer day and cargo of what was filed in one screen, and its key once", async () => {
    const { page } = await open({ ...mine, path: step("revisar"), reads: "Al enviarlo declaras" });
    await send(page);
    await page.getByText("Descargar cargo (PDF)").waitFor();
    const bottom = await page.evaluate<number>("document.querySelector('main .button').getBoundingClientRect().bottom");
    expect(bottom).toBeLessThan(740);
    for (const words of [
      "RE-2026-004192-7",
      "viernes 15 de enero de 2027",
      "23 de noviembre de 2026, 9:42",
      "RE-2026-000009-4",
    ])
      await page.getByText(words).first().waitFor();
    expect(await page.evaluate("JSON.stringify({ ...sessionStorage, ...localStorage })")).not.toContain("claimkey");
    await page.reload();
    await page.getByText("Descargar cargo (PDF)").waitFor();
    expect(await page.getByText("claimkeyclaimkeyclaim1").count()).toBe(0);
    await page.context().close();
  });

  it("starts from a receipt with its supply and its month", async () => {
    const { page } = await open({
      ...mine,
      path: "/mis-suministros/a1/recibos/2026-10/",
      reads: "Reclamar este recibo",
    });
    await page.click("main a.button");
    await page.locator("h1:focus", { hasText: "Reclamar por tu recibo de agua" }).waitFor();
    await page.locator("main form").waitFor();
    await send(page);
    await page.locator("h1:focus", { hasText: stepTitles.recibo }).waitFor();
    expect(await page.locator("input[name=receiptNumber]:checked").inputValue()).toBe("2026-10 S001-00045013");
    expect(bodyOf("saveDraft").answers.writeKey).toMatch(/^[0-9a-f-]{36}$/);
    await page.context().close();
  });
});

describe("files", () => {
  const medidor = { name: "medidor.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x".repeat(1000)) };
  const files: State = { ...mine, path: step("archivos"), reads: "Agregar fotos o documentos", stubs: empty };

  it("go from sending to received, and stay in the draft", async () => {
    const { page, violations } = await open({
      ...files,
      stubs: {
        ...empty,
        startUpload: { ...answer("startUpload", upload(), 201), delayMs: 1500 },
        showUpload: uploadIn("pending"),
      },
    });
    await page.setInputFiles("#uploadIds", medidor);
    await page.getByText("Subiendo").waitFor();
    await send(page);
    await page.getByText("Espera a que tus archivos terminen de subir.").first().waitFor();
    await page.locator(".files").getByText("Recibido (revisando)").waitFor();
    site.stubs = usual();
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    expect(bodyOf("startUpload")).toMatchObject({
      fileName: "medidor.jpg",
      contentType: "image/jpeg",
      sizeBytes: 1000,
    });
    await send(page);
    await page.locator("h1", { hasText: stepTitles.contraste }).waitFor();
    expect(bodyOf("saveDraft").answers.papers).toEqual([{ uploadId: "u9", fileName: "medidor.jpg", sizeBytes: 1000 }]);
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it("that cannot be opened stand on top with what to do, do not count, and can be taken away", async () => {
    const { page } = await open(files);
    await page.setInputFiles("#uploadIds", medidor);
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    site.stubs = {
      ...usual(),
      showUpload: uploadIn("refused", "No es una foto ni un PDF. Prueba tomando la foto otra vez."),
    };
    await page.setInputFiles("#uploadIds", { ...medidor, name: "mala.jpg" });
    await page.getByText("Prueba tomando la foto otra vez.").waitFor();
    expect(await page.locator(".files li").first().textContent()).toContain("mala.jpg");
    expect(await faultsOf(page)).toEqual([]);
    await page.click(".files button >> nth=0");
    expect(await page.locator(".files li").count()).toBe(1);
    await page.setInputFiles("#uploadIds", { name: "notas.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
    await page.getByText("«notas.txt» no se pudo abrir").waitFor();
    expect(callsOf("startUpload")).toHaveLength(2);
    await page.context().close();
  });

  it("that did not arrive say so", async () => {
    const lost = { ...upload(), upload: { ...upload().upload, url: "http://127.0.0.1:1/closed" } };
    const { page } = await open({ ...files, stubs: { ...empty, startUpload: answer("startUpload", lost, 201) } });
    await page.setInputFiles("#uploadIds", medidor);
    await page.getByText("«medidor.jpg» no llegó completo").waitFor();
    expect(callsOf("showUpload")).toHaveLength(0);
    await page.context().close();
  });

  it("no more than five", async () => {
    const { page } = await open(files);
    await page.setInputFiles(
      "#uploadIds",
      Array.from({ length: 6 }, (_, at) => ({ ...medidor, name: `${at}.jpg` })),
    );
    await page.getByText("Puedes agregar hasta 5 archivos.").waitFor();
    expect(await page.locator(".files li").count()).toBe(5);
    await page.context().close();
  });

  it("large photos are made smaller in the browser", async () => {
    const { page } = await open(files);
    const photo = await page.evaluate<string>(`(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1200 });
      const context = canvas.getContext("2d");
      const noise = context.createImageData(2400, 1200);
      let seed = 1;
      for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : ((seed = (Math.imul(seed, 1103515245) + 12345) | 0) >>> 16) & 255;
      context.putImageData(noise, 0, 0);
      return canvas.toDataURL("image/png").split(",")[1];
    })()`);
    const buffer = Buffer.from(photo, "base64");
    expect(buffer.length).toBeGreaterThan(400_000);
    await page.setInputFiles("#uploadIds", { name: "grande.png", mimeType: "image/png", buffer });
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    expect(bodyOf("startUpload")).toMatchObject({ fileName: "grande.jpg", contentType: "image/jpeg" });
    expect(bodyOf("startUpload").sizeBytes).toBeLessThan(buffer.length);
    await page.context().close();
  });
});

describe("one claim", () => {
  it("offers what the API offers, and no more", async () => {
    const { page } = await open({ ...mine, path: "/reclamos/claim1/", reads: "Qué más puedes hacer" });
    await page.getByText("No tienes que hacer nada por ahora").waitFor();
    expect(await page.getByText("Desistir de mi reclamo").count()).toBe(1);
    expect(await page.getByText("Pedir que revisen").count()).toBe(0);
    await page.context().close();
  });

  it("answers an offer with buttons that weigh the same, on a page of its own, once", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/",
      reads: "Ver la propuesta",
      stubs: acts(offered),
    });
    await page.click("text=Ver la propuesta y responder");
    const boxes = await page
      .locator("main .equal button")
      .evaluateAll((buttons) =>
        buttons.map((button) => [
          button.getBoundingClientRect().width,
          button.getBoundingClientRect().height,
          button.className,
        ]),
      );
    expect(boxes[0]).toEqual(boxes[1]);
    await page.click("text=No aceptar");
    await page.locator("h1:focus", { hasText: "No vas a aceptar el acuerdo" }).waitFor();
    expect(callsOf("answerOffer")).toHaveLength(0);
    await page.dblclick("main button[type=submit]");
    await page.locator("h1", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    expect(callsOf("answerOffer")).toHaveLength(1);
    expect(bodyOf("answerOffer")).toEqual({ accepted: false });
    await page.context().close();
  });

  it("is withdrawn only after its consequence was read", async () => {
    const { page } = await open({ ...mine, path: "/reclamos/claim1/desistir/", reads: "¿De qué quieres desistir?" });
    await page.click("text=Del reclamo mismo");
    await send(page);
    await page.locator("h1:focus", { hasText: "Vas a desistir" }).waitFor();
    await page.getByText("No podrás reclamar otra vez por lo mismo.").waitFor();
    expect(callsOf("withdrawClaim")).toHaveLength(0);
    await page.click("text=Sí, desistir");
    await page.locator("h1", { hasText: "Reclamo RE" }).waitFor();
    expect(bodyOf("withdrawClaim")).toEqual({ of: "claim", reason: "" });
    await page.context().close();
  });

  it("is mended with what was asked in sight, and what is typed outlives a reload", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/corregir/",
      reads: "No se lee la foto del recibo.",
      stubs: acts(observed),
    });
    await page.fill("#answer", "Aquí va el poder.");
    await page.reload();
    await page.locator("#answer").waitFor();
    await expect.poll(() => page.inputValue("#answer")).toBe("Aquí va el poder.");
    await send(page);
    await page.locator("h1", { hasText: "Reclamo RE" }).waitFor();
    expect(bodyOf("remedyClaim")).toEqual({ answer: "Aquí va el poder.", uploadIds: [] });
    await page.context().close();
  });

  it("asks a reconsideration for something new, an appeal for nothing, and gives its number", async () => {
    const { page } = await open({
      ...mine,
      path: "/reclamos/claim1/revision/",
      reads: "¿Quién quieres que la revise?",
      stubs: acts(decided),
    });
    await page.fill("#grounds", "El control no se hizo.");
    await page.click("text=La empresa, con una prueba nueva");
    await send(page);
    await page.getByText("que no estaba en tu expediente.").first().waitFor();
    await page.locator("[role=alert]:focus").waitFor();
    await page.click("text=El tribunal de SUNASS (apelación)");
    await send(page);
    await page.locator("h1:focus", { hasText: "Recibimos tu pedido de revisión" }).waitFor();
    await page.getByText("MP-2026-004192-7").waitFor();
    await page.getByText("Lo presentaste después del plazo.").waitFor();
    expect(bodyOf("fileRecourse")).toEqual({ kind: "appeal", grounds: "El control no se hizo.", uploadIds: [] });
    await page.context().close();
  });

  it("is opened from a link with its key, which goes through the sign-in and out of the address", async () => {
    const { page } = await open({
      path: "/retomar/#codigo=RE-2026-004192-0&clave=claimkeyclaimkeyclaim1",
      reads: "Ingresa para seguir",
    });
    await page.click("main .button");
    await page.locator("#claimKey").waitFor();
    expect(await page.inputValue("#claimKey")).toBe("claimkeyclaimkeyclaim1");
    expect(new URL(page.url()).hash).toBe("");
    await page.fill("#code", "RE-2026-004192-7");
    await send(page);
    await page.locator("h1", { hasText: "Reclamo RE-2026-004192-7" }).waitFor();
    expect(bodyOf("openClaim")).toEqual({ code: "RE-2026-004192-7", claimKey: "claimkeyclaimkeyclaim1" });
    await page.context().close();
  });
});

describe("a notice", () => {
  it("is not acknowledged by opening it; the button says what it brings, and then the decision is read", async () => {
    const { page } = await open({ path: "/notificacion/k/", reads: "Abrir esta página no es recibirla" });
    await page.getByText("empieza el día hábil siguiente").waitFor();
    expect(callsOf("acknowledgeNotice")).toHaveLength(0);
    expect(await page.getByText("No te dimos la razón").count()).toBe(0);
    await page.dblclick("text=Confirmo que lo recibí");
    await page.locator("h2:focus", { hasText: "No te dimos la razón" }).waitFor();
    expect(callsOf("acknowledgeNotice")).toHaveLength(1);
    await page.getByText("martes 15 de diciembre de 2026").waitFor();
    await page.context().close();
  });
});

describe("the document desk", () => {
  it("presents a document once, about a claim, and shows its cargo", async () => {
    const { page } = await open({ ...mine, path: "/mesa-de-partes/?reclamo=claim1", reads: "Lo que presentaste" });
    await page.fill("#subject", "Queja por demora");
    await page.fill("#presenter", "CLIENTE DE PRUEBA UNO");
    await page.setInputFiles("#uploadIds", {
      name: "queja.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    await page.dblclick("main button[type=submit]");
    await page.locator("h1", { hasText: "Cargo de recepción MP-2026-004192-7" }).waitFor();
    expect(callsOf("fileDocument")).toHaveLength(1);
    expect(bodyOf("fileDocument")).toEqual({
      subject: "Queja por demora",
      text: "",
      presenter: "CLIENTE DE PRUEBA UNO",
      claimId: "claim1",
      uploadIds: ["u9"],
    });
    await page.getByText("e".repeat(64)).waitFor();
    await page.context().close();
  });
});
