import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { sayAside } from "../say-aside.ts";
import { faultsOf, needsBrowser, openBrowser, overflowOf } from "../web/browser.ts";
import { loadSmallWorld, smallWorld } from "./small-world.ts";

let stack: LocalStack;
let browser: Browser;
const refused: string[] = [];

const hasBrowser = needsBrowser();
beforeAll(async () => {
  if (!hasBrowser) return;
  [stack, browser] = await Promise.all([startLocalStack({ say: sayAside }), openBrowser()]);
  await loadSmallWorld(stack);
});

afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await stack.stop();
});

async function openTab(width = 360): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    locale: "es-PE",
    timezoneId: "America/Lima",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) refused.push(message.text());
  });
  page.on("pageerror", (error) => refused.push(error.message));
  return page;
}

async function expectWellMade(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  expect(refused).toEqual([]);
}

/** Replaces the non-breaking spaces that keep a figure and its unit on one line. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

/** Picks a seeded person on the sign-in page of the local stack. */
async function signInAs(page: Page, person: RegExp): Promise<void> {
  await page.getByRole("button", { name: person }).click();
}

/** Picks one of the staff, who also type the code of their authenticator. */
async function signInAsStaff(page: Page, person: RegExp): Promise<void> {
  await signInAs(page, person);
  await page.getByLabel("Código de la aplicación").fill(await page.locator("output").innerText());
  await page.keyboard.press("Enter");
}

const { supplyCode, receiptNumber, total, documentNumber } = smallWorld.example;

describe("a customer without an account", () => {
  it("sees this month's receipt and why it changed", async () => {
    const page = await openTab();
    await page.goto(stack.origin);
    await page.getByRole("link", { name: "Ver mi recibo" }).click();
    await page.getByLabel("suministro", { exact: false }).first().fill("12345");
    await page.locator("input[name=receiptNumber]").fill(receiptNumber.toLowerCase());
    await page.locator("input[name=total]").fill(`S/${total.replace(".", ",")}`);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Tu recibo de octubre de 2026" }).waitFor();
    const text = plain(await page.locator("main").innerText());
    expect(text).toContain("S/ 223.61");
    expect(text).toContain("62 m³, más de 4 veces lo normal");
    expect(text).toContain("Información al");
    expect(await page.locator("body").innerText()).toContain("Datos de prueba");
    expect(text).not.toContain("CLIENTE DE PRUEBA");
    expect(page.url()).not.toContain("12345");
    await expectWellMade(page);
    await page.context().close();
  });

  it("is shown the same for a wrong number as for a supply that does not exist", async () => {
    const page = await openTab();
    const said: string[] = [];
    for (const code of ["00012349", "00099999"]) {
      await page.goto(`${stack.origin}/recibo/`);
      await page.locator("input[name=supplyCode]").fill(code);
      await page.locator("input[name=receiptNumber]").fill("S001-1");
      await page.locator("input[name=total]").fill("58.90");
      await page.keyboard.press("Enter");
      const summary = page.getByRole("alert");
      await summary.waitFor();
      said.push(await summary.innerText());
    }
    expect(said[0]).toContain("No encontramos un recibo con esos datos");
    expect(said[1]).toBe(said[0]);
    await expectWellMade(page);
    await page.context().close();
  });
});

describe("María, with a telephone and no e-mail", () => {
  it("signs in, links her supply, sees its months, and forgets it", async () => {
    const page = await openTab();
    await page.goto(`${stack.origin}/mis-suministros/`);
    await page.getByRole("button", { name: "Ingresar con un código" }).click();
    await signInAs(page, /mar[ií]a/i);
    // She returns to the page she was on, not to the start.
    await page.waitForURL(`${stack.origin}/mis-suministros/`);
    await page.locator("input[name=supplyCode]").fill(supplyCode);
    await page.getByLabel("El documento del titular").check();
    await page.locator("input[name=documentNumber]").fill(documentNumber);
    await page.keyboard.press("Enter");
    const link = page.getByRole("link", { name: new RegExp(`Ver.*${supplyCode}`) });
    await link.waitFor();
    await expectWellMade(page);
    await link.click();
    await page.getByRole("table").waitFor();
    expect(await page.getByRole("row").count()).toBeGreaterThanOrEqual(13);
    await expectWellMade(page);
    await page.getByRole("link", { name: /agosto de 2026/ }).click();
    await page.getByRole("heading", { name: /agosto de 2026/ }).waitFor();
    await expectWellMade(page);
    // The tab keeps the session over a reload: the refresh token is used once and replaced.
    await page.reload();
    await page.getByRole("heading", { name: /agosto de 2026/ }).waitFor();
    await page.goto(`${stack.origin}/mis-suministros/`);
    await page.getByRole("button", { name: "Quitar" }).first().click();
    await page
      .getByRole("dialog")
      .or(page.getByRole("alertdialog"))
      .getByRole("button", { name: /Quitar|Sí/i })
      .click();
    await page.getByText("Aún no has vinculado ningún suministro").waitFor();
    await page.context().close();
  });

  it("cannot see Jorge's supply, and Jorge cannot see hers", async () => {
    const [maria, jorge] = await Promise.all([stack.token("maria"), stack.token("jorge")]);
    const call = (token: string, path: string, body?: unknown) =>
      fetch(`${stack.origin}/api${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const linked = await (await call(jorge, "/me/supplies", { supplyCode, documentNumber })).json();
    const theirs = await call(maria, `/me/supplies/${linked.linkId}/receipts`);
    const nobodys = await call(maria, "/me/supplies/AAAAAAAAAAAAAAAAAAAAAA/receipts");
    expect(theirs.status).toBe(404);
    expect(await theirs.text()).toBe(await nobodys.text());
    expect((await call(jorge, `/me/supplies/${linked.linkId}/receipts`)).status).toBe(200);
  });
});

describe("somebody not seeded", () => {
  it("signs in by the code in the mailbox", async () => {
    const page = await openTab();
    await page.goto(`${stack.origin}/ingresar/`);
    await page.getByRole("button", { name: /código/ }).click();
    await page.getByRole("textbox").first().fill("nadie@example.pe");
    await page.keyboard.press("Enter");
    await page
      .getByText(/código/i)
      .first()
      .waitFor();
    const messages = JSON.stringify(await (await fetch(`${stack.origin}/_local/messages?to=nadie@example.pe`)).json());
    const [code = ""] = /\b\d{6}\b/.exec(messages) ?? [];
    await page.getByRole("textbox").last().fill(code);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${stack.origin}/mis-suministros/`);
    await page.getByText("Aún no has vinculado ningún suministro").waitFor();
    expect(refused).toEqual([]);
    await page.context().close();
  });
});

describe("billing, on the desk", () => {
  it("imports a file with wrong rows, sees the report, and downloads the rows to correct", async () => {
    const page = await openTab(1280);
    await page.goto(`${stack.origin}/desk/importaciones`);
    await page.getByRole("button", { name: "Ingresar a la mesa" }).click();
    await signInAsStaff(page, /billing|Facturaci[oó]n/i);
    await page.waitForURL((url) => url.pathname.startsWith("/desk/") && !url.pathname.includes("ingresar"));
    await page.goto(`${stack.origin}/desk/importaciones`);
    const [header, first = "", second = ""] = smallWorld.receipts.split("\n");
    const wrong = second.replace("DOMESTICO", "CASTILLO").replace("CLIENTE DE PRUEBA 1", "=CMD()");
    const file = join(stack.state, "recibos_202610.csv");
    writeFileSync(file, `${[header, first, wrong].join("\n")}\n`);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "Importar archivo" }).click();
    await page
      .getByRole("link", { name: "Descargar filas con error" })
      .or(page.getByRole("button", { name: "Descargar filas con error" }))
      .waitFor();
    await expectWellMade(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByText("Descargar filas con error").click(),
    ]);
    const stream = await download.createReadStream();
    let report = "";
    for await (const chunk of stream) report += chunk;
    expect(report).toContain("3;rechazada;");
    expect(report).toContain("categoria no es uno de los valores que se conocen");
    expect(report).toContain("'=CMD()");
    await page.context().close();
  });

  it("is not open to an inspector", async () => {
    const answer = await fetch(`${stack.origin}/api/desk/imports`, {
      headers: { authorization: `Bearer ${await stack.token("inspector")}` },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ type: "urn:caudal:not-your-role" });
  });
});

it("knows the sample's document as well as its receipt number", async () => {
  const answer = await fetch(`${stack.origin}/api/receipt-lookups`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ supplyCode, documentNumber }),
  });
  expect(answer.status).toBe(200);
});
