import { registerRow } from "../../local/seed/supply-register-row.ts";
import { type RegisteredSupply, registerColumns } from "../../shared/domain/billing/register-file.ts";
import { openSupplyTerms } from "../../shared/storage/supply/supply-terms.ts";
import { type Figure, once } from "../figure.ts";
import { meteredTable } from "../metered.ts";
import { importInto } from "../metered-import.ts";

interface Searches {
  readonly writesPerRow: number;
  readonly writesPerRowAgain: number;
  readonly readsByName: number;
  readonly readsByNumber: number;
}

/** Imports a register of invented holders twice into one table, then finds in it. */
const searches = once(async ({ quick }): Promise<Searches> => {
  const table = await meteredTable();
  try {
    const rows = quick ? 3_000 : 21_000;
    const file = [registerColumns.join(";"), ...Array.from({ length: rows }, (_, at) => registerRow(supplyOf(at)))];
    const bytes = new TextEncoder().encode(`${file.join("\n")}\n`);
    const first = await importInto(table, "register", bytes, "2026-11-24T15:00:00.000Z");
    const again = await importInto(table, "register", bytes, "2026-11-25T15:00:00.000Z");
    const terms = openSupplyTerms(table);
    const readsOf = async (find: () => Promise<unknown>): Promise<number> => {
      table.reset();
      await find();
      return table.meter.reads;
    };
    return {
      writesPerRow: first.writes / rows,
      writesPerRowAgain: again.writes / rows,
      readsByName: await readsOf(() => terms.beginning("word", "MA")),
      readsByNumber: await readsOf(() => terms.beginning("supply", "4321")),
    };
  } finally {
    await table.stop();
  }
});

const syllables = [..."MKLTRSPNCQBDG"].flatMap((consonant) => [..."AEIOU"].map((vowel) => consonant + vowel));

/** An invented word of 1,000. Low numbers are drawn more often, as surnames are shared: a quarter begin with `MA`. */
function wordOf(draw: number): string {
  const at = Math.floor(((draw % 997) / 997) ** 3 * 1_000);
  const first = syllables[Math.floor((at / 1_000) * syllables.length)] ?? "";
  return `${first}${syllables[at % 65] ?? ""}${syllables[Math.floor(at / 16) % 65] ?? ""}`;
}

function supplyOf(at: number): RegisteredSupply {
  return {
    branchCode: "01",
    supplyCode: String(at + 1).padStart(8, "0"),
    holderDocType: "1",
    holderDocNumber: String((at * 7_919) % 100_000_000).padStart(8, "0"),
    holderName: `${wordOf(at * 31)} ${wordOf(at * 57 + 11)} ${wordOf(at * 101 + 5)}`,
    address: `CALLE FICTICIA ${at}`,
    locality: "CERCADO",
    ubigeo: "180101",
    category: "DOMESTICO",
    subsidized: false,
    useUnits: 1,
    serviceType: "A/D",
    waterState: "ACTIVO",
    sewerState: "ACTIVO",
    billingCycle: "01",
    updatedOn: "2026-11-03",
  };
}

const figure = (name: string, unit: string, atMost: number, against: string, of: keyof Searches): Figure => ({
  ...{ name, group: "desk", unit, goal: { atMost }, against },
  measure: async (options) => (await searches(options))[of],
});

const file = "a register of 21,000 invented supplies (3,000 with --quick)";
export const sources = [
  "functions/casework/work/found.ts",
  "functions/casework/work/search.ts",
  "shared/domain/counter/search-terms.ts",
  "shared/storage/counter/filed-terms.ts",
  "shared/storage/supply/supply-terms.ts",
];

export const figures: readonly Figure[] = [
  figure(
    "search-import-units-row",
    "WU",
    1.1,
    `all write units of the first import of ${file}, over its rows`,
    "writesPerRow",
  ),
  figure(
    "search-import-units-again",
    "WU",
    0.05,
    `the same, of a second import without changes; ${file}`,
    "writesPerRowAgain",
  ),
  figure(
    "search-units-by-name",
    "RU",
    30,
    `to find the supplies of the two letters with which a quarter of all words begin, in ${file}`,
    "readsByName",
  ),
  figure("search-units-by-number", "RU", 5, `to find supplies by their last four digits, in ${file}`, "readsByNumber"),
];
