import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffRole } from "../../shared/domain/people.ts";
import { actsFor } from "../../web/desk/case-file.ts";
import { acts } from "../../web/words/desk-acts.ts";
import { urgencyOf } from "../../web/words/desk-claims.ts";
import { faultsOf, openBrowser, openPage, overflowOf, type PageOptions } from "./browser.ts";
import {
  agenda,
  changedCase,
  deskStubs,
  filed,
  filing,
  found,
  frozenCase,
  notifiedCase,
  sha256,
  theCase,
  tokenOf,
  work,
} from "./desk-fixtures.ts";
import { answer, gatewaySays, office, refusal } from "./fixtures.ts";
import { type SiteServer, type Stubs, serveSite } from "./site-server.ts";

const build = mkdtempSync(join(tmpdir(), "caudal-desk-"));
let site: SiteServer;
let browser: Browser;

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
  site.calls.length = 0;
});

interface State extends Pick<PageOptions, "refreshToken"> {
  readonly as: StaffRole | readonly StaffRole[];
  readonly path: string;
  /** What a person reads when the state is there. */
  readonly reads: string;
  readonly stubs?: Stubs;
  readonly act?: (page: Page) => Promise<void>;
}

async function open({ as, path, reads, stubs = {}, act, ...options }: State & PageOptions) {
  site.stubs = { ...deskStubs, showOffice: answer("showOffice", office(site.origin)), ...stubs };
  site.access = tokenOf(...[as].flat());
  const opened = await openPage(browser, site.origin, { signedIn: "staff", ...options });
  await opened.page.goto(site.origin + path);
  if (act) await opened.page.waitForSelector("main form");
  await act?.(opened.page);
  await opened.page.getByText(reads).first().waitFor();
  return opened;
}

const send = (page: Page): Promise<void> => page.click("main form button[type=submit]:not(.plain)");
const search = async (page: Page): Promise<void> => {
  await page.fill("#supplyCode", "12345");
  await page.fill("#documentNumber", "00000001");
  await page.click("text=Buscar >> nth=-1");
};
const callsTo = (id: string) => site.calls.filter((call) => call.id === id);
const bodyOf = (id: string) => JSON.parse(callsTo(id).at(-1)?.body ?? "null");

const withActions = (...actions: (typeof theCase)["actions"]): Stubs => ({
  showCase: answer("showCase", { ...theCase, actions }),
});
const offers = { showCase: answer("showCase", { ...theCase, actions: ["conciliation-held"], state: "hearing-due" }) };
const missing = refusal("invalid-request", [
  { field: "body.claimant.document.number", message: "El DNI tiene 8 dígitos." },
  { field: "body.grounds", message: "Cuéntanos con tus palabras qué pasó." },
]);
const fillIntake = async (page: Page): Promise<void> => {
  await search(page);
  await page.click("text=En la oficina");
  await page.click("text=octubre de 2026: 62");
  await page.fill("#grounds", "Somos cuatro y no usamos tanta agua.");
  await page.click("text=Que le cobren según su consumo normal");
  await page.check("input[name=as][value=holder]");
  await page.fill("#number", "00000001");
  await page.fill("#givenNames", "CLIENTE");
  await page.fill("#paternalSurname", "DE PRUEBA");
  await page.fill("#address", "Calle de Prueba 000");
  await page.fill("#telephone", "900000001");
  await page.check("input[name=notifyByEmail][value=no]");
  await send(page);
};
const fillReport = async (page: Page): Promise<void> => {
  await page.check("input[name=outcome][value=whole]");
  await page.fill("#name", "CLIENTE DE PRUEBA UNO");
  await page.fill("#relation", "titular");
  await page.fill("#reading", "481.5");
  await page.check("input[name=leakAtBox][value=no]");
  await page.fill("#premises", "Casa de un piso, puerta azul.");
  await page.fill("#tap-count", "3");
  await page.fill("#before", "481.1");
  await page.fill("#after", "481.3");
  await page.fill("#minutes", "15");
  await page.check("input[name=leak][value=visible]");
  await page.fill("#observations", "Fuga en el inodoro.");
};
const report = "/desk/inspecciones/c1/i2/";
const actAt = (act: string): string => `/desk/reclamos/c1/hacer/${act}/`;

const states: Readonly<Record<string, State>> = {
  "no role": { as: [], path: "/desk/", reads: "todavía no tiene un cargo" },
  "session over": { as: "analyst", path: "/desk/bandeja/", reads: "Tu sesión terminó", refreshToken: "ended" },
  "work list": { as: "analyst", path: "/desk/bandeja/", reads: "Vencido hace 2 días hábiles" },
  "work list, empty": {
    as: "signer",
    path: "/desk/bandeja/",
    reads: "No hay reclamos en «Por firmar»",
    stubs: { listWork: answer("listWork", { claims: [] }) },
  },
  "work list, loading": {
    as: "analyst",
    path: "/desk/bandeja/",
    reads: "Cargando",
    stubs: { listWork: { ...answer("listWork", work), delayMs: 5000 } },
  },
  "work list, no answer": {
    as: "analyst",
    path: "/desk/bandeja/",
    reads: "Volver a intentar",
    stubs: { listWork: gatewaySays(503) },
  },
  "work list, without the role": {
    as: "analyst",
    path: "/desk/bandeja/",
    reads: "Tu cargo no permite hacer esto",
    stubs: { listWork: refusal("not-your-role") },
  },
  intake: { as: "operator", path: "/desk/atencion/", reads: "Buscar el suministro" },
  "intake, nothing found": {
    as: "operator",
    path: "/desk/atencion/",
    reads: "No encontramos ese suministro",
    stubs: { searchSupplies: refusal("supply-not-found") },
    act: search,
  },
  "intake, found": { as: "operator", path: "/desk/atencion/", reads: "El documento coincide", act: search },
  "intake, refused": {
    as: "clerk",
    path: "/desk/atencion/",
    reads: "El DNI tiene 8 dígitos",
    stubs: { takeClaim: missing },
    act: fillIntake,
  },
  "intake, filed": { as: "clerk", path: "/desk/atencion/", reads: "Lee esto en voz alta", act: fillIntake },
  case: { as: "analyst", path: "/desk/reclamos/c1/", reads: "Ahora no te toca nada", ...{} },
  "case, with things to do": {
    as: "analyst",
    path: "/desk/reclamos/c1/",
    reads: "Observar el reclamo",
    stubs: withActions("claim-accepted", "defect-observed"),
  },
  "case, decided": {
    as: "clerk",
    path: "/desk/reclamos/c1/",
    reads: "RES-2026-000120",
    stubs: { showCase: answer("showCase", notifiedCase) },
  },
  "case, timeline": { as: "analyst", path: "/desk/reclamos/c1/linea-de-tiempo/", reads: "Huella del historial" },
  "case, consumption": { as: "analyst", path: "/desk/reclamos/c1/consumo/", reads: "Casa de un piso" },
  "case, documents": { as: "analyst", path: "/desk/reclamos/c1/documentos/", reads: "foto-del-medidor.jpg" },
  "case, unknown": {
    as: "analyst",
    path: "/desk/reclamos/c1/",
    reads: "No encontramos ese reclamo",
    stubs: { showCase: refusal("claim-not-found") },
  },
  "act, not now": { as: "analyst", path: actAt("admision"), reads: "Esto no se puede hacer ahora" },
  "act, none of that name": { as: "analyst", path: actAt("nada"), reads: "Esto no se puede hacer ahora" },
  admission: {
    as: "analyst",
    path: actAt("admision"),
    reads: "Se propone declararlo improcedente",
    stubs: withActions("claim-accepted", "dismissal-proposed"),
  },
  observation: {
    as: "analyst",
    path: actAt("observacion"),
    reads: "El cliente recibirá un aviso con lo que falta",
    stubs: withActions("defect-observed"),
  },
  copy: { as: "operator", path: actAt("copia"), reads: "Por carta", stubs: withActions("filing-copy-sent") },
  offer: { as: "conciliator", path: actAt("propuesta"), reads: "Volumen que propones" },
  hearing: { as: "conciliator", path: actAt("audiencia"), reads: "Propuesta aceptada", stubs: offers },
  "hearing, nothing chosen": {
    as: "conciliator",
    path: actAt("audiencia"),
    reads: "Hay datos que corregir",
    stubs: offers,
    act: send,
  },
  draft: {
    as: "resolver",
    path: actAt("resolucion"),
    reads: "Falta: Historial de cortes",
    stubs: withActions("resolution-issued"),
  },
  signature: {
    as: "signer",
    path: actAt("firma"),
    reads: "Huella SHA-256",
    stubs: { showCase: answer("showCase", frozenCase) },
  },
  "signature, not reviewed": {
    as: "signer",
    path: actAt("firma"),
    reads: "marca la casilla",
    stubs: { showCase: answer("showCase", frozenCase) },
    act: send,
  },
  return: {
    as: "signer",
    path: actAt("devolucion"),
    reads: "Por qué se devuelve",
    stubs: { showCase: answer("showCase", frozenCase) },
  },
  dispatch: {
    as: "clerk",
    path: actAt("notificacion"),
    reads: "En el domicilio",
    stubs: { showCase: answer("showCase", notifiedCase) },
  },
  delivery: {
    as: "clerk",
    path: actAt("entrega"),
    reads: "Agregar fotos o documentos",
    stubs: { showCase: answer("showCase", notifiedCase) },
  },
  elevation: {
    as: "clerk",
    path: actAt("elevacion"),
    reads: "Cuándo lo recibió el tribunal",
    stubs: withActions("file-elevated"),
  },
  tribunal: { as: "clerk", path: actAt("tribunal"), reads: "Qué decidió", stubs: withActions("tribunal-decided") },
  execution: { as: "billing", path: actAt("cumplimiento"), reads: "Qué se hizo", stubs: withActions("executed") },
  withdrawal: {
    as: "signer",
    path: actAt("desistimiento"),
    reads: "Motivo",
    stubs: withActions("withdrawal-accepted"),
  },
  inspections: { as: "inspector", path: "/desk/inspecciones/", reads: "Empezar inspección" },
  "inspections, none": {
    as: "inspector",
    path: "/desk/inspecciones/?dia=2026-11-24",
    reads: "No tienes visitas este día",
    stubs: { listInspections: answer("listInspections", { inspections: [] }) },
  },
  report: { as: "inspector", path: report, reads: "Lo que escribes se guarda" },
  "report, nothing chosen": { as: "inspector", path: report, reads: "Hay datos que corregir", act: send },
  filings: { as: "clerk", path: "/desk/documentos/", reads: "Recibos pagados" },
  "filings, none": {
    as: "clerk",
    path: "/desk/documentos/",
    reads: "No hay documentos por registrar",
    stubs: { listDeskFilings: answer("listDeskFilings", { filings: [] }) },
  },
  filing: { as: "clerk", path: "/desk/documentos/f1/", reads: "Observarlo: falta algo" },
  "filing, without a reason": {
    as: "clerk",
    path: "/desk/documentos/f1/",
    reads: "Escribe el motivo.",
    stubs: {
      receiveFiling: refusal("invalid-request", [{ field: "body.remark", message: "Escribe el motivo." }]),
    },
    act: async (page) => {
      await page.check("input[value=returned]");
      await send(page);
    },
  },
  holds: { as: "billing", path: "/desk/bloqueos/", reads: "SC-000123" },
  "holds, none": {
    as: "billing",
    path: "/desk/bloqueos/?dia=2026-11-22",
    reads: "no se pusieron ni levantaron",
    stubs: { listHolds: answer("listHolds", { fileName: "a.csv", csv: "", holds: [] }) },
  },
  "holds, nothing written": { as: "billing", path: "/desk/bloqueos/", reads: "Escribe al menos una", act: send },
};

describe("every screen and state", () => {
  it.each(Object.entries(states))("%s: no fault, nothing kept out, nothing cut", async (_, state) => {
    const { page, violations } = await open(state);
    const wide: Record<number, number> = {};
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
      wide[width] = await overflowOf(page);
      expect(await faultsOf(page)).toEqual([]);
    }
    expect(wide).toEqual({ 360: 0, 1280: 0 });
    expect(violations).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("main .button:not(.plain, .danger)").count()).toBeLessThanOrEqual(1);
    await page.context().close();
  });
});

describe("each begins where their work is", () => {
  it.each([
    [["operator"], "/desk/atencion/", "Atención Bandeja"],
    [["analyst"], "/desk/bandeja/", "Bandeja"],
    [["inspector"], "/desk/inspecciones/", "Inspecciones"],
    [["clerk"], "/desk/bandeja/", "Atención Bandeja Documentos"],
    [["billing"], "/desk/bandeja/", "Bandeja Bloqueos Importar"],
    [["manager"], "/desk/bandeja/", "Bandeja Documentos Bloqueos Importar"],
    [["external-supervisor"], "/desk/bandeja/", "Bandeja"],
    [["analyst", "inspector"], "/desk/inspecciones/", "Inspecciones Bandeja"],
  ] as const)("%o: %s", async (as, path, menu) => {
    const { page } = await open({ as, path: "/desk/", reads: "Salir" });
    await page.waitForURL(site.origin + path);
    await page.locator("h1:focus").waitFor();
    expect((await page.locator(".menu li").allInnerTexts()).join(" ")).toBe(menu);
    await page.context().close();
  });

  it.each([
    ["analyst", "admission"],
    ["conciliator", "conciliation"],
    ["resolver", "resolution"],
    ["signer", "signature"],
    ["clerk", "notification"],
    ["billing", "execution"],
    ["manager", "admission"],
  ] as const)("%s: the list of %s", async (as, queue) => {
    const { page } = await open({ as, path: "/desk/bandeja/", reads: "Vence hoy" });
    const asked = page.waitForResponse((response) => response.url().includes("/desk/claims?"));
    await page.reload();
    expect(new URL((await asked).url()).searchParams.get("queue")).toBe(queue);
    await page.context().close();
  });
});

describe("the work list", () => {
  it.each([
    [-2, "overdue", "Vencido hace 2 días hábiles"],
    [-1, "overdue", "Vencido hace 1 día hábil"],
    [0, "soon", "Vence hoy"],
    [1, "soon", "Vence en 1 día hábil"],
    [3, "soon", "Vence en 3 días hábiles"],
    [4, "in-time", "Faltan 4 días hábiles"],
    [12, "in-time", "Faltan 12 días hábiles"],
    [undefined, "none", "Sin plazo en curso"],
  ] as const)("%s days: %s, «%s»", (daysLeft, urgency, words) => {
    expect(urgencyOf(daysLeft)).toEqual({ urgency, words });
  });

  it("says each light in shape and words, counts, and what has passed on; more rows come below", async () => {
    const { page } = await open({ as: "analyst", path: "/desk/bandeja/", reads: "Vence hoy" });
    expect(await page.locator(".light").allInnerTexts()).toEqual([
      "■ Vencido hace 2 días hábiles",
      "▲ Vence hoy",
      "▲ Vence en 3 días hábiles",
      "● Faltan 12 días hábiles",
      "■ Vencido hace 1 día hábil",
    ]);
    expect(await page.locator(".tabs a").first().innerText()).toContain("2 vencidos, 3 por vencer");
    expect(await page.getByText("500 o más").isVisible()).toBe(true);
    expect(await page.getByText("Ya pasó a «En investigación»").isVisible()).toBe(true);
    site.stubs.listWork = answer("listWork", { claims: [{ ...work.claims[0]!, claimId: "c6", code: "RE-6" }] });
    await page.click("text=Ver más");
    await page.getByText("6 reclamos en esta lista").waitFor();
    expect(await page.getByText("Ver más").count()).toBe(0);
    await page.context().close();
  });

  it("stands in the address, through a reload and back", async () => {
    const { page } = await open({ as: "analyst", path: "/desk/bandeja/", reads: "Vence hoy" });
    await page.click("text=En investigación >> nth=0");
    await page.locator("h2", { hasText: "En investigación" }).waitFor();
    expect(page.url()).toBe(`${site.origin}/desk/bandeja/?cola=investigation`);
    await page.reload();
    await page.locator("h2", { hasText: "En investigación" }).waitFor();
    await page.click("text=RE-2026-004191-7");
    await page.locator("h1:focus", { hasText: "RE-2026-004192-7" }).waitFor();
    await page.goBack();
    await page.locator("h2", { hasText: "En investigación" }).waitFor();
    await page.context().close();
  });
});

describe("the intake", () => {
  it("is done with the keyboard alone, and read aloud at its end", async () => {
    const { page, violations } = await open({ as: "operator", path: "/desk/atencion/", reads: "Buscar el suministro" });
    const type = async (field: string, text: string) => {
      for (let tabs = 0; tabs < 40 && !(await page.locator(`${field}:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.locator(`${field}:focus`).waitFor();
      await page.keyboard.type(text);
    };
    const choose = async (name: string, down: number) => {
      for (let tabs = 0; tabs < 40 && !(await page.locator(`[name=${name}]:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      for (let at = 0; at < down; at++) await page.keyboard.press("ArrowDown");
    };
    await type("#supplyCode", "12345");
    await page.keyboard.press("Enter");
    await page.getByText("Registrar un reclamo").waitFor();
    await choose("channel", 0);
    await choose("receiptNumber", 0);
    await type("#grounds", "Somos cuatro personas.");
    await choose("request", 0);
    await choose("leakCheck", 2);
    await type("#meterReading", "477");
    await choose("meterTest", 1);
    await choose("visitPreference", 1);
    await choose("as", 0);
    await type("#number", "00000001");
    await type("#givenNames", "CLIENTE");
    await type("#paternalSurname", "DE PRUEBA");
    await type("#address", "Calle de Prueba 000");
    await type("#telephone", "900000001");
    await choose("notifyByEmail", 1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("h1:focus", { hasText: "Reclamo registrado" }).waitFor();
    expect(bodyOf("takeClaim")).toEqual({
      supplyCode: "00012345",
      channel: "telephone",
      receiptNumber: "S001-00045013",
      period: "2026-10",
      grounds: "Somos cuatro personas.",
      request: "bill-normal-use",
      leakCheck: "not-yet",
      meterReading: 477,
      meterTest: false,
      visitPreference: "afternoon",
      claimant: {
        givenNames: "CLIENTE",
        paternalSurname: "DE PRUEBA",
        document: { kind: "DNI", number: "00000001" },
        standing: { as: "holder" },
        address: "Calle de Prueba 000",
        telephone: "900000001",
        notifyByEmail: false,
      },
    });
    const read = await page.locator(".card").innerText();
    for (const words of [
      filed.code,
      "viernes 27 de noviembre de 2026",
      "martes 22 de diciembre",
      "13 de enero de 2027",
    ])
      expect(read).toContain(words);
    expect(await page.getByText("Registrar copia enviada").getAttribute("href")).toBe("/desk/reclamos/c9/hacer/copia/");
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it("keeps what was typed through a reload, and repeats a lost filing with its key", async () => {
    const { page } = await open({
      as: "operator",
      path: "/desk/atencion/",
      reads: "mantenimiento",
      stubs: { takeClaim: gatewaySays(503) },
      act: fillIntake,
    });
    await page.reload();
    await page.getByText("Registrar un reclamo").waitFor();
    await expect.poll(() => page.inputValue("#grounds")).toBe("Somos cuatro y no usamos tanta agua.");
    expect(await page.isChecked("input[name=receiptNumber][value='S001-00045013']")).toBe(true);
    site.stubs.takeClaim = answer("takeClaim", filed, 201);
    await send(page);
    await page.getByText("Lee esto en voz alta").waitFor();
    const keys = callsTo("takeClaim").map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await page.click("text=Atender a otra persona");
    await search(page);
    await page.getByText("Registrar un reclamo").waitFor();
    expect(await page.inputValue("#grounds")).toBe("");
    await page.context().close();
  });
});

describe("the case", () => {
  it("offers what the API offers, and an offer only to a conciliator before the hearing", () => {
    const every = { ...notifiedCase, actions: theCase.actions };
    expect(actsFor(every, ["manager"])).toEqual([]);
    const actions = [
      "claim-accepted",
      "defect-observed",
      "filing-copy-sent",
      "conciliation-held",
      "resolution-issued",
      "resolution-signed",
      "resolution-returned",
      "resolution-dispatched",
      "resolution-notified",
      "file-elevated",
      "tribunal-decided",
      "executed",
      "withdrawal-accepted",
    ] as const;
    expect(actsFor({ ...notifiedCase, actions: [...actions] }, [])).toEqual(acts.filter((act) => act !== "propuesta"));
    expect(actsFor(theCase, ["conciliator"])).toEqual(["propuesta"]);
    expect(actsFor({ ...theCase, state: "no-agreement" }, ["conciliator"])).toEqual([]);
    expect(actsFor({ ...theCase, channel: "web", actions: ["filing-copy-sent"] }, ["operator"])).toEqual([]);
    expect(actsFor({ ...theCase, actions: ["resolution-notified"] }, ["clerk"])).toEqual([]);
  });

  it("an act states its version, and says on the case that it is done", async () => {
    const stubs = { ...withActions("claim-accepted"), admitClaim: answer("admitClaim", changedCase) };
    const { page } = await open({ as: "analyst", path: actAt("admision"), reads: "Qué pasa después", stubs });
    await page.check("input[value=accepted]");
    await send(page);
    await page.getByText("La admisión quedó registrada.").waitFor();
    await page.locator("h1:focus").waitFor();
    expect(bodyOf("admitClaim")).toEqual({ outcome: "accepted" });
    expect(callsTo("admitClaim")[0]?.headers).toMatchObject({ "if-match": '"7"' });
    await page.context().close();
  });

  it("a stale version says who did what, keeps what was typed, and sends it on the new one", async () => {
    const stubs = { ...withActions("defect-observed"), observeClaim: refusal("version-stale") };
    const { page } = await open({ as: "analyst", path: actAt("observacion"), reads: "Qué falta", stubs });
    await page.fill("#defects", "Falta la firma.\n\nFalta el recibo.");
    site.stubs.showCase = answer("showCase", changedCase);
    await send(page);
    await page.locator("h2:focus", { hasText: "El expediente cambió" }).waitFor();
    await page.getByText("CONCILIADORA DE PRUEBA, Conciliador").waitFor();
    await page.getByText("20 m³: de S/ 223.61 a S/ 60.10").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.inputValue("#defects")).toBe("Falta la firma.\n\nFalta el recibo.");
    site.stubs.observeClaim = answer("observeClaim", changedCase);
    await send(page);
    await page.getByText("La observación quedó registrada").waitFor();
    expect(callsTo("observeClaim").map(({ headers }) => headers["if-match"])).toEqual(['"7"', '"8"']);
    expect(bodyOf("observeClaim")).toEqual({ defects: ["Falta la firma.", "Falta el recibo."] });
    await page.context().close();
  });

  it("a session that ends in the middle of an act keeps what was typed until the person is back", async () => {
    const stubs = { ...withActions("defect-observed"), observeClaim: gatewaySays(401) };
    const { page } = await open({ as: "analyst", path: actAt("observacion"), reads: "Qué falta", stubs });
    await page.fill("#defects", "Falta la firma.");
    await send(page);
    await page.click("text=Ingresar otra vez");
    await page.waitForURL(site.origin + actAt("observacion"));
    await expect.poll(() => page.inputValue("#defects")).toBe("Falta la firma.");
    await page.context().close();
  });

  it("a draft saves itself, says so in words, and goes to signature with what is missing explained", async () => {
    const draft = {
      outcome: "rejected",
      decision: "Infundado.",
      reasons: "Por la lectura.",
      savedAt: "2026-11-23T14:42:00.000Z",
      by: "ABOGADA DE PRUEBA",
    } as const;
    const stubs = {
      ...withActions("resolution-issued"),
      saveResolution: answer("saveResolution", { ...theCase, draft }),
      issueResolution: answer("issueResolution", { ...theCase, number: "RES-1", documentId: "d2", sha256 }),
    };
    const { page } = await open({ as: "resolver", path: actAt("resolucion"), reads: "Se guarda solo", stubs });
    await page.check("input[value=rejected]");
    await page.fill("#decision", "Infundado.");
    await page.fill("#reasons", "Por la lectura.");
    await page.getByText("Guardado: 23 de noviembre de 2026").waitFor();
    expect(bodyOf("saveResolution")).toEqual({
      outcome: "rejected",
      decision: "Infundado.",
      reasons: "Por la lectura.",
    });
    site.stubs.saveResolution = gatewaySays(503);
    await page.fill("#reasons", "Por la lectura y la visita.");
    await page.getByText("No se pudo guardar").waitFor();
    site.stubs.saveResolution = stubs.saveResolution;
    await page.fill("#override-cuts-history", "El sistema comercial no lo tiene.");
    await send(page);
    await page.getByText("quedó enviada a firma").waitFor();
    expect(bodyOf("issueResolution")).toEqual({
      overrides: [{ item: "cuts-history", reason: "El sistema comercial no lo tiene." }],
    });
    await page.context().close();
  });

  it("a signature that needs a fresh sign-in goes through it and comes back to finish", async () => {
    const stubs = {
      showCase: answer("showCase", frozenCase),
      signResolution: refusal("fresh-sign-in-needed"),
    };
    const { page } = await open({ as: "signer", path: actAt("firma"), reads: "RES-2026-000120", stubs });
    await page.check("#reviewed");
    await send(page);
    const left = page.waitForRequest((request) => request.url().includes("/authorize"));
    await page.click("text=Ingresar otra vez y volver");
    expect(new URL((await left).url()).searchParams.get("prompt")).toBe("login");
    await page.waitForURL(site.origin + actAt("firma"));
    site.stubs.signResolution = answer("signResolution", { ...theCase, number: "RES-2026-000120" });
    await page.locator("#reviewed").waitFor();
    await expect.poll(() => page.isChecked("#reviewed")).toBe(true);
    await send(page);
    await page.getByText("La resolución quedó firmada.").waitFor();
    expect(bodyOf("signResolution")).toEqual({ sha256: "c".repeat(64) });
    await page.context().close();
  });

  it("a delivery goes with its photos, each fingerprinted and checked", async () => {
    const content = "%PDF-1.7 una constancia";
    const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
    const stubs = {
      showCase: answer("showCase", notifiedCase),
      startStaffUpload: answer("startStaffUpload", { uploadId: "u1", upload }, 201),
      showStaffUpload: answer("showStaffUpload", {
        uploadId: "u1",
        fileName: "cargo.pdf",
        sizeBytes: content.length,
        state: "received",
      }),
      recordDelivery: answer("recordDelivery", notifiedCase),
    };
    const { page } = await open({ as: "clerk", path: actAt("entrega"), reads: "Cómo fue la entrega", stubs });
    await page.check("input[value=absent]");
    await page.fill("#premises", "Casa azul.");
    await page.fill("#nextOn", "2026-11-25");
    await page.setInputFiles("#uploadIds", {
      name: "cargo.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(content),
    });
    await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
    await send(page);
    await page.getByText("La entrega quedó registrada.").waitFor();
    expect(bodyOf("startStaffUpload").sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(bodyOf("recordDelivery")).toEqual({
      outcome: "absent",
      deliveredAt: "2026-11-23T14:42:00.000Z",
      premises: "Casa azul.",
      nextOn: "2026-11-25",
      uploadIds: ["u1"],
    });
    await page.context().close();
  });
});

describe("the inspector's phone", () => {
  it("keeps a report through a reload, and sends it once when there is network again", async () => {
    const { page, violations } = await open({
      as: "inspector",
      path: report,
      reads: "Lo que escribes se guarda",
      stubs: { reportInspection: gatewaySays(503) },
    });
    await fillReport(page);
    await page.reload();
    await expect.poll(() => page.inputValue("#observations").catch(() => "")).toBe("Fuga en el inodoro.");
    expect(await page.isChecked("input[name=leak][value=visible]")).toBe(true);
    await page.context().setOffline(true);
    await send(page);
    await page.getByText("El acta quedó por enviar").waitFor();
    await page.getByText("1 por enviar").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(callsTo("reportInspection")).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(() => callsTo("reportInspection").length).toBe(1);
    expect(await page.inputValue("#observations")).toBe("Fuga en el inodoro.");
    site.stubs.reportInspection = answer("reportInspection", theCase);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText("El acta llegó").waitFor();
    expect(await page.getByText("por enviar").count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.click("text=Ver mis inspecciones");
    await page.getByText("Empezar inspección").first().waitFor();
    const calls = callsTo("reportInspection");
    expect(calls).toHaveLength(2);
    expect(new Set(calls.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(bodyOf("reportInspection")).toEqual({
      outcome: "whole",
      startedAt: "2026-11-23T14:42:00.000Z",
      attendedBy: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
      external: { reading: 481.5, leakAtBox: false, premises: "Casa de un piso, puerta azul." },
      internal: {
        points: [{ kind: "Caños y lavaderos", count: 3, leaking: 0 }],
        leakTest: { before: 481.1, after: 481.3, minutes: 15 },
        leak: "visible",
      },
      observations: "Fuga en el inodoro.",
      uploadIds: [],
    });
    expect(await page.evaluate("localStorage.length")).toBe(0);
    expect(violations).toEqual([]);
    await page.context().close();
  });

  it("is filled in with the keyboard alone, and its photos wait in the phone with it", async () => {
    const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
    const { page } = await open({ as: "inspector", path: report, reads: "Lo que escribes se guarda" });
    const to = async (selector: string) => {
      for (let tabs = 0; tabs < 60 && !(await page.locator(`${selector}:focus`).count()); tabs++)
        await page.keyboard.press("Tab");
      await page.locator(`${selector}:focus`).waitFor();
    };
    await to("[name=outcome]");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await to("[name=leakAtBox]");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await to("#premises");
    await page.keyboard.type("Casa cerrada.");
    await page.setInputFiles("#photos", { name: "puerta.png", mimeType: "image/png", buffer: Buffer.from("foto") });
    await page.getByText("Guardada en este teléfono").waitFor();
    await page.reload();
    await page.getByText("puerta.png (").waitFor();
    site.stubs.startStaffUpload = answer("startStaffUpload", { uploadId: "u7", upload }, 201);
    site.stubs.showStaffUpload = answer("showStaffUpload", {
      uploadId: "u7",
      fileName: "puerta.png",
      sizeBytes: 4,
      state: "received",
    });
    await to("button[type=submit]");
    await page.keyboard.press("Enter");
    await page.getByText("El acta llegó").waitFor();
    expect(bodyOf("reportInspection")).toMatchObject({ outcome: "absent", uploadIds: ["u7"] });
    await page.context().close();
  });

  it("a report the server refuses stays typed until its inspector drops it", async () => {
    const { page } = await open({
      as: "inspector",
      path: report,
      reads: "Lo que escribes se guarda",
      stubs: { reportInspection: refusal("already-reported") },
    });
    await fillReport(page);
    await send(page);
    await page.getByText("Esa visita ya tiene su acta").first().waitFor();
    expect(await page.inputValue("#observations")).toBe("Fuga en el inodoro.");
    expect(await faultsOf(page)).toEqual([]);
    await page.click("text=Borrar del teléfono");
    await page.click("text=No, conservarla");
    expect(await page.inputValue("#observations")).toBe("Fuga en el inodoro.");
    await page.click("text=Borrar del teléfono");
    await page.click("dialog .danger");
    await page.getByText(agenda.inspections[0]!.address).first().waitFor();
    expect(await page.evaluate("localStorage.length")).toBe(0);
    await page.context().close();
  });
});

describe("documents and holds", () => {
  it("a filing is received into the claim it names", async () => {
    const { page } = await open({ as: "clerk", path: "/desk/documentos/f1/", reads: "Registrar y derivar" });
    expect(await page.inputValue("#claimCode")).toBe(filing.claim?.code);
    await page.check("input[value=received]");
    await send(page);
    await page.getByText("El documento quedó registrado.").waitFor();
    expect(bodyOf("receiveFiling")).toEqual({ outcome: "received", claimCode: filing.claim?.code });
    await page.context().close();
  });

  it("a day's holds are downloaded as they came, and a pasted column acknowledges them row by row", async () => {
    const { page } = await open({ as: "billing", path: "/desk/bloqueos/", reads: "SC-000123" });
    const coming = page.waitForEvent("download");
    await page.click("text=Descargar el archivo del día");
    expect((await coming).suggestedFilename()).toBe("bloqueos_2026-11-23.csv");
    await page.locator("td input").first().focus();
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "SC-1\\nSC-2\\n");
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }`);
    await send(page);
    await page.getByText("2 bloqueos confirmados").waitFor();
    const code = (receiptNumber: string, code: string, reference: string) => ({
      receiptNumber,
      code,
      version: 1,
      reference,
    });
    expect(bodyOf("acknowledgeHolds")).toEqual({
      date: "2026-11-23",
      acknowledgements: [
        code("S001-00045013", "RE-2026-004192-7", "SC-1"),
        code("S001-00045014", "RE-2026-004193-7", "SC-2"),
      ],
    });
    await page.context().close();
  });
});

it("a supply's receipts that were found are those that can be claimed", async () => {
  const { page } = await open({ as: "operator", path: "/desk/atencion/", reads: "El documento coincide", act: search });
  expect(await page.locator("input[name=receiptNumber]").count()).toBe(found.receipts.length);
  await page.context().close();
});
