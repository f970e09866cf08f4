import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Browser, Response } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { signedByTestAuthority } from "../../local/authority/sign-request.ts";
import { importFile } from "../../local/import-file.ts";
import { pdf, photo } from "../../local/journey/attachments.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { type BilledSupply, journeyWorld } from "../../local/journey/supplies.ts";
import { type StaffName, seededStaff } from "../../local/people.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { calendarDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { monthAndYear } from "../../web/words/format.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openBrowser } from "../web/browser.ts";
import { openDesk, signInAs } from "./sign-in.ts";
import { arrivedAt, downloaded, expectScreen, expectWellMade, openTab, type Tab } from "./tabs.ts";

let stack: LocalStack;
let browser: Browser;
let office: Office;
let supply: BilledSupply;
let another: BilledSupply;

const hasBrowser = needsBrowser();
beforeAll(async () => {
  if (!hasBrowser) return;
  [stack, browser] = await Promise.all([startLocalStack({ say: sayAside }), openBrowser()]);
  office = openOffice(stack.origin);
  const world = journeyWorld();
  const [first, second] = world.supplies;
  if (!first || !second) throw new Error("there are not two supplies to claim for");
  supply = first;
  another = second;
  const bytes = new TextEncoder().encode(world.receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser?.close();
  await stack?.stop();
});

/** The steps of a life build on each other: after one fails the others are skipped, and it alone is tried again. */
let broken: string | undefined;
beforeEach(({ skip, task }) => {
  skip(broken !== undefined && broken !== task.id, "a step before it failed");
  broken = undefined;
  onTestFailed(() => {
    broken = task.id;
  });
});

const email = "cliente.navegador@example.pe";
const attachment = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

/** Set by the first steps and used by the others. */
let maria: Tab;
let claimId = "";
let code = "";

const theCase = () => office.call("manager", "showCase", { params: { claimId } });

/** Opens the desk as one of the staff, finds the claim in a list, and waits until it is there. */
async function openCase(person: StaffName, list: string): Promise<Tab> {
  const tab = await openTab(browser, "desk");
  const { page } = tab;
  await openDesk(tab.page, stack.origin, person);
  const menu = page.getByRole("navigation", { name: "Menú de la mesa" });
  await menu.getByRole("link", { name: "Bandeja" }).click();
  const lists = page.getByRole("navigation", { name: "Bandejas" });
  await lists.waitFor();
  const own = lists.getByRole("link", { name: list });
  // The claim may be another analyst's.
  await page.getByRole("link", { name: "Todos", exact: true }).click();
  await page.locator("a[aria-current]", { hasText: "Todos" }).waitFor();
  await own.click();
  const row = page.getByRole("link", { name: code });
  // The lists are rebuilt a moment after a change.
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.getByRole("heading", { level: 2, name: list }).waitFor();
        await page.locator("main .loading").waitFor({ state: "detached" });
        return row.count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  return tab;
}

async function openFirst({ page }: Tab): Promise<void> {
  await page.getByRole("link", { name: code }).click();
  await page.getByRole("heading", { level: 1, name: code }).waitFor();
}

/**
 * Sends the form of an act. If a worker wrote meanwhile (412), the page shows what is new and the form is sent again.
 */
async function record({ page }: Tab, button: string, done: string): Promise<void> {
  for (let time = 1; ; time += 1) {
    const isOf = (method: RegExp, response: Response) =>
      method.test(response.request().method()) && response.url().includes("/api/desk/claims/");
    // The case is read again after a write, whatever was answered.
    const readAgain = page.waitForResponse((response) => isOf(/^GET$/, response));
    const [answer] = await Promise.all([
      page.waitForResponse((response) => isOf(/^(?!GET)/, response)),
      page.getByRole("button", { name: button, exact: true }).click(),
    ]);
    if (!answer.ok() && (answer.status() !== 412 || time === 6))
      throw new Error(`«${button}» was answered ${answer.status()}: ${await answer.text()}`);
    await readAgain;
    if (answer.ok()) break;
    await page.getByText("Esto es lo nuevo:").waitFor();
  }
  await page.getByText(done).waitFor();
}

/** The officer finds the only document of the claim on their list, downloads it in a set, and sends it signed. */
async function signedByOfficer(): Promise<void> {
  const signer = await openTab(browser, "desk");
  const { page } = signer;
  await openDesk(signer.page, stack.origin, "signer");
  await page.getByRole("navigation", { name: "Menú de la mesa" }).getByRole("link", { name: "Firmas" }).click();
  await arrivedAt(signer, "Firmas");
  await page.getByRole("checkbox", { name: /^Elegir Oficio de elevación N\.° \d{5}-/ }).check();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Descargar los elegidos en un ZIP" }).click();
  const set = unzipSync(await readFile(await (await downloading).path()));
  const [frozen = new Uint8Array()] = Object.values(set);
  const buffer = Buffer.from(await signedByTestAuthority(stack.origin, frozen));
  await page.setInputFiles("#uploadIds", { name: "firmado.pdf", mimeType: "application/pdf", buffer });
  await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
  await page.getByLabel("Revisé cada documento completo").check();
  await expectWellMade(signer);
  await page.getByRole("button", { name: "Firmar los documentos elegidos" }).click();
  await page.getByText("Firmado", { exact: true }).waitFor();
  await expectWellMade(signer);
  await page.context().close();
}

const send = ({ page }: Tab) => page.locator("main form button[type=submit]").click();

describe("María, on her telephone", () => {
  it("links her supply, opens a receipt and claims it", async () => {
    maria = await openTab(browser, "phone");
    const { page } = maria;
    await page.goto(`${stack.origin}/mis-suministros/`);
    await page.getByRole("button", { name: "Ingresar con un código" }).click();
    await signInAs(maria.page, "maria");
    await page.locator("input[name=supplyCode]").fill(supply.supplyCode);
    await page.getByLabel("El documento del titular").check();
    await page.locator("input[name=documentNumber]").fill(supply.holderDocument);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: `Ver consumo y recibos del suministro ${supply.supplyCode}` }).click();
    await page.getByRole("link", { name: monthAndYear(supply.period) }).click();
    await arrivedAt(maria, `Tu recibo de ${monthAndYear(supply.period)}`);
    await expectWellMade(maria);
    await page.getByRole("link", { name: "Reclamar este recibo" }).click();
    // The receipt she came from is chosen: the first question is what happened to it.
    await arrivedAt(maria, "¿Qué pasó con tu recibo?");
    await page.getByText(`Reclamas: ${monthAndYear(supply.period)}, número ${supply.receiptNumber}.`).waitFor();
    await expectWellMade(maria);
    await page.getByRole("link", { name: "Atrás" }).click();
    await arrivedAt(maria, "¿Qué recibos quieres reclamar?");
    expect(await page.locator("main input:checked").inputValue()).toBe(`${supply.period} ${supply.receiptNumber}`);
    await expectWellMade(maria);
    await send(maria);
  });

  it("answers every question, saves it half way and comes back", async () => {
    const { page } = maria;
    const steps: readonly (readonly [heading: string, answers: () => Promise<unknown>])[] = [
      ["¿Qué pasó con tu recibo?", () => page.getByLabel("Usé menos agua de la que dice").check()],
      ["¿Revisaste si hay fugas en tu casa?", () => page.getByLabel("Sí, y no hay").check()],
      ["¿Qué número marca tu medidor hoy?", () => page.locator("#meterReading").fill("01299")],
      [
        "Cuéntanos qué pasó",
        () =>
          page.getByLabel("Con tus palabras").fill("Este mes somos los mismos tres en casa y el recibo subió mucho."),
      ],
      [
        "Agrega fotos o documentos, si tienes",
        async () => {
          await page.setInputFiles("#uploadIds", attachment("medidor.png", "image/png", photo));
          await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
        },
      ],
      ["¿Quieres que una empresa autorizada pruebe tu medidor?", () => page.getByLabel("No", { exact: true }).check()],
    ];
    for (const [heading, answers] of steps) {
      await arrivedAt(maria, heading);
      await answers();
      await (heading === "Cuéntanos qué pasó" ? expectScreen(maria, "claim-step") : expectWellMade(maria));
      await send(maria);
      if (heading !== "¿Qué pasó con tu recibo?") continue;
      // After the term of that receipt she may still claim, and the site warns her first.
      const late = page.getByRole("button", { name: "Quiero presentarlo igual" });
      await page.getByRole("heading", { name: "¿Revisaste si hay fugas en tu casa?" }).or(late).waitFor();
      if (await late.isVisible()) await late.click();
    }
    await arrivedAt(maria, "¿Cuándo podemos visitarte?");
    await page.getByLabel("En la mañana").check();
    await expectWellMade(maria);
    await page.getByRole("button", { name: "Guardar y salir" }).click();
    await arrivedAt(maria, "Mis reclamos");
    await page.getByText("Reclamos que empezaste y no enviaste").waitFor();
    await expectWellMade(maria);
    // After a reload nothing of the draft is in the tab.
    await page.reload();
    await page.getByRole("link", { name: /^Continuar/ }).click();
    await arrivedAt(maria, "¿Qué quieres que hagamos?");
    await page.getByLabel("Que me cobren según mi consumo normal").check();
    await expectWellMade(maria);
    await send(maria);
    await arrivedAt(maria, "¿Quién presenta el reclamo?");
    await page.getByLabel("Soy el titular").check();
    await page.locator("#givenNames").fill("CLIENTE");
    await page.locator("#paternalSurname").fill("DE PRUEBA");
    await page.locator("#number").fill(supply.holderDocument);
    await page.locator("#address").fill("CALLE FICTICIA 101");
    await expectWellMade(maria);
    await send(maria);
    await arrivedAt(maria, "¿Cómo te avisamos?");
    await page.locator("#telephone").fill("900000001");
    await page.locator("#email").fill(email);
    await page.getByLabel("Sí, acepto que me notifiquen por correo").check();
    await expectWellMade(maria);
    await send(maria);
    await arrivedAt(maria, "¿Cómo quieres que sea la reunión?");
    await page.getByLabel("Por videollamada: entro con un enlace").check();
    await expectWellMade(maria);
    await send(maria);
  });

  it("reviews it, sends it, and gets code, dates, key and cargo", async () => {
    const { page } = maria;
    await arrivedAt(maria, "Revisa tu reclamo antes de enviarlo");
    const review = await page.locator(".review").innerText();
    for (const answer of [
      "Usé menos agua",
      "medidor.png",
      "En la mañana",
      "CALLE FICTICIA 101",
      email,
      "Por videollamada",
    ])
      expect(review).toContain(answer);
    await expectScreen(maria, "claim-review");
    await page.getByRole("button", { name: "Enviar mi reclamo" }).click();
    await arrivedAt(maria, "Recibimos tu reclamo");
    claimId = new URL(page.url()).pathname.split("/")[2] ?? "";
    const cargo = page.getByRole("button", { name: "Descargar cargo (PDF)" });
    await cargo.waitFor();
    const said = await page.locator("main").innerText();
    code = /RE-\d{4}-\d{6}-\d/.exec(said)?.[0] ?? "";
    expect(code).not.toBe("");
    expect(said).toMatch(/Clave de tu reclamo: [\w-]{22}/);
    for (const date of ["Te responderemos a más tardar el", "Te visitamos el", "Reunión para llegar a un acuerdo"])
      expect(said).toContain(date);
    await expectScreen(maria, "claim-filed");
    const bytes = await downloaded(maria, cargo);
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
  });

  it("follows it: what to do, where it is, how each term was counted", async () => {
    const { page } = maria;
    await page.getByRole("link", { name: "Ver mi reclamo" }).click();
    await arrivedAt(maria, `Reclamo ${code}`);
    await page.getByRole("heading", { name: "Lo que tienes que hacer" }).waitFor();
    await page.getByText("Visita a tu casa o local:").waitFor();
    await page.getByRole("link", { name: "Ver la reunión y confirmar" }).click();
    await arrivedAt(maria, "Reunión para llegar a un acuerdo");
    await page.getByText("Entra a esa hora con este enlace:").waitFor();
    await expectScreen(maria, "claim-meeting");
    await page.goBack();
    await arrivedAt(maria, `Reclamo ${code}`);
    await page.getByText("medidor.png").first().waitFor();
    await expectScreen(maria, "claim-follow");
    await page.getByText("Todos los plazos").click();
    await page.getByText("Ver cómo se contó").first().click();
    await page.getByRole("table").first().waitFor();
    expect(await page.getByRole("row").count()).toBeGreaterThan(1);
    await expectScreen(maria, "claim-terms", page.getByText("Todos los plazos"));
  });
});

describe("somebody on the telephone", () => {
  it("claims, and the operator reads aloud what was filed", async () => {
    const operator = await openTab(browser, "desk");
    const { page } = operator;
    await openDesk(operator.page, stack.origin, "operator");
    await arrivedAt(operator, "Atención");
    await page.getByLabel("Buscar por número, DNI").fill(another.receiptNumber);
    await page.keyboard.press("Enter");
    await page.locator("a:focus", { hasText: `Suministro ${another.supplyCode}` }).waitFor();
    await expectWellMade(operator);
    await page.keyboard.press("Enter");
    await page.getByText("Lo que se puede decir sin el dato").waitFor();
    await page.locator("#documentNumber").fill(another.holderDocument);
    await page.keyboard.press("Enter");
    await page.getByText("El documento coincide con el del titular.").waitFor();
    await page.getByText("Lo que ve en su recibo").waitFor();
    await expectWellMade(operator);
    await page.getByRole("button", { name: "Registrar un reclamo" }).click();
    await page.getByText("Borrador. Todavía no").waitFor();
    await page.locator("input[name=channel][value=telephone]").check();
    await page.getByRole("checkbox").first().check();
    await page.locator("#reason").selectOption("used-less");
    await page.locator("#grounds").fill("Somos tres en casa y no usamos tanta agua.");
    await page.locator("#request").selectOption("bill-normal-use");
    await page.locator("input[name=meterTest][value=no]").check();
    await page.locator("#as").selectOption("holder");
    await page.locator("#number").fill(another.holderDocument);
    await page.locator("#givenNames").fill("CLIENTE");
    await page.locator("#paternalSurname").fill("DE PRUEBA");
    await page.locator("#address").fill("CALLE FICTICIA 102");
    await page.locator("#telephone").fill("053000002");
    await expectWellMade(operator);
    await page.getByRole("button", { name: "Leerle lo anotado" }).click();
    await page.getByRole("heading", { name: "Léale lo que anotó" }).waitFor();
    await expectWellMade(operator);
    await page.getByRole("button", { name: "Registrar el reclamo" }).click();
    await arrivedAt(operator, "Reclamo registrado");
    await page.getByRole("heading", { name: "Lea esto en voz alta" }).waitFor();
    expect(await page.locator("main .code").innerText()).toMatch(/RE-\d{4}-\d{6}-\d/);
    await expectScreen(operator, "desk-intake");
    await page.getByRole("link", { name: "Registrar copia enviada" }).click();
    await arrivedAt(operator, "Registrar copia enviada");
    await page.getByLabel("Por carta").check();
    await expectWellMade(operator);
    await record(operator, "Registrar la copia", "La copia quedó registrada.");
    await page.context().close();
  });
});

describe("the office, on the claim", () => {
  it("the analyst admits it from the work list", async () => {
    const analyst = await openCase("analyst", "Por admitir");
    const { page } = analyst;
    await expectScreen(analyst, "desk-work");
    await openFirst(analyst);
    await page.getByText("Este mes somos los mismos tres en casa").waitFor();
    await expectScreen(analyst, "desk-case");
    for (const tab of ["Línea de tiempo", "Consumo y visitas", "Documentos"]) {
      await page.getByRole("link", { name: tab }).click();
      await page.locator("main a[aria-current=page]", { hasText: tab }).waitFor();
      await expectWellMade(analyst);
    }
    await page.getByRole("link", { name: "Resumen" }).click();
    await page.getByRole("link", { name: "Admitir el reclamo" }).click();
    await arrivedAt(analyst, "Admitir el reclamo");
    await page.getByLabel("Se admite").check();
    await expectWellMade(analyst);
    await record(analyst, "Registrar la admisión", "La admisión quedó registrada.");
    await expectWellMade(analyst);
    await page.context().close();
  });

  it("the inspector reports the visit from the telephone", async () => {
    await expect.poll(async () => (await theCase()).inspections[0]?.inspector, { timeout: 60_000 }).toBeDefined();
    const visit = (await theCase()).inspections[0];
    const who = (["inspector", "inspector2"] as const).find((each) => seededStaff[each].name === visit?.inspector);
    if (!visit || !who) throw new Error("nobody has the visit");
    await office.moveClock(limaInstant(calendarDay(visit.on), "12:00"));
    const inspector = await openTab(browser, "phone");
    const { page } = inspector;
    await openDesk(inspector.page, stack.origin, who);
    await arrivedAt(inspector, "Mis inspecciones");
    await page.locator("#day").fill(visit.on);
    await page.getByRole("button", { name: "Ver ese día" }).click();
    const stop = page.locator(".visits li", { hasText: code });
    await stop.waitFor();
    await expectWellMade(inspector);
    await stop.getByRole("link", { name: /Empezar inspección/ }).click();
    await arrivedAt(inspector, "Acta de inspección");
    await page.getByLabel("Se inspeccionó por dentro y por fuera").check();
    await page.locator("#startedAt").fill(`${visit.on}T12:00`);
    await page.locator("#name").fill("CLIENTE DE PRUEBA");
    await page.locator("#relation").fill("titular");
    await page.locator("#meterNumber").fill("FX21000123");
    await page.locator("#reading").fill("1301");
    await page.getByRole("group", { name: "¿El medidor funciona?" }).getByLabel("Sí").check();
    await page.getByRole("group", { name: "¿Hay fuga en la caja?" }).getByLabel("No").check();
    await page.getByRole("group", { name: "¿Cómo están los precintos del medidor?" }).getByLabel("Intactos").check();
    await page.getByRole("group", { name: "¿Cómo está la conexión?" }).getByLabel("Abierta").check();
    await page.locator("#premises").fill("Casa de dos pisos, puerta azul.");
    await page.locator("#occupants").fill("3");
    await page.locator("#DOMESTICO-occupied").fill("1");
    await page.locator("#toilet-count").fill("2");
    await page.locator("#toilet-leaking").fill("0");
    await page.locator("#before").fill("1301.2");
    await page.locator("#after").fill("1301.2");
    await page.locator("#minutes").fill("15");
    await page.getByLabel("No hay", { exact: true }).check();
    await page.getByLabel("No firma", { exact: true }).check();
    await page.locator("#unsigned").fill("Dice que primero lo consulta.");
    await page.locator("#observations").fill("Sin fugas a la vista.");
    await page.setInputFiles("#photos", attachment("medidor-visita.png", "image/png", photo));
    await page.getByText("Guardada en este teléfono").waitFor();
    await expectScreen(inspector, "desk-report", page.getByRole("heading", { name: "Prueba de fuga" }));
    await page.getByRole("button", { name: "Enviar el acta" }).click();
    await page.getByRole("heading", { name: "El acta llegó" }).waitFor();
    await expectWellMade(inspector);
    await page.context().close();
  });

  it("the conciliator offers, and María does not accept", async () => {
    const conciliator = await openCase("conciliator", "En investigación");
    await openFirst(conciliator);
    const desk = conciliator.page;
    await desk.getByRole("link", { name: "Proponer un acuerdo" }).click();
    await arrivedAt(conciliator, "Proponer un acuerdo");
    await desk.locator("#m3").fill("18");
    await desk.locator("#terms").fill("Te proponemos cobrarte lo que usas en un mes normal.");
    await expectWellMade(conciliator);
    await record(conciliator, "Enviar la propuesta", "La propuesta quedó registrada");
    await desk.context().close();

    const { page } = maria;
    await page.reload();
    await page.getByRole("link", { name: "Ver la propuesta y responder" }).click();
    await arrivedAt(maria, "Te proponemos un acuerdo");
    await page.getByText("Con el acuerdo te cobrarían").waitFor();
    await expectScreen(maria, "claim-offer", page.getByText("Ahora te cobran"));
    await page.getByRole("button", { name: "No aceptar" }).click();
    await arrivedAt(maria, "No vas a aceptar el acuerdo");
    await expectWellMade(maria);
    await page.getByRole("button", { name: "Confirmo: no acepto" }).click();
    await arrivedAt(maria, `Reclamo ${code}`);
    await page.getByText("No aceptaste esta propuesta.").waitFor();
    await expectWellMade(maria);
  });

  it("the conciliator records the acta of the hearing", async () => {
    const { hearing } = await theCase();
    if (!hearing) throw new Error("no hearing was planned");
    await office.moveClock(limaInstant(calendarDay(hearing.on), "09:30"));
    const conciliator = await openCase("conciliator", "Por conciliar");
    const { page } = conciliator;
    await openFirst(conciliator);
    await page.getByRole("link", { name: "Registrar la audiencia" }).click();
    await arrivedAt(conciliator, "Registrar la audiencia");
    await page.getByLabel("Sin acuerdo").check();
    await page.getByLabel("Titular").check();
    await page.locator("#attendedBy").fill("CLIENTE DE PRUEBA");
    await page.locator("#companyProposal").fill("Cobrar el mes como un mes normal.");
    await page.locator("#disagreed").fill("En el volumen que se cobra.");
    await expectWellMade(conciliator);
    await record(conciliator, "Registrar el acta", "El acta de la audiencia quedó registrada.");
    await page.context().close();
  });

  it("the signer lets it go without the proofs that nobody has", async () => {
    const signer = await openCase("signer", "Por resolver");
    const { page } = signer;
    await openFirst(signer);
    await page.getByRole("link", { name: "Dispensar lo que falta" }).click();
    await arrivedAt(signer, "Dispensar lo que falta");
    await page.locator("input[name=items]").first().waitFor();
    for (const missing of await page.locator("input[name=items]").all()) await missing.check();
    await page.locator("#reason").fill("No existe en los registros; se decide con lo demás.");
    await expectWellMade(signer);
    await record(signer, "Dispensar", "Lo que marcó quedó dispensado.");
    await page.context().close();
  });

  it("the resolver drafts and sends it to signature", async () => {
    const resolver = await openCase("resolver", "Por resolver");
    const { page } = resolver;
    await openFirst(resolver);
    await page.getByRole("link", { name: "Redactar la resolución" }).click();
    await arrivedAt(resolver, "Redactar la resolución");
    await page.getByText("Aún no se ha guardado nada.").waitFor();
    await page.getByLabel("Fundado en parte").check();
    await page.locator("#decision").fill("Se corrige lo facturado del mes.");
    await page.locator("#reasons").fill("La lectura y la inspección no muestran fuga ni consumo que lo explique.");
    await page.locator("input[name^=m3-]").fill("18");
    await page.locator("#answer-grounds").fill("La inspección no encontró fuga ni otra causa del consumo.");
    await page.locator("#answer-request").fill("Corresponde cobrar el consumo que la visita explica.");
    for (const [matter, proof] of [
      ["grounds", /^Inspección informada/],
      ["grounds", /^Reclamo presentado/],
      ["request", /^Recibo /],
    ] as const) {
      const proofs = page.locator("details", { has: page.locator(`input[name=cites-${matter}]`) });
      if ((await proofs.getAttribute("open")) === null) await proofs.locator("summary").click();
      await proofs.getByLabel(proof).first().check();
    }
    await page.getByText("El proyecto no tiene observaciones.").waitFor();
    await page.getByText(/^Guardado: /).waitFor();
    await expectScreen(resolver, "desk-resolution", page.locator("label[for=decision]"));
    // The letter is seen as it will be printed, before anybody may sign it.
    await page.getByRole("button", { name: "Ver la carta" }).click();
    const letter = page.getByRole("region", { name: /^Páginas de proyecto-/ });
    await letter.getByRole("img", { name: /^Página 1 de \d+ de proyecto-/ }).waitFor();
    await record(resolver, "Enviar a firma", "La resolución quedó enviada a firma.");
    await page.context().close();
  });

  it("the signer, who signed in an hour ago, signs in again and signs", async () => {
    const signer = await openCase("signer", "Por firmar");
    const { page } = signer;
    await openFirst(signer);
    await page.getByRole("link", { name: "Revisar y firmar" }).click();
    await arrivedAt(signer, "Revisar y firmar");
    // Nobody looked at it before: its pages are drawn now, from the file that is signed.
    const seen = page.getByRole("region", { name: /^Páginas de resolucion-/ });
    await seen.getByRole("img", { name: /^Página 1 de \d+ de resolucion-/ }).waitFor();
    const heights = () =>
      seen.getByRole("img").evaluateAll((pages: HTMLImageElement[]) => pages.map(({ naturalHeight }) => naturalHeight));
    await expect.poll(async () => Math.min(...(await heights()))).toBeGreaterThan(1700);
    await expectScreen(signer, "desk-signature", page.locator("main dl").first());
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    await expectScreen(signer, "desk-signature", page.locator("main dl").first());
    if (wide) await page.setViewportSize(wide);
    // The officer downloads it, signs it outside with their own certificate, and sends the signed file.
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Descargar el PDF" }).click();
    const frozen = await readFile(await (await downloading).path());
    const signed = await signedByTestAuthority(stack.origin, frozen);
    const buffer = Buffer.from(signed);
    await page.setInputFiles("#uploadIds", { name: "resolucion-firmada.pdf", mimeType: "application/pdf", buffer });
    await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
    await page.getByLabel("Revisé el documento completo").check();
    // As if this tab had been open for an hour: the office gave its token for a sign-in an hour ago.
    const anHourAgo = new Date(Date.parse(await office.now()) - 3_600_000).toISOString();
    const stale = await stack.token("signer", { signedInAt: anHourAgo });
    await page.route("**/resolution/signature", (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${stale}` } }),
    );
    await page.getByRole("button", { name: "Firmar la resolución" }).click();
    await page.getByRole("heading", { name: "Confirme que es usted" }).waitFor();
    await expectWellMade(signer);
    await page.unroute("**/resolution/signature");
    await page.getByRole("button", { name: "Ingresar otra vez y volver" }).click();
    await signInAs(signer.page, "signer");
    await arrivedAt(signer, "Revisar y firmar");
    // The ticked box is restored, and the file is still there.
    await page.locator(".files .done", { hasText: "Recibido" }).waitFor();
    await expect.poll(() => page.getByLabel("Revisé el documento completo").isChecked()).toBe(true);
    await record(signer, "Firmar la resolución", "La resolución quedó firmada.");
    await page.context().close();
  });

  it("the clerk dispatches it by e-mail", async () => {
    const clerk = await openCase("clerk", "Por notificar");
    const { page } = clerk;
    await openFirst(clerk);
    await page.getByRole("link", { name: "Notificar la resolución" }).click();
    await arrivedAt(clerk, "Notificar la resolución");
    expect(await page.getByLabel("Por correo").isChecked()).toBe(true);
    await expectWellMade(clerk);
    await record(clerk, "Despachar la notificación", "La notificación quedó despachada.");
    await page.context().close();
  });
});

describe("María, with the decision in her mail", () => {
  let submissionNumber = "";

  it("opens the link signed out, confirms, and reads it", async () => {
    let link = "";
    await expect
      .poll(
        async () => {
          const mails = await office.messages(email);
          link =
            mails.map(({ text }) => /https?:\/\/\S+\/notificacion\/[\w-]{22}\//.exec(text)?.[0]).find(Boolean) ?? "";
          return link;
        },
        { timeout: 60_000 },
      )
      .not.toBe("");
    await maria.page.context().close();
    maria = await openTab(browser, "phone");
    const { page } = maria;
    await page.goto(link);
    await page.getByText("Todavía no empieza ningún plazo").waitFor();
    expect(await page.locator("main").innerText()).not.toContain("Se corrige lo facturado");
    expect((await theCase()).state).toBe("resolved");
    await expectScreen(maria, "notice", page.locator(".lede"));
    await page.getByRole("button", { name: "Confirmo que la recibí" }).click();
    await page.getByRole("heading", { name: "Te dimos la razón en parte" }).waitFor();
    await page.getByText("Se corrige lo facturado del mes.").first().waitFor();
    expect((await theCase()).state).toBe("notified");
    await expectScreen(maria, "decision", page.locator(".lede"));
    const bytes = await downloaded(maria, page.getByRole("button", { name: "Descargar la resolución (PDF)" }));
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
  });

  it("appeals from there with a document, and gets its cargo", async () => {
    const { page } = maria;
    await page.getByRole("link", { name: "Pedir que revisen la decisión" }).click();
    await page.getByRole("button", { name: "Ingresar con un código" }).click();
    await signInAs(maria.page, "maria");
    await arrivedAt(maria, "Pedir que revisen la decisión");
    await page.getByLabel("El tribunal de SUNASS (apelación)").check();
    await page.getByLabel("Por qué no estás de acuerdo").fill("La prueba muestra que usé menos de 18 m³.");
    await page.setInputFiles("#uploadIds", attachment("recurso.pdf", "application/pdf", pdf("Recurso")));
    await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
    await expectWellMade(maria);
    await page.getByRole("button", { name: "Enviar mi pedido" }).click();
    await arrivedAt(maria, "Recibimos tu pedido de revisión");
    submissionNumber = (await page.locator("main .code").innerText()).trim();
    await expectWellMade(maria);
    await page.getByRole("link", { name: "Ver la constancia de lo que presentaste" }).click();
    await arrivedAt(maria, `Documento ${submissionNumber}`);
    const constancia = page.getByRole("button", { name: "Descargar constancia de presentación (PDF)" });
    await constancia.waitFor();
    await expectWellMade(maria);
    const bytes = await downloaded(maria, constancia);
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
  });

  it("the clerk receives the submission and takes the file to the tribunal and back", async () => {
    const clerk = await openTab(browser, "desk");
    const { page } = clerk;
    await openDesk(clerk.page, stack.origin, "clerk");
    await page.getByRole("link", { name: "Documentos", exact: true }).click();
    await arrivedAt(clerk, "Documentos");
    await page.getByRole("link", { name: submissionNumber }).waitFor();
    await expectWellMade(clerk);
    await page.getByRole("link", { name: submissionNumber }).click();
    await arrivedAt(clerk, submissionNumber);
    await page.getByLabel("Recibirlo").check();
    await expectWellMade(clerk);
    await page.getByRole("button", { name: "Registrar", exact: true }).click();
    await page.getByText("El documento quedó registrado.").waitFor();
    await expectWellMade(clerk);
    await page.getByRole("link", { name: code }).click();
    await arrivedAt(clerk, code);

    await office.moveClock("+1wd");
    const clock = async () => new Date(Date.parse(await office.now()) - 5 * 3_600_000).toISOString().slice(0, 16);
    await page.getByRole("link", { name: "Preparar el oficio de elevación" }).click();
    await arrivedAt(clerk, "Preparar el oficio de elevación");
    await expectWellMade(clerk);
    await record(clerk, "Enviar el oficio a firma", "El oficio quedó enviado a firma.");
    await signedByOfficer();
    await page.reload();
    await arrivedAt(clerk, code);
    await page.getByRole("link", { name: "Registrar la elevación" }).click();
    await arrivedAt(clerk, "Registrar la elevación");
    await page.locator("#receivedAt").fill(await clock());
    await page.locator("#reference").fill("TRASS-2026-1");
    await page.getByLabel("El expediente fue en papel").check();
    await expectWellMade(clerk);
    await record(clerk, "Registrar la elevación", "La elevación quedó registrada.");
    await page.getByRole("link", { name: "Registrar la decisión del tribunal" }).click();
    await arrivedAt(clerk, "Registrar la decisión del tribunal");
    await page.getByLabel("Decidió el fondo").check();
    await page.locator("#number").fill("0001-2026-TRASS");
    await page.locator("#receivedAt").fill(await clock());
    await page.locator("#summary").fill("Fundado: se refactura el mes.");
    await page.getByLabel("Al usuario").check();
    await page.getByLabel("No se valoró una prueba").check();
    await expectWellMade(clerk);
    await record(clerk, "Registrar la decisión", "La decisión del tribunal quedó registrada.");
    await page.context().close();
  });

  it("billing does what was decided, and María sees the end", async () => {
    const billing = await openCase("billing", "Por cumplir");
    const desk = billing.page;
    await openFirst(billing);
    await desk.getByRole("link", { name: "Registrar el cumplimiento" }).click();
    await arrivedAt(billing, "Registrar el cumplimiento");
    await desk.locator("#summary").fill("Se emitió la nota de crédito.");
    await desk.locator("#reference").fill("NC-0001");
    await expectWellMade(billing);
    await record(billing, "Registrar el cumplimiento", "El cumplimiento quedó registrado.");
    await desk.context().close();
    const { page } = maria;
    await page.getByRole("link", { name: code }).click();
    await arrivedAt(maria, `Reclamo ${code}`);
    await page.getByText("El reclamo terminó y se cumplió lo decidido.").waitFor();
    await expectWellMade(maria);
    await page.context().close();
  });
});
