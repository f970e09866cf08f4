import { randomUUID } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { assignInspections } from "../functions/assign-inspections/assign-inspections.ts";
import { redeliver } from "../functions/redeliver/redeliver.ts";
import { relayEntry } from "../functions/relay/relay-entry.ts";
import { tenant } from "../settings.ts";
import { entriesOf } from "../shared/domain/case/case-events.ts";
import { openCaseFiles } from "../shared/storage/case/case-files.ts";
import { openBacklog, openOutbox } from "../shared/storage/check/outbox.ts";
import { isConditionRefused, type Table } from "../shared/storage/dynamodb.ts";
import type { WorkerQueue } from "../shared/storage/worker-tasks.ts";
import { caseStores } from "../test/doubles/case-stores.ts";
import { memoryDynamoDb } from "../test/doubles/memory-dynamodb.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { claimOf, filed, officeInMemory } from "./office-in-memory.ts";

type Item = Record<string, unknown>;
type Draw = () => number;

/** How a filed claim's visit is asked for, and whether asking twice gives one. The office's is the first of both. */
export interface Design {
  readonly asks: "by the outbox" | "by a second write";
  /** The last notes that it did it before it does it, as a lock or a record of what was handled would. */
  readonly worker: "once" | "each time" | "noted before it is done";
}

export interface Delivered {
  readonly tasks: number;
  /** Claims whose visit nobody got. */
  readonly lost: number;
  /** Claims whose visit was given more than once. */
  readonly doubled: number;
  /** Messages and entries still waiting at the end. */
  readonly waiting: number;
}

/** Claims that were filed, as their table has them, and when each was. */
export interface FiledClaims {
  readonly items: readonly Item[];
  readonly filedAt: ReadonlyMap<string, string>;
}

const claimsADay = 34;
const firstDay = Date.parse("2026-11-23T15:00:00.000Z");
const dayMs = 86_400_000;
/**
 * Of messages, and of the stream's records, those that come twice; the times a message is handled before it is given
 * up.
 */
const [duplicates, mostReceives] = [0.05, 5];
/** Rounds in a row after which less has to wait than before; what then waits would wait for ever. */
const mostIdleRounds = 200;
/** What one run of the redelivery takes of each shard: at one call in five failing, it dies after some five entries. */
const perShard = 25;

/** Files claims about a month's receipt, each with a visit and a hearing, at the utility's own pace. */
export async function fileClaims(count: number): Promise<FiledClaims> {
  const { deps, receipt, memory } = await officeInMemory();
  const own = { ...deps, caseFiles: openCaseFiles({ client: memory.client, name: "claims" }) };
  const filedAt = new Map<string, string>();
  for (let number = 0; number < count; number += 1) {
    const now = new Date(firstDay + Math.floor(number / claimsADay) * dayMs).toISOString();
    const supplyCode = String(10_000_000 + number);
    const { file } = await filed(own, claimOf(receipt, { sub: `a${number}`, supplyCode, key: `k${number}`, now }));
    if (file.visits.length > 0) filedAt.set(file.head.claimId, now);
  }
  return { items: memory.all("claims"), filedAt };
}

/** A queue that loses no message it took and gives them in any order, some twice, and again what was not done. */
function openQueue(draw: Draw, faulty: <Value>(call: () => Value) => Promise<Value>) {
  const waiting: { readonly body: string; receives: number }[] = [];
  let dead: string[] = [];
  const put = (body: string): void => {
    waiting.push({ body, receives: 0 });
    if (draw() < duplicates) waiting.push({ body, receives: 0 });
  };
  const queue: WorkerQueue = { send: (task) => faulty(() => put(JSON.stringify(task))) };
  return {
    queue,
    waiting: () => waiting.length + dead.length,
    redrive: () => {
      for (const body of dead) waiting.push({ body, receives: 0 });
      dead = [];
    },
    /** Hands over each message until it is done or given up. */
    drain: async (handle: (body: string) => Promise<boolean>) => {
      while (waiting.length > 0) {
        const at = Math.floor(draw() * waiting.length);
        const [message] = waiting.splice(at, 1);
        if (!message) return;
        const done = await handle(message.body);
        // What was done and could not be taken away comes again, as does what was not done.
        if (done && draw() >= duplicates) continue;
        message.receives += 1;
        if (message.receives < mostReceives) waiting.push(message);
        else if (!done) dead.push(message.body);
      }
    },
  };
}

/** Processes whose calls fail before or after their effect, and which die at some of them, until they are healed. */
function openProcesses(draw: Draw, rate: number) {
  let [isDead, isHealed] = [false, false];
  return {
    faulty: async <Value>(call: () => Value): Promise<Value> => {
      if (isDead) throw new Error("the process is dead");
      if (isHealed || draw() >= rate) return call();
      const chance = draw();
      isDead = chance > 0.7;
      if (chance < 0.35 || chance > 0.85) throw new Error("failed before its effect");
      await call();
      throw new Error("failed after its effect");
    },
    /** Runs a function in a process of its own; returns whether it ended well. */
    run: async (work: () => Promise<unknown>): Promise<boolean> => {
      isDead = false;
      const done = await work().then(
        () => true,
        () => false,
      );
      isDead = false;
      return done;
    },
    heal: () => {
      isHealed = true;
    },
  };
}

/**
 * Gives each filed claim's visit to an inspector while calls to the store and the queue fail, before or after their
 * effect, and runs die at them. Relay, redelivery and the worker are the functions' own.
 * @param rate the share of calls that fail
 */
export async function deliver(
  { items, filedAt }: FiledClaims,
  { seed, rate, design }: { readonly seed: number; readonly rate: number; readonly design: Design },
): Promise<Delivered> {
  const draw = drawn(seed);
  const { faulty, run, heal } = openProcesses(draw, rate);
  let inOutbox = 0;
  const memory = memoryDynamoDb(faulty, (_, after, before) => {
    inOutbox += Number(isUndelivered(after)) - Number(isUndelivered(before));
  });
  for (const item of items) memory.put("claims", item);
  const claims: Table = { client: memory.client, name: "claims" };
  const inspections = openQueue(draw, faulty);
  const nobody: WorkerQueue = { send: async () => {} };
  const deliveries = {
    outbox: openOutbox(claims),
    queues: { inspections: inspections.queue, notices: nobody, documents: nobody },
  };
  const handle = workerOf(claims, filedAt, design);
  const isByOutbox = design.asks === "by the outbox";
  // A stream that is read again gives a record as it was, whatever became of it since.
  const records = [...items, ...items.filter(() => draw() < duplicates)];
  if (isByOutbox) for (const item of records) await run(() => relayEntry(deliveries)(marshall(item)));
  else for (const claimId of filedAt.keys()) await run(() => inspections.queue.send({ claimId, seq: 1 }));
  const last = [...filedAt.values()].sort().at(-1) ?? "";
  const backlog = openBacklog(claims);
  const again = redeliver({ ...deliveries, backlog, now: () => afterMinutes(last, 60), perShard });
  const waiting = (): number => inspections.waiting() + (isByOutbox ? inOutbox : 0);
  let [least, idle] = [Number.POSITIVE_INFINITY, 0];
  for (let left = waiting(); left > 0 && idle < mostIdleRounds; left = waiting()) {
    idle = left < least ? 0 : idle + 1;
    least = Math.min(least, left);
    await inspections.drain((body) => run(() => handle(body)));
    inspections.redrive();
    if (isByOutbox) await run(again);
  }
  heal();
  const asked = Map.groupBy(memory.all("claims"), ({ pk }) => String(pk));
  const given = await Promise.all(
    [...filedAt.keys()].map(async (claimId) => {
      if (design.worker !== "once") return asked.get(`TASK#${claimId}`)?.length ?? 0;
      const file = await openCaseFiles(claims).read(claimId);
      return entriesOf(file?.events ?? [], "inspection-assigned").length;
    }),
  );
  return {
    tasks: filedAt.size,
    lost: given.filter((times) => times === 0).length,
    doubled: given.filter((times) => times > 1).length,
    waiting: waiting(),
  };
}

/** The worker of a queue of visits: the office's own, or a naive one, which writes an item for each time. */
function workerOf(claims: Table, filedAt: FiledClaims["filedAt"], { worker }: Design) {
  let now = "";
  const stores = { ...caseStores(claims, { ...claims, name: "billing" }), caseFiles: openCaseFiles(claims) };
  const assign = assignInspections({ tenant, ...stores, now: () => now });
  return async (body: string): Promise<void> => {
    const task = JSON.parse(body) as { readonly claimId: string };
    now = afterMinutes(filedAt.get(task.claimId) ?? "", 5);
    if (worker === "once") return assign(task);
    if (worker === "noted before it is done" && !(await isNewlyNoted(claims, task.claimId))) return;
    const Item = { pk: `TASK#${task.claimId}`, sk: randomUUID() };
    await claims.client.send(new PutCommand({ TableName: claims.name, Item }));
  };
}

/** Notes that a claim's visit was given; false if it was noted before. */
async function isNewlyNoted({ client, name: TableName }: Table, claimId: string): Promise<boolean> {
  const Item = { pk: `NOTED#${claimId}`, sk: "NOTED" };
  try {
    await client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }));
    return true;
  } catch (failure) {
    if (isConditionRefused(failure)) return false;
    throw failure;
  }
}

const isUndelivered = (item: Item | undefined): boolean => item?.["undeliveredShard"] !== undefined;

const afterMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
