import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { journeyWorld } from "../../local/journey/supplies.ts";
import { type StaffName, seededStaff, subOf } from "../../local/people.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { addDays, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openBrowser } from "../web/browser.ts";
import { openDesk } from "./sign-in.ts";
import { arrivedAt, downloaded, expectScreen, expectWellMade, openTab, type Tab } from "./tabs.ts";

/** The manager, the administrator and the external supervisor, each at their own work, on the whole stack. */
let stack: LocalStack;
let browser: Browser;
let office: Office;
const claims: { readonly claimId: string; readonly code: string }[] = [];

const hasBrowser = needsBrowser();
beforeAll(async () => {
  if (!hasBrowser) return;
  [stack, browser] = await Promise.all([startLocalStack({ say: sayAside }), openBrowser()]);
  office = openOffice(stack.origin);
  const world = journeyWorld();
  const bytes = new TextEncoder().encode(world.receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
  for (const [turn, { supplyCode, receiptNumber, period, holderDocument }] of world.supplies.slice(0, 3).entries()) {
    const claimant = {
      givenNames: "CLIENTE",
      paternalSurname: `DE PRUEBA ${turn}`,
      document: { kind: "DNI", number: holderDocument },
      standing: { as: "holder" },
      address: "CALLE FICTICIA 101",
      telephone: "900000001",
      notifyByEmail: false,
    } as const;
    const said = { grounds: "Usé menos agua.", request: "bill-normal-use", channel: "telephone" } as const;
    const receipts = [{ number: receiptNumber, period }];
    const { claimId, code } = await office.call(
      "operator",
      "takeClaim",
      { body: { claimant, claimType: "F01", supplyCode, receipts, ...said, meterTest: false } },
      { key: `who-runs-the-office-${turn}` },
    );
    claims.push({ claimId, code });
  }
  const person = { name: "PERSONA DE PRUEBA" };
  const observed = { channel: "counter", person, text: "Atienden bien." } as const;
  await office.call("operator", "enterObservation", { body: observed }, { key: "who-runs-the-office-book" });
  const contact = { channel: "telephone", matter: "receipt" } as const;
  await office.call("operator", "enterAttention", { body: contact }, { key: "who-runs-the-office-contact" });
});
afterAll(async () => {
  if (!hasBrowser) return;
  await browser?.close();
  await stack?.stop();
});

/** The steps build on each other: after one fails the others are skipped, and it alone is tried again. */
let broken: string | undefined;
beforeEach(({ skip, task }) => {
  skip(broken !== undefined && broken !== task.id, "a step before it failed");
  broken = undefined;
  onTestFailed(() => {
    broken = task.id;
  });
});

async function deskOf(person: StaffName): Promise<Tab> {
  const tab = await openTab(browser, "desk");
  await openDesk(tab.page, stack.origin, person);
  return tab;
}

/** Goes to a page of the menu, which may stand under «Más». */
async function goTo(tab: Tab, name: string, heading: string): Promise<void> {
  const menu = tab.page.getByRole("navigation", { name: "Menú de la mesa" });
  await menu.waitFor();
  const link = menu.getByRole("link", { name, exact: true });
  if (!(await link.isVisible())) await menu.getByText("Más", { exact: true }).click();
  await link.click();
  await arrivedAt(tab, heading);
}

const ownerOf = async (claimId: string) =>
  (await office.call("manager", "showCase", { params: { claimId } })).owner?.name ?? "";

describe("the manager", () => {
  let manager: Tab;

  it("begins at the month's board, takes its figures away as CSV, and opens a number to its cases", async () => {
    manager = await deskOf("manager");
    const { page } = manager;
    await arrivedAt(manager, "Tablero");
    const attended = page.getByText("se atendió a 5 personas.");
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole("heading", { name: "Silencio positivo" }).waitFor();
          return attended.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    const matters = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "Qué trajeron" }) })
      .last();
    await matters.getByText("Ver la tabla").click();
    const csv = new TextDecoder().decode(await downloaded(manager, matters.getByText("Descargar en CSV")));
    expect(csv).toContain('"Reclamos";"3"');
    await expectScreen(manager, "desk-board");
    await matters.getByRole("link", { name: "1 Libro de observaciones" }).click();
    await page.getByText("1 persona.", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Volver al tablero" }).click();
    await page.getByRole("link", { name: "Ver los casos" }).first().click();
    await page.getByText("5 personas.", { exact: true }).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(5);
    await expectScreen(manager, "desk-attended");
  });

  it("gives a claim to somebody else, with the reason", async () => {
    const { page } = manager;
    const [{ claimId, code } = { claimId: "", code: "" }] = claims;
    await page.getByRole("link", { name: code }).click();
    await arrivedAt(manager, code);
    const before = await ownerOf(claimId);
    const other = before === seededStaff.analyst.name ? seededStaff.analista2 : seededStaff.analyst;
    await page.getByRole("link", { name: "Pasar a otra persona" }).click();
    await arrivedAt(manager, "Pasar a otra persona");
    await page.getByLabel("A quién").selectOption(subOf(other));
    await page.getByLabel("Por qué").fill("Conoce el caso de ese suministro.");
    await expectWellMade(manager);
    await page.getByRole("button", { name: "Pasar el reclamo" }).click();
    await page.getByText("El reclamo pasó a su lista").waitFor();
    await expect.poll(() => ownerOf(claimId)).toBe(other.name);
  });

  it("records that a colleague is absent: their claims go to who is there, and new ones too until they return", async () => {
    const { page } = manager;
    await goTo(manager, "Equipo", "Equipo");
    const { name } = seededStaff.analyst;
    const before = await Promise.all(claims.map(({ claimId }) => ownerOf(claimId)));
    const row = page.locator("tr", { hasText: name });
    await row.getByRole("button", { name: "Registrar ausencia" }).click();
    await page.getByRole("heading", { name: `Ausencia de ${name}` }).waitFor();
    await page.getByLabel("Último día de la ausencia").fill(addDays(limaDay(await office.now()), 3));
    await page.getByLabel("Por qué").fill("Está de licencia.");
    await expectScreen(manager, "desk-absence");
    await page.getByRole("button", { name: "Pasar su trabajo" }).click();
    await page.getByText(/^Pasaron [1-3] reclamos?, 0 visitas y 0 entregas\. Está ausente hasta el/).waitFor();
    await row.getByText("Ausente").waitFor();
    for (const { claimId } of claims) expect(await ownerOf(claimId)).toBe(seededStaff.analista2.name);
    await row.getByRole("button", { name: "Volvió y recupera su trabajo" }).click();
    await row.getByText("De turno").waitFor();
    await expect.poll(() => Promise.all(claims.map(({ claimId }) => ownerOf(claimId)))).toEqual(before);
    await expectWellMade(manager);
    await page.context().close();
  });
});

describe("the administrator", () => {
  const person = "PERSONA DE PRUEBA NUEVA";
  let admin: Tab;

  it("gives a person two roles and ends their access, and the list says who did it and why", async () => {
    admin = await deskOf("admin");
    const { page } = admin;
    await arrivedAt(admin, "Equipo");
    await page.getByRole("button", { name: "Agregar a una persona" }).click();
    await page.getByLabel("Nombre completo").fill(person);
    await page.getByLabel("Correo con el que ingresa").fill("nueva@example.pe");
    await page.getByLabel("Anexo").fill("205");
    await page.getByLabel("Atención al cliente").check();
    await page.getByLabel("Mesa de partes").check();
    await page.getByLabel("Por qué").fill("Entra al turno de la mañana.");
    await expectScreen(admin, "desk-access");
    await page.getByRole("button", { name: "Dar acceso" }).click();
    await page.getByText(`${person} ya tiene acceso.`).waitFor();
    const row = page.locator("tr", { hasText: person }).first();
    await row.getByRole("button", { name: "Cambiar acceso" }).click();
    await page.getByRole("button", { name: "Terminar su acceso" }).click();
    await page.getByLabel("Por qué").fill("Pasó a otra área.");
    await page.getByRole("button", { name: "Terminar su acceso" }).click();
    await page.getByText(`${person} ya no tiene acceso.`).waitFor();
    const changes = page.getByRole("region", { name: "Cambios de acceso" });
    for (const said of [
      "Terminó su acceso",
      "Pasó a otra área.",
      "Entra al turno de la mañana.",
      seededStaff.admin.name,
    ])
      await changes.getByText(said).first().waitFor();
    await expectWellMade(admin);
  });

  it("finds a value of the law and a template, each with its status and source", async () => {
    const { page } = admin;
    await goTo(admin, "Valores", "Valores y plantillas");
    await page.getByLabel("Buscar un valor o una plantilla").fill("silencio");
    await page.getByText(/^\d+ resultados?$/).waitFor();
    const found = page.locator("main details li");
    const small = await found.locator("small").allInnerTexts();
    expect(small.length).toBeGreaterThan(1);
    for (const said of small) expect(said).toMatch(/^(Por confirmar|Prestado o inventado|Confirmado).* Fuente: .+\.$/s);
    await expectScreen(admin, "desk-values");
  });

  it("lets an external supervisor in between two days", async () => {
    const { page } = admin;
    await goTo(admin, "Supervisión", "Supervisión externa");
    const today = limaDay(await office.now());
    await page.getByLabel("Identificador de la persona").fill(subOf(seededStaff.supervisor));
    await page.getByLabel("Nombre", { exact: true }).fill(seededStaff.supervisor.name);
    await page.getByLabel("Oficio que lo pide").fill("Oficio 001-2026-SUNASS");
    await page.getByLabel("Desde").fill(today);
    await page.getByLabel("Hasta").fill(addDays(today, 5));
    await page.getByRole("button", { name: "Dar acceso" }).click();
    await page.getByText("Acceso registrado.").waitFor();
    await page.getByText("Vigente", { exact: true }).waitFor();
    await expectWellMade(admin);
  });
});

describe("the external supervisor", () => {
  it("reads lists and case files and changes nothing, and the manager sees what was looked at", async () => {
    const supervisor = await deskOf("supervisor");
    const { page } = supervisor;
    await arrivedAt(supervisor, "Mi bandeja");
    const [{ code } = { code: "" }] = claims;
    const row = page.getByRole("link", { name: code });
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.locator("main .loading").waitFor({ state: "detached" });
          return row.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await expectScreen(supervisor, "desk-supervisor");
    await row.click();
    await arrivedAt(supervisor, code);
    expect(await page.locator("main a[href*='/hacer/']").count()).toBe(0);
    await expectWellMade(supervisor);
    await goTo(supervisor, "Informes", "Informes");
    await expectWellMade(supervisor);
    await goTo(supervisor, "Observaciones", "Libro de observaciones");
    await page.getByText("Atienden bien.").first().waitFor();
    expect(await page.locator("main textarea").count()).toBe(0);
    await expectWellMade(supervisor);
    await page.context().close();

    const manager = await deskOf("manager");
    await goTo(manager, "Supervisión", "Supervisión externa");
    const reads = manager.page.getByRole("region", { name: "Lo que pidió ver" });
    await reads.getByText("GET /desk/claims/{claimId}", { exact: true }).first().waitFor();
    await expectWellMade(manager);
    await manager.page.context().close();
  });
});
