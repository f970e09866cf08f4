import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { linesAside } from "../../../../functions/import-receipts/lines-aside.ts";
import { noteRow, repeatsIn } from "../../../../functions/import-receipts/repeats.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "caudal-aside-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("lines put aside", () => {
  it("come back once each, those of a key in one group and in order, some thousands at once", async () => {
    const aside = linesAside();
    const keyOf = (at: number): string => `key ${at % 2 ? 0 : at % 60}`;
    const kept = Array.from({ length: 60_000 }, (_, at) => `${keyOf(at)}/${at}`);
    for (const [at, line] of kept.entries()) aside.add(keyOf(at), line);
    const slices: { readonly group: number; readonly lines: readonly string[] }[] = [];
    for await (const slice of aside.slices()) slices.push(slice);
    aside.remove();
    const byKey = (lines: readonly string[]) => Map.groupBy(lines, (line) => line.split("/")[0]);
    expect(byKey(slices.flatMap(({ lines }) => lines))).toEqual(byKey(kept));
    const places = slices.flatMap(({ group, lines }) => [...byKey(lines).keys()].map((key) => `${key} ${group}`));
    expect(new Set(places).size).toBe(byKey(kept).size);
    expect(Math.max(...slices.map(({ lines }) => lines.length))).toBeLessThan(30_000);
  });

  it("wait in memory while they are few, and on disk until they are removed", async () => {
    const aside = linesAside();
    aside.add("key", "few");
    expect(readdirSync(folder)).toEqual([]);
    aside.add("key", "x".repeat(20_000));
    aside.add("key", "last");
    expect(readdirSync(folder)).toHaveLength(1);
    const lines: string[] = [];
    for await (const slice of aside.slices()) lines.push(...slice.lines);
    expect(lines.map(({ length }) => length)).toEqual([3, 20_000, 4]);
    aside.remove();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("the repeats of a file", () => {
  it("are found by line wherever the row before stands, with whether an earlier one is the same", async () => {
    const aside = linesAside();
    const rows = 40_000;
    for (let line = 2; line < rows; line += 1) noteRow(aside, `key ${line}`, `content ${line}`, line);
    noteRow(aside, "key 2", "other", rows);
    noteRow(aside, "key 2", "content 2", rows + 1);
    noteRow(aside, "key 9", "other", rows + 2);
    noteRow(aside, "key 2", "other", rows + 3);
    expect(await repeatsIn(aside)).toEqual([
      [rows, 2, false],
      [rows + 1, 2, true],
      [rows + 2, 9, false],
      [rows + 3, 2, true],
    ]);
    aside.remove();
  });
});
