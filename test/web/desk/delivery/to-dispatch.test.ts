import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../../shared/contract/route.ts";
import type { Routes } from "../../../../shared/contract/routes.ts";
import { open, send } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const path = "/desk/entregas/?lista=por-notificar";
type Listed = AnswerOf<Routes["listToDispatch"]>;
const row = (at: number): Listed["claims"][number] => ({
  claimId: `c${at}`,
  code: `RE-2026-00419${at}-7`,
  version: 7 + at,
  claimantName: "CLIENTE DE PRUEBA UNO",
  reason: "not-dispatched",
  days: { lostOn: "2026-11-25", left: 2, meta: { act: "notify", on: "2026-11-25", left: 2 } },
});
const three = [
  { ...row(1), days: { lostOn: "2026-11-24", left: 1, meta: { act: "notify" as const, on: "2026-11-20", left: -1 } } },
  { ...row(2), reason: "bounced" as const },
  { ...row(3), reason: "not-acknowledged" as const, claimantName: "CLIENTA DE PRUEBA DOS ".repeat(4) },
];
const of = (claims: Listed["claims"], more = false) => ({
  listToDispatch: answer("listToDispatch", { claims, most: 50, more }),
});
const opened = (stubs: object, as: "clerk" | "manager" = "clerk", size: object = {}) =>
  open({ as, path, reads: "por notificar", stubs, ...size });
const dispatched = (...outcomes: AnswerOf<Routes["dispatchNotices"]>["outcomes"]) => ({
  dispatchNotices: answer("dispatchNotices", { outcomes }),
});

describe("the resolutions to dispatch", () => {
  it.each([
    [360, 740],
    [1280, 800],
  ])("are a list with ticks and a button that says how many, at %i wide", async (width, height) => {
    const { page, violations } = await opened(of(three), "clerk", { width, height });
    await expectSound(page, violations);
    expect(await page.locator("tbody tr").count()).toBe(3);
    await page
      .getByText("Se pierde el mar 24 nov (silencio) ■ Falta 1 día hábil Meta pasada: notificar, 20 nov.")
      .waitFor();
    await page
      .getByText("Se pierde el mié 25 nov (silencio) ▲ Faltan 2 días hábiles Meta: notificar, 25 nov.")
      .first()
      .waitFor();
    await page.getByText("El correo volvió: va al domicilio").waitFor();
    await page.getByRole("checkbox", { name: "Elegir el reclamo RE-2026-004192-7" }).check();
    await page.getByRole("button", { name: "Notificar 1 resolución" }).waitFor();
    await page.getByRole("checkbox", { name: "Elegir el reclamo RE-2026-004193-7" }).check();
    await page.getByRole("button", { name: "Notificar 2 resoluciones" }).waitFor();
    const target = await page.locator(".choose").first().boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await page.getByRole("button", { name: "Quitar la elección" }).click();
    await page.getByRole("button", { name: "Elegir las 3 mostradas" }).click();
    await page.getByRole("button", { name: "Notificar 3 resoluciones" }).waitFor();
    await expectSound(page, violations);
  });

  it("are sent with one request, which names each version, and each answer is shown, what did not go first", async () => {
    const done = dispatched(
      { claimId: "c1", outcome: "dispatched", channel: "personal" },
      { claimId: "c2", outcome: "already", channel: "email", at: "2026-11-23T14:00:00.000Z" },
      { claimId: "c3", outcome: "refused", reason: "Alguien registró algo en él." },
    );
    const { page, violations } = await opened({ ...of(three), ...done }, "clerk", { holds: true });
    await page.getByRole("button", { name: "Elegir las 3 mostradas" }).click();
    site.stubs = { ...site.stubs, ...of([three[2] ?? row(3)]) };
    await send(page);
    await page.getByText("Notificar 3 resoluciones: se envía en 10 segundos.").waitFor();
    expect(callsTo("dispatchNotices")).toHaveLength(0);
    await page.getByRole("button", { name: "Enviar ya" }).click();
    const result = page.locator(".notice.bad");
    await result.waitFor();
    expect(await result.locator("li").allInnerTexts()).toEqual([
      "RE-2026-004193-7: No se envió. Alguien registró algo en él.",
      "RE-2026-004191-7: Se notifica en el domicilio.",
      expect.stringMatching(/^RE-2026-004192-7: Ya se había enviado a notificar por correo: 23 de noviembre/),
    ]);
    expect(callsTo("dispatchNotices")).toHaveLength(1);
    expect(bodyOf("dispatchNotices")).toEqual({
      claims: [
        { claimId: "c1", version: 8 },
        { claimId: "c2", version: 9 },
        { claimId: "c3", version: 10 },
      ],
    });
    await page.getByText("1 resolución por notificar").waitFor();
    await page.getByRole("button", { name: "Notificar las elegidas" }).waitFor();
    await page.getByRole("link", { name: "Imprimir las hojas de entrega" }).waitFor();
    await expectSound(page, violations);
  });

  it("asks for at least one, and sends nothing before", async () => {
    const { page, violations } = await opened(of(three));
    await send(page);
    await page.getByText("Elija al menos una resolución de la lista.").first().waitFor();
    expect(callsTo("dispatchNotices")).toHaveLength(0);
    await expectSound(page, violations);
  });

  it("keep what was chosen after a failure, and go with the same key the second time", async () => {
    const { page, violations } = await opened({ ...of(three), dispatchNotices: refusal("unexpected") });
    await page.getByRole("checkbox", { name: "Elegir el reclamo RE-2026-004192-7" }).check();
    await send(page);
    await page.getByText("Algo falló de nuestro lado").waitFor();
    await expectSound(page, violations);
    site.stubs = { ...site.stubs, ...dispatched({ claimId: "c2", outcome: "dispatched", channel: "email" }) };
    await send(page);
    await page.getByText("Se notifica por correo.").waitFor();
    const keys = callsTo("dispatchNotices").map(({ headers }) => headers["idempotency-key"]);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  it("say that some were left, and that there are more than one act takes", async () => {
    const long = Array.from({ length: 50 }, (_, at) => ({ ...row(1), claimId: `c${at}`, code: `RE-2026-0042${at}-7` }));
    const left = dispatched({ claimId: "c0", outcome: "left" });
    const { page, violations } = await opened({ ...of(long, true), ...left }, "clerk", { width: 1280, height: 800 });
    await page.getByText("Hay más: aparecen cuando se notifiquen estas 50.").waitFor();
    await page.getByRole("checkbox", { name: "Elegir el reclamo RE-2026-00420-7" }).check();
    await send(page);
    await page.getByText("Quedó sin enviar. Elíjalo y envíe otra vez.").waitFor();
    await expectSound(page, violations);
  });

  it("say that there are none, and cannot be read without the role", async () => {
    const { page, violations } = await opened(of([]));
    await page.getByText("No hay resoluciones por notificar.").waitFor();
    expect(await page.getByRole("button", { name: /Notificar/ }).count()).toBe(0);
    await expectSound(page, violations);
    const failed = await open({
      as: "clerk",
      path,
      reads: "Volver a intentar",
      stubs: { listToDispatch: refusal("unexpected") },
    });
    await expectSound(failed.page, failed.violations);
  });

  it("are only looked at by who leads, who finds both lists", async () => {
    const { page, violations } = await opened(of(three), "manager");
    await expectSound(page, violations);
    expect(await page.getByRole("checkbox").count()).toBe(0);
    expect(await page.getByRole("button", { name: /Notificar/ }).count()).toBe(0);
    await page.getByRole("link", { name: "Por entregar" }).click();
    await page.getByText("2 resoluciones por entregar").waitFor();
  });

  it("are found from the clerk's list of what is to be notified", async () => {
    const { page } = await open({
      as: "clerk",
      path: "/desk/bandeja/?de=todos&cola=notification",
      reads: "Qué espera",
      stubs: of(three),
    });
    await page.getByRole("link", { name: "Notificar varias a la vez" }).click();
    await page.getByText("3 resoluciones por notificar").waitFor();
    expect(callsTo("listToDispatch").length).toBeGreaterThan(0);
  });
});
