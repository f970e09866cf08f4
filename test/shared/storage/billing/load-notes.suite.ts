import { describe, expect, it } from "vitest";
import type { ImportKind } from "../../../../shared/domain/billing/import.ts";
import type { LastLoad, LoadNotes } from "../../../../shared/storage/billing/load-notes.ts";

/** What every store of load notes keeps; `open` gives one without notes. */
export function loadNotesSuite(open: () => Promise<LoadNotes & LastLoad>): void {
  describe("load notes", () => {
    it.each<[readonly (readonly [ImportKind, string])[], string | undefined, string]>([
      [[], undefined, "nothing was loaded yet"],
      [[["receipts", "2026-11-01T10:00:00.000Z"]], "2026-11-01T10:00:00.000Z", "the only load"],
      [
        [
          ["receipts", "2026-11-01T10:00:00.000Z"],
          ["receipts", "2026-11-02T10:00:00.000Z"],
        ],
        "2026-11-02T10:00:00.000Z",
        "the later of two loads",
      ],
      [
        [
          ["receipts", "2026-11-02T10:00:00.000Z"],
          ["receipts", "2026-11-01T10:00:00.000Z"],
        ],
        "2026-11-02T10:00:00.000Z",
        "an earlier one, noted late, does not make the information older",
      ],
      [
        [
          ["payments", "2026-11-03T10:00:00.000Z"],
          ["receipts", "2026-11-01T10:00:00.000Z"],
        ],
        "2026-11-03T10:00:00.000Z",
        "payments are a load too",
      ],
      [
        [
          ["receipts", "2026-11-01T10:00:00.000Z"],
          ["register", "2026-11-03T10:00:00.000Z"],
          ["controls", "2026-11-04T10:00:00.000Z"],
          ["lines", "2026-11-05T10:00:00.000Z"],
        ],
        "2026-11-01T10:00:00.000Z",
        "no other file makes receipts fresher",
      ],
      [
        [
          ["receipts", "2026-11-04T10:00:00.000Z"],
          ["payments", "2026-11-03T10:00:00.000Z"],
        ],
        "2026-11-04T10:00:00.000Z",
        "whichever kind is the fresher",
      ],
    ])("%j: the last load is the freshest ($2)", async (noted, expected) => {
      const notes = await open();
      for (const [kind, at] of noted) await notes.note(kind, at);
      expect(await notes.read()).toBe(expected);
    });

    it("ends with the latest of 50 at the same moment", async () => {
      const notes = await open();
      const instants = Array.from(
        { length: 50 },
        (_, at) => `2026-11-24T15:45:${String((at * 37) % 50).padStart(2, "0")}.000Z`,
      );
      await Promise.all(instants.map((at) => notes.note("receipts", at)));
      expect(await notes.read()).toBe("2026-11-24T15:45:49.000Z");
    });
  });
}
