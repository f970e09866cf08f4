/**
 * The two tables as plain data: infra makes them, the local stack and the tests read the same file. Keys are generic on
 * purpose (one partition per case file, account or supply); what stands in each is told by the store that writes it.
 */
export const tables = {
  /** Claims, accounts, drafts, filings: a partition per case file or per account. */
  claims: { partitionKey: "pk", sortKey: "sk", timeToLive: "expiresAt", stream: true },
  /** A partition per supply (receipts, payments), per import, and per guess counter. */
  billing: { partitionKey: "pk", sortKey: "sk", timeToLive: "expiresAt", stream: false },
} as const;
export type TableName = keyof typeof tables;
