import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openPhone } from "../../browser.ts";
import { liveOfflineDay, type OfflineDay } from "../../offline-day.ts";
import { servePages, site } from "../../served.ts";

servePages();

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A day on a phone of its own. */
function dayOn(changed: Partial<OfflineDay> & Pick<OfflineDay, "clock" | "photos">) {
  const folder = mkdtempSync(join(tmpdir(), "caudal-phone-"));
  folders.push(folder);
  return liveOfflineDay({ site, phone: () => openPhone(folder), ...changed });
}

describe("an inspector's day without signal", { timeout: 300_000 }, () => {
  it("sends 40 photos and each acta in the evening, from a phone whose clock is a day behind", async () => {
    const kept = await dayOn({ clock: "2026-11-22T14:42:00.000Z", photos: [14, 13, 13] });
    expect(kept).toEqual({ actas: 4, photos: 40, lostActas: 0, lostPhotos: 0, posted: 40 });
  });

  it("would be seen to lose photos if the phone did not keep them", async () => {
    const { photos, lostPhotos } = await dayOn({
      ...{ clock: "2026-11-24T14:42:00.000Z", photos: [1, 1, 1] as const },
      forgets: true,
    });
    expect(lostPhotos).toBe(photos);
  });
});
