import type { TableName } from "./storage/tables.ts";

/** Buckets and queues by the names that infra, environment variables and stores use. */
export type BucketName = "imports";
export type QueueName = "import-files" | "import-ranges";

/** A store: the resource it stands on and the actions it needs there, no more. */
export type Grant =
  | { readonly table: TableName; readonly actions: readonly `dynamodb:${string}`[] }
  | { readonly bucket: BucketName; readonly prefix?: string; readonly actions: readonly `s3:${string}`[] }
  | { readonly queue: QueueName; readonly actions: readonly `sqs:${string}`[] };

/** Every store, by name. Permissions and environment of every function come from here and nowhere else. */
export const stores = {
  receiptReader: { table: "billing", actions: ["dynamodb:Query"] },
  guessCounter: { table: "billing", actions: ["dynamodb:UpdateItem"] },
  supplyLinks: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  lastLoad: { table: "billing", actions: ["dynamodb:Query"] },
  loadNotes: { table: "billing", actions: ["dynamodb:PutItem"] },
  receiptLedger: { table: "billing", actions: ["dynamodb:BatchGetItem", "dynamodb:PutItem"] },
  importRegister: {
    table: "billing",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  importTickets: { bucket: "imports", prefix: "files/", actions: ["s3:PutObject"] },
  importFiles: { bucket: "imports", prefix: "files/", actions: ["s3:GetObject", "s3:GetObjectVersion"] },
  importReports: { bucket: "imports", prefix: "reports/", actions: ["s3:GetObject", "s3:PutObject"] },
  reportDownloads: { bucket: "imports", prefix: "reports/", actions: ["s3:GetObject"] },
  importWork: { queue: "import-ranges", actions: ["sqs:SendMessage"] },
} as const satisfies Record<string, Grant>;
export type StoreName = keyof typeof stores;

/** Which function may use which store. */
export const wiring = {
  office: [],
  receipts: ["receiptReader", "guessCounter", "lastLoad", "supplyLinks"],
  desk: ["importRegister", "importTickets", "reportDownloads"],
  "import-receipts": ["receiptLedger", "importRegister", "loadNotes", "importFiles", "importReports", "importWork"],
} as const satisfies Record<string, readonly StoreName[]>;
export type FunctionName = keyof typeof wiring;

/** The environment variable that carries a resource's name: `TABLE_BILLING`, `BUCKET_IMPORTS`, `QUEUE_IMPORT_RANGES`. */
export function variableOf(grant: Grant): string {
  const name =
    "table" in grant ? `table-${grant.table}` : "bucket" in grant ? `bucket-${grant.bucket}` : `queue-${grant.queue}`;
  return name.toUpperCase().replaceAll("-", "_");
}

type Wired<F extends FunctionName> = { readonly [Store in (typeof wiring)[F][number]]: string };

/**
 * The resources of a function's stores, read from its environment: table and bucket names, queue URLs. A store that is
 * not wired to the function does not compile.
 * @throws when a variable is missing: the template and this file would disagree.
 */
export function wired<F extends FunctionName>(
  name: F,
  environment: Readonly<Record<string, string | undefined>>,
): Wired<F> {
  const resources = new Map<StoreName, string>();
  for (const store of wiring[name]) {
    const variable = variableOf(stores[store]);
    const resource = environment[variable];
    if (!resource) throw new Error(`${name} lacks ${variable}`);
    resources.set(store, resource);
  }
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the entries were made from the very names the type is made of
  return Object.fromEntries(resources) as Wired<F>;
}
