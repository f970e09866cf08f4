/** A price of the platform in dollars, for how many of what. */
export interface Price {
  readonly usd: number;
  readonly per: number;
  readonly what: string;
  /** Billed beyond so many a month. */
  readonly free?: number;
  /**
   * Seen in several extracts of the price list; else remembered of it, and to be compared with it before it is trusted.
   */
  readonly isSeen: boolean;
}

/** When the list was last gone through, and the Region whose prices these are. */
export const priceList = { asOf: "2026-11-28", region: "us-east-1" } as const;

const million = 1_000_000;
const seen = (usd: number, per: number, what: string, free = 0): Price => ({ usd, per, what, free, isSeen: true });
const remembered = (usd: number, per: number, what: string, free = 0): Price => ({
  ...seen(usd, per, what, free),
  isSeen: false,
});

/** On demand, without taxes, discounts or the credits of a first year. */
export const prices = {
  writeUnits: seen(0.625, million, "write units of DynamoDB"),
  readUnits: seen(0.125, million, "read units of DynamoDB"),
  tableGigabytes: seen(0.25, 1, "GB-months in tables"),
  backupGigabytes: remembered(0.2, 1, "GB-months of point-in-time recovery"),
  vaultGigabytes: remembered(0.1, 1, "GB-months of nightly backups"),
  apiRequests: seen(1, million, "requests of the HTTP API"),
  invocations: seen(0.2, million, "invocations of functions"),
  gigabyteSeconds: seen(0.0000133334, 1, "GB-seconds of functions on ARM"),
  queueRequests: seen(0.4, million, "requests of queues", million),
  logGigabytes: seen(0.5, 1, "GB of logs"),
  filesWritten: seen(5, million, "files written"),
  filesRead: remembered(0.4, million, "files read"),
  fileGigabytes: remembered(0.023, 1, "GB-months of files"),
  movedGigabytes: remembered(0.02, 1, "GB sent to the second Region"),
  scannedFiles: remembered(0.215, 1000, "files scanned for malware"),
  scannedGigabytes: remembered(0.09, 1, "GB scanned for malware"),
  seals: remembered(0.15, 10_000, "signatures of the key"),
  mails: remembered(0.1, 1000, "mails"),
  texts: remembered(0.05, 1, "text messages to Peru"),
  activeAccounts: remembered(0.015, 1, "accounts active in the month", 10_000),
  staffAccounts: remembered(0.02, 1, "accounts of staff active in the month"),
  edgeRequests: remembered(1.2, million, "requests at the edge", 10 * million),
  edgeGigabytes: remembered(0.11, 1, "GB sent by the edge", 1024),
  firewallRequests: remembered(0.6, million, "requests through the firewall"),
  firewalls: remembered(5, 1, "firewalls"),
  firewallRules: remembered(1, 1, "rules of firewalls"),
  alarms: remembered(0.1, 1, "alarms"),
  compositeAlarms: remembered(0.5, 1, "alarms made of others"),
  metrics: remembered(0.3, 1, "own metrics"),
  dashboards: remembered(3, 1, "dashboards", 3),
  keys: remembered(1, 1, "keys"),
  secrets: remembered(0.4, 1, "secrets"),
} as const satisfies Readonly<Record<string, Price>>;

export type Priced = keyof typeof prices;
export type Quantities = Readonly<Partial<Record<Priced, number>>>;

/** Returns the dollars of a quantity of one thing, of which so much as `free` costs nothing. */
export function dollarsOf(priced: Priced, quantity: number, free = 0): number {
  const { usd, per } = prices[priced];
  return (Math.max(0, quantity - free) * usd) / per;
}
