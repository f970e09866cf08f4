import { expect, it } from "vitest";
import { newSecret } from "../../../../shared/casework/case/new-ids.ts";
import { secretKey } from "../../../../shared/contract/filing/claim-fields.ts";

it("a secret has 128 bits, fits the contract, and nothing in it is taken for another sign", () => {
  const drawn = Array.from({ length: 2_000 }, newSecret);
  for (const one of drawn) expect(secretKey.parse(one)).toBe(one);
  const signs = new Set(drawn.join(""));
  expect(22 * Math.log2(signs.size)).toBeGreaterThanOrEqual(128);
  for (const sign of "0O1Il-_") expect(signs).not.toContain(sign);
  expect(new Set(drawn).size).toBe(drawn.length);
});
