import { fileKinds } from "../../functions/import-receipts/file-kinds.ts";
import { lookUpCredential } from "../../functions/receipts/look-up-credential.ts";
import { lookUpReceipt } from "../../functions/receipts/look-up-receipt.ts";
import type { ApiEvent } from "../../functions/runtime/serve.ts";
import { seededWorld } from "../../local/seed.ts";
import { tenant } from "../../settings.ts";
import { receiptRules } from "../../shared/casework/receipt-rules.ts";
import { receiptColumns } from "../../shared/domain/receipt-file.ts";
import type { LookUpTrails } from "../../shared/storage/look-up-trails.ts";
import { memoryAttemptCounter } from "../../test/doubles/attempt-counter.ts";
import { memoryLookUpTrails } from "../../test/doubles/look-up-trails.ts";
import { memoryTable } from "../../test/doubles/memory-table.ts";
import { type LedgerItem, memoryReceiptLedger } from "../../test/doubles/receipt-ledger.ts";
import { memoryReceiptReader } from "../../test/doubles/receipt-reader.ts";
import { memorySupplyLinks } from "../../test/doubles/supply-links.ts";
import type { Figure } from "../figure.ts";

const seed = 20_261_127;
const at = "2026-11-27T15:00:00.000Z";
const neighbours = 120;
const customers = 500;
const attemptsEach = 5;

/** What is printed on a receipt of the seed, whose numbers follow the supplies' order. */
interface PrintedReceipt {
  readonly supplyCode: string;
  readonly receiptNumber: string;
  readonly total: string;
}

const cell = (cells: readonly string[], column: (typeof receiptColumns)[number]): string =>
  cells[receiptColumns.indexOf(column)] ?? "";

/** Returns the seed's rows and each supply's last receipt, in the order of their codes. */
function town(): { readonly rows: readonly string[]; readonly printed: readonly PrintedReceipt[] } {
  const rows = seededWorld(at).receipts.trim().split("\n").slice(1);
  const printed = new Map<string, PrintedReceipt>();
  for (const row of rows) {
    const cells = row.split(";");
    const supplyCode = cell(cells, "nroinscripcion");
    const receiptNumber = `${cell(cells, "serie")}-${cell(cells, "correlativo")}`;
    printed.set(supplyCode, { supplyCode, receiptNumber, total: cell(cells, "total_pagar") });
  }
  return { rows, printed: [...printed.values()] };
}

/**
 * Returns the different totals to pay, the one that most supplies pay first. A real attacker, who has one receipt,
 * knows less.
 */
function usualTotals(printed: readonly PrintedReceipt[]): readonly string[] {
  const byTotal = Map.groupBy(printed, ({ total }) => total);
  return [...byTotal].toSorted(([, one], [, other]) => other.length - one.length).map(([total]) => total);
}

const unguarded: LookUpTrails = { note: async () => [], refuse: async () => {} };

/**
 * Returns a function that asks the real look-up, over the seed in memory and always from one address. It returns the
 * HTTP status: 200, 403, 404 or 429.
 */
async function office(
  rows: readonly string[],
  lookUpTrails: LookUpTrails,
): Promise<(receipt: PrintedReceipt) => Promise<number>> {
  const table = memoryTable<LedgerItem>();
  const ledger = memoryReceiptLedger(table);
  for (const [line, row] of rows.entries()) {
    const read = fileKinds(tenant).receipts.read(row.split(";"));
    if (!read.ok) throw new Error("the seed holds a wrong row");
    await ledger.store({ key: read.key, row: read.canonical, line }, "i", undefined);
  }
  const receiptReader = memoryReceiptReader(table);
  const stores = { receiptReader, attemptCounter: memoryAttemptCounter(), lookUpTrails, pause: async () => {} };
  const served = lookUpReceipt({
    receiptReader,
    supplyLinks: memorySupplyLinks(),
    accountContacts: { find: async () => undefined },
    lookUpCredential: lookUpCredential(stores, tenant.supplyCodeLength.value),
    rulesAt: async () => receiptRules(tenant, at),
    loadedAt: async () => at,
  });
  return async (receipt) => {
    const event = {
      headers: { "x-viewer-address": "203.0.113.9", "content-type": "application/json" },
      body: JSON.stringify(receipt),
      isBase64Encoded: false,
      requestContext: { requestId: "bench" },
    } as unknown as ApiEvent;
    const answered = await served.answer(event, at);
    const refusals = { "receipt-not-found": 404, "too-many-attempts": 429, "sign-in-to-continue": 403 };
    if (answered.ok) return 200;
    const status = refusals[answered.error as keyof typeof refusals];
    if (status === undefined) throw new Error(`a look-up was refused: ${String(answered.error)}`);
    return status;
  };
}

type Walk = (printed: readonly PrintedReceipt[], totals: readonly string[]) => readonly PrintedReceipt[];
const attempted = (printed: readonly PrintedReceipt[], totals: readonly string[]) =>
  printed.flatMap((receipt) => totals.map((total) => ({ ...receipt, total })));

/**
 * Orders in which to try each neighbour with the five most usual totals, by numbers that follow from one's own receipt.
 */
const walks: Readonly<Record<string, Walk>> = {
  "counting up": attempted,
  "counting down": (printed, totals) => attempted(printed.toReversed(), totals),
  "one total for all, then the next": (printed, totals) => totals.flatMap((total) => attempted(printed, [total])),
  "every tenth": (printed, totals) =>
    attempted(
      printed.toSorted((one, other) => (Number(one.supplyCode) % 10) - (Number(other.supplyCode) % 10)),
      totals,
    ),
  "in no order": (printed, totals) => {
    const random = randomBy(seed);
    return attempted(
      printed
        .map((receipt) => [random(), receipt] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([, receipt]) => receipt),
      totals,
    );
  },
};

/**
 * Goes through each of `walks` twice, one attempt at a time and all at once, each time with new `trails`. Returns how
 * many neighbours the most successful of these runs opened a receipt of.
 */
async function harvest(trails: () => LookUpTrails): Promise<number> {
  const { rows, printed } = town();
  const totals = usualTotals(printed).slice(0, attemptsEach);
  const targets = printed.slice(1, 1 + neighbours);
  const harvests = await Promise.all(
    Object.values(walks).flatMap((walk) =>
      [false, true].map(async (atOnce) => {
        const ask = await office(rows, trails());
        const opened = new Set<string>();
        const tried = walk(targets, totals).map((receipt) => async () => {
          if ((await ask(receipt)) === 200) opened.add(receipt.supplyCode);
        });
        if (atOnce) await Promise.all(tried.map((one) => one()));
        else for (const one of tried) await one();
        return opened.size;
      }),
    ),
  );
  return Math.max(...harvests);
}

/**
 * Looks up the own receipts of `customers` customers from one address, in random order, one in four after a mistyped
 * total. Counts the right attempts that are refused; the mistyped ones are not counted.
 */
async function refusedBehindOneAddress(): Promise<number> {
  const { rows, printed } = town();
  const ask = await office(rows, memoryLookUpTrails());
  const random = randomBy(seed);
  let refused = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    const own = printed[Math.floor(random() * printed.length)];
    if (!own) throw new Error("the seed has no supplies");
    if (random() < 0.25) await ask({ ...own, total: "1.00" });
    if ((await ask(own)) !== 200) refused += 1;
  }
  return refused;
}

/** Returns a small random generator of numbers from 0 to below 1, the same numbers for the same `first`. */
function randomBy(first: number): () => number {
  let state = first;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

export const sources = [
  "functions/receipts",
  "shared/domain/look-up-trail.ts",
  "shared/storage/attempt-counter.ts",
  "shared/storage/look-up-trails.ts",
];

export const figures: readonly Figure[] = [
  {
    name: "neighbours-opened",
    group: "operate",
    unit: "receipts",
    goal: { atMost: 2 },
    against: `of ${neighbours} neighbours, five usual totals each, tried from the numbers of one receipt; the most of ten walks over the real look-up; unguarded, more than 2 are opened`,
    seed,
    measure: async () => {
      if ((await harvest(() => unguarded)) <= 2)
        throw new Error("the attack opens nothing even when it is not stopped");
      return harvest(memoryLookUpTrails);
    },
  },
  {
    name: "honest-look-ups-refused",
    group: "operate",
    unit: "look-ups",
    goal: { atMost: 0 },
    against: `of ${customers} customers behind one address, over 300 supplies side by side, one in four mistyping first`,
    seed,
    measure: refusedBehindOneAddress,
  },
];
