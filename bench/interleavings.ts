import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tenant } from "../settings.ts";
import { record } from "../shared/casework/case/record.ts";
import { type FileClaimDeps, fileClaim } from "../shared/casework/filing/file-claim.ts";
import { ok } from "../shared/domain/case/result.ts";
import { openCaseFiles } from "../shared/storage/case/case-files.ts";
import { openAppointmentSlots } from "../shared/storage/visit/appointment-slots.ts";
import { caseStores } from "../test/doubles/case-stores.ts";
import { memoryDynamoDb } from "../test/doubles/memory-dynamodb.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { claimOf, filed, officeInMemory } from "./office-in-memory.ts";

type Draw = () => number;

/** What came of acts done at the same time. */
export interface Interleaved {
  readonly interleavings: number;
  readonly acts: number;
  /**
   * Acts that were answered as done and are not in the case, or stand there twice; and cases whose head counts others.
   */
  readonly faults: readonly string[];
}

interface Interleaving {
  readonly interleavings: number;
  readonly seed: number;
  /** Takes the condition on the version out of what is written: the negative control. */
  readonly isUnconditional?: boolean;
}

const now = "2026-11-23T15:00:00.000Z";
/** How many act at once: from two to eight. */
const [fewest, most] = [2, 8];
/** How often in one case, which grows: after that it is another. */
const perCase = 20;

/** Lets calls go one at a time, each next one drawn among those that wait. */
function openTurns(draw: Draw) {
  const waiting: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => void waiting.push(resolve)),
    /** Gives turns until all of `work` has ended. */
    until: async <Value>(work: readonly Promise<Value>[]): Promise<readonly PromiseSettledResult<Value>[]> => {
      let isOver = false;
      const all = Promise.allSettled(work).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        // Whoever was given a turn comes to its next call, or to its end, before another has one.
        await new Promise((resolve) => setImmediate(resolve));
        waiting.splice(Math.floor(draw() * waiting.length), 1)[0]?.();
      }
      return all;
    },
  };
}

/** An office on a table whose calls wait for their turn once `isOpen` is set. */
async function officeInTurns(draw: Draw, isUnconditional: boolean) {
  const turns = openTurns(draw);
  const state = { isOpen: false };
  const { deps, receipt, memory: first } = await officeInMemory();
  const before = await filed(
    { ...deps, caseFiles: openCaseFiles({ client: first.client, name: "claims" }) },
    claimOf(receipt, { sub: "maria", supplyCode: "10000000", key: "first", now }),
  );
  const memory = memoryDynamoDb(async (call) => {
    if (state.isOpen) await turns.wait();
    return call();
  });
  for (const table of ["claims", "billing"]) for (const item of first.all(table)) memory.put(table, item);
  const client = isUnconditional ? unconditional(memory.client) : memory.client;
  const claims = { client, name: "claims" };
  const office: FileClaimDeps = {
    tenant,
    ...caseStores(claims, { client, name: "billing" }),
    caseFiles: openCaseFiles(claims),
    appointmentSlots: openAppointmentSlots(claims),
  };
  return { office, receipt, turns, state, claimId: before.file.head.claimId };
}

/** A client whose transactions ask nothing of what is there. */
function unconditional(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
  const send = (command: { readonly input: { TransactItems?: readonly Record<string, object>[] } }) => {
    for (const item of command.input.TransactItems ?? [])
      for (const write of Object.values(item)) Reflect.deleteProperty(write, "ConditionExpression");
    return client.send(command as never);
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

/**
 * Has two to eight people act in one case at the same time, in an order drawn anew each time of every call to the
 * store. Each act that was answered as done must be there once, and the head must count them all.
 */
export async function interleave({ interleavings, seed, isUnconditional = false }: Interleaving): Promise<Interleaved> {
  const draw = drawn(seed);
  const found = { interleavings: 0, acts: 0, faults: [] as string[] };
  while (found.interleavings < interleavings) {
    const { office, turns, state, claimId } = await officeInTurns(draw, isUnconditional);
    const until = Math.min(interleavings, found.interleavings + perCase);
    for (let isWrong = false; found.interleavings < until && !isWrong; found.interleavings += 1) {
      const people = fewest + Math.floor(draw() * (most - fewest + 1));
      const keys = Array.from({ length: people }, (_, who) => `${found.interleavings}-${who}`);
      state.isOpen = true;
      const done = await turns.until(keys.map((key) => note(office, claimId, key)));
      state.isOpen = false;
      const answered = keys.filter((_, who) => done[who]?.status === "fulfilled" && done[who].value);
      found.acts += answered.length;
      const wrong = await wrongIn(office, claimId, answered);
      // A case with a fault has it in every later interleaving too.
      isWrong = wrong !== undefined;
      if (wrong) found.faults.push(`${seed}/${found.interleavings}: ${wrong}`);
    }
  }
  return found;
}

/** Notes something in a case; returns whether it was recorded, and not answered that too many write. */
async function note(office: FileClaimDeps, claimId: string, key: string): Promise<boolean> {
  const by = { kind: "staff", sub: "analyst-0", roles: ["analyst" as const] } as const;
  const done = await record(office, { claimId, now, write: { key, contentHash: key } }, () =>
    ok({ entries: [{ type: "work-noted", effectiveAt: now, by, details: { text: key } }] }),
  );
  return done.ok;
}

async function wrongIn(
  { caseFiles }: FileClaimDeps,
  claimId: string,
  answered: readonly string[],
): Promise<string | undefined> {
  const file = await caseFiles.read(claimId).catch((failure: Error) => failure);
  if (!file || file instanceof Error) return `the case cannot be read: ${file?.message}`;
  const texts = file.events.flatMap((event) => (event.type === "work-noted" ? event.details.text : []));
  const missing = answered.filter((key) => texts.filter((text) => text === key).length !== 1);
  if (missing.length > 0) return `answered as done and not there once: ${missing.join()}`;
  return file.head.version === file.events.length ? undefined : "the head counts other entries than there are";
}

/** Sends one claim several times at the same moment; returns the codes that were answered. */
export async function fileAtOnce({ times, seed }: { readonly times: number; readonly seed: number }) {
  const { office, receipt, turns, state } = await officeInTurns(drawn(seed), false);
  const claim = claimOf(receipt, { sub: "jorge", supplyCode: "10000001", key: "one", now });
  state.isOpen = true;
  const done = await turns.until(Array.from({ length: times }, () => fileClaim(office, claim, () => ok(claim))));
  state.isOpen = false;
  return done.map((one) => (one.status === "fulfilled" && one.value.ok ? one.value.value.file.head.code : "refused"));
}
