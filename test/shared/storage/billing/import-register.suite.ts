import { describe, expect, it } from "vitest";
import type { ImportState } from "../../../../shared/domain/billing/import.ts";
import type { ImportRegister } from "../../../../shared/storage/billing/import-register.ts";

const importId = "20261124T154512123Z-00000001";
const announced = {
  importId,
  kind: "receipts",
  fileName: "recibos_202610.csv",
  sizeBytes: 1_234,
  sha256: "0".repeat(64),
  by: "staff-1",
  createdAt: "2026-11-24T15:45:12.123Z",
} as const;

const uncounted = {
  accepted: 0,
  unchanged: 0,
  repeatedCopies: 0,
  repeatedOther: 0,
  superseded: 0,
  refused: 0,
  warned: 0,
};
const opened = {
  ...announced,
  state: "waiting",
  ranges: 0,
  rows: 0,
  holderRows: 0,
  previewingRanges: 0,
  previewingRows: 0,
  storingRanges: 0,
  storingRows: 0,
  checkingRanges: 0,
  checkingRows: 0,
  ...uncounted,
};

/** What every register keeps; `openEmpty` gives one without imports. */
export function importRegisterSuite(openEmpty: () => Promise<ImportRegister>): void {
  const openWith = async (...ids: readonly string[]): Promise<ImportRegister> => {
    const register = await openEmpty();
    for (const id of ids) await register.open({ ...announced, importId: id });
    return register;
  };

  describe("import register", () => {
    it("finds what was opened, waiting and with nothing counted", async () => {
      const register = await openWith(importId);
      expect(await register.find(importId)).toEqual(opened);
      expect(await register.find("another")).toBeUndefined();
    });

    it("opens an id once, also of 50 at the same moment", async () => {
      const register = await openWith();
      const openings = await Promise.allSettled(
        Array.from({ length: 50 }, (_, at) => register.open({ ...announced, sizeBytes: at })),
      );
      const done = openings.findIndex(({ status }) => status === "fulfilled");
      expect(openings.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await register.find(importId)).toMatchObject({ sizeBytes: done });
    });

    it.each<[ImportState, readonly ImportState[], ImportState, boolean, string]>([
      ["waiting", ["waiting"], "scanning", true, "the file came"],
      ["scanning", ["waiting", "scanning"], "scanning", true, "it came again while it was scanned"],
      ["storing", ["waiting", "scanning"], "scanning", false, "what is stored is not scanned again"],
      ["scanning", ["scanning"], "refused", true, "its structure is wrong"],
      ["refused", ["waiting", "scanning"], "scanning", false, "a refusal is the end"],
      ["done", ["checking"], "done", false, "the end comes once"],
      ["waiting", ["storing", "checking"], "done", false, "no step is skipped"],
    ])("is %s: from %j to %s is %s (%s)", async (state, from, to, moved) => {
      const register = await openWith(importId);
      await register.move(importId, ["waiting"], state);
      expect(await register.move(importId, from, to)).toBe(moved);
      expect(await register.find(importId)).toEqual({ ...opened, state: moved ? to : state });
    });

    it("sets fields with the move, and none when it does not move", async () => {
      const register = await openWith(importId);
      await register.move(importId, ["waiting"], "storing", { rows: 12, ranges: 2, versionId: "v1" });
      await register.move(importId, ["waiting"], "storing", { rows: 99, ranges: 9, versionId: "v2" });
      expect(await register.find(importId)).toEqual({
        ...opened,
        state: "storing",
        rows: 12,
        ranges: 2,
        versionId: "v1",
      });
    });

    it("moves one of 50 at the same moment", async () => {
      const register = await openWith(importId);
      const moves = Array.from({ length: 50 }, () => register.move(importId, ["waiting"], "scanning"));
      expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
    });

    describe("what waits for a decision", () => {
      const decided = {
        as: "import",
        by: "staff-2",
        name: "PERSONA DE PRUEBA",
        at: "2026-11-24T16:00:00.000Z",
      } as const;
      const preview = {
        previewedAt: "2026-11-24T15:50:00.000Z",
        holders: [{ supplyCode: "00012345", before: "UNO", after: "DOS" }],
        refusedFor: [{ reason: "periodo falta", rows: 2, line: 7 }],
      };
      const waiting = async (): Promise<ImportRegister> => {
        const register = await openEmpty();
        await register.open({ ...announced, asksFirst: true });
        await register.move(importId, ["waiting"], "scanning", preview);
        return register;
      };
      const shown = { ...opened, ...preview, asksFirst: true, state: "scanning" };

      it("is decided once, also by 50 at the same moment", async () => {
        const register = await waiting();
        const all = Array.from({ length: 50 }, (_, at) => register.decide(importId, { ...decided, by: `${at}` }, ""));
        const said = await Promise.all(all);
        expect(said.filter(Boolean)).toHaveLength(1);
        expect(await register.find(importId)).toEqual({
          ...shown,
          decided: { ...decided, by: `${said.indexOf(true)}` },
        });
      });

      it("is refused, with the reason, when it is discarded", async () => {
        const register = await waiting();
        const discarded = { ...decided, as: "discard" } as const;
        expect(await register.decide(importId, discarded, "Se descartó.")).toBe(true);
        expect(await register.find(importId)).toEqual({
          ...shown,
          ...{ state: "refused", failure: "Se descartó.", finishedAt: decided.at, decided: discarded },
        });
      });

      it("is decided about only while it waits", async () => {
        const register = await openWith(importId);
        await register.move(importId, ["waiting"], "scanning");
        expect(await register.decide(importId, decided, "")).toBe(false);
        expect(await register.decide("another", decided, "")).toBe(false);
        expect(await register.find(importId)).toEqual({ ...opened, state: "scanning" });
      });
    });

    it("does not move what it does not hold", async () => {
      const register = await openWith(importId);
      expect(await register.move("another", ["waiting"], "scanning")).toBe(false);
      expect(await register.find("another")).toBeUndefined();
    });

    it("counts a range once, also of 50 at the same moment", async () => {
      const register = await openWith(importId);
      const counts = { accepted: 9, refused: 1 };
      await Promise.all(Array.from({ length: 50 }, () => register.countRange(importId, "checking", 3, 10, counts)));
      expect(await register.find(importId)).toEqual({
        ...opened,
        checkingRanges: 1,
        checkingRows: 10,
        accepted: 9,
        refused: 1,
      });
    });

    it("counts 50 ranges at the same moment, each step for itself", async () => {
      const register = await openWith(importId, "another");
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          await register.countRange(importId, "storing", index, 10, {});
          await register.countRange(importId, "checking", index, 10, { accepted: 8, warned: 1, unchanged: 2 });
        }),
      );
      expect(await register.find(importId)).toEqual({
        ...opened,
        storingRanges: 50,
        storingRows: 500,
        checkingRanges: 50,
        checkingRows: 500,
        accepted: 400,
        warned: 50,
        unchanged: 100,
      });
      expect(await register.find("another")).toEqual({ ...opened, importId: "another" });
    });

    describe("list", () => {
      const ids = ["20261101T000000000Z-0000000f", "20261102T000000000Z-0000000a", "20261102T000000000Z-0000000b"];
      it.each<[number, string | undefined, readonly number[], string]>([
        [50, undefined, [2, 1, 0], "newest first; of an instant by the rest of the id"],
        [2, undefined, [2, 1], "as many as asked for"],
        [2, ids[1], [0], "from the one that was seen last"],
        [50, ids[0], [], "nothing after the oldest"],
        [50, "20261101T120000000Z-00000000", [0], "a position need not be an import's"],
        [50, "20261103T000000000Z-00000000", [2, 1, 0], "nor lie among them"],
      ])("of %i: $3", async (limit, after, expected) => {
        const register = await openWith("20261102T000000000Z-0000000b", ...ids.slice(0, 2));
        const listed = await register.list(limit, after);
        expect(listed).toEqual(expected.map((at) => ({ ...opened, importId: ids[at] })));
      });

      it("is empty without imports", async () => {
        expect(await (await openWith()).list(20)).toEqual([]);
      });
    });
  });
}
