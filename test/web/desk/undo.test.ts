import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { notifiedCase, submission } from "../desk-fixtures.ts";
import { actAt, fillIn, open, send, withActions } from "../desk-site.ts";
import { answer, now, refusal } from "../fixtures.ts";
import { callsTo, expectSound, servePages, site } from "../served.ts";
import type { Stubs } from "../site-server.ts";

servePages();

const path = "/desk/documentos/f1/";
/** Receives a document, and stands in the ten seconds in which that can be taken back. */
async function receiving(options: object = {}) {
  const opened = await open({ as: "clerk", path, reads: "Revisar y registrar", holds: true, ...options });
  await opened.page.check("input[value=received]");
  await opened.page.fill("#remark", "Vino completo.");
  await send(opened.page);
  await waits(opened.page).waitFor();
  return opened;
}
const waits = (page: Page) => page.getByText(`Recibir ${submission.number}: se envía en 10 segundos.`);
const press = (page: Page, name: string) => page.locator(".held").getByRole("button", { name }).click();
const sent = () => callsTo("receiveSubmission").length;

it.each<[string, { as: "analyst" | "clerk"; path: string; stubs?: Stubs; fill: Record<string, string> }]>([
  [
    "observeClaim",
    {
      ...{ as: "analyst", path: actAt("observacion"), stubs: withActions("defect-observed") },
      fill: { defects: "Firma." },
    },
  ],
  [
    "admitClaim",
    {
      ...{ as: "analyst", path: actAt("admision"), stubs: withActions("claim-accepted") },
      fill: { outcome: "accepted" },
    },
  ],
  ["changeOwner", { as: "analyst", path: actAt("encargo"), fill: { to: "analyst-2", reason: "Conoce el caso." } }],
  [
    "dispatchNotice",
    {
      ...{ as: "clerk", path: actAt("notificacion"), fill: { channel: "personal" } },
      stubs: { showCase: answer("showCase", { ...notifiedCase, actions: ["resolution-dispatched"] }) },
    },
  ],
  [
    "notifySubmissionObservation",
    {
      ...{ as: "clerk", path, fill: { how: "notified-by-telephone" } },
      stubs: {
        showDeskSubmission: answer("showDeskSubmission", {
          ...submission,
          state: "observed",
          remark: "Falta.",
          remedyBy: undefined,
        }),
      },
    },
  ],
])(
  "%s leaves only once the ten seconds are over, or its person says so",
  async (id, { as, path, stubs = {}, fill }) => {
    const { page } = await open({ as, path, reads: "", holds: true, stubs });
    const form = page.locator(`form:has([name=${Object.keys(fill)[0]}])`).first();
    await form.waitFor();
    await fillIn(page, fill, form);
    await form.locator("button[type=submit]").click();
    await page.getByText("se envía en 10 segundos").waitFor();
    expect(callsTo(id)).toHaveLength(0);
    await press(page, "Enviar ya");
    await expect.poll(() => callsTo(id).length).toBe(1);
  },
);

describe("an act that can be taken back", () => {
  it("is undone by the next key of the keyboard, sends nothing, and the form is as it was", async () => {
    const { page, violations } = await receiving();
    await expectSound(page, violations);
    expect(await waits(page).evaluate("document.activeElement.textContent")).toContain("10 segundos");
    expect(await page.locator("form:has(#remark)").getAttribute("inert")).not.toBe(null);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Lo deshizo: no se envió nada").waitFor();
    expect([sent(), await waits(page).count(), await page.inputValue("#remark")]).toEqual([0, 0, "Vino completo."]);
    await expectSound(page, violations);
    await send(page);
    await press(page, "Enviar ya");
    await page.getByText("El documento quedó registrado.").waitFor();
    expect(sent()).toBe(1);
  });

  it("is sent by itself ten seconds later, and not before", async () => {
    const { page } = await receiving();
    const began = Date.now();
    await page.getByText("El documento quedó registrado.").waitFor();
    expect(Date.now() - began).toBeGreaterThan(8000);
    expect([sent(), await page.locator(".held .notice").count()]).toEqual([1, 0]);
  });

  it("says on another page the end of it, and leaves the person there", async () => {
    const { page, violations } = await receiving();
    await page.getByRole("link", { name: "Documentos", exact: true }).first().click();
    await page.waitForURL(`${site.origin}/desk/documentos/`);
    await press(page, "Enviar ya");
    await page.getByText(`Recibir ${submission.number}: quedó registrado.`).waitFor();
    expect(new URL(page.url()).pathname).toBe("/desk/documentos/");
    await expectSound(page, violations);
    await press(page, "Entendido");
    expect(await page.locator(".held .notice").count()).toBe(0);
  });

  it("undone from another page, leads back to the form with its text", async () => {
    const { page } = await receiving();
    await page.getByRole("link", { name: "Documentos", exact: true }).first().click();
    await page.waitForURL(`${site.origin}/desk/documentos/`);
    await press(page, "Deshacer");
    await page.waitForURL(site.origin + path);
    await expect.poll(() => page.inputValue("#remark")).toBe("Vino completo.");
    expect(sent()).toBe(0);
  });

  it("refused after its form was left, says why and leads back to the form with its text", async () => {
    const { page } = await receiving({ stubs: { receiveSubmission: refusal("unexpected") } });
    await page.getByRole("link", { name: "Documentos", exact: true }).first().click();
    await page.waitForURL(`${site.origin}/desk/documentos/`);
    await press(page, "Enviar ya");
    await page.getByText("Algo falló de nuestro lado").waitFor();
    await page.click("text=Volver adonde lo hizo");
    await expect.poll(() => page.inputValue("#remark")).toBe("Vino completo.");
  });

  it("is sent once if the page is loaded anew, which says that nobody saw its end", async () => {
    const { page, violations } = await receiving();
    await page.reload();
    await page.getByText("No sabemos si quedó registrado").waitFor();
    await expect.poll(sent).toBe(1);
    await expectSound(page, violations);
    await press(page, "Entendido");
    await page.reload();
    await page.getByText("Revisar y registrar").first().waitFor();
    expect([sent(), await page.locator(".held .notice").count()]).toEqual([1, 0]);
  });

  it("is sent before its person signs out, who stays if it is refused", async () => {
    const { page } = await receiving({ stubs: { receiveSubmission: refusal("unexpected") } });
    await page.click("text=Salir");
    await page.getByText("Algo falló de nuestro lado").waitFor();
    expect(await page.inputValue("#remark")).toBe("Vino completo.");
    site.stubs.receiveSubmission = answer("receiveSubmission", { ...submission, state: "received", receivedAt: now });
    await send(page);
    await waits(page).waitFor();
    await page.click("text=Salir");
    await expect.poll(() => page.evaluate("sessionStorage.length")).toBe(0);
    expect(sent()).toBe(2);
  });

  it("is sent at once in the last ten seconds of a quarter of an hour, as at midnight", async () => {
    // Nothing of it is being made: no answer comes that sets the clock again.
    const made = answer("showDeskSubmission", { ...submission, constancia: "ready" });
    const stubs = { showDeskSubmission: made };
    const { page } = await open({ as: "clerk", path, reads: "Revisar y registrar", holds: true, stubs });
    await page.waitForLoadState("networkidle");
    try {
      // Both clocks stand at five seconds before midnight in Lima.
      await page.clock.setFixedTime("2026-11-24T04:59:55.000Z");
      await page.check("input[value=received]");
      const began = Date.now();
      await send(page);
      await page.getByText("El documento quedó registrado.").waitFor();
      expect(Date.now() - began).toBeLessThan(8000);
    } finally {
      await page.clock.setFixedTime(now);
    }
  });
});
