import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { browserProgram } from "../../test/chromium.ts";
import { launchedPhone } from "../../test/web/launched.ts";
import { type Kept, liveOfflineDay, type OfflineDay } from "../../test/web/offline-day.ts";
import { serveSite } from "../../test/web/site-server.ts";
import { type Figure, once } from "../figure.ts";

/** Lives a day on a phone of its own, with the build's pages and an API of stubs. */
async function lived(asked: Pick<OfflineDay, "clock" | "photos" | "forgets">): Promise<Kept> {
  build(["web"]);
  const program = await browserProgram();
  const site = await serveSite(join(import.meta.dirname, "..", "..", "build"));
  const folder = mkdtempSync(join(tmpdir(), "caudal-phone-"));
  try {
    return await liveOfflineDay({ site, phone: () => launchedPhone(program, folder), ...asked });
  } finally {
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const ahead = "2026-11-24T14:42:00.000Z";
const behind = "2026-11-22T14:42:00.000Z";

const days = once(async ({ quick }) => {
  const photos = quick ? ([2, 2, 2] as const) : ([14, 13, 13] as const);
  const found: Kept[] = [];
  for (const clock of quick ? [behind] : [ahead, behind]) found.push(await lived({ clock, photos }));
  return found;
});

export const sources = ["web", "scripts/web.ts", "scripts/desk-worker.ts", "test/web/offline-day.ts"];

const day =
  "two days of three houses, 40 photos and the visit of an atypical reading in a browser without network (one day of 6 photos with --quick): the page opened again in the middle of an acta, the phone full for a while, the app killed with its session, its clock a day ahead and a day behind; the office is an API of stubs";

export const figures: readonly Figure[] = [
  {
    name: "offline-day-lost",
    group: "desk",
    unit: "actas and photos",
    goal: { atMost: 0 },
    against: `that the office lacks once the network is back and its inspector signed in; ${day}`,
    measure: async (options) => (await days(options)).reduce((sum, one) => sum + one.lostActas + one.lostPhotos, 0),
  },
  {
    name: "offline-day-forgetful",
    group: "desk",
    unit: "of 1",
    goal: { atLeast: 1 },
    against: "photos lost by such a day of three photos whose phone forgets its files when it is closed: the control",
    measure: async () => {
      const { photos, lostPhotos } = await lived({ clock: ahead, photos: [1, 1, 1], forgets: true });
      return lostPhotos / photos;
    },
  },
];
