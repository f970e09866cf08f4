import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { photo } from "../../local/journey/attachments.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { type BilledSupply, journeyWorld } from "../../local/journey/supplies.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openBrowser } from "../web/browser.ts";
import { arrivedAt, downloaded, expectScreen, expectWellMade, openTab, type Tab } from "./tabs.ts";

let stack: LocalStack;
let browser: Browser;
let office: Office;
let supplies: readonly BilledSupply[];

const hasBrowser = needsBrowser();
beforeAll(async () => {
  if (!hasBrowser) return;
  [stack, browser] = await Promise.all([startLocalStack({ say: sayAside }), openBrowser()]);
  office = openOffice(stack.origin);
  const world = journeyWorld();
  supplies = world.supplies;
  const bytes = new TextEncoder().encode(world.receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser?.close();
  await stack?.stop();
});

const send = ({ page }: Tab) => page.locator("main form button[type=submit]").click();

/** Looks a receipt up and begins its claim, with nobody signed in. */
async function begun(supply: BilledSupply | undefined): Promise<Tab> {
  if (!supply) throw new Error("there is no supply to claim for");
  const tab = await openTab(browser, "phone");
  const { page } = tab;
  await page.goto(`${stack.origin}/recibo/`);
  await page.locator("#supplyCode").fill(supply.supplyCode);
  await page.locator("#receiptNumber").fill(supply.receiptNumber);
  await page.locator("#total").fill(supply.total);
  await send(tab);
  const claim = page.getByRole("link", { name: "Reclamar este recibo" });
  await claim.waitFor();
  await expectScreen(tab, "receipt");
  await claim.click();
  return tab;
}

/** Answers the questions from `from` on, to the review. `meanwhile` happens in a step before it is left. */
async function answered(
  tab: Tab,
  telephone: { readonly number: string; readonly isOwn: boolean },
  meanwhile: Readonly<Record<string, () => Promise<unknown>>> = {},
): Promise<void> {
  const { page } = tab;
  const steps: readonly (readonly [heading: string, answers: () => Promise<unknown>])[] = [
    ["¿Qué pasó con tu recibo?", () => page.getByLabel("Usé menos agua de la que dice").check()],
    ["¿Revisaste si hay fugas en tu casa?", () => page.getByLabel("Sí, y no hay").check()],
    ["¿Qué número marca tu medidor hoy?", () => page.locator("#meterReading").fill("2,291")],
    ["Cuéntanos qué pasó", () => page.locator("#grounds").fill("Somos los mismos tres y el recibo subió mucho.")],
    ["Agrega fotos o documentos, si tienes", () => page.locator("#uploadIds").waitFor()],
    ["¿Quieres que una empresa autorizada pruebe tu medidor?", () => page.getByLabel("No", { exact: true }).check()],
    ["¿Cuándo podemos visitarte?", () => page.getByLabel("En la mañana").check()],
    ["¿Qué quieres que hagamos?", () => page.getByLabel("Que me cobren según mi consumo normal").check()],
    [
      "¿Quién presenta el reclamo?",
      async () => {
        await page.getByLabel("Vivo aquí y uso el servicio").check();
        await page.locator("#givenNames").fill("CLIENTE");
        await page.locator("#paternalSurname").fill("DE PRUEBA");
        await page.locator("#number").fill("00000009");
        await page.locator("#address").fill("CALLE FICTICIA 109");
      },
    ],
    [
      "¿Cómo te avisamos?",
      async () => {
        await page.locator("#telephone").fill(telephone.number);
        await page.getByLabel(telephone.isOwn ? "Sí, es mío" : "No, me lo prestaron").check();
      },
    ],
    ["¿Cómo quieres que sea la reunión?", () => page.getByLabel("En la oficina: voy en persona").check()],
  ];
  for (const [heading, answers] of steps) {
    await arrivedAt(tab, heading);
    await answers();
    await meanwhile[heading]?.();
    await expectWellMade(tab);
    await send(tab);
    const late = page.getByRole("button", { name: "Quiero presentarlo igual" });
    if (heading !== "¿Qué pasó con tu recibo?") continue;
    await page.getByRole("heading", { name: "¿Revisaste si hay fugas en tu casa?" }).or(late).waitFor();
    if (await late.isVisible()) await late.click();
  }
  await arrivedAt(tab, "Revisa tu reclamo antes de enviarlo");
  await page.getByLabel("Declaro que lo que digo").check();
}

/** The digits of the code in the last message to a telephone, once one is there. */
async function codeSentTo(telephone: string): Promise<string> {
  const digits = async () => /\b\d{6}\b/.exec((await office.messages(telephone))[0]?.text ?? "")?.[0] ?? "";
  await expect.poll(digits, { timeout: 60_000 }).not.toBe("");
  return digits();
}

it("is filed from a receipt, through two reloads and a lost network, and then confirmed", async () => {
  const tab = await begun(supplies[2]);
  const { page } = tab;
  await answered(
    tab,
    { number: "900000009", isOwn: true },
    {
      "¿Qué número marca tu medidor hoy?": () => page.reload().then(() => page.locator("#meterReading").waitFor()),
      "Agrega fotos o documentos, si tienes": async () => {
        await page.context().setOffline(true);
        await page.setInputFiles("#uploadIds", {
          name: "medidor.png",
          mimeType: "image/png",
          buffer: Buffer.from(photo),
        });
        await page.getByText("Guardado en este teléfono", { exact: true }).waitFor();
        await page.context().setOffline(false);
        await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
        await page.reload();
        await page.locator(".files").getByText("Recibido", { exact: true }).waitFor();
      },
    },
  );
  await expectWellMade(tab);
  await page.getByRole("button", { name: "Enviar mi reclamo" }).click();
  await arrivedAt(tab, "Recibimos tu reclamo");
  const cargo = page.getByRole("button", { name: "Descargar cargo (PDF)" });
  await cargo.waitFor();
  await page.getByText("Te avisaremos el día. Tus plazos ya corren.").waitFor();
  await expectScreen(tab, "claim-filed-open");
  const bytes = await downloaded(tab, cargo);
  expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
  await page.getByRole("button", { name: "Enviarme un código" }).click();
  await page.locator("#digits").fill(await codeSentTo("+51900000009"));
  await page.getByRole("button", { name: "Confirmar" }).click();
  await page.getByText("Listo: ya sabemos cómo avisarte").waitFor();
  await page.getByText("Te visitamos el", { exact: true }).waitFor();
  await expectWellMade(tab);
  await page.context().close();
});

it("from a borrowed mobile sends it nothing of the person, and opens no account", async () => {
  const supply = supplies[3];
  const tab = await begun(supply);
  const { page } = tab;
  await answered(tab, { number: "900000010", isOwn: false });
  await page.getByRole("button", { name: "Enviar mi reclamo" }).click();
  await arrivedAt(tab, "Recibimos tu reclamo");
  await page.getByText("No abre ninguna cuenta.").waitFor();
  await page.getByRole("button", { name: "Enviarme un código" }).click();
  await page.locator("#digits").fill(await codeSentTo("+51900000010"));
  await page.getByRole("button", { name: "Confirmar" }).click();
  await page.getByText("Listo: ya sabemos cómo avisarte").waitFor();
  expect(await page.getByText("Ingresar y guardarlo en mi cuenta").count()).toBe(0);
  for (const { text } of await office.messages("+51900000010"))
    for (const secret of ["DE PRUEBA", supply?.supplyCode ?? "", supply?.total ?? ""])
      expect(text).not.toContain(secret);
  await expectWellMade(tab);
  await page.getByRole("button", { name: "Borrar esta página de este teléfono" }).click();
  await page.getByText("Ingresa para seguir").waitFor();
  await page.context().close();
});
