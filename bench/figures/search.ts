import { createHash } from "node:crypto";
import { fileKinds } from "../../functions/import-receipts/file-kinds.ts";
import { importMessages } from "../../functions/import-receipts/import-messages.ts";
import { registerRow } from "../../local/seed/supply-register-row.ts";
import { tenant } from "../../settings.ts";
import { type RegisteredSupply, registerColumns } from "../../shared/domain/register-file.ts";
import { importFileKey } from "../../shared/storage/import-files.ts";
import { openImportRegister } from "../../shared/storage/import-register.ts";
import { openLoadNotes } from "../../shared/storage/load-notes.ts";
import { openReceiptLedger } from "../../shared/storage/receipt-ledger.ts";
import { openSupplyTerms, openSupplyTermWriter } from "../../shared/storage/supply-terms.ts";
import { memoryImportWork } from "../../test/doubles/import-work.ts";
import { memoryImportsBucket } from "../../test/doubles/imports-bucket.ts";
import { type Figure, once } from "../figure.ts";
import { type MeteredTable, meteredTable } from "../metered.ts";

interface Searches {
  readonly writesPerRow: number;
  readonly writesPerRowAgain: number;
  readonly readsByName: number;
  readonly readsByNumber: number;
}

const now = "2026-11-24T15:00:00.000Z";

/** Imports a register of invented holders twice into one table, then finds in it. */
const searches = once(async ({ quick }): Promise<Searches> => {
  const table = await meteredTable();
  try {
    const rows = quick ? 3_000 : 21_000;
    const file = [registerColumns.join(";"), ...Array.from({ length: rows }, (_, at) => registerRow(supplyOf(at)))];
    const bytes = new TextEncoder().encode(`${file.join("\n")}\n`);
    const first = await importedInto(table, bytes, "20261124T150000000Z-00000000");
    const again = await importedInto(table, bytes, "20261125T150000000Z-00000000");
    const terms = openSupplyTerms(table);
    const readsOf = async (find: () => Promise<unknown>): Promise<number> => {
      table.reset();
      await find();
      return table.meter.reads;
    };
    return {
      writesPerRow: first / rows,
      writesPerRowAgain: again / rows,
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

/** Returns the write units of an import of file C. */
async function importedInto(table: MeteredTable, bytes: Uint8Array, importId: string): Promise<number> {
  const register = openImportRegister(table);
  const bucket = memoryImportsBucket();
  const queue: unknown[] = [];
  const handle = importMessages({
    register,
    files: bucket.files,
    reports: bucket.reports,
    work: memoryImportWork((task) => queue.push(task)),
    ledger: openReceiptLedger(table),
    notes: openLoadNotes(table),
    terms: openSupplyTermWriter(table),
    kinds: fileKinds(tenant),
    now: () => now,
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const ticket = await bucket.tickets.issue(importId, bytes.byteLength, sha256, now);
  const announced = { fileName: "padron.csv", sizeBytes: bytes.byteLength, sha256, by: "bench", createdAt: now };
  await register.open({ importId, kind: "register", ...announced });
  const versionId = await bucket.upload(ticket, bytes, now);
  table.reset();
  queue.push({ Records: [{ s3: { object: { key: importFileKey(importId), versionId } } }] });
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await handle(next);
  const { writes } = table.meter;
  const record = await register.find(importId);
  if (record?.state !== "done") throw new Error(`the import is ${record?.state}`);
  return writes;
}

const figure = (name: string, unit: string, atMost: number, against: string, of: keyof Searches): Figure => ({
  ...{ name, group: "desk", unit, goal: { atMost }, against },
  measure: async (options) => (await searches(options))[of],
});

const file = "a register of 21,000 invented supplies (3,000 with --quick)";
export const sources = [
  "functions/casework/found.ts",
  "functions/casework/search.ts",
  "shared/domain/search-terms.ts",
  "shared/storage/filed-terms.ts",
  "shared/storage/supply-terms.ts",
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
