import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { agenda, announcedReading, readingVisit } from "../../desk-fixtures.ts";
import { open, send } from "../../desk-site.ts";
import { answer, refusal } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const [one] = agenda.inspections as [(typeof agenda.inspections)[number]];
const stubsWith = (visit: typeof readingVisit) => ({
  listInspections: answer("listInspections", { inspections: [one], readingVisits: [visit] }),
  listDeliveries: answer("listDeliveries", { deliveries: [], more: false }),
});
const address = "/desk/lecturas/00012346-2026-11/visita/";

/** The day of an inspector with the visit of a reading, once the app and the day are in the phone. */
async function inTheMorning(visit = readingVisit) {
  const opened = await open({
    as: "inspector",
    path: "/desk/ayuda/",
    reads: "No encontramos esta página",
    stubs: stubsWith(visit),
  });
  const { page } = opened;
  await page.goto(`${site.origin}/desk/inspecciones/`);
  await page.getByText("CALLE FICTICIA 101").first().waitFor();
  await expect
    .poll(() => page.evaluate("navigator.serviceWorker.getRegistration('/desk/').then((found) => !!found?.active)"))
    .toBe(true);
  await page.reload();
  await page.getByText("CALLE FICTICIA 101").first().waitFor();
  return opened;
}

const nobody = async (page: Page, startedAt: string): Promise<void> => {
  await page.getByLabel("No había nadie").check();
  await page.fill("#startedAt", startedAt);
};

describe("the visit of an atypical reading in the inspector's day", () => {
  it("stands by its hour among the claims' visits, and says whose it is", async () => {
    const { page, violations } = await inTheMorning({ ...readingVisit, isNobodys: true });
    expect(await page.locator(".visits h3").allInnerTexts()).toEqual([one.address, "CALLE FICTICIA 101"]);
    await page.getByText("2 visitas").waitFor();
    await page.getByText("Nadie de turno la tiene").waitFor();
    await page.getByText("Lectura atípica: revisar antes del recibo").waitFor();
    await expectSound(page, violations, [360]);
  });

  it("is done without signal, kept when the app is killed, and sent by itself", async () => {
    const { page, violations } = await inTheMorning();
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: "Empezar la visita CALLE FICTICIA 101" }).click();
    await page.getByText("1299, el 20 de noviembre de 2026").waitFor();
    await page.getByText("FX21000777").waitFor();
    await page.getByText("¿hay fuga? Anote lo que marca el medidor").waitFor();
    await page.getByLabel("Se revisó todo").check();
    await page.fill("#startedAt", "2026-11-23T09:10:00");
    await page.getByLabel("Fuga no visible").check();
    await page.fill("#reading", "1130");
    await page.locator("#reading").blur();
    const again = page.getByText("Es menos que la última lectura facturada: 1234");
    await again.waitFor();
    await page.fill("#reading", "1310");
    await page.fill("#endedAt", "2026-11-23T09:40:00");
    await expect.poll(() => again.count()).toBe(0);
    await expectSound(page, violations, [360]);
    await send(page);
    await page.getByText("La visita quedó por enviar").waitFor();
    await page.evaluate("sessionStorage.clear()");
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: "Pendiente: se envía cuando ingrese CALLE FICTICIA 101" }).waitFor();
    expect(callsTo("reportReading")).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Ingresar a la mesa" }).first().click();
    await expect.poll(() => callsTo("reportReading").length).toBe(1);
    expect(bodyOf("reportReading")).toEqual({
      visit: {
        ...{ kind: "control", outcome: "REALIZADA", leak: "NO_VISIBLE", reading: 1310 },
        ...{ startedAt: "2026-11-23T14:10:00.000Z", endedAt: "2026-11-23T14:40:00.000Z" },
      },
    });
    await expect
      .poll(() => page.evaluate("Object.keys(localStorage).filter((key) => key.includes('report'))"))
      .toEqual([]);
  });

  it("asks for another hour if nobody had to wait at the one typed, before anything is sent", async () => {
    const { page, violations } = await inTheMorning();
    await page.goto(site.origin + address);
    await nobody(page, "2026-11-23T08:50:00");
    await send(page);
    await page.getByText("La visita se avisó desde las 9:00").first().waitFor();
    await expectSound(page, violations, [360]);
    await page.fill("#startedAt", "2026-11-23T11:05:00");
    await send(page);
    await page.getByText("a otra hora nadie tenía que esperar").first().waitFor();
    expect(callsTo("reportReading")).toEqual([]);
    await page.fill("#startedAt", "2026-11-23T09:05:00");
    await page.fill("#remark", "Se tocó dos veces.");
    await send(page);
    await page.getByText("La visita llegó").waitFor();
    expect(bodyOf("reportReading")).toEqual({
      visit: {
        ...{ kind: "control", outcome: "AUSENTE", startedAt: "2026-11-23T14:05:00.000Z" },
        remark: "Se tocó dos veces.",
      },
    });
  });

  it("says why the office refused it, and is corrected or erased", async () => {
    const { page } = await inTheMorning();
    site.stubs.reportReading = refusal("not-now", [{ field: "visit", message: "Esta lectura ya está cerrada." }]);
    await page.goto(site.origin + address);
    await nobody(page, "2026-11-23T09:05:00");
    await send(page);
    await page.getByText("Esta lectura ya está cerrada.").first().waitFor();
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: "Rechazada: corregir el acta CALLE FICTICIA 101" }).waitFor();
    await page.getByRole("link", { name: /Ver el acta de la visita.*CALLE FICTICIA 101/ }).click();
    await page.getByRole("button", { name: "Borrar del teléfono" }).click();
    await page.getByText("¿Borrar esta visita del teléfono?").waitFor();
  });

  it("asks for the test of the meter where a repair is to be verified, and for two answers if nobody was in", async () => {
    const repair = { ...readingVisit, kind: "repair", from: "08:00", to: "17:00" } as const;
    const { page, violations } = await inTheMorning(repair);
    await page.getByText("A cualquier hora de visitas de ese día").waitFor();
    await page.goto(site.origin + address);
    await page.getByText("Cierre todos los puntos de agua").waitFor();
    await page.getByLabel("Se verificó").check();
    await page.fill("#startedAt", "2026-11-23T09:10:00");
    await page.fill("#endedAt", "2026-11-23T09:40:00");
    for (const [name, typed] of [
      ["before", "1310,5"],
      ["after", "1310,5"],
      ["minutes", "20"],
      ["remark", "Se cambió la tubería."],
    ] as const)
      await page.fill(`#${name}`, typed);
    await page.locator("input[name=repaired][value=yes]").check();
    await page.fill("#repairedOn", "2026-11-20");
    await expectSound(page, violations, [360]);
    await send(page);
    await page.getByText("La visita llegó").waitFor();
    expect(bodyOf("reportReading")).toEqual({
      visit: {
        ...{ kind: "repair", repaired: true, repairedOn: "2026-11-20", before: 1310.5, after: 1310.5, minutes: 20 },
        ...{ startedAt: "2026-11-23T14:10:00.000Z", endedAt: "2026-11-23T14:40:00.000Z" },
        remark: "Se cambió la tubería.",
      },
    });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("link", { name: "Empezar la visita" }).click();
    await nobody(page, "2026-11-23T09:05:00");
    await send(page);
    await expect.poll(() => callsTo("reportReading").length).toBe(2);
    expect(bodyOf("reportReading")).toEqual({
      visit: { kind: "repair-attempt", outcome: "AUSENTE", startedAt: "2026-11-23T14:05:00.000Z" },
    });
  });

  it("says on the list who goes and how the last visit ended", async () => {
    const { page } = await open({
      as: "manager",
      path: "/desk/lecturas/",
      reads: "Va PERSONA DE PRUEBA UNO",
      stubs: {
        listReadings: answer("listReadings", {
          readings: [
            {
              ...announcedReading,
              inspector: "PERSONA DE PRUEBA UNO",
              lastVisit: "Visita del 23 de noviembre de 2026: no había nadie",
            },
          ],
        }),
      },
    });
    expect(await page.getByText("Visita del 23 de noviembre de 2026: no había nadie").count()).toBe(1);
  });
});

describe("an acta of another day", () => {
  it("stands in the day with its house, its code and how far it is", async () => {
    const { page, violations } = await inTheMorning();
    await page.goto(`${site.origin}/desk/inspecciones/c1/i2/`);
    await page.check("input[name=outcome][value=absent]");
    await page.fill("#premises", "Casa cerrada.");
    await page.clock.setFixedTime("2026-11-24T14:42:00.000Z");
    site.stubs.listInspections = answer("listInspections", { inspections: [] });
    await page.goto(`${site.origin}/desk/inspecciones/`);
    await page.getByRole("heading", { name: "De otro día, sin acta recibida" }).waitFor();
    await page.getByRole("heading", { level: 3, name: one.address }).waitFor();
    await page.getByText(/lunes 23 de noviembre de 2026. De las 8:00/).waitFor();
    await expectSound(page, violations, [360]);
    await page.getByRole("link", { name: `Seguir con el acta ${one.address}` }).click();
    await page.getByRole("heading", { level: 2, name: one.address }).waitFor();
  });

  it("that nobody reported stands before today's visits, also without signal, until it has its acta", async () => {
    const missed = { ...one, inspectionId: "i0", on: "2026-11-20", address: "CALLE FICTICIA 7" };
    const { page, violations } = await inTheMorning();
    site.stubs.listInspections = answer("listInspections", { inspections: [one], missed: [missed] });
    await page.reload();
    const stops = page.locator(".visits h3");
    await expect.poll(() => stops.allInnerTexts()).toEqual([missed.address, one.address]);
    await page.getByText(/viernes 20 de noviembre de 2026. De las 8:00/).waitFor();
    await expectSound(page, violations, [360]);
    await page.context().setOffline(true);
    await page.reload();
    await expect.poll(() => stops.allInnerTexts()).toEqual([missed.address, one.address]);
    await page.context().setOffline(false);
    site.stubs.listInspections = answer("listInspections", { inspections: [one] });
    await page.reload();
    await expect.poll(() => stops.allInnerTexts()).toEqual([one.address]);
  });
});
