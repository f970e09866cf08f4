import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openClock } from "../../local/clock.ts";
import { openRecords } from "../../local/records.ts";
import { tenant } from "../../settings.ts";

const company = tenant.calendars.COMPANY.value;

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-24T16:00:00.000Z"), toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

function clockIn(folder = mkdtempSync(join(tmpdir(), "clock-"))) {
  const file = openRecords(folder);
  return { folder, clock: openClock(file.of("clock"), company), close: () => file.close() };
}

describe("the stack's clock", () => {
  it.each([
    ["+3d", "2026-11-27T16:00:00.000Z", "days, at the same hour"],
    ["+4wd", "2026-11-30T16:00:00.000Z", "working days pass over a weekend"],
    ["+10wd", "2026-12-10T16:00:00.000Z", "and over two holidays"],
    ["2027-01-15", "2027-01-15T05:00:00.000Z", "a day begins at midnight in Lima"],
    ["2026-11-24T16:00:01Z", "2026-11-24T16:00:01.000Z", "an instant"],
  ])("moves by %s to %s (%s)", (to, now) => {
    expect(clockIn().clock.move(to)).toBe(now);
  });

  it("knows what it would show had it not been moved last", () => {
    const { clock } = clockIn();
    expect(clock.unmoved()).toBe(clock.now());
    clock.move("+3d");
    clock.move("+1d");
    expect(clock.unmoved()).toBe("2026-11-27T16:00:00.000Z");
  });

  it.each([
    ["2026-11-24", "today began already"],
    ["2026-11-24T15:59:59Z", "back"],
    ["+0wd", "no term of no days"],
    ["-1d", "back by days"],
    ["tomorrow", "words"],
    ["2026-11-31", "a day that does not exist"],
    ["2026-12-01T10:00:00", "an instant of nowhere"],
    ["", "nothing"],
  ])('refuses "%s" (%s) and stays', (to) => {
    const { clock } = clockIn();
    expect(() => clock.move(to)).toThrow(RangeError);
    expect(clock.now()).toBe("2026-11-24T16:00:00.000Z");
  });

  it("adds moves up, shares them as they come, and keeps them", () => {
    const { folder, clock, close } = clockIn();
    clock.move("+1d");
    clock.move("+1d");
    expect(new Float64Array(clock.offset)[0]).toBe(2 * 86_400_000);
    close();
    expect(clockIn(folder).clock.now()).toBe("2026-11-26T16:00:00.000Z");
  });
});
