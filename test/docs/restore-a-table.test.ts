import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";
import { permissions } from "../../shared/permissions.ts";

it("the codes are taken before any function that draws one runs again", () => {
  const page = readFileSync(join(root, "docs/runbooks/restore-a-table.md"), "utf8");
  const [, exchange = ""] = page.split("**Exchange.**");
  const steps = exchange.split(/\n(?=\d+\. )/);
  const taking = steps.findIndex((step) => step.includes("--codes"));
  expect(taking).toBeGreaterThan(0);
  expect(taking).toBeLessThan(steps.findIndex((step) => step.includes("delete-function-concurrency")));
  const drawing = Object.entries<readonly string[]>(permissions).filter(([, stores]) => stores.includes("takenCodes"));
  expect(drawing.map(([name]) => name).filter((name) => !steps[taking]?.includes(`\`${name}\``))).toEqual([]);
});
