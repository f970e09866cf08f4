import { importFile } from "../../local/import-file.ts";
import { form } from "../../local/journey/intake-steps.ts";
import { startLife } from "../../local/journey/life.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { billedSupplies } from "../../local/journey/supplies.ts";
import { seededFiles } from "../../local/seed/supplies.ts";
import { startLocalStack } from "../../local/stack.ts";
import { tenant } from "../../settings.ts";
import { type Figure, median, once } from "../figure.ts";
import { type RequestTracker, startRequestTracker } from "../peers/request-tracker.ts";
import { quietOffice, workedQueues } from "../quiet-office.ts";

/** What both do, by name: each call does it once. */
interface Jobs {
  readonly file: () => Promise<unknown>;
  readonly read: () => Promise<unknown>;
  readonly list: () => Promise<unknown>;
}
type Job = keyof Jobs;
const jobs: readonly Job[] = ["file", "read", "list"];
const clients = [1, 4] as const;

type Ratios = Readonly<Record<`${Job}-${(typeof clients)[number]}`, number>>;

/** A second of filings gives the workers up to ten seconds of work. */
const roundSeconds = 5;

/** A page of a list, and how many cases there are before the first round. */
const rows = 50;

/**
 * Does the same on this office and on Request Tracker 5, in rounds in turn; before each, this office's workers end what
 * the one before left them.
 */
const ratios = once(async ({ quick }): Promise<Ratios> => {
  const tracker = await startRequestTracker();
  const stack = await startLocalStack({ say: () => {} });
  try {
    const ours = await officeJobs(openOffice(stack.origin), await stack.token("billing"));
    const theirs = trackerJobs(tracker);
    const quiet = quietOffice(stack.environment["AWS_ENDPOINT_URL_SQS"] ?? "", workedQueues(stack.resources));
    for (let at = 0; at < (quick ? 10 : rows); at += 1) for (const both of [ours, theirs]) await both.file();
    const found: Record<string, number> = {};
    for (const job of jobs)
      for (const at of clients)
        found[`${job}-${at}`] = await ratioOf([ours[job], theirs[job]], at, quick ? 1 : roundSeconds, quiet);
    return found as Ratios;
  } finally {
    await stack.stop();
    await tracker.stop();
  }
});

/**
 * Returns how much more often a second the first is done than the second, in three rounds in turn after one that warms
 * both and is not counted; in one alone if a round is of one second.
 */
async function ratioOf(
  both: readonly (() => Promise<unknown>)[],
  at: number,
  seconds: number,
  quiet: () => Promise<void>,
): Promise<number> {
  const per: number[][] = both.map(() => []);
  for (let round = 0; round < (seconds > 1 ? 4 : 1); round += 1)
    for (const [who, work] of both.entries()) {
      await quiet();
      per[who]?.push(await perSecond(work, at, seconds));
    }
  const [own = 0, other = 0] = per.map((rates) => median(rates.length > 1 ? rates.slice(1) : rates));
  process.stderr.write(`${at} at once: ${own.toFixed(1)} a second, the peer ${other.toFixed(1)}\n`);
  return own / other;
}

/** Returns how often a second something is done, by so many at once that each wait for their answer. */
async function perSecond(work: () => Promise<unknown>, atOnce: number, seconds: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (1000 * done) / (performance.now() - began);
}

/** A claim by web about a receipt, the page that staff decide it on, and the first page of the list of new claims. */
async function officeJobs(office: Office, token: string): Promise<Jobs> {
  const lists = tenant.billing.tariffLists.value;
  const { receipts } = seededFiles({ supplies: 1_500, months: 2, lastPeriod: "2026-10", lists, seed: 7 });
  const bytes = new TextEncoder().encode(receipts);
  await importFile({ origin: office.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
  const supplies = billedSupplies(receipts).values();
  const filed: string[] = [];
  return {
    file: async () => {
      const { value: supply } = supplies.next();
      if (!supply) throw new Error("there are more filings than supplies");
      const { supplyCode } = supply;
      const { life } = startLife(office, supply, "peers");
      const said = { ...form(life, "cliente@example.pe"), claimType: "F01" as const, uploadIds: [] };
      const body = { ...said, supplyCode, channel: "counter" as const };
      const key = `figure-of-peers-${supplyCode}`;
      const { claimId } = await office.call("operator", "takeClaim", { body }, { key });
      filed.push(claimId);
    },
    read: () =>
      office.call("clerk", "showCase", { params: { claimId: filed[Math.floor(Math.random() * filed.length)] ?? "" } }),
    list: () => office.call("clerk", "listWork", { query: { queue: "admission", limit: String(rows) } }),
  };
}

const grounds = "Este mes somos los mismos tres en casa y el recibo subió mucho.";

/** A ticket with its first entry, the ticket and its history, and fifty by their due date. */
function trackerJobs({ call }: RequestTracker): Jobs {
  let tickets = 0;
  return {
    file: async () => {
      const Due = new Date(Date.now() + 86_400_000 * (20 + (tickets % 30)))
        .toISOString()
        .slice(0, 19)
        .replace("T", " ");
      await call("POST", "ticket", { Queue: "General", Subject: "Consumo elevado", Content: grounds, Due });
      tickets += 1;
    },
    read: async () => {
      const id = 1 + Math.floor(Math.random() * tickets);
      await call("GET", `ticket/${id}`);
      await call("GET", `ticket/${id}/history?fields=Type,Creator,Created,Content&per_page=100`);
    },
    list: () => call("GET", `tickets?query=Status%3D'new'&orderby=Due&per_page=${rows}&fields=Subject,Due,Status`),
  };
}

export const sources = [
  "bench/peers",
  "functions/casework",
  "functions/telephone",
  "functions/visits-and-hearings",
  "functions/runtime",
  "local",
  "shared/casework",
  "shared/documents",
  "shared/storage",
];

const done: Readonly<Record<Job, string>> = {
  file: "a claim of a receipt taken at the counter, with its law, terms, chain, visit and hearing, while the workers make its seven documents; there a ticket with a text and a due date",
  read: "the page that staff decide a claim on, with what may be done and by when; there a ticket and its history",
  list: `the first ${rows} of the list of new claims by their legal day; there the first ${rows} new tickets by their due date`,
};
const least: Readonly<Record<Job, number>> = { file: 4, read: 50, list: 50 };

export const figures: readonly Figure[] = jobs.flatMap((job) =>
  clients.map(
    (at): Figure => ({
      name: `peer-${job}-${at}`,
      group: "fast",
      unit: "×",
      goal: { atLeast: least[job] },
      wholeOnly: true,
      against: `times as many a second, ${at} at once, as Request Tracker 5 (Debian's package, SQLite, two workers) in the same run, both warm: ${done[job]}`,
      measure: async (options) => (await ratios(options))[`${job}-${at}`],
    }),
  ),
);
