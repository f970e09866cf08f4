import { describe, expect, it } from "vitest";
import { fileAtOnce, interleave } from "../../../../bench/interleavings.ts";

const seed = 20_261_128;

describe("people who write in one case at the same time", () => {
  it("lose nothing that was answered as done, in whatever order their calls come", async () => {
    const { acts, faults } = await interleave({ interleavings: 30, seed });
    expect(faults).toEqual([]);
    expect(acts).toBeGreaterThan(60);
  });

  it("would lose it without the conditions of the writes, and the same run says so", async () => {
    const { faults } = await interleave({ interleavings: 3, seed, isUnconditional: true });
    expect(faults.length).toBeGreaterThan(0);
  });

  it("get one code for one claim that is sent twenty times at once", async () => {
    const codes = await fileAtOnce({ times: 20, seed });
    expect(codes).toHaveLength(20);
    expect([...new Set(codes)]).toEqual([expect.stringMatching(/^RE-/)]);
  });
});
