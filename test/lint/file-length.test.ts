import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const product = ["shared", "functions", "infra", "local", "web", "scripts", "bench", "tenants"];
/** A longer file holds more than one subject. */
const mostLines = 500;

describe("TypeScript of the product", () => {
  it(`has ${mostLines} lines at most in each file that is not generated`, () => {
    const listed = execFileSync("git", ["ls-files", "--", ...product], { cwd: root, encoding: "utf8" });
    const paths = listed.split("\n").filter((path) => /\.(?:tsx?|cjs)$/.test(path) && !path.includes(".generated."));
    expect(paths.length).toBeGreaterThan(700);
    const long = paths.flatMap((path) => {
      const lines = readFileSync(join(root, path), "utf8").split("\n").length - 1;
      return lines > mostLines ? [`${path}: ${lines}`] : [];
    });
    expect(long).toEqual([]);
  });
});
