import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStores } from "../../../functions/runtime/open-stores.ts";
import type { Queue } from "../../../shared/storage/sqs.ts";

const client = (name: string) => ({ client: name }) as never;
const given = (...resources: readonly unknown[]) => resources;
const clients = { table: client("dynamodb"), bucket: client("s3"), pool: client("cognito"), queue: client("sqs") };
const openers = {
  caseFiles: given,
  workLists: given,
  exchangedHolds: given,
  staffRegister: given,
  calendarBook: given,
  slotsReadOnly: given,
  importRegister: given,
  importTickets: given,
  importWork: given,
  openings: given,
  reportDownloads: given,
  accessChanges: given,
  staffAccounts: given,
};

beforeEach(() => {
  vi.stubEnv("TABLE_CLAIMS", "claims-1");
  vi.stubEnv("TABLE_BILLING", "billing-1");
  vi.stubEnv("BUCKET_IMPORTS", "imports-1");
  vi.stubEnv("POOL_STAFF", "staff-1");
  vi.stubEnv("QUEUE_IMPORT_RANGES", "ranges-1");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the stores of a function", () => {
  it("are opened each with the client of its kind, its physical name and its folder", () => {
    const stores = openStores("administration", clients, openers);
    expect(stores.caseFiles).toEqual([{ client: clients.table, name: "claims-1" }]);
    expect(stores.reportDownloads).toEqual([{ client: clients.bucket, name: "imports-1", prefix: "reports/" }]);
    expect(Object.keys(stores).sort()).toEqual(Object.keys(openers).sort());
  });

  it("that stand on two tables get both, in the order of their grants", () => {
    const claims = { client: clients.table, name: "claims-1" };
    const billing = { client: clients.table, name: "billing-1" };
    expect(openStores("administration", clients, openers).exchangedHolds).toEqual([claims, billing]);
  });

  it("are not opened when the environment lacks one", () => {
    vi.stubEnv("BUCKET_IMPORTS", "");
    expect(() => openStores("administration", clients, openers)).toThrow("BUCKET_IMPORTS is missing");
  });

  it("compile only when they are exactly those of the permissions, and the clients those they take", () => {
    const { caseFiles: _, ...fewer } = openers;
    const more = { ...openers, sealKeys: given };
    const { bucket: __, ...tablesOnly } = clients;
    const moreClients = { ...clients, mail: "ses" };
    const mistakes = [
      // @ts-expect-error: caseFiles has no opener
      () => openStores("administration", clients, fewer),
      // @ts-expect-error: the function's permissions grant no sealKeys
      () => openStores("administration", clients, more),
      // @ts-expect-error: no client for the buckets
      () => openStores("administration", tablesOnly, openers),
      // @ts-expect-error: the function sends no mail
      () => openStores("administration", moreClients, openers),
      // @ts-expect-error: an opener of a queue for a table
      () => openStores("administration", clients, { ...openers, caseFiles: ({ client }: Queue) => client }),
    ];
    expect(mistakes).toHaveLength(5);
  });
});
