import { createHash } from "node:crypto";
import type { BrowserContext, Page } from "playwright-core";
import { agenda, readingVisit, summary, tokenOf } from "./desk-fixtures.ts";
import { answer, office } from "./fixtures.ts";
import type { SiteServer, Stubs } from "./site-server.ts";

/** How a day without signal is lived. */
export interface OfflineDay {
  /** Opens the phone with what it kept when it was closed. */
  readonly phone: () => Promise<BrowserContext>;
  readonly site: SiteServer;
  /** What the phone's clock says; the API's is that of the fixtures. */
  readonly clock: string;
  /** Photos of each of the three houses: at most 20. */
  readonly photos: readonly [number, number, number];
  /**
   * The control: the files are gone from the phone before it is opened again, as if the app had kept them in memory.
   */
  readonly forgets?: boolean;
}

/** What was done without signal and what the office had of it in the evening. */
export interface Kept {
  readonly actas: number;
  readonly photos: number;
  readonly lostActas: number;
  /** Photos without which their acta was received, or that no acta received has. */
  readonly lostPhotos: number;
  /** Bytes that were posted are counted by file. */
  readonly posted: number;
}

const [first] = agenda.inspections as [(typeof agenda.inspections)[number]];
const houses = ["i2", "i3", "i4"].map((inspectionId, at) => ({
  ...first,
  inspectionId,
  address: `Calle de Prueba ${at + 1}00`,
  alsoFor: [],
}));

/** A photo of its own: no two have the same bytes. */
const photoOf = (house: number, at: number) => ({
  name: `foto-${house}-${at}.png`,
  mimeType: "image/png",
  buffer: Buffer.from(`photo ${house} ${at}`),
});
const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** An API that takes uploads and reports, and remembers them. */
function takingAll(site: SiteServer) {
  const hashes = new Map<string, string>();
  const files = new Set<string>();
  const reports = new Set<string>();
  const stubs: Stubs = {
    showOffice: answer("showOffice", office(site.origin)),
    listInspections: answer("listInspections", { inspections: houses, readingVisits: [readingVisit] }),
    listDeliveries: answer("listDeliveries", { deliveries: [], more: false }),
    startStaffUpload: ({ body }) => {
      const uploadId = `u${hashes.size + 1}`;
      hashes.set(uploadId, JSON.parse(body).sha256);
      const upload = { url: `${site.uploads}/a`, fields: { key: "a" }, expiresAt: "2026-11-23T23:47:00.000Z" };
      return answer("startStaffUpload", { uploadId, upload }, 201);
    },
    showStaffUpload: ({ path }) => {
      const uploadId = path.split("/").at(-1) ?? "";
      return answer("showStaffUpload", { uploadId, fileName: "foto.png", sizeBytes: 9, state: "received" });
    },
    reportInspection: ({ path, body }) => {
      reports.add(path);
      for (const { uploadId, sha256 } of JSON.parse(body).captures)
        if (hashes.get(uploadId) === sha256) files.add(sha256);
      return answer("reportInspection", summary);
    },
    reportReading: ({ path }) => {
      reports.add(path);
      return answer("reportReading", {
        ...{ readingId: readingVisit.readingId, supplyCode: "00012346", period: "2026-11", state: "to-notify" },
        ...{ late: false, m3: 65, averageM3: 15, assignmentM3: 20, issueOn: "2026-11-30", notifyBy: "2026-11-28" },
      });
    },
  };
  return { stubs, files, reports };
}

async function opened(day: OfflineDay, signal: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await day.phone();
  await context.setOffline(!signal);
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(30_000);
  await page.clock.setFixedTime(day.clock);
  await page.goto(`${day.site.origin}/desk/inspecciones/`);
  return { context, page };
}

const signIn = (page: Page): Promise<void> => page.getByRole("button", { name: "Ingresar a la mesa" }).first().click();
const send = (page: Page): Promise<void> => page.click("main form button[type=submit]:not(.plain)");

/** Opens the acta of a house where nobody was in, from the list, and fills it in. */
async function begin(page: Page, house: number): Promise<void> {
  await page.getByRole("link", { name: houses[house]?.address ?? "" }).click();
  await page.check("input[name=outcome][value=absent]");
  await page.fill("#premises", "Casa cerrada.");
  await page.check("input[name=leakAtBox][value=no]");
}

async function photograph(page: Page, house: number, from: number, upTo: number): Promise<void> {
  const photos = Array.from({ length: upTo - from }, (_, at) => photoOf(house, from + at));
  await page.setInputFiles("#photos", photos);
  await page
    .locator(".files li")
    .nth(upTo - 1)
    .waitFor();
}

const full = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; 0";

/**
 * Lives an inspector's day without signal: three houses and the visit of a reading, a page opened again in the middle
 * of an acta, a phone that is full for a while, the app killed with its session, a clock that may be wrong; then the
 * signal and a sign-in. Returns what was done and what the office lacks.
 */
export async function liveOfflineDay(day: OfflineDay): Promise<Kept> {
  const { site, photos } = day;
  const office = takingAll(site);
  site.stubs = office.stubs;
  site.access = tokenOf("inspector");
  const before = site.posted;

  const morning = await opened(day, true);
  await signIn(morning.page);
  await morning.page
    .getByText(houses[2]?.address ?? "")
    .first()
    .waitFor();
  // The first `ready` is of a worker that has every file.
  await morning.page.evaluate("navigator.serviceWorker.ready.then(() => 0)");
  await morning.page.reload();
  await morning.page
    .getByText(houses[2]?.address ?? "")
    .first()
    .waitFor();
  await morning.context.setOffline(true);
  await begin(morning.page, 0);
  await photograph(morning.page, 0, 0, 1);
  // Opened again in the middle of an acta.
  await morning.page.reload();
  await morning.page.locator(".files li").first().waitFor();
  await photograph(morning.page, 0, 1, photos[0]);
  await send(morning.page);
  await morning.page.getByText("1 por enviar").waitFor();
  await morning.page.goto(`${site.origin}/desk/inspecciones/`);
  await begin(morning.page, 1);
  // A phone that is full says so; the photo is taken again once there is room.
  await morning.page.locator("#photos").waitFor();
  await morning.page.evaluate(full);
  await morning.page.setInputFiles("#photos", [photoOf(1, 0)]);
  await morning.page.getByText("No pudimos guardar la foto en este teléfono").waitFor();
  await morning.page.reload();
  await morning.page.locator("#photos").waitFor();
  await photograph(morning.page, 1, 0, photos[1]);
  await send(morning.page);
  await morning.page.getByText("2 por enviar").waitFor();
  if (day.forgets) await forget(morning.page);
  await morning.context.close();

  // Killed, without signal and without a session.
  const noon = await opened(day, false);
  await noon.page.getByText("No ha ingresado").waitFor();
  await begin(noon.page, 2);
  await photograph(noon.page, 2, 0, photos[2]);
  await send(noon.page);
  await noon.page.getByText("3 por enviar").waitFor();
  await noon.page.goto(`${site.origin}/desk/inspecciones/`);
  await noon.page.getByRole("link", { name: readingVisit.address ?? "" }).click();
  await noon.page.getByLabel("No había nadie").check();
  await send(noon.page);
  await noon.page.getByText("4 por enviar").waitFor();
  if (day.forgets) await forget(noon.page);
  await noon.context.close();

  const evening = await opened(day, true);
  await signIn(evening.page);
  await evening.page.getByRole("button", { name: "Salir" }).waitFor();
  await evening.page.getByText("por enviar").waitFor({ state: "detached", timeout: 90_000 });
  await evening.context.close();
  const made = photos.flatMap((count, house) =>
    Array.from({ length: count }, (_, at) => hashOf(photoOf(house, at).buffer)),
  );
  return {
    actas: houses.length + 1,
    photos: made.length,
    lostActas: houses.length + 1 - office.reports.size,
    lostPhotos: made.filter((hash) => !office.files.has(hash)).length,
    posted: site.posted - before,
  };
}

/**
 * Erases the files of the phone, without its app knowing. Ends once that is committed: an app killed before would have
 * them still.
 */
const forget = (page: Page): Promise<unknown> =>
  page.evaluate(
    "new Promise((done) => { const asked = indexedDB.open('caudal.reports'); asked.onsuccess = () => { const erasing = asked.result.transaction('photos', 'readwrite', { durability: 'strict' }); erasing.objectStore('photos').clear(); erasing.oncomplete = () => { asked.result.close(); done(0); }; }; })",
  );
