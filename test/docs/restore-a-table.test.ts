import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { workers } from "../../infra/workers.ts";
import { root } from "../../scripts/bundle.ts";
import { permissions } from "../../shared/permissions.ts";

const page = readFileSync(join(root, "docs/runbooks/restore-a-table.md"), "utf8");

it("the codes are taken before any function that draws one runs again", () => {
  const [, exchange = ""] = page.split("**Exchange.**");
  const steps = exchange.split(/\n(?=\d+\. )/);
  const taking = steps.findIndex((step) => step.includes("--codes"));
  expect(taking).toBeGreaterThan(0);
  expect(taking).toBeLessThan(steps.findIndex((step) => step.includes("delete-function-concurrency")));
  const drawing = Object.entries<readonly string[]>(permissions).filter(([, stores]) => stores.includes("takenCodes"));
  expect(drawing.map(([name]) => name).filter((name) => !steps[taking]?.includes(`\`${name}\``))).toEqual([]);
});

it("a table that is exchanged gets its stream back as it was, and every function that follows it", () => {
  const following = Object.entries(workers).flatMap(([name, { follows }]) => (follows ? name : []));
  expect(following.filter((name) => !page.includes(`\`${name}:live\``))).toEqual([]);
  const [, view] =
    /StreamViewType\.(\w+)/.exec(readFileSync(join(root, "infra/constructs/store-table.ts"), "utf8")) ?? [];
  expect(page).toContain(`\`StreamViewType=${view}\``);
});
