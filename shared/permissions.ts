import { accountActions, fileGrants, type Grant, pictureGrants, queueGrants, readingGrants } from "./grant.ts";

/** What a store of items needs that are read by key and in lists, and never deleted. */
const allButDelete = [
  "dynamodb:Query",
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
] as const;

/**
 * Every store, by name, with its grant; a store on two resources has a list of grants. The permissions and the
 * environment of every function derive from here and nowhere else.
 */
export const stores = {
  receiptReader: { table: "billing", actions: ["dynamodb:Query"] },
  /** Receipts of the months asked for, however old. */
  billedIn: { table: "billing", actions: ["dynamodb:Query"] },
  attemptCounter: { table: "billing", actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"] },
  lookUpTrails: { table: "billing", actions: ["dynamodb:UpdateItem"] },
  supplyLinks: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    deletes: ["ACCOUNT#", "SUPPLY#"],
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
  /** Reads which supplies an account linked. */
  linkedSupplies: { table: "claims", actions: ["dynamodb:Query"] },
  lastLoad: { table: "billing", actions: ["dynamodb:Query"] },
  loadNotes: { table: "billing", actions: ["dynamodb:PutItem"] },
  receiptLedger: { table: "billing", actions: ["dynamodb:BatchGetItem", "dynamodb:PutItem"] },
  /** Writes the terms by which the desk finds the supplies of an import. */
  supplyTermWriter: { table: "billing", actions: ["dynamodb:PutItem"] },
  supplyTerms: { table: "billing", actions: ["dynamodb:Query"] },
  /** Finds what was filed by the terms it was filed under. */
  filedSearch: { table: "claims", actions: ["dynamodb:Query"] },
  searchLog: { table: "claims", actions: ["dynamodb:Query", "dynamodb:PutItem"] },
  /** Notes what staff open, and reads none of it. */
  openings: { table: "claims", actions: ["dynamodb:PutItem"] },
  openingsReader: { table: "claims", actions: ["dynamodb:Query"] },
  importRegister: { table: "billing", actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem"] },
  /** Moves imports on, and lists none. */
  importProgress: { table: "billing", actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  caseFiles: { table: "claims", actions: allButDelete },
  workLists: { table: "claims", indexes: ["byQueue"], actions: ["dynamodb:Query"] },
  /** Reads which claims of a list each of the staff owns; the claims themselves are read by key. */
  ownedWork: { table: "claims", indexes: ["byOwner"], actions: ["dynamodb:Query"] },
  /** Reads which claims an account may see. */
  caseAccess: { table: "claims", actions: ["dynamodb:Query", "dynamodb:GetItem"] },
  accessGrants: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  visits: { table: "claims", actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"] },
  agenda: { table: "claims", indexes: ["byAgenda"], actions: ["dynamodb:Query"] },
  calendars: { table: "claims", actions: ["dynamodb:Query"] },
  /** Reads the claims of a supply. */
  supplyClaims: { table: "claims", indexes: ["bySupply"], actions: ["dynamodb:Query", "dynamodb:BatchGetItem"] },
  calendarBook: { table: "claims", actions: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  caseReader: { table: "claims", actions: ["dynamodb:Query"] },
  /** Saves drafts of resolutions, and deletes one when its resolution is sent to signature. */
  resolutionDrafts: { table: "claims", actions: ["dynamodb:PutItem", "dynamodb:DeleteItem"], deletes: ["CLAIM#"] },
  /** Saves drafts of resolutions and deletes none. */
  draftWriter: { table: "claims", actions: ["dynamodb:PutItem"] },
  appointmentSlots: { table: "claims", actions: ["dynamodb:Query", "dynamodb:UpdateItem"] },
  /** Reads the slots and takes none. */
  slotsReadOnly: { table: "claims", actions: ["dynamodb:Query"] },
  staffRegister: { table: "claims", actions: ["dynamodb:Query", "dynamodb:UpdateItem"] },
  accessChanges: { table: "claims", actions: ["dynamodb:Query", "dynamodb:PutItem"] },
  staffAccounts: { pool: "staff", actions: accountActions },
  /** Reads who is on the staff. */
  staffReader: { table: "claims", actions: ["dynamodb:Query"] },
  trustedRoots: { table: "claims", actions: ["dynamodb:Query"] },
  /** Holds are kept with their supply and reported by the day, in a table each. */
  holds: [
    { table: "claims", actions: ["dynamodb:PutItem"] },
    { table: "billing", actions: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  ],
  /** Reads what was reported of holds too, and records what was answered to it. */
  exchangedHolds: [
    {
      table: "claims",
      indexes: ["byQueue"],
      actions: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"],
    },
    { table: "billing", actions: ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  ],
  claimDrafts: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
    deletes: ["ACCOUNT#"],
  },
  uploads: {
    table: "claims",
    actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  waitingAttachments: { table: "claims", indexes: ["byQueue"], actions: ["dynamodb:Query", "dynamodb:UpdateItem"] },
  submissions: { table: "claims", indexes: ["byQueue"], actions: allButDelete },
  /** Submissions by their key and their account, without the desk's lists. */
  submissionRecords: { table: "claims", actions: allButDelete },
  outages: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  retained: { table: "claims", indexes: ["byQueue"], actions: ["dynamodb:Query"] },
  confirmations: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  /** Counts what may be done so often a day. */
  dailyCounts: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  profiles: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem"] },
  problems: { table: "claims", indexes: ["byQueue"], actions: allButDelete },
  /** Requests for attention by their key and their account, without the desk's lists. */
  problemRecords: { table: "claims", actions: allButDelete },
  ...readingGrants,
  ...fileGrants,
  ...queueGrants,
  resolutionNumbers: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
  outbox: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  backlog: { table: "claims", indexes: ["byUndelivered"], actions: ["dynamodb:Query", "dynamodb:GetItem"] },
  ...pictureGrants,
  /** Checks the access of external supervisors, and records what they read. */
  supervisorGate: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem"] },
  supervision: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  monthRegister: { table: "claims", actions: ["dynamodb:Query"] },
  /** These four read by key the items that a month's register lists, or that an office's number names. */
  registeredProblems: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  registeredSubmissions: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  registeredObservations: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  registeredCases: { table: "claims", actions: ["dynamodb:BatchGetItem", "dynamodb:GetItem"] },
  contactCounter: { table: "claims", actions: ["dynamodb:UpdateItem"] },
  attentions: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  /** Contacts of supplies, and calls that were promised. */
  contacts: { table: "claims", indexes: ["byQueue"], actions: allButDelete },
  /** Reads the contacts that staff entered, and their counts. */
  enteredContacts: { table: "claims", actions: ["dynamodb:Query"] },
  officeTotals: { table: "claims", actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem"] },
  /** Reads the totals of a month and changes none. */
  totalsReader: { table: "claims", actions: ["dynamodb:BatchGetItem"] },
  observations: { table: "claims", indexes: ["byQueue"], actions: allButDelete },
  takenCodes: { table: "billing", actions: ["dynamodb:PutItem"] },
  reportBuilds: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:PutItem"] },
  /** Moves the building of a report on, and begins none. */
  reportProgress: { table: "claims", actions: ["dynamodb:GetItem", "dynamodb:UpdateItem"] },
  caseExports: {
    table: "claims",
    actions: ["dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  seals: { key: "seals", actions: ["kms:Sign"] },
  sealKey: { key: "seals", actions: ["kms:GetPublicKey"] },
  sealKeyBook: { table: "claims", actions: ["dynamodb:PutItem"] },
  changedChains: { table: "claims", actions: ["dynamodb:Query"] },
  sealKeys: { table: "claims", actions: ["dynamodb:Query"] },
  /** Records the code and hash of documents that are printed and not kept. */
  printedDocuments: { table: "claims", actions: ["dynamodb:PutItem"] },
  verificationIndex: { table: "claims", actions: ["dynamodb:GetItem"] },
  mail: { mail: "sender", actions: ["ses:SendEmail"] },
  texts: { text: "telephones", actions: ["sns:Publish"] },
} as const satisfies Record<string, Grant | readonly Grant[]>;
export type StoreName = keyof typeof stores;

/**
 * Returns the grants of a store, one for each resource that the store uses. They are in the order in which the function
 * that opens the store takes those resources.
 */
export function grantsOf(store: StoreName): readonly Grant[] {
  const grants: Grant | readonly Grant[] = stores[store];
  return "actions" in grants ? [grants] : grants;
}

/** The stores that every function which records in a case needs. */
const recording = ["caseFiles", "holds", "staffRegister"] as const;
/** Those of the functions that file things of cases too: each code is taken in both tables. */
const filing = [...recording, "takenCodes"] as const;
/** Those of the functions that exchange holds with the commercial system. */
const recordingExchange = ["caseFiles", "exchangedHolds", "staffRegister"] as const;

/** The stores that each function may use. */
export const permissions = {
  office: ["calendars", "totalsReader"],
  receipts: [
    "receiptReader",
    "attemptCounter",
    "lookUpTrails",
    "lastLoad",
    "supplyLinks",
    "accountContacts",
    "calendars",
    "contactCounter",
  ],
  "receipt-copies": ["receiptReader", "foundLinks", "supplyClaims", "calendars", "printedDocuments"],
  claims: [
    ...filing,
    "caseAccess",
    "accessGrants",
    "supplyClaims",
    "visits",
    "calendars",
    "receiptReader",
    "attemptCounter",
    "supplyLinks",
    "appointmentSlots",
    "claimDrafts",
    "uploads",
    "submissionRecords",
    "problemRecords",
    "profiles",
    "receiptNewsConsents",
    "confirmations",
    "dailyCounts",
    "contactCounter",
    "attachmentDownloads",
    "documentDownloads",
    "caseExports",
    "exportWork",
    "copyDownloads",
  ],
  submissions: [
    ...filing,
    "caseAccess",
    "calendars",
    "uploads",
    "waitingAttachments",
    "submissions",
    "dailyCounts",
    "attachmentTickets",
    "attachmentDownloads",
    "pageViews",
    "documentDownloads",
    "outages",
    "retained",
    "openings",
  ],
  casework: [
    ...filing,
    "workLists",
    "totalsReader",
    "ownedWork",
    "caseAccess",
    "supplyClaims",
    "visits",
    "agenda",
    "calendars",
    "controlledReadings",
    "draftWriter",
    "receiptReader",
    "supplyTerms",
    "filedSearch",
    "searchLog",
    "appointmentSlots",
    "uploads",
    "problemRecords",
    "resolutionNumbers",
    "sentNotices",
    "attachmentDownloads",
    "pageViews",
    "documentDownloads",
    "documentPictures",
    "uploadTasks",
    "caseExports",
    "exportWork",
    "packageDownloads",
    "copyDownloads",
    "supervisorGate",
    "openings",
  ],
  telephone: [
    ...filing,
    "caseAccess",
    "supplyClaims",
    "visits",
    "calendars",
    "controlledReadings",
    "receiptReader",
    "lastLoad",
    "attentions",
    "contacts",
    "dailyCounts",
    "searchLog",
    "appointmentSlots",
    "uploads",
    "submissionRecords",
    "problems",
    "confirmations",
    "attachmentDownloads",
    "pageViews",
    "documentDownloads",
    "openings",
  ],
  "visits-and-hearings": [
    ...recording,
    "workLists",
    "caseAccess",
    "supplyClaims",
    "visits",
    "agenda",
    "calendars",
    "atypicalReadings",
    "draftWriter",
    "receiptReader",
    "appointmentSlots",
    "uploads",
    "confirmations",
    "openings",
  ],
  signing: [
    ...recording,
    "workLists",
    "supplyClaims",
    "calendars",
    "resolutionDrafts",
    "receiptReader",
    "controlledReadings",
    "uploads",
    "keptAttachments",
    "verificationIndex",
    "trustedRoots",
    "resolutionNumbers",
    "documents",
    "signingSets",
    "seals",
    "openings",
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
  administration: [
    ...recordingExchange,
    "workLists",
    "calendarBook",
    "slotsReadOnly",
    "importRegister",
    "importTickets",
    "reportDownloads",
    "openings",
    "accessChanges",
    "staffAccounts",
  ],
  reports: [
    "calendars",
    "caseReader",
    "totalsReader",
    "registeredCases",
    "registeredSubmissions",
    "supervision",
    "enteredContacts",
    "observations",
    "takenCodes",
    "monthRegister",
    "reportBuilds",
    "reportWork",
    "registerReader",
    "registerDownloads",
    "staffReader",
    "registeredProblems",
    "openings",
    "openingsReader",
  ],
  "build-reports": [
    "calendars",
    "caseReader",
    "receiptReader",
    "billedIn",
    "monthRegister",
    "registeredProblems",
    "registeredSubmissions",
    "registeredObservations",
    "reportProgress",
    "reportFiles",
    "reportWork",
  ],
  "import-receipts": [
    "foundReadings",
    "receiptReader",
    "receiptLedger",
    "supplyTermWriter",
    "importProgress",
    "loadNotes",
    "importFiles",
    "importReports",
    "importWork",
  ],
  relay: ["outbox", "inspectionWork", "noticeWork", "documentWork"],
  "count-totals": ["calendars", "caseReader", "officeTotals"],
  "recount-totals": [
    "calendars",
    "caseReader",
    "monthRegister",
    "registeredProblems",
    "registeredObservations",
    "enteredContacts",
    "officeTotals",
  ],
  redeliver: ["backlog", "outbox", "inspectionWork", "noticeWork", "documentWork"],
  "assign-inspections": [...recording, "visits", "agenda", "calendars"],
  "send-notices": [
    ...recording,
    "calendars",
    "submissionRecords",
    "confirmations",
    "endedLinks",
    "sentLinks",
    "accountContacts",
    "announcedReceipts",
    "supplyLinks",
    "receiptReader",
    "fixedNotices",
    "mail",
    "texts",
  ],
  "track-text-deliveries": ["noticeEvents"],
  "track-deliveries": [...recording, "calendars", "submissionRecords", "receiptNewsStops"],
  "export-case-files": [
    ...recording,
    "calendars",
    "caseExports",
    "exportWork",
    "packageFiles",
    "copyFiles",
    "keptAttachments",
    "pageViews",
    "documents",
    "seals",
  ],
  "render-documents": [
    ...recording,
    "caseAccess",
    "supplyClaims",
    "calendars",
    "outages",
    "receiptReader",
    "problemRecords",
    "submissionRecords",
    "linkedSupplies",
    "documents",
    "seals",
  ],
  "accept-uploads": [
    ...recording,
    "calendars",
    "uploads",
    "submissionRecords",
    "quarantinedAttachments",
    "evidenceAttachments",
    "attachmentPages",
    "documentDownloads",
    "documentPictures",
  ],
  sweep: [
    ...recordingExchange,
    "workLists",
    "visits",
    "submissions",
    "calendarBook",
    "appointmentSlots",
    "resolutionNumbers",
    "receiptNewsList",
    "lastLoad",
    "noticeWork",
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
 * Returns the name of the environment variable for a grant's resource, made of the resource's kind and name, such as
 * `TABLE_BILLING`, `BUCKET_IMPORTS` or `QUEUE_IMPORT_RANGES`.
 */
export function variableOf(grant: Grant): string {
  const { actions: _, indexes: __, prefix: ___, ...resource } = { indexes: [], prefix: "", ...grant };
  const [[kind = "", name = ""] = []] = Object.entries(resource);
  return `${kind}-${name}`.toUpperCase().replaceAll("-", "_");
}
