import type { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { versionAfter } from "../functions/administration/calendar-deps.ts";
import { redeliver } from "../functions/redeliver/redeliver.ts";
import { sweep } from "../functions/sweep/sweep.ts";
import { walkOffice } from "../scripts/fsck/office-faults.ts";
import { type CopiedBack, copyBack } from "../scripts/restore/copy-back.ts";
import { tenant } from "../settings.ts";
import { record } from "../shared/casework/case/record.ts";
import { codeFrom, sha256Of } from "../shared/casework/seal/issue-document.ts";
import { seedOf, tenantWith } from "../shared/casework/term/calendars-in-force.ts";
import { ok } from "../shared/domain/case/result.ts";
import type { CalendarDay } from "../shared/domain/term/calendar-day.ts";
import { canonicalJson } from "../shared/storage/canonical-json.ts";
import { type CaseFiles, openCaseFiles } from "../shared/storage/case/case-files.ts";
import { openBacklog, openOutbox } from "../shared/storage/check/outbox.ts";
import { type Table, transact } from "../shared/storage/dynamodb.ts";
import { openReceiptNewsList } from "../shared/storage/notice/receipt-news.ts";
import { openResolutionNumbers } from "../shared/storage/resolution/resolution-numbers.ts";
import { openSubmissions } from "../shared/storage/submission/submissions.ts";
import { openCalendars } from "../shared/storage/term/calendars.ts";
import type { WorkerQueue } from "../shared/storage/worker-tasks.ts";
import type { Tenant } from "../shared/tenant/tenant.ts";
import type { MemoryDynamoDb } from "../test/doubles/memory-dynamodb.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { claimOf, filed, officeInMemory } from "./office-in-memory.ts";
import { openSilenceWork } from "./silence-work.ts";

/** A claim whose filing somebody was answered. */
interface Acknowledged {
  readonly claimId: string;
  readonly code: string;
  readonly contentHash: string | undefined;
}

export interface Drilled {
  readonly claims: number;
  /** Items that the damage took. */
  readonly taken: number;
  readonly copied: CopiedBack;
  /** Seconds from the restored table to the last line of the check. */
  readonly seconds: number;
  /** Codes that were acknowledged and that the office no longer has, or has with another content. */
  readonly lost: readonly string[];
  readonly faults: readonly string[];
  /** Codes of claims filed after the restored instant that no fault names, where the table itself is gone. */
  readonly unnamed: readonly string[];
}

export interface Drilling {
  readonly claims: number;
  readonly seed: number;
  /** The share of the claims that are filed when the instant to go back to has passed; a tenth if it is left out. */
  readonly later?: number;
  /** How many digits a drawn number has, if it is another than the tenant's: with few, codes are drawn twice. */
  readonly digits?: number;
  /** Filings take their code in the claims table alone: the negative control. */
  readonly isTakenOnce?: boolean;
  /** Leaves this many of the damaged claims out of the copy: the negative control. */
  readonly forgotten?: number;
}

const now = "2026-11-23T15:00:00.000Z";
const checkedAt = "2026-11-23T15:10:00.000Z";
/** Of the earlier claims: those of which nothing is left, and those that lose one item. */
const [whole, one] = [0.3, 0.05];

type Item = Readonly<Record<string, unknown>>;
interface Asked {
  readonly constructor: { readonly name: string };
  readonly input: { readonly ExclusiveStartKey?: { readonly at: number }; readonly Key?: Item } & Readonly<{
    ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
  }>;
}
const itemsAPage = 1000;

/**
 * Returns a client that answers scans page by page from `all`, as it was when the scan began, and everything else by
 * `send`. The SDK's pages are only of a client that is one; a table of 100,000 claims is not copied to be read.
 */
function pagesOf(all: () => readonly Item[], send: (command: Asked) => unknown): DynamoDBDocumentClient {
  let items: readonly Item[] = [];
  const paged = async (command: Asked): Promise<unknown> => {
    if (command.constructor.name !== "ScanCommand") return send(command);
    const { at = 0 } = command.input.ExclusiveStartKey ?? {};
    if (at === 0) items = all();
    const next = at + itemsAPage;
    return { Items: items.slice(at, next), ...(next < items.length && { LastEvaluatedKey: { at: next } }) };
  };
  return Object.assign(Object.create(DynamoDBDocumentClient.prototype), { send: paged });
}

/** Returns a table as it was at an instant, which nobody writes to. */
function restoredTable(items: readonly Item[]): Table {
  const partitions = Map.groupBy(items, ({ pk }) => String(pk));
  const sorted = (pk: unknown): readonly Item[] =>
    (partitions.get(String(pk)) ?? []).toSorted((a, b) => (String(a["sk"]) < String(b["sk"]) ? -1 : 1));
  const answers: Readonly<Record<string, (input: Asked["input"]) => unknown>> = {
    GetCommand: ({ Key = {} }) => ({ Item: sorted(Key["pk"]).find(({ sk }) => sk === Key["sk"]) }),
    QueryCommand: ({ ExpressionAttributeValues: { ":pk": pk } = {} }) => {
      const found = sorted(pk);
      return { Items: found, Count: found.length };
    },
  };
  const send = ({ constructor: { name }, input }: Asked) => answers[name]?.(input);
  return { client: pagesOf(() => items, send), name: "claims" };
}

/** A bucket of files in memory, as the check asks it. */
function bucketInMemory() {
  const files = new Map<string, Buffer>();
  const answers: Readonly<Record<string, (key: string) => unknown>> = {
    ListObjectsV2Command: () => ({ Contents: [...files.keys()].map((Key) => ({ Key })) }),
    HeadObjectCommand: (key) => ({ ContentLength: files.get(key)?.length }),
    GetObjectCommand: (key) => ({ Body: { transformToString: async () => files.get(key)?.toString() } }),
  };
  const send = async ({ constructor: { name }, input }: { constructor: { name: string }; input: { Key?: string } }) =>
    answers[name]?.(input.Key ?? "");
  return { files, send };
}

/** An office whose claims each have a cargo, and what brings its table back. */
export async function openDrilledOffice({
  digits,
  isTakenOnce = false,
}: Pick<Drilling, "digits" | "isTakenOnce"> = {}) {
  const { S3Client: Bucket } = await import("@aws-sdk/client-s3");
  const bucket = bucketInMemory();
  const evidence: S3Client = Object.assign(Object.create(Bucket.prototype), { send: bucket.send });
  let callsLeft = Number.POSITIVE_INFINITY;
  const {
    deps: office,
    receipt,
    memory,
    client,
  } = await officeInMemory(() => {
    callsLeft -= 1;
    if (callsLeft < 0) throw new Error("the store is down");
  });
  const claims: Table = { client, name: "claims" };
  const paged = (name: string): Table => ({
    client: pagesOf(
      () => memory.all(name),
      (command) => client.send(command as never),
    ),
    name,
  });
  const billing = paged("billing");
  const caseFiles = openCaseFiles(claims);
  const { claimCode } = tenant.office;
  const value = { ...claimCode.value, digits: digits ?? claimCode.value.digits };
  const calendarBook = openCalendars(claims, seedOf(tenant));
  let calendars: Parameters<typeof tenantWith>[1] = [];
  const deps = {
    ...office,
    caseFiles: isTakenOnce ? { ...caseFiles, file: unTaken(caseFiles.file) } : caseFiles,
    tenant: { ...tenant, office: { ...tenant.office, claimCode: { ...claimCode, value } } },
  };
  const acknowledged: Acknowledged[] = [];
  const to = paged("claims");
  const nobody: WorkerQueue = { send: async () => {} };
  const deliveries = {
    outbox: openOutbox(claims),
    backlog: openBacklog(claims),
    queues: { inspections: nobody, notices: nobody, documents: nobody },
  };
  const runs = { submissions: openSubmissions(claims), resolutionNumbers: openResolutionNumbers(claims), calendarBook };
  const silences = openSilenceWork(bucket.files);
  const sent = { noticeWork: nobody, uploadTasks: nobody, documentWork: silences.documentWork };
  const inForce = <Of extends Tenant>(of: Of): Of => tenantWith(of, calendars);
  return {
    ...{ memory, acknowledged, to, billing, evidence },
    /** Lets the store answer so many calls more and then none; without a number, all again. */
    answersOnly: (calls = Number.POSITIVE_INFINITY): void => {
      callsLeft = calls;
    },
    /** Declares a day that has passed to have been no working day, from two minutes on. */
    decreeLate: async (date: CalendarDay, at: string): Promise<void> => {
      const before = await calendarBook.versions();
      const change = {
        action: "add",
        reason: "decreed",
        date,
        name: "Feriado de prueba",
        source: "DS de prueba",
      } as const;
      const made = versionAfter(before, [{ ...change, scope: ["COMPANY", "USER"] }], at);
      if (!made.ok) throw new Error(`${date} was not decreed`);
      const { calendars: _, ...version } = made.value;
      await calendarBook.add(
        before,
        { ...version, by: "manager", why: "Llegó tarde." },
        { key: date, contentHash: date },
      );
      calendars = await calendarBook.versions();
    },
    /** Runs the hour's task; of what it asks for, only `certifyAt` does its part. */
    sweepAt: (at: string) =>
      sweep({
        ...{ ...deps, ...runs, ...sent, now: () => at },
        receiptNewsList: openReceiptNewsList(claims),
        exchangeFiles: { write: async () => {} },
        transact: (writes) => transact(client, writes),
      })(),
    /** Certifies the silences that the sweep found, and carries out those of the time before. */
    certifyAt: (at: string) => silences.work({ ...deps, tenant: inForce(deps.tenant) }, at),
    /** Has each entry that waits in the outbox taken by a queue. */
    deliverAt: (at: string) => redeliver({ ...deliveries, now: () => at, perShard: acknowledged.length })(),
    fileOne: async (number: number, at: string): Promise<void> => {
      const claimType = number % 20 === 0 ? "F01" : "F04";
      const supplyCode = String(10_000_000 + number);
      const claim = claimOf(receipt, { sub: `a${number}`, supplyCode, claimType, key: `k${number}`, now: at });
      const { file } = await againIfBusy(() => filed({ ...deps, tenant: inForce(deps.tenant) }, claim));
      const { claimId, code } = file.head;
      const contentHash = file.envelopes[0]?.contentHash;
      await keepCargo({ ...deps, tenant: inForce(deps.tenant) }, bucket.files, { claimId, code, contentHash }, at);
      acknowledged.push({ claimId, code, contentHash });
    },
    faultsAt: async (table: Table, at: string) => {
      const faults = await faultsOf({ claims: table, billing, evidence, tenant: inForce(tenant) }, at);
      return isTakenOnce ? faults.filter((fault) => !fault.startsWith("code: ")) : faults;
    },
    /** Codes that were acknowledged and that the office no longer has, or has with another content. */
    lost: async (): Promise<readonly string[]> => {
      const lost: string[] = [];
      for (const { claimId, code, contentHash } of acknowledged) {
        const file = await deps.caseFiles.read(claimId);
        if (file?.head.code !== code || file.envelopes[0]?.contentHash !== contentHash) lost.push(code);
      }
      return lost;
    },
  };
}

/** Returns a table as it was, without what names some claims. */
export function restoredWithout(items: readonly Item[], missed: readonly Acknowledged[]): Table {
  const isMissed = (item: Item) => missed.some(({ claimId, code }) => namesClaim(item, claimId, code));
  return restoredTable(missed.length === 0 ? items : items.filter((item) => !isMissed(item)));
}

/**
 * Files claims, each with its cargo; goes back to the instant after most of them, from when on damage takes a third of
 * those while others are filed; copies back what the restored table has, and checks all. A second time the
 * table itself is gone, and the restored one takes its place.
 */
export async function drill({ claims: count, seed, forgotten = 0, later = 0.1, ...codes }: Drilling): Promise<Drilled> {
  const { memory, acknowledged, to, fileOne, faultsAt, lost } = await openDrilledOffice(codes);
  const earlier = Math.floor(count * (1 - later));
  for (let number = 0; number < earlier; number += 1) await fileOne(number, now);

  const before = memory.all("claims");
  const damaged = damage(memory, acknowledged, drawn(seed));
  for (let number = earlier; number < count; number += 1) await fileOne(number, now);

  const from = restoredWithout(before, damaged.claims.slice(0, forgotten));
  const started = performance.now();
  const copied = await copyBack({ from, to, now: checkedAt, write: true }, () => {});
  const faults = await faultsAt(to, checkedAt);
  const seconds = (performance.now() - started) / 1000;

  const withoutTable = await faultsAt(from, checkedAt);
  const named = new Set(withoutTable.flatMap((fault) => /^lost: (\S+)/.exec(fault)?.[1] ?? []));
  return {
    ...{ claims: count, taken: damaged.items, copied, seconds, lost: await lost(), faults },
    unnamed: acknowledged.slice(earlier).flatMap(({ code }) => (named.has(code) ? [] : code)),
  };
}

/** Keeps a claim's cargo and its seal in the bucket, and records the cargo in the case. */
async function keepCargo(
  deps: Parameters<typeof record>[0],
  files: Map<string, Buffer>,
  { claimId, code, contentHash = "" }: Acknowledged,
  at: string,
): Promise<void> {
  const bytes = Buffer.from(`cargo ${code}`);
  const sha256 = sha256Of(bytes);
  const documentId = sha256.slice(0, 32);
  const verificationCode = codeFrom("claim-cargo", contentHash);
  const statement = canonicalJson({ kind: "claim-cargo", number: code, sha256, verificationCode });
  files.set(`documents/${documentId}`, bytes);
  files.set(`documents/${documentId}.seal.json`, Buffer.from(JSON.stringify({ statement })));
  const names = { documentId, kind: "claim-cargo", fileName: `cargo-${code}.pdf` } as const;
  const details = { document: { ...names, sizeBytes: bytes.length, sha256, verificationCode } };
  const by = { kind: "system", name: "render-documents" } as const;
  const write = { key: `cargo:${claimId}`, contentHash: `cargo:${claimId}` };
  const recorded = await record(deps, { claimId, now: at, write }, () =>
    ok({ entries: [{ type: "document-added", effectiveAt: at, by, details }] }),
  );
  if (!recorded.ok) throw new Error(`no cargo was recorded: ${recorded.error}`);
}

const namesClaim = (item: Readonly<Record<string, unknown>>, claimId: string, code: string): boolean =>
  item["pk"] === `CLAIM#${claimId}` || item["pk"] === `CODE#${code}` || item["claimId"] === claimId;

/** Takes everything that stands under some claims or names them, and one item of others. */
export function damage(memory: MemoryDynamoDb, filed: readonly Acknowledged[], draw: () => number) {
  const claims: Acknowledged[] = [];
  const wholly = new Set<string>();
  const partly = new Set<string>();
  for (const claim of filed) {
    const chance = draw();
    if (chance < whole) {
      claims.push(claim);
      wholly.add(claim.claimId);
    } else if (chance < whole + one) partly.add(claim.claimId);
  }
  let items = 0;
  for (const item of memory.all("claims")) {
    const claimId = String(item["pk"]).startsWith("CLAIM#") ? String(item["pk"]).slice(6) : String(item["claimId"]);
    const isTaken = wholly.has(claimId) || (partly.has(claimId) && partly.delete(claimId));
    if (!isTaken) continue;
    memory.remove("claims", item);
    items += 1;
  }
  return { claims, items };
}

async function faultsOf(
  {
    claims,
    billing,
    evidence: client,
    tenant: own,
  }: Readonly<Record<"claims" | "billing", Table>> & { readonly evidence: S3Client; readonly tenant: Tenant },
  at: string,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const evidence = { client, bucket: "evidence", readBytes: false };
  await walkOffice({ claims, billing, evidence, tenant: own, now: () => at }, (fault) => faults.push(fault));
  return faults;
}

/** Tries a filing again, which is refused as busy if each of its codes was taken. */
async function againIfBusy<Filed>(file: () => Promise<Filed>): Promise<Filed> {
  return file().catch(file).catch(file);
}

/** Files without taking the code in the billing table. */
const unTaken =
  (file: CaseFiles["file"]): CaseFiles["file"] =>
  (filing) =>
    file({ ...filing, also: filing.also.filter(({ Put }) => !String(Put?.Item?.["pk"]).startsWith("CODES#")) });
