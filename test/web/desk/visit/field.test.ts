import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOf } from "../../browser.ts";
import { agenda, deliveries, summary, theCase, tokenOf } from "../../desk-fixtures.ts";
import { open, send } from "../../desk-site.ts";
import { answer, gatewaySays, now, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const [one, two] = agenda.inspections as [Visit, Visit];
type Visit = (typeof agenda.inspections)[number];
const meterTest = { on: "2026-12-01", at: "09:30" };
const secondHouse: Visit = { ...two, reported: false, grounds: "Mi medidor gira con todo cerrado.", meterTest };
const quechua: Visit = { ...one, languageChoice: { language: "qu", interpreter: true }, meterTest: {} };
const day = { inspections: [quechua, secondHouse] };
const stubs = {
  listInspections: answer("listInspections", day),
  listDeliveries: answer("listDeliveries", { deliveries: [], more: false }),
  reportInspection: answer("reportInspection", theCase),
};

/** What of the day is in the phone, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(
    "new Promise((done) => { const asked = indexedDB.open('caudal.reports'); asked.onsuccess = () => { const get = asked.result.transaction('day').objectStore('day').get('day'); get.onsuccess = () => { asked.result.close(); done(JSON.stringify(get.result ?? null)); }; }; })",
  );

/** The agenda of the day, once the app and the day are in the phone and the signal is gone. */
async function inTheMorning(options: { readonly clock?: string; readonly stubs?: object } = {}) {
  const opened = await open({
    as: "inspector",
    path: "/desk/ayuda/",
    reads: "No encontramos esta página",
    stubs: { ...stubs, ...options.stubs },
  });
  const { page } = opened;
  if (options.clock) await page.clock.setFixedTime(options.clock);
  await page.goto(`${site.origin}/desk/inspecciones/`);
  await page.getByText("Empezar inspección").first().waitFor();
  await expect
    .poll(() => page.evaluate("navigator.serviceWorker.getRegistration('/desk/').then((found) => !!found?.active)"))
    .toBe(true);
  await page.reload();
  await page.getByText("Empezar inspección").first().waitFor();
  await page.context().setOffline(true);
  return opened;
}

/** The minimum of an acta of a house where nobody was. */
async function nobodyHome(page: Page): Promise<void> {
  await page.check("input[name=outcome][value=absent]");
  await page.check("input[name=leakAtBox][value=no]");
  await page.fill("#premises", "Casa cerrada.");
}

describe("a resolution to hand over without signal", () => {
  it("says that it was to be brought again, once the day of its notice passed", async () => {
    const late = deliveries.map((one) => ({ ...one, attempts: 1, nextOn: "2026-11-20" }));
    const { page } = await inTheMorning({
      stubs: { listDeliveries: answer("listDeliveries", { deliveries: late, more: false }) },
    });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page
      .getByText("Según el aviso se debía volver el 20 de noviembre de 2026: vaya cuanto antes")
      .first()
      .waitFor();
  });

  it("stands in the day by its last day, and is received with its photo, its hour and that of the phone", async () => {
    const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
    const toHandOver = answer("listDeliveries", { deliveries, more: false });
    const { page, violations } = await inTheMorning({ stubs: { listDeliveries: toHandOver } });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    const [over, today] = [
      page.getByRole("listitem").filter({ hasText: "Calle de Prueba 000" }),
      page.getByRole("listitem").filter({ hasText: "Avenida de Prueba 111" }),
    ];
    await over.getByText("Se pierde el mar 24 nov (silencio) ■ Falta 1 día hábil").waitFor();
    await over.getByText("Meta pasada: notificar, 20 nov.").waitFor();
    await today.getByText("Se pierde el lun 30 nov (silencio) ● Faltan 5 días hábiles").waitFor();
    await today.getByText("Meta: notificar, 23 nov.").waitFor();
    await page.getByRole("link", { name: "Registrar la entrega Avenida de Prueba 111" }).click();
    await page.getByText("1 visita sin encontrar a nadie. El aviso dice que se vuelve el 23 de noviembre").waitFor();
    await expectSound(page, violations, [360]);
    await page.check("input[value=left-under-door]");
    await page.fill("#premises", "Casa verde de dos pisos, medidor FX21000123.");
    await page.setInputFiles("#photos", { name: "fachada.png", mimeType: "image/png", buffer: Buffer.from("foto") });
    await page.getByText("Guardada en este teléfono").waitFor();
    await send(page);
    await page.getByText("La entrega quedó por enviar").waitFor();
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: "Pendiente: se envía sola Avenida de Prueba 111" }).waitFor();
    site.stubs.startStaffUpload = answer("startStaffUpload", { uploadId: "u7", upload }, 201);
    site.stubs.showStaffUpload = answer("showStaffUpload", {
      ...{ uploadId: "u7", fileName: "fachada.png", sizeBytes: 4, state: "received" },
    });
    await page.context().setOffline(false);
    await expect.poll(() => callsTo("reportDelivery").length).toBe(1);
    const body = bodyOf("reportDelivery");
    expect(body).toMatchObject({
      outcome: "left-under-door",
      premises: "Casa verde de dos pisos, medidor FX21000123.",
      uploadIds: ["u7"],
      captures: [{ uploadId: "u7", kind: "photo" }],
    });
    expect(body).not.toHaveProperty("receiver");
    expect(Number.isNaN(Date.parse(String(body["deviceTime"])))).toBe(false);
    await expect.poll(() => kept(page)).not.toContain("Avenida de Prueba 111");
  });

  it("is sent with the API's hour, which counts, and with what the phone's own clock said, a day ahead", async () => {
    const { page } = await inTheMorning({
      clock: "2026-11-24T14:42:00.000Z",
      stubs: { listDeliveries: answer("listDeliveries", { deliveries, more: false }) },
    });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: "Registrar la entrega Avenida de Prueba 111" }).click();
    await page.check("input[value=delivered]");
    await page.fill("#name", "CLIENTE DE PRUEBA");
    site.stubs.reportDelivery = answer("reportDelivery", summary);
    await page.context().setOffline(false);
    await send(page);
    await page.getByText("La entrega llegó").waitFor();
    expect(bodyOf("reportDelivery")).toMatchObject({
      deliveredAt: "2026-11-23T14:42:00.000Z",
      deviceTime: "2026-11-23T14:42:00.000Z",
      deviceClockAt: "2026-11-24T14:42:00.000Z",
    });
    await page.clock.setFixedTime(now);
  });

  it("is found by its zone and its last day, without signal too", async () => {
    const toHandOver = answer("listDeliveries", { deliveries, more: false });
    const { page, violations } = await inTheMorning({ stubs: { listDeliveries: toHandOver } });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByLabel("Zona").selectOption("180101");
    await page.getByLabel("Con silencio hasta el").fill("2026-11-24");
    await page.getByRole("button", { name: "Ver", exact: true }).click();
    await page.waitForURL(/\?zona=180101&hasta=2026-11-24$/);
    await page.getByText("1 de 2 resoluciones por entregar").waitFor();
    await expect.poll(() => page.getByText("Avenida de Prueba 111").count()).toBe(0);
    await expectSound(page, violations, [360]);
  });
});

describe("a resolution handed over out of hours", () => {
  it("is received at once, and the phone says from which day it counts", async () => {
    const { page, violations } = await inTheMorning({
      stubs: { listDeliveries: answer("listDeliveries", { deliveries, more: false }) },
    });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: "Registrar la entrega Avenida de Prueba 111" }).click();
    await page.check("input[value=delivered]");
    await page.fill("#name", "CLIENTE DE PRUEBA");
    site.stubs.reportDelivery = answer("reportDelivery", { ...summary, countsFrom: "2026-11-30" });
    await page.context().setOffline(false);
    await send(page);
    await page.getByText("cuenta desde el lunes 30 de noviembre de 2026. No tiene que registrarla otra vez.").waitFor();
    await expectSound(page, violations, [360]);
    site.stubs.listDeliveries = answer("listDeliveries", { deliveries: [], more: false });
    await page.getByRole("link", { name: "Ver mis inspecciones" }).click();
    await page.getByText("Recibido: cuenta desde el lunes 30 de noviembre de 2026").waitFor();
    await expectSound(page, violations, [360]);
    expect(await kept(page)).not.toContain("Avenida de Prueba 111");
  });
});

describe("a day without signal", () => {
  it("opens, shows each house, and sends what was done after signing in again", async () => {
    const { page, violations } = await inTheMorning();
    await page.goto(`${site.origin}/desk/`);
    await page.getByText("Es lo que guardó este teléfono a las 9:42").waitFor();
    await page.getByRole("link", { name: one.address }).click();
    await page.getByRole("heading", { level: 2, name: one.address }).waitFor();
    await page.getByText("FX21000123").waitFor();
    await page.getByText(one.grounds).waitFor();
    await page.getByText("Prefiere quechua. Pide intérprete para la visita y la reunión.").waitFor();
    await expectSound(page, violations, [360]);
    await nobodyHome(page);
    await send(page);
    await page.locator("main :focus", { hasText: "El acta quedó por enviar" }).waitFor();
    await page.focus("main form button[type=submit]");
    await send(page);
    await page.locator("main :focus", { hasText: "El acta quedó por enviar" }).waitFor();
    // The app is killed: the session goes with it, and the phone has no signal.
    await page.evaluate("sessionStorage.clear()");
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByText("No ha ingresado").waitFor();
    await page.getByText("Pendiente: se envía cuando ingrese").waitFor();
    await expectSound(page, violations, [360]);
    await page.getByText("Contrastación del medidor: pedida, sin día todavía").waitFor();
    await page.getByText("Contrastación del medidor: 1 de diciembre de 2026, a las 9:30 a. m.").waitFor();
    await page.getByRole("link", { name: secondHouse.address }).click();
    await page.getByRole("heading", { level: 2, name: secondHouse.address }).waitFor();
    await page.locator("dd", { hasText: "1 de diciembre de 2026, a las 9:30 a. m." }).waitFor();
    await nobodyHome(page);
    // Its visit was given for 10 o'clock: nobody is absent before.
    await send(page);
    await page.getByText("antes, nadie faltó").first().waitFor();
    await page.fill("#startedAt", "2026-11-23T10:05:00");
    await send(page);
    await page.getByText("2 por enviar").waitFor();
    expect(callsTo("reportInspection")).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Ingresar a la mesa" }).first().click();
    await expect.poll(() => callsTo("reportInspection").length).toBe(2);
    await expect.poll(() => page.getByText("por enviar").count()).toBe(0);
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/desk/inspecciones/`);
    // Nothing of either house is left: a report leaves the outbox after its visit has left the day.
    expect(await kept(page)).not.toContain(one.address);
    expect(await kept(page)).not.toContain(secondHouse.grounds);
    await expect.poll(() => page.evaluate("Object.keys(localStorage)")).toEqual([]);
  });

  it("says that a session which ended meanwhile is needed to send, and sends after it", async () => {
    const { page, violations } = await inTheMorning();
    await page.getByRole("link", { name: one.address }).click();
    await nobodyHome(page);
    await send(page);
    await page.getByText("1 por enviar. Lo que falta se envía solo cuando haya señal").waitFor();
    const key = "caudal.staff.session";
    await page.evaluate(
      `sessionStorage.setItem("${key}", sessionStorage.getItem("${key}").replace('"refreshToken":"refresh"', '"refreshToken":"ended"'))`,
    );
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByText("Pendiente: se envía sola").waitFor();
    await page.context().setOffline(false);
    await page.getByText("1 por enviar. Lo que falta se envía cuando ingrese").waitFor();
    expect(callsTo("reportInspection")).toEqual([]);
    await expectSound(page, violations, [360]);
    await page.getByRole("button", { name: "Ingresar y enviar" }).click();
    await expect.poll(() => callsTo("reportInspection").length).toBe(1);
    await expect.poll(() => page.getByText("por enviar").count()).toBe(0);
  });

  it("is kept for nobody if the token names nobody", async () => {
    const { page } = await open({ as: "inspector", path: "/desk/ayuda/", reads: "No encontramos", stubs });
    const payload = Buffer.from(JSON.stringify({ "cognito:groups": ["inspector"] })).toString("base64url");
    site.access = `a.${payload}.a`;
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByText("Empezar inspección").first().waitFor();
    expect(await kept(page)).toBe("null");
  });

  it("is the API's day, with the API's hour, though the phone's clock is a day ahead", async () => {
    const { page } = await inTheMorning({ clock: "2026-11-24T14:42:00.000Z" });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("heading", { level: 2, name: "lunes 23 de noviembre de 2026" }).waitFor();
    await page.getByRole("link", { name: one.address }).click();
    await page.check("input[name=outcome][value=absent]");
    await page.getByText("es la hora que calcula este teléfono").waitFor();
    expect(await page.inputValue("#startedAt")).toBe("2026-11-23T09:42");
  });

  it("is the API's day, with the API's hour, though the phone's clock is a day behind", async () => {
    const { page } = await inTheMorning({ clock: "2026-11-22T14:42:00.000Z" });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("heading", { level: 2, name: "lunes 23 de noviembre de 2026" }).waitFor();
    await page.getByRole("link", { name: one.address }).click();
    await page.check("input[name=outcome][value=absent]");
    await page.getByText("es la hora que calcula este teléfono").waitFor();
    expect(await page.inputValue("#startedAt")).toBe("2026-11-23T09:42");
    await nobodyHome(page);
    await page.setInputFiles("#photos", { name: "fachada.png", mimeType: "image/png", buffer: Buffer.from("foto") });
    await page.getByText("Guardada en este teléfono").waitFor();
    await send(page);
    // The hour of the photo is the API's too: nothing contradicts the visit's.
    await page.getByText("El acta quedó por enviar").waitFor();
    await page.clock.setFixedTime(now);
  });

  it("is erased once it is over, but for what the server does not have", async () => {
    const { page } = await inTheMorning();
    await page.goto(`${site.origin}/desk/inspecciones/c1/i2/`);
    await nobodyHome(page);
    await page.clock.setFixedTime("2026-11-26T14:42:00.000Z");
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await expect.poll(() => kept(page)).not.toContain(secondHouse.address);
    expect(JSON.parse(await kept(page))).toMatchObject({ visits: [], earlier: [{ inspectionId: one.inspectionId }] });
    await page.clock.setFixedTime(now);
  });

  it("is erased by who leaves, and another person sends nothing of theirs", async () => {
    const { page } = await inTheMorning();
    await page.goto(`${site.origin}/desk/inspecciones/c1/i2/`);
    await nobodyHome(page);
    await send(page);
    await page.getByText("El acta quedó por enviar").waitFor();
    const [, payload = ""] = tokenOf("inspector").split(".");
    const other = Buffer.from(payload, "base64url").toString().replace("staff-1", "staff-2");
    site.access = `a.${Buffer.from(other).toString("base64url")}.a`;
    // The token of who was here went with the page. The provider is not reached before the page's script is there, nor
    // by it, and then the signal is back: it was not known whose turn it was.
    let asked = 0;
    await page.route("**/token", async (route) => {
      asked += 1;
      if (asked > 2) return route.continue();
      if (asked === 2) await page.context().setOffline(false);
      return route.abort();
    });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByText("1 por enviar").waitFor();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await expect.poll(() => asked).toBeGreaterThan(2);
    await page.getByRole("button", { name: "Salir" }).click();
    await expect.poll(() => kept(page).catch(() => "")).not.toContain(secondHouse.address);
    expect(callsTo("reportInspection").length).toBe(0);
  });
});

describe("what waits in the phone", () => {
  it("stays with the day when its inspector leaves without signal, who reads what is to be sent and when", async () => {
    const { page, violations } = await inTheMorning();
    await page.goto(`${site.origin}/desk/inspecciones/c1/i2/`);
    await nobodyHome(page);
    await send(page);
    await page.getByText("El acta quedó por enviar").waitFor();
    // It is the good case, and no error.
    expect(await page.locator(".notice.bad", { hasText: "quedó por enviar" }).count()).toBe(0);
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("button", { name: "Salir" }).click();
    await page.getByText("1 por enviar").waitFor();
    await page.getByText("Pendiente: se envía cuando ingrese").waitFor();
    expect(await page.getByText("Pendiente: se envía sola").count()).toBe(0);
    expect(await kept(page)).toContain(quechua.address);
    expect(await page.getByText("No tiene visitas este día").count()).toBe(0);
    await expectSound(page, violations);
  });

  it("is called received as soon as it was sent, before the list knows it", async () => {
    const { page } = await inTheMorning({ stubs: { reportInspection: gatewaySays(503) } });
    await page.context().setOffline(false);
    await page.goto(`${site.origin}/desk/inspecciones/c1/i2/`);
    await nobodyHome(page);
    await send(page);
    await page.getByText("El acta quedó por enviar").waitFor();
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByText("Pendiente: se envía sola").waitFor();
    site.stubs.reportInspection = answer("reportInspection", theCase);
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText("Recibida", { exact: true }).waitFor();
    expect(await page.getByText("Empezar inspección").count()).toBe(1);
  });

  it("of another inspector is not shown to who signs in on the same phone", async () => {
    const { page } = await inTheMorning();
    const [, payload = ""] = tokenOf("inspector").split(".");
    const other = Buffer.from(payload, "base64url").toString().replace("staff-1", "staff-2");
    site.access = `a.${Buffer.from(other).toString("base64url")}.a`;
    site.stubs.listInspections = gatewaySays(503);
    await page.context().setOffline(false);
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("button", { name: "Volver a intentar" }).waitFor();
    expect(await page.getByText(secondHouse.address).count()).toBe(0);
  });

  it("is sent by itself half a minute after the system did not answer, while the page is open", async () => {
    const { page } = await inTheMorning({ stubs: { reportInspection: gatewaySays(503) } });
    await page.context().setOffline(false);
    await page.clock.install({ time: now });
    await page.goto(`${site.origin}/desk/inspecciones/c1/i2/`);
    await nobodyHome(page);
    await send(page);
    await expect.poll(() => callsTo("reportInspection").length).toBe(1);
    await page.getByText("El acta quedó por enviar").waitFor();
    site.stubs.reportInspection = answer("reportInspection", theCase);
    await page.clock.runFor(29_000);
    expect(callsTo("reportInspection")).toHaveLength(1);
    await page.clock.runFor(2000);
    await expect.poll(() => callsTo("reportInspection").length).toBe(2);
    await page.getByText("El acta llegó").waitFor();
    // Its clock stands still: the next test begins with another.
    await page.context().close();
  });

  it("says of each visit whether it waits, is being sent, was refused or is received", async () => {
    const { page, violations } = await inTheMorning();
    for (const house of [one, secondHouse]) {
      await page.goto(`${site.origin}/desk/inspecciones/`);
      await page.getByRole("link", { name: house.address }).click();
      await nobodyHome(page);
      await page.fill("#startedAt", "2026-11-23T10:30:00");
      await send(page);
      await page.getByText("El acta quedó por enviar").waitFor();
    }
    await page.goto(`${site.origin}/desk/inspecciones/`);
    const states = () =>
      page
        .locator(".visits li .buttons a.button")
        .filter({ hasText: /acta|sola/ })
        .allInnerTexts();
    await expect.poll(async () => (await states()).filter((text) => text.startsWith("Pendiente")).length).toBe(2);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    const taken: string[] = [];
    site.stubs.reportInspection = async ({ path }) => {
      taken.push(path);
      if (taken.length === 1) await held;
      return taken.length === 1
        ? refusal("not-now", [{ field: "startedAt", message: "Todavía no era la hora." }])
        : answer("reportInspection", theCase);
    };
    site.stubs.listInspections = answer("listInspections", {
      inspections: [one, secondHouse].map((house) => ({ ...house, reported: false })),
    });
    await page.context().setOffline(false);
    await page.getByText("Enviando el acta").waitFor();
    await expect
      .poll(async () => (await states()).map((text) => text.split(/\W/)[0]).toSorted())
      .toEqual(["Enviando", "Pendiente"]);
    await expectSound(page, violations, [360]);
    release();
    await page.getByText("Rechazada: corregir el acta").waitFor();
    await page.getByText("Todavía no era la hora.").waitFor();
    await expect.poll(() => taken.length).toBe(2);
    await expect.poll(async () => JSON.parse(await kept(page))).toMatchObject({ received: 1, visits: [{}] });
  });
});

/** The names of the photos in the phone. */
const photos = (page: Page): Promise<string[]> =>
  page.evaluate(
    "new Promise((done) => { const asked = indexedDB.open('caudal.reports'); asked.onsuccess = () => { const all = asked.result.transaction('photos').objectStore('photos').getAll(); all.onsuccess = () => { asked.result.close(); done(all.result.map((one) => one.file.name)); }; }; })",
  );
const png = (name: string) => ({ name, mimeType: "image/png", buffer: Buffer.from(name) });

describe("a phone that is closed between the report's erasing and its photos'", () => {
  it("erases them when the desk is opened again, and none of a report that is still in it", async () => {
    const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
    const { page } = await open({
      as: "inspector",
      path: "/desk/inspecciones/c1/i2/",
      reads: "Lo que escribe",
      stubs: {
        ...stubs,
        startStaffUpload: answer("startStaffUpload", { uploadId: "u7", upload }, 201),
        showStaffUpload: answer("showStaffUpload", {
          ...{ uploadId: "u7", fileName: "puerta.png", sizeBytes: 4, state: "received" },
        }),
      },
    });
    await page.setInputFiles("#photos", png("puerta.png"));
    await page.getByText("Guardada en este teléfono").waitFor();
    await nobodyHome(page);
    // What is erased by hand from here on is still there when the page is closed.
    await page.evaluate("IDBObjectStore.prototype.delete = function () { return this.get('-'); }; 0");
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    expect(await photos(page)).toEqual(["puerta.png"]);
    const other = { ...secondHouse, inspectionId: "i9" };
    site.stubs.listInspections = answer("listInspections", { inspections: [other] });
    await page.goto(`${site.origin}/desk/inspecciones/c3/i9/`);
    await page.setInputFiles("#photos", png("otra-casa.png"));
    await page.getByText("Guardada en este teléfono").waitFor();
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await expect.poll(() => photos(page)).toEqual(["otra-casa.png"]);
    await page.goto(`${site.origin}/desk/inspecciones/c3/i9/`);
    await page.getByText("otra-casa.png (").waitFor();
  });
});

describe("a phone that is full", () => {
  it("says which photo was not kept, and keeps what was typed and taken before, through a reload", async () => {
    const { page, violations } = await open({
      as: "inspector",
      path: "/desk/inspecciones/c1/i2/",
      reads: "Lo que escribe",
      stubs,
    });
    await nobodyHome(page);
    await page.setInputFiles("#photos", png("puerta.png"));
    await page.getByText("puerta.png (").waitFor();
    await page.evaluate(
      "const put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (...args) { if (this.name === 'photos') throw new DOMException('full', 'QuotaExceededError'); return put.apply(this, args); }; 0",
    );
    await page.setInputFiles("#photos", png("fachada.png"));
    await page.getByText("No pudimos guardar la foto en este teléfono. Libere espacio").first().waitFor();
    expect(await page.locator("ul.files li").allInnerTexts()).toHaveLength(1);
    await expectSound(page, violations, [360]);
    await page.reload();
    await page.getByText("puerta.png (").waitFor();
    expect(await page.getByText("fachada.png (").count()).toBe(0);
    expect(await page.inputValue("#premises")).toBe("Casa cerrada.");
    expect(await photos(page)).toEqual(["puerta.png"]);
    // With room again, the photo is taken once more.
    await page.setInputFiles("#photos", png("fachada.png"));
    await page.getByText("fachada.png (").waitFor();
  });

  it("says that the visits were not kept", async () => {
    const { page } = await open({ as: "inspector", path: "/desk/ayuda/", reads: "No encontramos", stubs });
    await page.addInitScript(
      "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    );
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByText("No pudimos guardar las visitas").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("says what was not saved, and loses nothing that was", async () => {
    const { page } = await open({
      as: "inspector",
      path: "/desk/inspecciones/c1/i2/",
      reads: "Lo que escribe",
      stubs,
    });
    await page.check("input[name=outcome][value=absent]");
    await page.fill("#premises", "Casa cerrada.");
    await page.evaluate(
      "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; 0",
    );
    await page.fill("#premises", "Casa cerrada, dos pisos.");
    await page.getByText("Lo último que escribió no se guardó").waitFor();
    await page.check("input[name=leakAtBox][value=no]");
    await send(page);
    await page.locator(".summary", { hasText: "El teléfono está lleno" }).waitFor();
    expect(callsTo("reportInspection")).toEqual([]);
    await page.reload();
    await expect.poll(() => page.inputValue("#premises").catch(() => "")).toBe("Casa cerrada.");
  });
});
