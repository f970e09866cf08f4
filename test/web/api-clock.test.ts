import { describe, expect, it } from "vitest";
import { openPage } from "./browser.ts";
import { agenda, theCase } from "./desk-fixtures.ts";
import { open, send } from "./desk-site.ts";
import { fillReport, report } from "./desk-typing.ts";
import { answer, gatewaySays, office, type RouteAnswer } from "./fixtures.ts";
import { bodyOf, browser, callsTo, servePages, site } from "./served.ts";

servePages();

/** Another day, month and year than the device's, which thinks it is the 23rd of November 2026. */
const apiTime = "2027-01-06T15:00:00.000Z";
const wednesday = "miércoles 6 de enero de 2027";
const answeredAt = (given: RouteAnswer, time = apiTime): RouteAnswer => ({
  ...given,
  headers: { date: new Date(time).toUTCString() },
});
const health = (time = apiTime): RouteAnswer =>
  answeredAt(answer("health", { status: "ok", build: "prueba", commit: "local", now: time }), time);
/** Who is signed in, which the desk asks for on every page: after what the page itself asks. */
const me = (time = apiTime): RouteAnswer => ({
  ...answeredAt(answer("showMe", { name: "PERSONA DE PRUEBA", openClaims: 0 }), time),
  delayMs: 1000,
});
const asked = (id: string): readonly string[] => callsTo(id).map(({ search }) => search);

describe("a device days behind the API", () => {
  it.each([
    ["inspector", "/desk/inspecciones/", "listInspections", "?date=2027-01-06"],
    ["billing", "/desk/bloqueos/", "listHolds", "?date=2027-01-06"],
    ["manager", "/desk/calendario/", "showCalendars", "?year=2027"],
    ["manager", "/desk/informes/", "showRegister", "?month=2027-01"],
    ["operator", "/desk/atenciones/", "listAttentions", "?month=2027-01"],
    ["manager", "/desk/observaciones/", "listObservations", "?month=2027-01"],
    ["administrator", "/desk/supervisores/", "listSupervisedReads", "?month=2027-01"],
  ] as const)("%s: %s asks %s once, and for the API's day", async (as, path, id, search) => {
    const { page } = await open({
      as,
      path,
      reads: "Salir",
      stubs: { showMe: me(), health: { ...health(), delayMs: 300 } },
    });
    await expect.poll(() => asked(id)).toContain(search);
    await page.locator("main .loading").first().waitFor({ state: "detached" });
    expect(asked(id).filter((one) => /date|year|month/.test(one))).toEqual([search]);
    expect(callsTo("health")).toHaveLength(1);
  });

  it("does not ask for the time if the address has the day or an answer had the time", async () => {
    const { page } = await open({
      as: "inspector",
      path: "/desk/inspecciones/?dia=2027-01-05",
      reads: "Empezar inspección",
      stubs: { showMe: me(), health: health(), listInspections: answeredAt(answer("listInspections", agenda)) },
    });
    await page.click("nav >> text=Inspecciones");
    await page.getByText(wednesday).first().waitFor();
    expect(asked("listInspections")).toEqual(["?date=2027-01-05", "?date=2027-01-06"]);
    expect(callsTo("health")).toEqual([]);
  });

  it("takes the time from a refusal's date", async () => {
    await open({
      as: "inspector",
      path: "/desk/inspecciones/",
      reads: wednesday,
      stubs: { showMe: me(), health: answeredAt(gatewaySays(503)) },
    });
    expect(asked("listInspections")).toEqual(["?date=2027-01-06"]);
  });

  it("shows no day while the API does not answer, and the API's day once it does", async () => {
    const { page } = await open({
      as: "inspector",
      path: "/desk/inspecciones/",
      reads: "Inspecciones",
      stubs: { showMe: me(), health: health() },
    });
    await page.getByText(wednesday).first().waitFor();
    await page.route("**/api/**", (route) => route.abort());
    await page.reload();
    await page.getByText("Volver a intentar").waitFor();
    expect(await page.locator("#day").count()).toBe(0);
    expect(await page.locator("main").innerText()).not.toContain("noviembre");
    await page.unroute("**/api/**");
    await page.click("text=Volver a intentar");
    await page.getByText(wednesday).first().waitFor();
    expect(await page.inputValue("#day")).toBe("2027-01-06");
  });

  it("the site says when the office opens by the API's day", async () => {
    const known = office(site.origin);
    const closed = { channel: "telephone", hours: "08:00-13:00", openNow: false } as const;
    const channels = [{ ...closed, opensAt: "2027-01-07T13:00:00.000Z" }];
    site.stubs = { showOffice: answeredAt(answer("showOffice", { ...known, channels })) };
    const { page } = await openPage(browser, site.origin);
    await page.goto(site.origin);
    await page.getByText("Atiende mañana desde las 8:00").waitFor();
    expect(callsTo("showOffice")).toHaveLength(1);
    expect(callsTo("health")).toEqual([]);
  });
});

describe("the report of a visit", () => {
  const reads = "Lo que escribe se guarda";
  const noDeliveries = answeredAt(answer("listDeliveries", { deliveries: [], more: false }));

  it("begins at the API's hour, though the page was opened at this address", async () => {
    const day = { listInspections: answeredAt(answer("listInspections", agenda)), listDeliveries: noDeliveries };
    const stubs = { showMe: me(), health: health(), ...day };
    const { page } = await open({ as: "inspector", path: report, reads, stubs });
    expect(await page.inputValue("#startedAt")).toBe("2027-01-06T10:00");
    expect(await page.getByText("es la hora que calcula este teléfono").count()).toBe(0);
    expect(callsTo("health")).toHaveLength(1);
  });

  it.each([
    ["nobody can be reached", "abort"],
    ["nobody says anything", "hang"],
  ] as const)("begins at the phone's hour, and says so, where %s; it is kept and sent as typed", async (_, how) => {
    const { page } = await open({ as: "inspector", path: report, reads });
    for (const asking of ["**/api/health", "**/api/desk/me"])
      await page.route(asking, (route) => (how === "abort" ? route.abort() : undefined));
    await page.reload();
    await page.getByText("Lo que escribe se guarda").waitFor();
    await page.check("input[name=outcome][value=absent]");
    await page.getByText("es la hora que calcula este teléfono").waitFor();
    expect(await page.inputValue("#startedAt")).toBe("2026-11-23T09:42");
    await fillReport(page);
    await page.context().setOffline(true);
    await send(page);
    await page.getByText("El acta quedó por enviar").waitFor();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    site.stubs.reportInspection = answer("reportInspection", theCase);
    await page.context().setOffline(false);
    await page.getByText("El acta llegó").waitFor();
    expect(callsTo("reportInspection")).toHaveLength(1);
    expect(bodyOf("reportInspection")).toMatchObject({ startedAt: "2026-11-23T14:42:00.000Z" });
  });

  it("keeps its photos in the order they were taken, though the phone's clock was ahead of the API's", async () => {
    const photo = (name: string) => ({ name, mimeType: "image/png", buffer: Buffer.from(name) });
    const { page } = await open({ as: "inspector", path: report, reads });
    await page.route("**/api/**", (route) => route.abort());
    await page.reload();
    await page.setInputFiles("#photos", photo("primera.png"));
    await page.getByText("primera.png (").waitFor();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    site.stubs.health = health("2026-11-20T15:00:00.000Z");
    site.stubs.showMe = me("2026-11-20T15:00:00.000Z");
    site.calls.length = 0;
    await page.reload();
    await page.getByText("primera.png (").waitFor();
    await expect.poll(() => callsTo("health").length).toBeGreaterThan(0);
    await page.setInputFiles("#photos", photo("segunda.png"));
    await page.getByText("segunda.png (").waitFor();
    expect(await page.locator("ul.files li > span").allInnerTexts()).toEqual([
      expect.stringContaining("primera.png"),
      expect.stringContaining("segunda.png"),
    ]);
  });
});
