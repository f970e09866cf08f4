import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { agenda, theCase } from "../../desk-fixtures.ts";
import { open, send } from "../../desk-site.ts";
import { fillReport, report } from "../../desk-typing.ts";
import { answer, now } from "../../fixtures.ts";
import { bodyOf, callsTo, expectSound, servePages, site } from "../../served.ts";

servePages();

const reads = "Lo que escribe se guarda";
const acta = { as: "inspector", path: report, reads } as const;
const sent = { reportInspection: answer("reportInspection", theCase) };
const png = (name: string) => ({ name, mimeType: "image/png", buffer: Buffer.from(name) });

/** Lets uploads through: each is received, by the id `u` and its turn. */
function takeUploads(): void {
  const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T14:47:00.000Z" };
  site.stubs.startStaffUpload = answer("startStaffUpload", { uploadId: "u1", upload }, 201);
  const received = { uploadId: "u1", fileName: "firma.png", sizeBytes: 4, state: "received" } as const;
  site.stubs.showStaffUpload = answer("showStaffUpload", received);
}

/** Draws a stroke in a box. */
async function drawIn(page: Page, name: string): Promise<void> {
  const pad = page.getByRole("img", { name });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error(`there is no ${name}`);
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
  await page.mouse.up();
}

describe("the acta", () => {
  it("asks first how the visit was, and of a house where nobody was three things more", async () => {
    const { page, violations } = await open(acta);
    const fields = () =>
      page
        .locator("main form :is(input, textarea)")
        .evaluateAll((all) => [
          ...new Set(all.filter((one) => one.checkVisibility()).map((one) => (one as HTMLInputElement).name || one.id)),
        ]);
    // The photos' part comes with a chunk of its own.
    await expect.poll(fields).toEqual(["outcome", "photos"]);
    await page.check("input[name=outcome][value=absent]");
    await expect.poll(fields).toEqual(["outcome", "startedAt", "premises", "leakAtBox", "photos"]);
    await expectSound(page, violations);
    await page.check("input[name=outcome][value=opposed]");
    expect(await fields()).toContain("how");
    expect(await fields()).not.toContain("leak");
    await page.check("input[name=outcome][value=whole]");
    expect(await fields()).toContain("leak");
    await expectSound(page, violations);
  });

  it("says that nobody was absent before the hour of the visit, and takes it from that hour", async () => {
    const { page, violations } = await open({
      as: "inspector",
      path: "/desk/inspecciones/",
      reads: "Empezar inspección",
    });
    site.stubs.reportInspection = sent.reportInspection;
    await page.goto(site.origin + report);
    await page.getByRole("heading", { level: 2, name: agenda.inspections[0]?.address ?? "" }).waitFor();
    await page.check("input[name=outcome][value=absent]");
    await page.fill("#startedAt", "2026-11-23T07:50:00");
    await page.fill("#premises", "Casa cerrada.");
    await page.check("input[name=leakAtBox][value=no]");
    await send(page);
    await page.getByText("antes, nadie faltó").first().waitFor();
    expect(callsTo("reportInspection")).toEqual([]);
    await expectSound(page, violations, [360]);
    await page.fill("#startedAt", "2026-11-23T08:00:00");
    await send(page);
    await page.getByText("El acta llegó").waitFor();
  });

  it("says all that is missing at once: the form is twenty screens of a telephone long", async () => {
    const { page, violations } = await open({ ...acta, stubs: sent });
    await page.check("input[name=outcome][value=whole]");
    await send(page);
    const asked = page.locator(".summary a");
    await expect
      .poll(() => asked.evaluateAll((all) => all.map((one) => one.getAttribute("href"))))
      .toEqual(["#premises", "#leakAtBox", "#leak", "#how"]);
    expect(callsTo("reportInspection")).toEqual([]);
    await expectSound(page, violations, [360]);
  });

  it("asks why the hour written is not that of its photos, and sends the reason", async () => {
    const { page, violations } = await open({ ...acta, stubs: sent });
    takeUploads();
    await page.check("input[name=outcome][value=absent]");
    await page.fill("#startedAt", "2026-11-23T08:10:00");
    await page.fill("#premises", "Casa cerrada.");
    await page.check("input[name=leakAtBox][value=no]");
    await page.clock.setFixedTime("2026-11-23T17:42:00.000Z");
    await page.setInputFiles("#photos", png("fachada.png"));
    await page.getByText("Guardada en este teléfono").waitFor();
    await send(page);
    await page.getByText("Las fotos son de otra hora").first().waitFor();
    expect(callsTo("reportInspection")).toEqual([]);
    await expectSound(page, violations, [360]);
    await page.fill("#hourReason", "La foto se tomó al volver.");
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    expect(bodyOf("reportInspection")).toMatchObject({ hourReason: "La foto se tomó al volver." });
    await page.clock.setFixedTime(now);
  });

  it("says at once, and not on return of the network, that what who attended is of the holder is missing", async () => {
    const { page } = await open({ ...acta, stubs: sent });
    await fillReport(page);
    await page.fill("#name", "PERSONA DE PRUEBA DOS");
    await page.fill("#relation", "");
    await send(page);
    await page.getByText("Escriba qué es del titular").first().waitFor();
    expect(callsTo("reportInspection")).toHaveLength(0);
  });

  it("leaves out what was typed before it was known that nobody was there", async () => {
    const { page } = await open({ ...acta, stubs: sent });
    await fillReport(page);
    await page.check("input[name=outcome][value=absent]");
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    const body = bodyOf("reportInspection");
    expect(body).toMatchObject({ outcome: "absent", causes: [] });
    for (const part of ["internal", "attendedBy", "signing", "unsigned"]) expect(body).not.toHaveProperty(part);
  });

  it("is signed on the screen, which is kept through a reload and sent as a file with its hash and hour", async () => {
    const { page, violations } = await open({ ...acta, stubs: sent });
    takeUploads();
    await fillReport(page);
    await page.check("input[name=how][value=on-screen]");
    await send(page);
    await page.getByText("Falta la firma").first().waitFor();
    expect(callsTo("reportInspection")).toEqual([]);
    await drawIn(page, "Firma en la pantalla");
    await page.getByText("Guardado en este teléfono").waitFor();
    await expectSound(page, violations);
    await page.reload();
    await page.getByRole("button", { name: "Borrar el dibujo Firma en la pantalla" }).waitFor();
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    const announced = JSON.parse(callsTo("startStaffUpload").at(-1)?.body ?? "");
    expect(announced.fileName).toBe("firma.png");
    expect(bodyOf("reportInspection")).toMatchObject({
      signing: { how: "on-screen" },
      uploadIds: ["u1"],
      captures: [{ uploadId: "u1", kind: "signature", takenAt: "2026-11-23T14:42:00.000Z", sha256: announced.sha256 }],
    });
  });

  it.each([
    ["at-request", { by: "CLIENTE DE PRUEBA DOS" }],
    ["fingerprint", {}],
    ["on-paper", {}],
  ])("is signed on paper (%s), of which a photo is asked for", async (how, also) => {
    const { page } = await open({ ...acta, stubs: sent });
    takeUploads();
    await fillReport(page);
    await page.check(`input[name=how][value=${how}]`);
    for (const [name, value] of Object.entries(also)) await page.fill(`#${name}`, value);
    await send(page);
    await page.getByText("Falta la firma").first().waitFor();
    await page.setInputFiles("#paper", png("papel.png"));
    await page.getByText("papel.png (").waitFor();
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    const body = bodyOf("reportInspection");
    expect(body).toMatchObject({ signing: { how, ...also }, captures: [{ kind: "signed-paper" }] });
    expect(body).not.toHaveProperty("unsigned");
  });

  it("says why it is not signed, and what other cause was found", async () => {
    const { page } = await open({ ...acta, stubs: sent });
    await fillReport(page);
    await page.fill("#unsigned", " ");
    await send(page);
    await page.getByText("Escriba por qué no firma").first().waitFor();
    await page.fill("#unsigned", "Dice que primero lo consulta.");
    await page.check("input[name=cause-other]");
    await page.fill("#observations", "");
    await send(page);
    await page.getByText("qué otra causa").first().waitFor();
    await page.fill("#observations", "Una obra al lado toma agua.");
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    const body = bodyOf("reportInspection");
    expect(body).toMatchObject({
      unsigned: "Dice que primero lo consulta.",
      causes: ["overflow", "irrigation", "other"],
    });
    expect(body).not.toHaveProperty("signing");
  });

  it("has its sketch and the place of each photo where the phone is let say it", async () => {
    const { page } = await open({ ...acta, stubs: sent });
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: -17.19, longitude: -70.93, accuracy: 12 });
    takeUploads();
    await fillReport(page);
    await drawIn(page, "Croquis");
    await page.getByText("Guardado en este teléfono").waitFor();
    await page.waitForTimeout(300);
    await send(page);
    await page.getByText("El acta llegó").waitFor();
    expect(bodyOf("reportInspection").captures).toMatchObject([
      { kind: "sketch", position: { latitude: -17.19, longitude: -70.93, accuracyM: 12 } },
    ]);
    await page.context().clearPermissions();
  });

  it("of another day says whose house it is, and of a day to come is not written yet", async () => {
    const inspections = agenda.inspections.map((one) => ({ ...one, on: "2026-11-24", reported: false }));
    const { page, violations } = await open({
      as: "inspector",
      path: "/desk/inspecciones/?dia=2026-11-24",
      reads: "El acta se escribe ese día.",
      stubs: { listInspections: answer("listInspections", { inspections }) },
    });
    await expectSound(page, violations);
    expect(await page.getByText("Empezar inspección").count()).toBe(0);
    await page.goto(`${site.origin}${report}?dia=2026-11-24`);
    await page.getByText("La visita es el martes 24 de noviembre de 2026: el acta se escribe ese día.").waitFor();
    await page.getByRole("heading", { level: 2, name: inspections[0]?.address ?? "" }).waitFor();
    await expectSound(page, violations);
    expect(await page.locator("main form").count()).toBe(0);
    expect(new URLSearchParams(callsTo("listInspections").at(-1)?.search).get("date")).toBe("2026-11-24");
    const past = inspections.map((one) => ({ ...one, on: "2026-11-20" }));
    site.stubs.listInspections = answer("listInspections", { inspections: past });
    await page.goto(`${site.origin}${report}?dia=2026-11-20`);
    await page.getByText(reads).waitFor();
    await page.getByRole("heading", { level: 2, name: past[0]?.address ?? "" }).waitFor();
    expect(new URLSearchParams(callsTo("listInspections").at(-1)?.search).get("date")).toBe("2026-11-20");
  });

  it("of a visit that is not in the day is not shown: it could be of any house", async () => {
    const { page, violations } = await open({
      ...acta,
      reads: "Esta visita no está entre las suyas de ese día.",
      stubs: { listInspections: answer("listInspections", { inspections: [] }) },
    });
    await expectSound(page, violations);
    expect(await page.locator("main form").count()).toBe(0);
  });

  it("of another house, opened from this one, is another form", async () => {
    const { page } = await open(acta);
    await page.check("input[name=outcome][value=absent]");
    await page.fill("#premises", "Casa cerrada.");
    await page.evaluate(
      `history.pushState(null, "", "/desk/inspecciones/c1/i3/"); dispatchEvent(new PopStateEvent("popstate"))`,
    );
    await expect.poll(() => page.isChecked("input[name=outcome][value=absent]")).toBe(false);
    await page.check("input[name=outcome][value=opposed]");
    expect(await page.inputValue("#premises")).toBe("");
    expect(await page.evaluate("localStorage.getItem('caudal.report.i2')")).toContain("Casa cerrada.");
    expect(await page.evaluate("localStorage.getItem('caudal.report.i3')")).not.toContain("Casa cerrada.");
  });

  it("takes forty photos in two houses without signal, twenty in each", async () => {
    const inspections = agenda.inspections.map((one) => ({ ...one, reported: false }));
    const { page } = await open({ ...acta, stubs: { listInspections: answer("listInspections", { inspections }) } });
    await page.context().setOffline(true);
    const photos = [...Array(20).keys()].map((turn) => png(`foto-${turn}.png`));
    for (const house of ["i2", "i3"]) {
      await page.evaluate(
        `history.pushState(null, "", "/desk/inspecciones/c1/${house}/"); dispatchEvent(new PopStateEvent("popstate"))`,
      );
      // Nothing of the house before is in this one's acta.
      await expect.poll(() => page.locator("ul.files li").count()).toBe(0);
      await page.setInputFiles("#photos", photos);
      await expect.poll(() => page.locator("ul.files li").count()).toBe(20);
    }
    await page.setInputFiles("#photos", png("una-mas.png"));
    await page.getByText("hasta 20 archivos por visita").waitFor();
  });
});
