import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { branches } from "../../local/journey/branches.ts";
import type { Step } from "../../local/journey/life.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { journeyWorld } from "../../local/journey/supplies.ts";
import { walk } from "../../local/journey/walk.ts";
import { seededStaff } from "../../local/people.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { sayAside } from "../say-aside.ts";
import { needsBrowser, openPhone } from "../web/browser.ts";
import { signInAs } from "./sign-in.ts";
import { arrivedAt, expectWellMade, type Tab } from "./tabs.ts";

const hasBrowser = needsBrowser();
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

/** Lives a claim until its decision is to be handed over at the address, and returns its id. */
async function decidedClaim(): Promise<string> {
  const { receipts, supplies } = journeyWorld();
  const bytes = new TextEncoder().encode(receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
  const home = branches.find(({ name }) => name === "firme");
  const door = home?.steps.findIndex(({ name }) => name.startsWith("el notificador no encuentra")) ?? -1;
  const [supply] = supplies;
  if (!home || !supply || door < 0) throw new Error("no branch is notified at the address");
  let claimId = "";
  const noted: Step = {
    name: "queda por entregar",
    does: async (life) => {
      claimId = life.kept("claimId");
      return claimId;
    },
  };
  const said: string[] = [];
  const steps = [...home.steps.slice(0, door), noted];
  await walk(office, supply, { ...home, steps }, "out-of-hours", { say: (line) => said.push(line) });
  return claimId;
}

describe("a resolution handed over out of hours", () => {
  it("is recorded without signal at the door, received that evening, and counts by itself the next working day", {
    timeout: 480_000,
  }, async () => {
    const claimId = await decidedClaim();
    const caseNow = () => office.call("manager", "showCase", { params: { claimId } });
    const { deliveries } = await office.call("manager", "listDeliveries", { query: { of: "all" } });
    const name = deliveries.find((one) => one.claimId === claimId)?.inspector;
    const who = (["inspector", "inspector2"] as const).find((each) => seededStaff[each].name === name);
    if (!who) throw new Error("nobody was given the delivery");
    await office.moveClock(limaInstant(limaDay(await office.now()), "17:30"));

    const context = await openPhone(phone);
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(60_000);
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    const tab: Tab = { page, wrong };
    await page.goto(`${stack.origin}/desk/inspecciones/`);
    await page.getByRole("button", { name: "Ingresar a la mesa" }).click();
    await signInAs(page, who);
    await arrivedAt(tab, "Mis inspecciones");
    const link = page.getByRole("link", { name: /Registrar la entrega/ }).first();
    await link.waitFor();
    await expect
      .poll(() => page.evaluate("navigator.serviceWorker.getRegistration('/desk/').then((one) => !!one?.active)"))
      .toBe(true);

    // At the door there is no signal.
    await context.setOffline(true);
    await page.reload();
    await link.click();
    await page.locator("input[name=outcome][value=delivered]").check();
    await page.locator("#name").fill("CLIENTE DE PRUEBA");
    await page.locator("#relation").fill("titular");
    await page.getByRole("button", { name: "Enviar la entrega" }).click();
    await page.getByText("1 por enviar").waitFor();
    await page.goto(`${stack.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: /Pendiente: se envía sola/ }).waitFor();
    await context.setOffline(false);
    await page.getByText(/Recibido: cuenta desde el/).waitFor();
    await expectWellMade(tab);
    await expect.poll(() => page.getByText("por enviar").count()).toBe(0);

    const waiting = await caseNow();
    const from = waiting.decisionCountsFrom ?? "";
    expect(waiting.state).toBe("resolved");
    expect(from > limaDay(await office.now())).toBe(true);
    const left = await office.call("manager", "listDeliveries", { query: { of: "all" } });
    expect(left.deliveries.map((one) => one.claimId)).not.toContain(claimId);

    await office.moveClock(limaInstant(calendarDay(from), "09:30"));
    await expect
      .poll(async () => {
        const { state, since } = await caseNow();
        return { state, since };
      })
      .toEqual({ state: "notified", since: from });
    await context.close();
  });
});
