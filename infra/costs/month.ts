import { backupDays } from "../constructs/backups.ts";
import { dollarsOf, type Priced, prices, type Quantities } from "./prices.ts";

/**
 * What one of each costs in the platform's units. Requests and units of the tables are counts (`npm run figures -- desk
 * fast`, `test/functions/units.test.ts`), and so are a look-up's bytes in the log; milliseconds, other bytes and how
 * many files and messages a claim has are estimates.
 */
export const uses = {
  "a look-up without sign-in": {
    writeUnits: 2,
    readUnits: 1,
    apiRequests: 1,
    invocations: 1,
    gigabyteSeconds: 0.25 * 0.03,
    logGigabytes: 250 / 1e9,
    edgeRequests: 8,
    firewallRequests: 8,
    edgeGigabytes: 60_000 / 1e9,
  },
  "a claim, as if each went to the tribunal": {
    writeUnits: 788,
    readUnits: 565,
    apiRequests: 150,
    invocations: 250,
    gigabyteSeconds: 250 * 0.5 * 0.15,
    queueRequests: 23 * 3,
    logGigabytes: (250 * 550) / 1e9,
    filesWritten: 50,
    filesRead: 100,
    seals: 20,
    mails: 9,
    texts: 3,
    scannedFiles: 4,
    scannedGigabytes: 4 * 0.0005,
    edgeRequests: 400,
    firewallRequests: 400,
    edgeGigabytes: 0.004,
  },
  "a receipt imported": { writeUnits: 1.1 },
  "news of a receipt": { writeUnits: 1, mails: 0.7, texts: 0.3, queueRequests: 3, invocations: 0.2 },
  "an account active": { activeAccounts: 1, texts: 1, apiRequests: 20, invocations: 20, readUnits: 20 },
} as const satisfies Readonly<Record<string, Quantities>>;
export type Use = keyof typeof uses;

/** How often each happens in a month, for each connection. Of the first tenant's own count where it says so. */
export const rates: Readonly<Record<Use, { readonly each: number; readonly because: string }>> = {
  "a look-up without sign-in": { each: 0.5, because: "assumed: one connection in two looks at its receipt" },
  "a claim, as if each went to the tribunal": {
    each: 3572 / 5 / 24_000,
    because: "3,572 claims in five months of 24,000 connections, which the first tenant publishes",
  },
  "a receipt imported": { each: 1, because: "one a month" },
  "news of a receipt": { each: 0.2, because: "assumed: one in five agreed to have it" },
  "an account active": { each: 0.05, because: "assumed: one in twenty signs in" },
};

/** What stands there whether anybody comes or not. The templates have no more of each (`test/infra/costs.test.ts`). */
export const standing = {
  alarms: 110,
  compositeAlarms: 20,
  firewalls: 2,
  firewallRules: 5,
  keys: 2,
  secrets: 2,
  metrics: 30,
  dashboards: 2,
} as const satisfies Quantities;

/** The members of staff of so many connections, each of whom signs in every month: assumed. */
const connectionsOfAStaff = 2000;

/**
 * What is kept after five years, for each connection: 60 receipts of 1.5 KB, and claims of 60 KB with files of 3 MB. A
 * night's backup is a whole one: both Regions keep as many as there are days, and one goes over each night, as do the
 * files, which the second Region keeps too.
 */
const kept = (connections: number): Quantities => {
  const monthly = rates["a claim, as if each went to the tribunal"].each * connections;
  const tables = (60 * 1500 * connections + 60_000 * 60 * monthly) / 1e9;
  const filesOf = (months: number): number => (3e6 * months * monthly) / 1e9;
  return {
    tableGigabytes: tables,
    backupGigabytes: tables,
    vaultGigabytes: 2 * backupDays * tables,
    fileGigabytes: 2 * filesOf(60),
    filesWritten: uses["a claim, as if each went to the tribunal"].filesWritten * monthly,
    movedGigabytes: 30 * tables + filesOf(1),
    staffAccounts: connections / connectionsOfAStaff,
  };
};

/**
 * What the check of each night reads after five years: the item of every code and its bearer's (as many codes again as
 * claims), eleven units of each claim of two months and of one turn in 28, and a list for each thousand files, at the
 * price of a file written.
 */
const checked = (connections: number): Quantities => {
  const { each } = rates["a claim, as if each went to the tribunal"];
  const { filesWritten } = uses["a claim, as if each went to the tribunal"];
  const claims = 60 * each * connections;
  return {
    readUnits: 30 * (2 * claims * 5 + (claims / 30 + claims / 28) * 11),
    filesWritten: (30 * claims * filesWritten) / 1000,
  };
};

/**
 * The schedules: one run a minute of the probe, which asks the API twice, one every five of another function, one an
 * hour of six, each of half a GB for two seconds.
 */
const scheduled: Quantities = {
  invocations: 30 * 24 * (3 * 60 + 12 + 6),
  gigabyteSeconds: 30 * 24 * (60 + 12 + 6),
  apiRequests: 30 * 24 * 2 * 60,
  edgeRequests: 30 * 24 * 2 * 60,
  firewallRequests: 30 * 24 * 2 * 60,
  readUnits: 30 * 24 * 500,
};

export const parts = {
  tables: ["writeUnits", "readUnits", "tableGigabytes"],
  "backups and the second Region": ["backupGigabytes", "vaultGigabytes", "movedGigabytes"],
  "functions, API and queues": ["apiRequests", "invocations", "gigabyteSeconds", "queueRequests"],
  "files, scans and seals": ["filesWritten", "filesRead", "fileGigabytes", "scannedFiles", "scannedGigabytes", "seals"],
  mail: ["mails"],
  "text messages": ["texts"],
  accounts: ["activeAccounts", "staffAccounts"],
  "the edge and its firewall": ["edgeRequests", "edgeGigabytes", "firewallRequests", "firewalls", "firewallRules"],
  "logs, alarms, keys": ["logGigabytes", "alarms", "compositeAlarms", "metrics", "dashboards", "keys", "secrets"],
} as const satisfies Readonly<Record<string, readonly Priced[]>>;
export type Part = keyof typeof parts;

function added(all: readonly (readonly [Quantities, number])[]): Quantities {
  const sum: Partial<Record<Priced, number>> = {};
  for (const [quantities, times] of all)
    for (const [priced, quantity] of Object.entries(quantities) as [Priced, number][])
      sum[priced] = (sum[priced] ?? 0) + quantity * times;
  return sum;
}

type Dollars = Readonly<Record<Part, number>>;

function dollarsByPart(quantities: Quantities, freeOf: (priced: Priced) => number): Dollars {
  const of = (priced: readonly Priced[]) =>
    priced.reduce((sum, one) => sum + dollarsOf(one, quantities[one] ?? 0, freeOf(one)), 0);
  return Object.fromEntries(Object.entries(parts).map(([part, priced]) => [part, of(priced)])) as Dollars;
}

/** Returns the dollars of a month, by part, of an office of so many connections in its fifth year. */
export function monthOf(connections: number): Dollars {
  const used = (Object.keys(uses) as Use[]).map((use) => [uses[use], rates[use].each * connections] as const);
  const all = added([...used, [standing, 1], [kept(connections), 1], [checked(connections), 1], [scheduled, 1]]);
  return dollarsByPart(all, (priced) => prices[priced].free ?? 0);
}

/** Returns the dollars of so many of one use, by part, as if nothing of the month were free. */
export function dollarsOfUse(use: Use, times: number): Dollars {
  return dollarsByPart(added([[uses[use], times]]), () => 0);
}
