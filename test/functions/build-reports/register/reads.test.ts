import { expect, it } from "vitest";
import { figures } from "../../../../bench/figures/register.ts";

it("a row of a month costs its own claim's items, however full the table is", { timeout: 240_000 }, async () => {
  const [small, large] = await Promise.all(figures.map(({ measure }) => measure({ quick: true })));
  expect(small).toBe(4);
  expect(large).toBe(small);
});
