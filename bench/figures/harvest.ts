import { fileKinds } from "../../functions/import-receipts/file-kinds.ts";
import { lookUpCredential } from "../../functions/receipts/look-up-credential.ts";
import { lookUpReceipt, lookUpReceiptSignedIn } from "../../functions/receipts/look-up-receipt.ts";
import type { ApiEvent } from "../../functions/runtime/serve.ts";
import { seededWorld } from "../../local/seed.ts";
import { tenant } from "../../settings.ts";
import { receiptRules } from "../../shared/casework/receipt/receipt-rules.ts";
import { linkSupply as linkRoute } from "../../shared/contract/receipt/receipt-routes.ts";
import { receiptColumns } from "../../shared/domain/billing/receipt-file.ts";
import type { AttemptCounter } from "../../shared/storage/attempt-counter.ts";
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

/** Who asks: an address without an account, or an account. */
interface Source {
  readonly address?: string;
  readonly sub?: string;
}
const oneAddress: Source = { address: "203.0.113.9" };
const addresses = Array.from({ length: 30 }, (_, at): Source => ({ address: `203.0.113.${at + 1}` }));
const accounts = Array.from({ length: 12 }, (_, at): Source => ({ sub: `account-${at + 1}` }));

/** The rule before attempts were counted beside each other: five wrong ones an hour at each supply. */
function onlyBySupply(): AttemptCounter {
  const counter = memoryAttemptCounter();
  const mayGuess: AttemptCounter["mayGuess"] = (who, { supplyCode, right }, now) =>
    counter.mayReveal(`${who} ${supplyCode}`, now, { right, allowed: 5 });
  return { ...counter, mayGuess };
}

/** Returns a function that asks the real look-up, over the seed in memory. It returns 200, 403, 404 or 429. */
async function office(
  rows: readonly string[],
  attemptCounter: AttemptCounter,
): Promise<(receipt: PrintedReceipt, source: Source) => Promise<number>> {
  const table = memoryTable<LedgerItem>();
  const ledger = memoryReceiptLedger(table);
  for (const [line, row] of rows.entries()) {
    const read = fileKinds(tenant).receipts.read(row.split(";"));
    if (!read.ok) throw new Error("the seed holds a wrong row");
    await ledger.store({ key: read.key, row: read.canonical, line }, "i", undefined);
  }
  const receiptReader = memoryReceiptReader(table);
  const stores = { receiptReader, attemptCounter, lookUpTrails: memoryLookUpTrails(), pause: async () => {} };
  const deps = {
    receiptReader,
    supplyLinks: memorySupplyLinks(),
    accountContacts: { find: async () => undefined },
    lookUpCredential: lookUpCredential(stores, tenant.supplyCodeLength.value),
    rulesAt: async () => receiptRules(tenant, at),
    loadedAt: async () => at,
  };
  const [withoutAccount, signedIn] = [lookUpReceipt(deps), lookUpReceiptSignedIn(deps)];
  return async (receipt, { address, sub }) => {
    const event = {
      headers: { "x-viewer-address": address ?? "203.0.113.9", "content-type": "application/json" },
      body: JSON.stringify(receipt),
      isBase64Encoded: false,
      requestContext: {
        requestId: "bench",
        ...(sub && { authorizer: { jwt: { claims: { sub, token_use: "access", "cognito:groups": "customers" } } } }),
      },
    } as unknown as ApiEvent;
    const answered = await (sub ? signedIn : withoutAccount).answer(event, at);
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
 * Goes through each of `walks` from `sources`, each of which takes its share of the neighbours, one attempt at a time
 * and all at once, each time with a new counter. Returns how many neighbours the most successful run opened a receipt
 * of.
 */
async function harvest(sources: readonly Source[], counter: () => AttemptCounter): Promise<number> {
  const { rows, printed } = town();
  const totals = usualTotals(printed).slice(0, attemptsEach);
  const targets = printed.slice(1, 1 + neighbours);
  let most = 0;
  for (const walk of Object.values(walks))
    for (const atOnce of [false, true]) {
      const ask = await office(rows, counter());
      const opened = new Set<string>();
      const tried = walk(targets, totals).map((receipt) => async () => {
        const source = sources[Number(receipt.supplyCode) % sources.length] ?? oneAddress;
        if ((await ask(receipt, source)) === 200) opened.add(receipt.supplyCode);
      });
      if (atOnce) await Promise.all(tried.map((one) => one()));
      else for (const one of tried) await one();
      most = Math.max(most, opened.size);
    }
  return most;
}

/**
 * Looks up the own receipts of `customers` customers from one address, in random order, one in four after a mistyped
 * total. Counts the right attempts that are refused; the mistyped ones are not counted.
 */
async function refusedBehindOneAddress(): Promise<number> {
  const { rows, printed } = town();
  const ask = await office(rows, memoryAttemptCounter());
  const random = randomBy(seed);
  let refused = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    const own = printed[Math.floor(random() * printed.length)];
    if (!own) throw new Error("the seed has no supplies");
    if (random() < 0.25) await ask({ ...own, total: "1.00" }, oneAddress);
    if ((await ask(own, oneAddress)) !== 200) refused += 1;
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
  "shared/domain/receipt/look-up-trail.ts",
  "shared/storage/attempt-counter.ts",
  "shared/storage/receipt/look-up-trails.ts",
];

const opened = (name: string, from: string, sources: readonly Source[]): Figure => ({
  name,
  group: "operate",
  unit: "receipts",
  goal: { atMost: 2 },
  against: `of ${neighbours} neighbours in a day, the town's five most usual totals each, from ${from}; the most of ten walks over the real look-up; with five attempts an hour a supply alone, more are opened`,
  seed,
  measure: async () => {
    if ((await harvest(sources, onlyBySupply)) <= 2)
      throw new Error("the attack opens nothing by the rule before either");
    return harvest(sources, memoryAttemptCounter);
  },
});

export const figures: readonly Figure[] = [
  opened("neighbours-opened", "30 addresses", addresses),
  opened("neighbours-opened-by-accounts", "12 accounts", accounts),
  {
    name: "neighbours-named",
    group: "operate",
    unit: "supplies",
    goal: { atMost: 0 },
    against: `of ${neighbours} neighbours whose number and total somebody knows: supplies that these link, which show name and address; the key of each receipt links it`,
    seed,
    measure: async () => {
      const targets = town().printed.slice(1, 1 + neighbours);
      const links = (body: object) => linkRoute.body.safeParse(body).success;
      if (!targets.every(({ supplyCode }) => links({ supplyCode, printedKey: "K7M492QP" })))
        throw new Error("no supply can be linked at all");
      return targets.filter(links).length;
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
