import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type DigestDeps, digestChains } from "../../../../functions/digest-chains/digest-chains.ts";
import { credentials, region } from "../../../../local/cloud.ts";
import { startS3Server } from "../../../../local/s3/server.ts";
import { checkAgainst, checkDigests } from "../../../../scripts/verify/day-digests.ts";
import { publicKeysIn } from "../../../../scripts/verify/seal-file.ts";
import type { NamedFile } from "../../../../scripts/verify/sealed-document.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { chainWrite, openChangedChains } from "../../../../shared/storage/check/changed-chains.ts";
import { openDigestFiles } from "../../../../shared/storage/check/digest-files.ts";
import { openS3 } from "../../../../shared/storage/s3.ts";
import { openSealKeyBook, openSealKeys } from "../../../../shared/storage/seal/seals.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { sealKey } from "../../../doubles/seal-key.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { isWhole } from "../../../whole.ts";
import { captureLog } from "../../log-lines.ts";

const keyId = "arn:aws:kms:us-east-1:000000000000:key/seals";
const key = sealKey();
const keys = publicKeysIn(JSON.stringify({ keys: [{ keyId, publicKey: key.publicKey }] }));

let local: TestTables;
let world: CaseWorld;
let s3: S3Client;
let bucket: string;
let close: () => Promise<void>;
let made = 0;
beforeAll(async () => {
  local = await testTables();
  const folder = await mkdtemp(join(tmpdir(), "caudal-digests-"));
  const server = await startS3Server({ folder, ...credentials, region, now: () => new Date("2026-11-23T15:00:00Z") });
  process.env["AWS_ENDPOINT_URL_S3"] = server.endpoint;
  s3 = openS3();
  close = async () => {
    s3.destroy();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}, 60_000);
afterAll(async () => {
  await close();
  await local.stop();
});
beforeEach(async () => {
  world = await caseWorld(local);
  made += 1;
  bucket = `digests-${made}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: true }));
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const deps = (now: string): DigestDeps => ({
  changedChains: openChangedChains(world.claims),
  digestFiles: openDigestFiles({ client: s3, name: bucket }),
  seals: key.seals,
  sealKey: async () => ({ keyId, publicKey: key.publicKey }),
  sealKeyBook: openSealKeyBook(world.claims),
  now: () => now,
});
const digestAt = (now: string) => digestChains(deps(now))();
/** An entry of a claim that may be written any number of times. */
const late = { clock: "T10", day: 25, calendarVersion: "1" } as const;
async function writeIn(claimId: string, now: string): Promise<void> {
  const by = { kind: "system", name: "sweep" } as const;
  const entry = { type: "manager-alerted", effectiveAt: now, by, details: { reason: "Falta decidir.", late } } as const;
  const recorded = await record(world, { claimId, now }, () => ({ ok: true, value: { entries: [entry] } }));
  if (!recorded.ok) throw new Error(`not recorded: ${recorded.error}`);
}

/** What is kept, as somebody takes it home. */
async function kept(): Promise<readonly NamedFile[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Promise.all(
    Contents.map(async ({ Key = "" }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return { name: Key.slice("days/".length), bytes: (await Body?.transformToByteArray()) ?? new Uint8Array() };
    }),
  );
}
const checked = async () => checkDigests(await kept(), keys);
const days = async () => (await checked()).digests.map(({ day, claims }) => [day, claims.length]);
async function chainOf(claimId: string) {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("the claim is gone");
  const content = (at: number) => ({ salt: file.salts[at] ?? "", event: file.events[at]! });
  const links = file.envelopes.map((envelope, at) => ({ envelope, content: content(at) }));
  return { claimCode: file.head.code, links, head: file.head };
}

describe("the digest of a day", () => {
  it.each([
    ["2026-11-24T04:59:59.999Z", "2026-11-23"],
    ["2026-11-24T05:00:00.000Z", "2026-11-24"],
  ])("an entry recorded at %s is of %s, as Lima has it", async (now, day) => {
    const { file } = await world.fileOne("2026-11-24T04:00:00.000Z");
    const { claimCode } = await chainOf(file.head.claimId);
    await writeIn(file.head.claimId, now);
    const { head } = await chainOf(file.head.claimId);
    expect(await openChangedChains(world.claims).ofDay(calendarDay(day))).toEqual([
      { claimCode, version: head.version, chainHead: head.chainHead },
    ]);
  });

  it("has a chain as its last entry of that day left it, noted with the day's first", async () => {
    const { file } = await world.fileOne("2026-11-23T15:00:00.000Z");
    const { claimId } = file.head;
    for (const hour of ["16", "17"]) await writeIn(claimId, `2026-11-23T${hour}:00:00.000Z`);
    const { head, claimCode } = await chainOf(claimId);
    await writeIn(claimId, "2026-11-24T15:00:00.000Z");
    const notes = world.claims.client.send(
      new QueryCommand({
        TableName: world.claims.name,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": "CHAINS#2026-11-23" },
      }),
    );
    expect((await notes).Items).toEqual([{ pk: "CHAINS#2026-11-23", sk: claimCode, claimCode, claimId }]);
    expect(await openChangedChains(world.claims).ofDay(calendarDay("2026-11-23"))).toEqual([
      { claimCode, version: head.version, chainHead: head.chainHead },
    ]);
    const next = await openChangedChains(world.claims).ofDay(calendarDay("2026-11-24"));
    expect(next).toMatchObject([{ version: head.version + 1 }]);
  });

  it("is made once the day is settled, and not before", async () => {
    await world.fileOne("2026-11-23T15:00:00.000Z");
    await digestAt("2026-11-24T05:59:59.999Z");
    expect(await days()).toEqual([["2026-11-22", 0]]);
    await digestAt("2026-11-24T06:00:00.000Z");
    expect(await days()).toEqual([
      ["2026-11-22", 0],
      ["2026-11-23", 1],
    ]);
  });

  it("is made once: a second run, and two at once, change nothing", async () => {
    await world.fileOne("2026-11-23T15:00:00.000Z");
    const at = "2026-11-24T06:10:00.000Z";
    await Promise.all([digestAt(at), digestAt(at)]);
    const first = await kept();
    await digestAt("2026-11-24T07:10:00.000Z");
    expect(await kept()).toEqual(first);
    expect(first).toHaveLength(1);
  });

  it("of days that were missed is made later, each of its own, the quiet ones too", async () => {
    const { file } = await world.fileOne("2026-11-20T15:00:00.000Z");
    await digestAt("2026-11-21T06:10:00.000Z");
    await writeIn(file.head.claimId, "2026-11-21T15:00:00.000Z");
    await writeIn(file.head.claimId, "2026-11-23T15:00:00.000Z");
    await digestAt("2026-11-24T06:10:00.000Z");
    expect(await days()).toEqual([
      ["2026-11-20", 1],
      ["2026-11-21", 1],
      ["2026-11-22", 0],
      ["2026-11-23", 1],
    ]);
    expect((await checked()).findings).toEqual([]);
  });

  it("the first of all begins where the first chain does", async () => {
    await world.fileOne("2026-11-20T15:00:00.000Z");
    await digestAt("2026-11-23T12:00:00.000Z");
    expect((await days())[0]).toEqual(["2026-11-20", 1]);
  });

  const sleep = isWhole ? { from: "2025-01-02", days: 517 } : { from: "2026-04-02", days: 62 };
  it(`goes on after a sleep of ${sleep.days} days`, async () => {
    await digestAt(`${sleep.from}T12:00:00.000Z`);
    await digestAt("2026-06-02T12:00:00.000Z");
    expect(await days()).toHaveLength(sleep.days);
    expect((await checked()).findings).toEqual([]);
  }, 60_000);

  it("has all chains of a busy day, in the order of their codes, and signs no more than the key takes", async () => {
    // The table answers by pages of 1 MB: with so much beside each, in two at least.
    const codes = Array.from({ length: 1000 }, (_, at) => `RE-2026-${String(999 - at).padStart(6, "0")}-1`);
    const { file } = await world.fileOne("2026-11-22T15:00:00.000Z");
    const { claimId } = file.head;
    await Promise.all(
      codes.map((claimCode) => {
        const { Put } = chainWrite(world.claims.name, { claimCode, claimId }, calendarDay("2026-11-23"));
        return world.claims.client.send(
          new PutCommand({ TableName: world.claims.name, Item: { ...Put?.Item, filler: "x".repeat(2_000) } }),
        );
      }),
    );
    await digestAt("2026-11-24T06:10:00.000Z");
    const { digests, findings } = await checked();
    expect(findings).toEqual([]);
    expect(digests.at(-1)?.claims.map(({ claimCode }) => claimCode)).toEqual(codes.toSorted());
    expect(key.asked.at(-1)?.Message?.length).toBeLessThan(4096);
  }, 60_000);

  it("is whole and follows on, wherever the writer is killed", async () => {
    const { file } = await world.fileOne("2026-11-22T15:00:00.000Z");
    await writeIn(file.head.claimId, "2026-11-23T15:00:00.000Z");
    const now = "2026-11-24T06:10:00.000Z";
    const run = async (death?: Death): Promise<number> => {
      made += 1;
      bucket = `digests-${made}`;
      await s3.send(new CreateBucketCommand({ Bucket: bucket }));
      const process = mortal(death);
      const { changedChains, digestFiles, sealKeyBook, seals, ...rest } = deps(now);
      const wrapped = {
        changedChains: process.wrap(changedChains),
        digestFiles: process.wrap(digestFiles),
        sealKeyBook: process.wrap(sealKeyBook),
        seals: process.wrap(seals),
      };
      const ended = digestChains({ ...rest, ...wrapped })();
      await (death ? expect(ended).rejects.toThrow("killed") : ended);
      return process.calls;
    };
    const calls = await run();
    // From the day the first look finds to the last write.
    for (let nth = calls - 7; nth <= calls; nth += 1)
      for (const when of ["before", "after"] as const) {
        await run({ nth, when });
        expect((await checked()).findings).toEqual([]);
        await digestAt(now);
        expect((await checked()).findings).toEqual([]);
        expect(await days()).toEqual([
          ["2026-11-22", 1],
          ["2026-11-23", 1],
        ]);
      }
  });

  it("fails, and writes nothing, when the bucket refuses to say what it has", async () => {
    const { digestFiles, ...rest } = deps("2026-11-24T06:10:00.000Z");
    const refused = {
      ...digestFiles,
      last: async () => {
        throw Object.assign(new Error("no"), { name: "AccessDenied" });
      },
    };
    await expect(digestChains({ ...rest, digestFiles: refused })()).rejects.toThrow("no");
    expect(await kept()).toEqual([]);
  });
});

describe("what the digests say of a history", () => {
  it("names one that was cut off, or written anew, and no other", async () => {
    const { file } = await world.fileOne("2026-11-22T15:00:00.000Z");
    await digestAt("2026-11-23T06:10:00.000Z");
    await writeIn(file.head.claimId, "2026-11-23T15:00:00.000Z");
    await digestAt("2026-11-24T06:10:00.000Z");
    const { digests } = await checked();
    const { claimCode, links } = await chainOf(file.head.claimId);
    expect(checkAgainst({ claimCode, links }, digests)).toEqual([]);
    expect(checkAgainst({ claimCode, links: links.slice(0, -1) }, digests)).toMatchObject([
      { what: expect.stringContaining(`ahora tiene ${links.length - 1}`) },
    ]);
    const [first, ...later] = links;
    const anew = [{ envelope: { ...first!.envelope, at: "2026-11-22T15:00:01.000Z" } }, ...later];
    expect(checkAgainst({ claimCode, links: anew }, digests)).toMatchObject([
      { what: expect.stringContaining("no es la que había el 2026-11-22") },
    ]);
  });

  it("names a digest that begins anew in the middle", async () => {
    await digestAt("2026-11-23T06:10:00.000Z");
    const before = await kept();
    bucket = "digests-anew";
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    await digestAt("2026-11-24T06:10:00.000Z");
    expect(checkDigests([...before, ...(await kept())], keys).findings).toMatchObject([{ where: "2026-11-23.json" }]);
  });
});

it("writes the key down once, with its first day", async () => {
  await digestAt("2026-11-23T06:10:00.000Z");
  await digestAt("2026-11-24T06:10:00.000Z");
  expect(await openSealKeys(world.claims).list()).toEqual([{ keyId, publicKey: key.publicKey, from: "2026-11-23" }]);
});

it("an append that somebody else's came before notes nothing", async () => {
  const { file } = await world.fileOne("2026-11-22T15:00:00.000Z");
  const { claimId } = file.head;
  await writeIn(claimId, "2026-11-23T15:00:00.000Z");
  const day = calendarDay("2026-11-24");
  const append = async () => {
    const before = (await world.caseFiles.read(claimId))!;
    return (since: typeof before) => {
      const seq = since.head.version + 1;
      const event = { ...before.events.at(-1)!, seq, recordedAt: "2026-11-24T15:00:00.000Z" };
      return world.caseFiles.append(since, { events: [event], head: before.head, published: new Set(), also: [] });
    };
  };
  expect(await (await append())(file)).toBe("stale");
  expect(await openChangedChains(world.claims).any(day)).toBe(false);
  expect(await (await append())((await world.caseFiles.read(claimId))!)).toHaveProperty("head");
  expect(await openChangedChains(world.claims).any(day)).toBe(true);
});
