import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stopImports } from "../../../../bench/stopped-imports.ts";
import { captureLog } from "../../log-lines.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("an import that is stopped", () => {
  it("at any row stores in the end what it does without a stop", async () => {
    const { stops, differing } = await stopImports({ rows: 20 });
    expect(stops).toBeGreaterThan(15);
    expect(differing).toEqual([]);
  });

  it("and given up does not, at any row: the same comparison says so", async () => {
    const { stops, differing } = await stopImports({ rows: 20, oneIn: 5, isGivenUp: true });
    expect(differing).toHaveLength(stops);
  });
});
