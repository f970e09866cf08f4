import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleFunctions } from "../../scripts/bundle.ts";
import decompressed from "../../scripts/native-brotli.ts";
import { fontFiles } from "../../shared/documents/font-files.ts";

const into = mkdtempSync(join(tmpdir(), "caudal-bundles-"));
beforeAll(() => bundleFunctions(["signing", "render-documents", "office"], into), 60_000);
afterAll(() => rmSync(into, { recursive: true, force: true }));

describe("the bundle of a function that makes PDFs", () => {
  it.each(["signing", "render-documents"])("contains the fonts and the colour profile: %s", (name) => {
    expect(readdirSync(join(into, name, "fonts")).toSorted()).toEqual(Object.values(fontFiles).toSorted());
    expect(existsSync(join(into, name, "data", "sRGB_IEC61966_2_1.icc"))).toBe(true);
  });

  it("is the only kind that contains them", () => {
    expect(readdirSync(join(into, "office"))).toEqual(["index.cjs", "openapi.json"]);
  });
});

it("the function that answers the API's description has it beside it, and none of the routes it describes", () => {
  const described = JSON.parse(readFileSync(join(into, "office", "openapi.json"), "utf8"));
  expect(Object.keys(described.paths)).toContain("/api/desk/claims/{claimId}/resolution");
  expect(readFileSync(join(into, "office", "index.cjs"), "utf8")).not.toContain("/desk/claims/{claimId}");
});

it("fonts are decompressed by Node's own brotli", () => {
  expect(Buffer.from(decompressed(brotliCompressSync("ñandú"))).toString()).toBe("ñandú");
  expect(readFileSync(join(into, "signing", "index.cjs"), "utf8")).not.toContain("BrotliDictionary");
});
