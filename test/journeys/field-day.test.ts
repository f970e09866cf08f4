import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { photo } from "../../local/journey/attachments.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { journeyWorld } from "../../local/journey/supplies.ts";
import { seededStaff } from "../../local/people.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { calendarDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openPhone } from "../web/browser.ts";
import { signInAs } from "./sign-in.ts";
import { arrivedAt, expectWellMade, type Tab } from "./tabs.ts";

const hasBrowser = needsBrowser();
/** The phone's storage: what is in it outlives the app. */
const phone = mkdtempSync(join(tmpdir(), "caudal-phone-"));

let stack: LocalStack;
let office: Office;
beforeAll(async () => {
  if (!hasBrowser) return;
  stack = await startLocalStack({ say: sayAside });
  office = openOffice(stack.origin);
});
afterAll(async () => {
  rmSync(phone, { recursive: true, force: true });
  if (hasBrowser) await stack.stop();
});

/**
 * Files claims by telephone until an inspector has two visits on one day. Returns who, when and the claims in their
 * order.
 */
async function twoHouses() {
  const { receipts, supplies } = journeyWorld();
  const bytes = new TextEncoder().encode(receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
  const found = new Map<string, string[]>();
  for (const [turn, { supplyCode, receiptNumber, period, holderDocument }] of supplies.slice(0, 8).entries()) {
    const claimant = {
      givenNames: "CLIENTE",
      paternalSurname: `DE PRUEBA ${turn}`,
      document: { kind: "DNI", number: holderDocument },
      standing: { as: "holder" },
      address: "Calle de Prueba 000",
      telephone: "900000001",
      notifyByEmail: false,
    } as const;
    const { claimId } = await office.call(
      "operator",
      "takeClaim",
      {
        body: {
          claimant,
          claimType: "F01",
          supplyCode,
          receipts: [{ number: receiptNumber, period }],
          grounds: `La casa ${turn} no usó tanta agua.`,
          request: "bill-normal-use",
          channel: "telephone",
          meterTest: false,
        },
      },
      { key: `field-day-of-house-${turn}` },
    );
    const visit = await expect
      .poll(async () => (await office.call("manager", "showCase", { params: { claimId } })).inspections[0], {
        timeout: 60_000,
      })
      .toHaveProperty("inspector")
      .then(async () => (await office.call("manager", "showCase", { params: { claimId } })).inspections[0]);
    const key = `${visit?.inspector} ${visit?.on}`;
    const claims = [...(found.get(key) ?? []), claimId];
    found.set(key, claims);
    const who = (["inspector", "inspector2"] as const).find((each) => seededStaff[each].name === visit?.inspector);
    if (who && visit && claims.length === 2) return { who, on: visit.on, claims };
  }
  throw new Error("no inspector has two visits on one day");
}

/** Opens the phone with what it has kept. */
async function opened(signal: boolean): Promise<{ context: BrowserContext; tab: Tab }> {
  const context = await openPhone(phone);
  await context.setOffline(!signal);
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(60_000);
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  return { context, tab: { page, wrong } };
}

const agenda = () => `${stack.origin}/desk/inspecciones/`;

/** Opens the next house whose acta was not begun, and returns its address. */
async function nextHouse(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: /Empezar inspección/ }).first();
  await link.waitFor();
  const address = await page.locator(".visits li", { has: link }).first().locator("h3").innerText();
  await link.click();
  await page.getByRole("heading", { level: 2, name: address }).waitFor();
  return address;
}

describe("an inspector's day without signal", () => {
  it("opened in the morning, killed twice, signed, and received whole in the evening", {
    timeout: 480_000,
  }, async () => {
    const { who, on, claims } = await twoHouses();
    await office.moveClock(limaInstant(calendarDay(on), "08:30"));

    const morning = await opened(true);
    await morning.tab.page.goto(agenda());
    await morning.tab.page.getByRole("button", { name: "Ingresar a la mesa" }).click();
    await signInAs(morning.tab.page, who);
    await arrivedAt(morning.tab, "Mis inspecciones");
    await expect.poll(() => morning.tab.page.locator(".visits li").count()).toBe(2);
    await expect
      .poll(() =>
        morning.tab.page.evaluate("navigator.serviceWorker.getRegistration('/desk/').then((one) => !!one?.active)"),
      )
      .toBe(true);
    await expectWellMade(morning.tab);

    // In the street: no signal, and the page is opened again.
    await morning.context.setOffline(true);
    await morning.tab.page.reload();
    const first = await nextHouse(morning.tab.page);
    await morning.tab.page.getByText(/La casa \d no usó tanta agua/).waitFor();
    await morning.tab.page.getByLabel("Se inspeccionó por dentro y por fuera").check();
    expect(await morning.tab.page.locator("#startedAt").inputValue()).toContain(on);
    await morning.tab.page.locator("#premises").fill("Casa de dos pisos.");
    await morning.tab.page.locator("input[name=leakAtBox][value=no]").check();
    await morning.tab.page.locator("#reading").fill("1301");
    await morning.tab.page.locator("input[name=leak][value=none]").check();
    await morning.tab.page.getByLabel("Conexiones cruzadas con otro suministro").check();
    await morning.tab.page.locator("#name").fill("CLIENTE DE PRUEBA");
    await morning.tab.page.locator("#relation").fill("titular");
    await morning.tab.page.getByLabel("En esta pantalla").check();
    const pad = morning.tab.page.getByRole("img", { name: "Firma en la pantalla" });
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error("there is nowhere to sign");
    await morning.tab.page.mouse.move(box.x + 20, box.y + 20);
    await morning.tab.page.mouse.down();
    await morning.tab.page.mouse.move(box.x + 150, box.y + 50, { steps: 8 });
    await morning.tab.page.mouse.up();
    await morning.tab.page.getByText("Guardado en este teléfono").waitFor();
    await morning.tab.page.setInputFiles("#photos", {
      name: "medidor.png",
      mimeType: "image/png",
      buffer: Buffer.from(photo),
    });
    await morning.tab.page.getByText("medidor.png (").waitFor();
    await morning.tab.page.getByRole("button", { name: "Enviar el acta" }).click();
    await morning.tab.page.getByText("1 por enviar").waitFor();
    await expectWellMade(morning.tab);
    await morning.context.close();

    // Killed: opened again without signal, and without a session.
    const noon = await opened(false);
    await noon.tab.page.goto(agenda());
    await noon.tab.page.getByText("No ha ingresado").waitFor();
    await noon.tab.page.getByText("Pendiente: se envía cuando ingrese").waitFor();
    await expectWellMade(noon.tab);
    const second = await nextHouse(noon.tab.page);
    expect(second).not.toBe(first);
    await noon.tab.page.getByLabel("No había nadie").check();
    await noon.tab.page.locator("#premises").fill("Portón verde cerrado.");
    await noon.tab.page.locator("input[name=leakAtBox][value=no]").check();
    await noon.tab.page.getByRole("button", { name: "Enviar el acta" }).click();
    await noon.tab.page.getByText("2 por enviar").waitFor();
    await noon.context.close();

    await office.moveClock(limaInstant(calendarDay(on), "17:00"));
    const evening = await opened(true);
    await evening.tab.page.goto(agenda());
    // The provider still knows this phone: it asks for nothing.
    await evening.tab.page.getByRole("button", { name: "Ingresar a la mesa" }).first().click();
    await evening.tab.page.getByRole("button", { name: "Salir" }).waitFor();
    const reports = async () =>
      Promise.all(
        claims.map(
          async (claimId) => (await office.call("manager", "showCase", { params: { claimId } })).inspections[0]?.report,
        ),
      );
    await expect
      .poll(async () => (await reports()).every((report) => report !== undefined), { timeout: 60_000 })
      .toBe(true);
    await evening.tab.page.getByText("por enviar").waitFor({ state: "detached" });
    await expectWellMade(evening.tab);
    await evening.context.close();

    const received = await reports();
    expect(received.map((report) => report?.outcome).toSorted()).toEqual(["absent", "whole"]);
    const whole = received.find((report) => report?.outcome === "whole");
    expect(whole).toMatchObject({ causes: ["crossed-supply"], signing: { how: "on-screen" } });
    expect(whole?.photos.map(({ kind }) => kind).toSorted()).toEqual(["photo", "signature"]);
    expect(whole?.photos.every(({ takenAt }) => takenAt?.startsWith(on))).toBe(true);
  });
});
