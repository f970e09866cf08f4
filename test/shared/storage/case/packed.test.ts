import { describe, expect, it } from "vitest";
import { packed, unpacked } from "../../../../shared/storage/case/packed.ts";

const jsonOf = (times: number): string =>
  JSON.stringify({ text: "La lectura «3 456» no corresponde; ñandú. ".repeat(times) });

describe("the text that an item keeps", () => {
  it("is as it was while it is short", () => {
    expect(packed(jsonOf(1))).toBe(jsonOf(1));
    expect(unpacked(jsonOf(1))).toBe(jsonOf(1));
  });

  it("is packed if it is long, and read again as it was", () => {
    const [json, kept] = [jsonOf(200), packed(jsonOf(200))];
    expect(kept.length).toBeLessThan(json.length / 10);
    expect(unpacked(kept)).toBe(json);
  });

  it("is read if it is long and was written before texts were packed", () => {
    expect(unpacked(jsonOf(200))).toBe(jsonOf(200));
  });

  it("is refused if it is neither", () => {
    expect(() => unpacked("[1]")).toThrow();
  });
});
