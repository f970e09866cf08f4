import { describe, expect, it } from "vitest";
import type { ImportStep } from "../../../../shared/domain/billing/import.ts";
import type { ImportTask, ImportWork } from "../../../../shared/storage/billing/import-work.ts";

/** What every queue of ranges keeps; `open` gives an empty one, and what came out of it. */
export function importWorkSuite(
  open: () => Promise<{ work: ImportWork; received(): Promise<readonly unknown[]> }>,
): void {
  describe("import work", () => {
    it.each<[number, string]>([
      [0, "a file without ranges has none"],
      [1, "one"],
      [10, "as many as a call takes"],
      [11, "one more"],
      [25, "several calls"],
    ])("queues a task for each of %i ranges (%s)", async (ranges) => {
      const { work, received } = await open();
      await work.send("i1", "storing", ranges);
      const tasks = (await received()) as ImportTask[];
      expect(tasks.toSorted((a, b) => a.index - b.index)).toEqual(
        Array.from({ length: ranges }, (_, index) => ({ importId: "i1", step: "storing" satisfies ImportStep, index })),
      );
    });

    it("queues again what is sent again: once is the worker's affair", async () => {
      const { work, received } = await open();
      await work.send("i1", "checking", 2);
      await work.send("i1", "checking", 2);
      expect(await received()).toHaveLength(4);
    });
  });
}
