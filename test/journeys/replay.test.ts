import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acts } from "../../bench/replay/acts.ts";
import type { Report } from "../../bench/replay/report.ts";
import { countedOnScreens, screens } from "../../bench/replay/screens.ts";
import { needsBrowser, openBrowser } from "../web/browser.ts";

const root = join(import.meta.dirname, "..", "..");

function replayed(...asked: readonly string[]): Report {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "bench", "replay.ts"), "--json", "--few", ...asked],
    { cwd: root, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

describe("a few days of the office, replayed", () => {
  it("the board shows exactly who came and what was resolved, and nothing is lost", () => {
    const report = replayed();
    expect(report).toMatchObject({
      attended: 24,
      resolved: 17,
      withdrawn: 2,
      silences: 0,
      silencesBy: {},
      lost: 0,
      failures: [],
      hearingsAbove: 0,
      visitsPast: 0,
      lateAppointments: 0,
      differences: 0,
    });
    expect(report.requests).toBeGreaterThan(400);
    const inspectors = report.hours.find(({ desk }) => desk === "inspector");
    expect(inspectors?.hours).toBeGreaterThan(5);
    expect(report.hours.every(({ share }) => share <= 1)).toBe(true);
  });

  it("while nobody signs what is decided waits, and what waits too long is granted by silence, with its cause", () => {
    const { silences, silencesBy, resolved, lost, hours } = replayed("--vacant=signer");
    expect(silences).toBeGreaterThan(0);
    expect(silencesBy).toEqual({ "sin firmar": silences - 2, "sin aceptar el desistimiento": 2 });
    expect(resolved).toBe(17 - (silences - 2));
    expect(lost).toBe(0);
    expect(hours.find(({ desk }) => desk === "signer")?.waited).toBeGreaterThan(20);
  });
});

describe.runIf(needsBrowser())("the minutes of an act", () => {
  it("are those of its screens: as many words as stand there, a tenth more or less, and as many touches", async () => {
    const browser = await openBrowser();
    try {
      const counted = await countedOnScreens(browser);
      const off = Object.keys(screens).flatMap((name) => {
        const act = name as keyof typeof screens;
        const [of, now] = [acts[act] as { words?: number; touches?: number }, counted.get(act)];
        const words = Math.abs((now?.words ?? 0) - (of.words ?? 0)) / (of.words ?? 1);
        const touches = Math.abs((now?.touches ?? 0) - (of.touches ?? 0));
        return words > 0.1 || touches > 2 ? [{ act, now }] : [];
      });
      expect(off).toEqual([]);
      const uncounted = Object.entries(acts).filter(([name]) => !Object.hasOwn(screens, name));
      expect(uncounted.map(([, act]) => "timed" in act)).toEqual([true]);
    } finally {
      await browser.close();
    }
  });
});
