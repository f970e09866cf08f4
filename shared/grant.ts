import type { IndexName, TableName } from "./storage/tables.ts";

/**
 * The buckets, by the names that infra, environment variables and stores use for them. The names of queues and keys
 * below are used in the same way.
 */
export type BucketName = "imports" | "quarantine" | "evidence" | "exports" | "digests";
export type QueueName =
  | "import-files"
  | "import-ranges"
  | "uploads"
  | "drawings"
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
      /**
       * How the partition keys begin of the items it may delete. Needed with `dynamodb:DeleteItem`, which it limits.
       */
      readonly deletes?: readonly [`${string}#`, ...`${string}#`[]];
      /** How the partition keys begin of the items it puts and updates. Without it, those of any item. */
      readonly writes?: readonly [`${string}#`, ...`${string}#`[]];
    }
  | { readonly bucket: BucketName; readonly prefix: `${string}/`; readonly actions: readonly `s3:${string}`[] }
  | { readonly queue: QueueName; readonly actions: readonly `sqs:${string}`[] }
  | { readonly key: KeyName; readonly actions: readonly `kms:${string}`[] }
  | { readonly pool: "customers" | "staff"; readonly actions: readonly `cognito-idp:${string}`[] }
  /** Mail from the office's own sender. */
  | { readonly mail: "sender"; readonly actions: readonly `ses:${string}`[] }
  /** Text messages to telephones, which are not a resource of the deployment. */
  | { readonly text: "telephones"; readonly actions: readonly `sns:${string}`[] };

/** What may be done with the accounts of the staff. */
const accountActions = (
  [
    "CreateUser",
    "GetUser",
    "EnableUser",
    "DisableUser",
    "AddUserToGroup",
    "RemoveUserFromGroup",
    "UserGlobalSignOut",
  ] as const
).map((name) => `cognito-idp:Admin${name}` as const);

/** The stores of who works in the office, of their accounts, and of how many open claims each owns. */
export const staffGrants = {
  staffRegister: { table: "claims", actions: ["dynamodb:Query", "dynamodb:UpdateItem"] },
  accessChanges: { table: "claims", actions: ["dynamodb:Query", "dynamodb:PutItem"] },
  staffAccounts: { pool: "staff", actions: accountActions },
  ownedClaims: { table: "claims", actions: ["dynamodb:Query", "dynamodb:UpdateItem"], writes: ["STAFF#"] },
  staffReader: { table: "claims", actions: ["dynamodb:Query"] },
} as const satisfies Record<string, Grant>;

/** The stores of the pictures of files' pages: written, seen, and how far those of the office's documents are. */
export const pictureGrants = {
  attachmentPages: { bucket: "evidence", prefix: "pages/", actions: ["s3:PutObject"] },
  pageViews: { bucket: "evidence", prefix: "pages/", actions: ["s3:GetObject"] },
  documentPictures: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"] },
} as const satisfies Record<string, Grant>;

/**
 * The stores of attempts at a supply or a claim, of the sources that look supplies up, and of the look-ups of a day.
 */
export const lookUpGrants = {
  attemptCounter: { table: "billing", actions: ["dynamodb:UpdateItem"] },
  /** In the table whose stream is counted: each note bears the day's look-ups of its source. */
  lookUpTrails: { table: "claims", actions: ["dynamodb:UpdateItem"], writes: ["T#"] },
  lookUpCounts: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"], writes: ["ATTENTIONS#"] },
} as const satisfies Record<string, Grant>;

/** The stores of atypical readings before their receipts. */
export const readingGrants = {
  atypicalReadings: {
    table: "claims",
    indexes: ["byQueue"],
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:UpdateItem"],
  },
  controlledReadings: { table: "claims", actions: ["dynamodb:GetItem"] },
  /** Adds what a file of the commercial system brings, and closes what it decides. */
  foundReadings: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
} as const satisfies Record<string, Grant>;

/** The stores of links between accounts and supplies, and of who agreed to hear of new receipts. */
export const linkGrants = {
  supplyLinks: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    deletes: ["ACCOUNT#", "SUPPLY#"],
    writes: ["ACCOUNT#", "SUPPLY#"],
  },
  endedLinks: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"] },
  /** Finds one link of an account and changes none. */
  foundLinks: { table: "claims", actions: ["dynamodb:GetItem"] },
  sentLinks: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"] },
  accountContacts: { pool: "customers", actions: ["cognito-idp:AdminGetUser"] },
  receiptNewsConsents: {
    table: "claims",
    actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    deletes: ["RECEIPT-NEWS#"],
  },
  receiptNewsList: { table: "claims", actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem"] },
  announcedReceipts: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"] },
  receiptNewsStops: { table: "claims", actions: ["dynamodb:DeleteItem"], deletes: ["RECEIPT-NEWS#"] },
} as const satisfies Record<string, Grant>;

/** What the check of the night reads besides cases, by keys and lists: no file's content. It writes only its place. */
export const checkGrants = {
  namedItems: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  givenCodes: { table: "billing", actions: ["dynamodb:Query", "dynamodb:BatchGetItem"] },
  linkReader: { table: "claims", actions: ["dynamodb:Query"] },
  looks: { table: "claims", actions: ["dynamodb:Query"] },
  keptObjects: [
    { bucket: "evidence", prefix: "documents/", actions: ["s3:ListBucket"] },
    { bucket: "evidence", prefix: "attachments/", actions: ["s3:ListBucket"] },
  ],
  checkPlaces: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem"], writes: ["CHECKED#"] },
} as const satisfies Record<string, Grant | readonly Grant[]>;

/** The register of an office's months, and the items that it lists. */
export const registerGrants = {
  monthRegister: { table: "claims", actions: ["dynamodb:Query"] },
  /** These four read by key the items that a month's register lists, or that an office's number names. */
  registeredProblems: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  registeredSubmissions: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  registeredObservations: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  registeredCases: { table: "claims", actions: ["dynamodb:BatchGetItem", "dynamodb:GetItem"] },
} as const satisfies Record<string, Grant>;

/** The stores of files. */
export const fileGrants = {
  importTickets: { bucket: "imports", prefix: "files/", actions: ["s3:PutObject"] },
  importFiles: { bucket: "imports", prefix: "files/", actions: ["s3:GetObject", "s3:GetObjectVersion"] },
  importReports: { bucket: "imports", prefix: "reports/", actions: ["s3:GetObject", "s3:PutObject"] },
  reportDownloads: { bucket: "imports", prefix: "reports/", actions: ["s3:GetObject"] },
  attachmentTickets: { bucket: "quarantine", prefix: "attachments/", actions: ["s3:PutObject"] },
  quarantinedAttachments: {
    bucket: "quarantine",
    prefix: "attachments/",
    actions: ["s3:GetObject", "s3:GetObjectVersion"],
  },
  evidenceAttachments: { bucket: "evidence", prefix: "attachments/", actions: ["s3:PutObject", "s3:GetObject"] },
  keptAttachments: { bucket: "evidence", prefix: "attachments/", actions: ["s3:GetObject"] },
  attachmentDownloads: { bucket: "evidence", prefix: "attachments/", actions: ["s3:GetObject"] },
  documents: { bucket: "evidence", prefix: "documents/", actions: ["s3:PutObject", "s3:GetObject"] },
  documentDownloads: { bucket: "evidence", prefix: "documents/", actions: ["s3:GetObject"] },
  fixedNotices: { bucket: "evidence", prefix: "notices/", actions: ["s3:PutObject", "s3:GetObject"] },
  sentNotices: { bucket: "evidence", prefix: "notices/", actions: ["s3:GetObject"] },
  reportFiles: { bucket: "imports", prefix: "registers/", actions: ["s3:PutObject", "s3:GetObject"] },
  registerReader: { bucket: "imports", prefix: "registers/", actions: ["s3:GetObject"] },
  registerDownloads: { bucket: "imports", prefix: "registers/", actions: ["s3:GetObject"] },
  /** Writes the tribunal's copies of case files, which are kept as evidence. */
  packageFiles: { bucket: "evidence", prefix: "packages/", actions: ["s3:PutObject"] },
  packageDownloads: { bucket: "evidence", prefix: "packages/", actions: ["s3:GetObject"] },
  copyFiles: { bucket: "exports", prefix: "copies/", actions: ["s3:PutObject"] },
  copyDownloads: { bucket: "exports", prefix: "copies/", actions: ["s3:GetObject"] },
  /** ZIP files of documents to sign outside, made anew each time one is asked for. */
  signingSets: { bucket: "exports", prefix: "to-sign/", actions: ["s3:PutObject", "s3:GetObject"] },
  exchangeFiles: { bucket: "imports", prefix: "exchange/", actions: ["s3:PutObject"] },
  digestFiles: { bucket: "digests", prefix: "days/", actions: ["s3:PutObject", "s3:GetObject", "s3:ListBucket"] },
  /** It needs `s3:ListBucket` to distinguish a digest that does not exist from one it may not read. */
  digestReader: { bucket: "digests", prefix: "days/", actions: ["s3:GetObject", "s3:ListBucket"] },
} as const satisfies Record<string, Grant>;

/** The stores that are queues. */
export const queueGrants = {
  importWork: { queue: "import-ranges", actions: ["sqs:SendMessage"] },
  reportWork: { queue: "reports", actions: ["sqs:SendMessage"] },
  exportWork: { queue: "case-copies", actions: ["sqs:SendMessage"] },
  uploadTasks: { queue: "uploads", actions: ["sqs:SendMessage"] },
  drawingTasks: { queue: "drawings", actions: ["sqs:SendMessage"] },
  inspectionWork: { queue: "inspections", actions: ["sqs:SendMessage"] },
  noticeWork: { queue: "notices", actions: ["sqs:SendMessage"] },
  noticeEvents: { queue: "notice-events", actions: ["sqs:SendMessage"] },
  documentWork: { queue: "documents", actions: ["sqs:SendMessage"] },
} as const satisfies Record<string, Grant>;
