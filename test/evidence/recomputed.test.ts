import { expect, it } from "vitest";
import { recompute } from "./recomputed.ts";

it("a cargo made again from what is stored is the one that was issued: 10,000 as JSON, 100 as PDF", async () => {
  const { claims, differences, noticed } = await recompute({ claims: 10_000, printedToo: 100 });
  expect(differences).toEqual([]);
  // A letter of one stored fact changed, and it is another cargo.
  expect(noticed).toBe(claims);
}, 120_000);
