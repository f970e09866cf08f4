import type { IndexName, TableName } from "./storage/tables.ts";

/** The names by which infra, environment variables and stores call the buckets; queues and keys below likewise. */
export type BucketName = "imports" | "quarantine" | "evidence" | "exports" | "digests";
export type QueueName =
  | "import-files"
  | "import-ranges"
  | "uploads"
  | "inspections"
  | "notices"
  | "notice-events"
  | "documents"
  | "reports"
  | "case-copies";
export type KeyName = "seals";

/** What a store may do: its resource, and the actions it needs there and no others. */
export type Grant =
  | {
      readonly table: TableName;
      /** The indexes it reads, besides the table itself. */
      readonly indexes?: readonly IndexName[];
      readonly actions: readonly `dynamodb:${string}`[];
    }
  | { readonly bucket: BucketName; readonly prefix?: string; readonly actions: readonly `s3:${string}`[] }
  | { readonly queue: QueueName; readonly actions: readonly `sqs:${string}`[] }
  | { readonly key: KeyName; readonly actions: readonly `kms:${string}`[] }
  /** Mail from the office's own sender. */
  | { readonly mail: "sender"; readonly actions: readonly `ses:${string}`[] }
  /** Text messages to telephones, which are not a resource of the deployment. */
  | { readonly text: "telephones"; readonly actions: readonly `sns:${string}`[] };

const readAndWrite = [
  "dynamodb:Query",
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:ConditionCheckItem",
] as const;

/** Every store, by name. The permissions and the environment of every function derive from here and nowhere else. */
export const stores = {
  receiptReader: { table: "billing", actions: ["dynamodb:Query"] },
  attemptCounter: { table: "billing", actions: ["dynamodb:UpdateItem"] },
  lookUpTrails: { table: "billing", actions: ["dynamodb:UpdateItem"] },
  supplyLinks: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  /** Reads which supplies an account linked. */
  linkedSupplies: { table: "claims", actions: ["dynamodb:Query"] },
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
  caseFiles: { table: "claims", indexes: ["byQueue", "bySupply", "byAgenda"], actions: readAndWrite },
  calendars: { table: "claims", actions: ["dynamodb:Query"] },
  /** Reads which receipts of a supply are claimed. */
  supplyClaims: { table: "claims", indexes: ["bySupply"], actions: ["dynamodb:Query", "dynamodb:BatchGetItem"] },
  calendarBook: { table: "claims", actions: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  caseReader: { table: "claims", actions: ["dynamodb:Query"] },
  /** Deletes a draft when its resolution is sent to signature. */
  resolutionDrafts: { table: "claims", actions: ["dynamodb:DeleteItem"] },
  appointmentSlots: { table: "claims", actions: ["dynamodb:Query", "dynamodb:UpdateItem"] },
  /** Reads the slots and takes none. */
  slotsReadOnly: { table: "claims", actions: ["dynamodb:Query"] },
  staffRegister: { table: "claims", actions: ["dynamodb:Query", "dynamodb:UpdateItem"] },
  trustedRoots: { table: "claims", actions: ["dynamodb:Query"] },
  holdExchange: {
    table: "claims",
    indexes: ["byQueue"],
    actions: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  supplyHolds: { table: "billing", actions: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  claimDrafts: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  uploads: {
    table: "claims",
    actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  waitingAttachments: { table: "claims", indexes: ["byQueue"], actions: ["dynamodb:Query", "dynamodb:UpdateItem"] },
  submissions: {
    table: "claims",
    indexes: ["byQueue"],
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  outages: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  retained: { table: "claims", indexes: ["byQueue"], actions: ["dynamodb:Query"] },
  confirmations: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  problems: {
    table: "claims",
    indexes: ["byQueue"],
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  resolutionNumbers: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  outbox: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  backlog: { table: "claims", indexes: ["byUndelivered"], actions: ["dynamodb:Query", "dynamodb:GetItem"] },
  attachmentTickets: { bucket: "quarantine", prefix: "attachments/", actions: ["s3:PutObject"] },
  quarantinedAttachments: {
    bucket: "quarantine",
    prefix: "attachments/",
    actions: ["s3:GetObject", "s3:GetObjectVersion"],
  },
  evidenceAttachments: { bucket: "evidence", prefix: "attachments/", actions: ["s3:PutObject", "s3:GetObject"] },
  keptAttachments: { bucket: "evidence", prefix: "attachments/", actions: ["s3:GetObject"] },
  attachmentPages: { bucket: "evidence", prefix: "pages/", actions: ["s3:PutObject"] },
  pageViews: { bucket: "evidence", prefix: "pages/", actions: ["s3:GetObject"] },
  attachmentDownloads: { bucket: "evidence", prefix: "attachments/", actions: ["s3:GetObject"] },
  evidenceDocuments: { bucket: "evidence", prefix: "documents/", actions: ["s3:PutObject", "s3:GetObject"] },
  documentDownloads: { bucket: "evidence", prefix: "documents/", actions: ["s3:GetObject"] },
  fixedNotices: { bucket: "evidence", prefix: "notices/", actions: ["s3:PutObject", "s3:GetObject"] },
  sentNotices: { bucket: "evidence", prefix: "notices/", actions: ["s3:GetObject"] },
  /** Checks the access of external supervisors, and records what they read. */
  supervisorGate: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem"] },
  supervision: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  monthRegister: { table: "claims", actions: ["dynamodb:Query"] },
  /** Reads by key the items that a month's register lists. */
  registeredItems: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  contactCounter: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  attentions: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  observations: {
    table: "claims",
    indexes: ["byQueue"],
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  reportBuilds: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  reportFiles: { bucket: "imports", prefix: "registers/", actions: ["s3:PutObject", "s3:GetObject"] },
  registerDownloads: { bucket: "imports", prefix: "registers/", actions: ["s3:GetObject"] },
  reportWork: { queue: "reports", actions: ["sqs:SendMessage"] },
  caseExports: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  /** Writes the tribunal's copies of case files, which are kept as evidence. */
  packageFiles: { bucket: "evidence", prefix: "packages/", actions: ["s3:PutObject"] },
  packageDownloads: { bucket: "evidence", prefix: "packages/", actions: ["s3:GetObject"] },
  copyFiles: { bucket: "exports", prefix: "copies/", actions: ["s3:PutObject"] },
  copyDownloads: { bucket: "exports", prefix: "copies/", actions: ["s3:GetObject"] },
  /** ZIP files of documents to sign outside, made anew each time one is asked for. */
  signingSets: { bucket: "exports", prefix: "to-sign/", actions: ["s3:PutObject", "s3:GetObject"] },
  exportWork: { queue: "case-copies", actions: ["sqs:SendMessage"] },
  exchangeFiles: { bucket: "imports", prefix: "exchange/", actions: ["s3:PutObject"] },
  uploadTasks: { queue: "uploads", actions: ["sqs:SendMessage"] },
  inspectionWork: { queue: "inspections", actions: ["sqs:SendMessage"] },
  noticeWork: { queue: "notices", actions: ["sqs:SendMessage"] },
  noticeEvents: { queue: "notice-events", actions: ["sqs:SendMessage"] },
  documentWork: { queue: "documents", actions: ["sqs:SendMessage"] },
  seals: { key: "seals", actions: ["kms:Sign"] },
  sealKey: { key: "seals", actions: ["kms:GetPublicKey"] },
  sealKeyBook: { table: "claims", actions: ["dynamodb:PutItem"] },
  changedChains: { table: "claims", actions: ["dynamodb:Query"] },
  digestFiles: { bucket: "digests", prefix: "days/", actions: ["s3:PutObject", "s3:GetObject", "s3:ListBucket"] },
  /** It needs `s3:ListBucket` to distinguish a digest that does not exist from one it may not read. */
  digestReader: { bucket: "digests", prefix: "days/", actions: ["s3:GetObject", "s3:ListBucket"] },
  sealKeys: { table: "claims", actions: ["dynamodb:Query"] },
  /** Records the code and hash of documents that are printed and not kept. */
  printedDocuments: { table: "claims", actions: ["dynamodb:PutItem"] },
  verificationIndex: { table: "claims", actions: ["dynamodb:GetItem"] },
  mail: { mail: "sender", actions: ["ses:SendEmail"] },
  texts: { text: "telephones", actions: ["sns:Publish"] },
} as const satisfies Record<string, Grant>;
export type StoreName = keyof typeof stores;

/** The stores that every function which records in a case needs. */
const recording = ["caseFiles", "holdExchange", "supplyHolds", "staffRegister"] as const;

/** The stores that each function may use. */
export const permissions = {
  office: ["calendars"],
  receipts: [
    "receiptReader",
    "attemptCounter",
    "lookUpTrails",
    "lastLoad",
    "supplyLinks",
    "calendars",
    "contactCounter",
  ],
  "receipt-copies": ["receiptReader", "supplyLinks", "supplyClaims", "calendars", "printedDocuments"],
  claims: [
    ...recording,
    "calendars",
    "receiptReader",
    "attemptCounter",
    "supplyLinks",
    "appointmentSlots",
    "claimDrafts",
    "uploads",
    "submissions",
    "problems",
    "contactCounter",
    "attachmentDownloads",
    "documentDownloads",
    "caseExports",
    "exportWork",
    "copyDownloads",
  ],
  submissions: [
    ...recording,
    "calendars",
    "uploads",
    "waitingAttachments",
    "submissions",
    "attachmentTickets",
    "attachmentDownloads",
    "pageViews",
    "documentDownloads",
    "outages",
    "retained",
  ],
  casework: [
    ...recording,
    "calendars",
    "receiptReader",
    "appointmentSlots",
    "uploads",
    "submissions",
    "problems",
    "confirmations",
    "resolutionNumbers",
    "sentNotices",
    "attachmentDownloads",
    "pageViews",
    "documentDownloads",
    "caseExports",
    "exportWork",
    "packageDownloads",
    "copyDownloads",
    "supervisorGate",
  ],
  signing: [
    ...recording,
    "calendars",
    "resolutionDrafts",
    "receiptReader",
    "uploads",
    "keptAttachments",
    "verificationIndex",
    "trustedRoots",
    "resolutionNumbers",
    "evidenceDocuments",
    "signingSets",
    "seals",
  ],
  verifications: [
    "calendars",
    "caseReader",
    "verificationIndex",
    "sealKeys",
    "sealKey",
    "documentDownloads",
    "digestReader",
  ],
  administration: [...recording, "calendarBook", "slotsReadOnly", "importRegister", "importTickets", "reportDownloads"],
  reports: [
    "calendars",
    "caseReader",
    "supervision",
    "attentions",
    "observations",
    "monthRegister",
    "registeredItems",
    "reportBuilds",
    "reportWork",
    "registerDownloads",
  ],
  "build-reports": [
    "calendars",
    "caseReader",
    "receiptReader",
    "monthRegister",
    "registeredItems",
    "reportBuilds",
    "reportFiles",
    "reportWork",
  ],
  "import-receipts": ["receiptLedger", "importRegister", "loadNotes", "importFiles", "importReports", "importWork"],
  relay: ["outbox", "inspectionWork", "noticeWork", "documentWork"],
  redeliver: ["backlog", "outbox", "inspectionWork", "noticeWork", "documentWork"],
  "assign-inspections": [...recording, "calendars"],
  "send-notices": [...recording, "calendars", "submissions", "confirmations", "fixedNotices", "mail", "texts"],
  "track-text-deliveries": ["noticeEvents"],
  "track-deliveries": [...recording, "calendars", "submissions"],
  "export-case-files": [
    ...recording,
    "calendars",
    "caseExports",
    "exportWork",
    "packageFiles",
    "copyFiles",
    "attachmentDownloads",
    "pageViews",
    "evidenceDocuments",
    "seals",
  ],
  "render-documents": [
    ...recording,
    "calendars",
    "outages",
    "receiptReader",
    "problems",
    "submissions",
    "linkedSupplies",
    "evidenceDocuments",
    "seals",
  ],
  "accept-uploads": [
    ...recording,
    "calendars",
    "uploads",
    "submissions",
    "quarantinedAttachments",
    "evidenceAttachments",
    "attachmentPages",
  ],
  sweep: [
    ...recording,
    "submissions",
    "calendarBook",
    "appointmentSlots",
    "resolutionNumbers",
    "documentWork",
    "exchangeFiles",
    "waitingAttachments",
    "uploadTasks",
  ],
  /** Calls the API from outside, as anybody does. */
  "probe-document-desk": [],
  "digest-chains": ["changedChains", "digestFiles", "seals", "sealKey", "sealKeyBook"],
} as const satisfies Record<string, readonly StoreName[]>;
export type FunctionName = keyof typeof permissions;

/**
 * Returns the environment variable with a resource's name: `TABLE_BILLING`, `BUCKET_IMPORTS`, `QUEUE_IMPORT_RANGES`.
 */
export function variableOf(grant: Grant): string {
  const { actions: _, indexes: __, prefix: ___, ...resource } = { indexes: [], prefix: "", ...grant };
  const [[kind = "", name = ""] = []] = Object.entries(resource);
  return `${kind}-${name}`.toUpperCase().replaceAll("-", "_");
}

type ResourcesOf<F extends FunctionName> = { readonly [Store in (typeof permissions)[F][number]]: string };

/**
 * Returns the resources of a function's stores from its environment: table and bucket names, queue URLs. To ask for a
 * store that `permissions` does not give to the function does not compile.
 * @throws Error if a variable is missing or empty: then the template and this file disagree
 */
export function wired<F extends FunctionName>(
  name: F,
  environment: Readonly<Record<string, string | undefined>>,
): ResourcesOf<F> {
  const resources = new Map<StoreName, string>();
  for (const store of permissions[name]) {
    const variable = variableOf(stores[store]);
    const resource = environment[variable];
    if (!resource) throw new Error(`${name} lacks ${variable}`);
    resources.set(store, resource);
  }
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the entries were made from the very names the type is made of
  return Object.fromEntries(resources) as ResourcesOf<F>;
}
