import { flipBits } from "../../test/evidence/byte-flip.ts";
import type { Figure } from "../figure.ts";

const seed = 20_261_125;

export const sources = ["scripts/verify", "shared/casework", "shared/domain", "shared/storage", "test/evidence"];

export const figures: readonly Figure[] = [
  {
    name: "byte-flip-missed",
    group: "evidence",
    unit: "files and entries",
    goal: { atMost: 0 },
    against:
      "one bit flipped in each of 1,050 files and entries of 50 sealed cases in turn (attachments, cargos, seals, manifests, daily digests, entries of the chains): those that the offline verifier did not name, or named as another",
    seed,
    measure: async ({ quick }) => {
      const { files, entries, missed, without } = await flipBits({ cases: quick ? 6 : 50, seed });
      for (const each of missed) process.stderr.write(`${each}\n`);
      process.stderr.write(`${files} files, ${entries} entries; missed without a check: ${JSON.stringify(without)}\n`);
      return missed.length;
    },
  },
];
