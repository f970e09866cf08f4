import { recompute } from "../../test/evidence/recomputed.ts";
import type { Figure } from "../figure.ts";

export const sources = [
  "functions/render-documents",
  "shared/casework",
  "shared/documents",
  "shared/storage",
  "tenants",
  "test/evidence",
];

export const figures: readonly Figure[] = [
  {
    name: "recompute-differences",
    group: "evidence",
    unit: "cargos",
    goal: { atMost: 0 },
    against:
      "the cargos of 10,000 generated claims made again from the table: those whose content or seal's statement differs as JSON, or whose PDF differs in a byte",
    measure: async ({ quick }) => {
      const { differences } = await recompute(
        quick ? { claims: 10_000, printedToo: 100 } : { claims: 10_000, printedToo: 10_000 },
      );
      for (const each of differences) process.stderr.write(`${each}\n`);
      return differences.length;
    },
  },
];
