import { expect, it } from "vitest";
import { isWhole } from "../whole.ts";
import { recompute } from "./recomputed.ts";

const of = isWhole ? { claims: 10_000, printedToo: 100 } : { claims: 500, printedToo: 5 };

it(`a cargo made again from what is stored is the one that was issued: ${of.claims} as JSON, ${of.printedToo} as PDF`, async () => {
  const { claims, differences, noticed } = await recompute(of);
  expect(differences).toEqual([]);
  // With one letter of a stored fact changed, the cargo is another.
  expect(noticed).toBe(claims);
}, 120_000);
