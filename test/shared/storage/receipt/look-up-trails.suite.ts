import { describe, expect, it } from "vitest";
import type { LookUpTrails } from "../../../../shared/storage/receipt/look-up-trails.ts";

const source = "address 203.0.113.9";
const at = (second: number): string => `2026-11-24T15:45:${String(second).padStart(2, "0")}.123Z`;
const step = (supplyCode: string, right = false) => ({ supplyCode, right });
/** A step as it is noted. */
const asked = (supplyCode: string, right = false) => ({ ...step(supplyCode, right), counts: true });

/** What every store of trails keeps; `open` gives an empty one. */
export function lookUpTrailsSuite(open: () => Promise<LookUpTrails>): void {
  describe("look-up trails", () => {
    it("give a source's other supplies, oldest first, each as it was answered last", async () => {
      const trails = await open();
      expect(await trails.note(source, asked("00012345"), at(1))).toEqual([]);
      expect(await trails.note(source, asked("00012346", true), at(2))).toEqual([step("00012345")]);
      expect(await trails.note(source, asked("00012345", true), at(3))).toEqual([step("00012346", true)]);
      expect(await trails.note(source, asked("00012347"), at(4))).toEqual([
        step("00012346", true),
        step("00012345", true),
      ]);
    });

    it("are each source's own, and each quarter of a day's", async () => {
      const trails = await open();
      await trails.note(source, asked("00012345"), at(1));
      expect(await trails.note("account maria", asked("00012346"), at(2))).toEqual([]);
      expect(await trails.note(source, asked("00012346"), "2026-11-24T18:00:00.000Z")).toEqual([]);
    });

    it("never grow: the newest replace others", async () => {
      const trails = await open();
      for (let code = 10_000; code < 10_200; code += 1) await trails.note(source, asked(String(code)), at(1));
      expect((await trails.note(source, asked("77777"), at(2)))?.length).toBeLessThanOrEqual(32);
    });

    it("show each of many at once no fewer than came before it", async () => {
      const trails = await open();
      const codes = Array.from({ length: 20 }, (_, code) => String(50_000 + code));
      const seen = await Promise.all(codes.map((code) => trails.note(source, asked(code), at(1))));
      // A field that two codes share keeps one of them.
      const most = Math.max(...seen.map((others) => others?.length ?? 0));
      expect(most).toBeGreaterThan(8);
      expect(new Set(seen.map((others) => others?.length)).size).toBeGreaterThanOrEqual(most);
    });

    it("note nothing of a source that is challenged, until its trail begins anew", async () => {
      const trails = await open();
      await trails.note(source, asked("00012345", true), at(1));
      await trails.refuse(source, asked("00012345"), at(1), true);
      expect(await trails.note(source, asked("00012346", true), at(2))).toBeUndefined();
      await trails.refuse(source, asked("00012347"), at(2), false);
      expect(await trails.note(source, asked("00012346", true), "2026-11-24T17:59:59.999Z")).toBeUndefined();
      expect(await trails.note(source, asked("00012347"), "2026-11-24T18:00:00.000Z")).toEqual([]);
    });

    it("keep no outcome that was not shown", async () => {
      const trails = await open();
      await trails.note(source, asked("00012345", true), at(1));
      await trails.refuse(source, asked("00012345"), at(1), false);
      expect(await trails.note(source, asked("00012346"), at(2))).toEqual([step("00012345")]);
    });
  });
}
