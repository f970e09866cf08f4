import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unpacked } from "../../../shared/storage/packed.ts";

const json = JSON.stringify({ type: "claim-filed", text: "La lectura no corresponde. ".repeat(40) });

describe("the text that an item keeps", () => {
  it("is read as it was written before texts were packed", () => {
    expect(unpacked(json)).toBe(json);
  });

  it("is read from what was packed", () => {
    expect(unpacked(deflateRawSync(json).toString("base64"))).toBe(json);
  });

  it("is refused if it is neither", () => {
    expect(() => unpacked("[1]")).toThrow();
  });
});
