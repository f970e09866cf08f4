import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DeleteCommand, GetCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../local/cloud.ts";
import { startS3Server } from "../../local/s3/server.ts";
import { walkOffice } from "../../scripts/fsck/office-faults.ts";
import type { Item } from "../../scripts/fsck/partitions.ts";
import { summaryOf } from "../../scripts/fsck.ts";
import { takeCodes } from "../../scripts/restore/take-codes.ts";
import { tenant } from "../../settings.ts";
import { record } from "../../shared/casework/case/record.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { packed, unpacked } from "../../shared/storage/case/packed.ts";
import { unpackedHead } from "../../shared/storage/case/packed-head.ts";
import { type CaseWorld, caseWorld, person } from "../shared/casework/case-world.ts";
import { type ServedTables, servedTables } from "../shared/storage/served-tables.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const soon = "2026-11-23T15:05:00.000Z";
const later = "2026-11-23T16:00:00.000Z";
const muchLater = "2026-11-23T16:00:00.001Z";
const bytes = Buffer.from("una foto");
const sha256 = createHash("sha256").update(bytes).digest("hex");
const documentId = "u1";

let server: ServedTables;
let world: CaseWorld;
let claims: CaseWorld["claims"];
let client: S3Client;
let bucket: string;
let healthy: readonly Item[];
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await servedTables();
  ends.push(server.stop);
  const folder = await mkdtemp(join(tmpdir(), "caudal-fsck-"));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const s3 = await startS3Server({ folder, ...credentials, region, now: () => new Date() });
  ends.push(s3.close);
  client = new S3Client({ endpoint: s3.endpoint, region, credentials });
  bucket = "evidence";
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  world = await caseWorld(server);
  claims = world.claims;
  await world.fileOne(filedAt);
  await world.fileOne(filedAt);
  await world.fileProblem(filedAt);
  const upload = {
    pk: `UPLOAD#${documentId}`,
    sk: "UPLOAD",
    documentId,
    state: "received",
    sizeBytes: bytes.length,
    sha256,
  };
  await put(upload);
  await keep();
  healthy = await all();
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
afterEach(async () => {
  for (const { pk, sk } of await all()) await remove({ pk, sk });
  for (const item of healthy) await put(item);
  await putImport({ state: "done", createdAt: filedAt });
  await forget("CODES#");
  await take();
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: "documents/d9.seal.json" }));
  await keep();
});

const put = (item: Item) => claims.client.send(new PutCommand({ TableName: claims.name, Item: { ...item } }));
const remove = (key: Item) =>
  claims.client.send(new DeleteCommand({ TableName: claims.name, Key: { pk: key["pk"], sk: key["sk"] } }));
const all = async (): Promise<readonly Item[]> =>
  (await claims.client.send(new ScanCommand({ TableName: claims.name }))).Items ?? [];
const keep = (Body: Buffer = bytes) =>
  client.send(new PutObjectCommand({ Bucket: bucket, Key: `attachments/${documentId}`, Body }));

const putImport = (fields: Item) =>
  world.billing.client.send(
    new PutCommand({ TableName: world.billing.name, Item: { pk: "IMPORTS", sk: "i1", ...fields } }),
  );

/** Deletes the items of the billing table under partition keys that begin so. */
async function forget(prefix: string): Promise<void> {
  const { client: db, name: TableName } = world.billing;
  for (const { pk, sk } of (await db.send(new ScanCommand({ TableName }))).Items ?? [])
    if (String(pk).startsWith(prefix)) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
}
const take = (write = true) =>
  takeCodes({ from: [claims], evidence: { client, bucket }, billing: world.billing, tenant, now: soon, write });
const sealOf = (number: string) =>
  client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: "documents/d9.seal.json",
      Body: JSON.stringify({ statement: JSON.stringify({ kind: "claim-cargo", number }) }),
    }),
  );

/** Has an analyst note something in a claim. */
async function act(claimId: string): Promise<void> {
  const by = person("analyst-1", "analyst");
  const note = { type: "work-noted", effectiveAt: filedAt, by, details: { text: "Lo llamé." } } as const;
  const write = { key: "note", contentHash: "note" };
  await record(world, { claimId, now: filedAt, write }, () => ok({ entries: [note] }));
}

/** The first item whose `pk` begins as asked. */
async function the(pk: string, sk: RegExp): Promise<Item> {
  const item = (await all()).find((one) => String(one["pk"]).startsWith(pk) && sk.test(String(one["sk"])));
  if (!item) throw new Error(`there is no ${pk} ${sk}`);
  return item;
}

async function faults({ now = soon, readBytes = false } = {}): Promise<readonly string[]> {
  const reported: string[] = [];
  const evidence = { client, bucket, readBytes };
  const walked = await walkOffice({ claims, billing: world.billing, evidence, tenant, now: () => now }, (fault) =>
    reported.push(fault),
  );
  expect(walked).toMatchObject({ claims: expect.any(Number), faults: reported.length });
  return reported;
}

describe("npm run fsck", () => {
  it("finds nothing wrong in what was filed", async () => {
    expect(await faults({ readBytes: true })).toEqual([]);
  });

  it("finds nothing wrong in links that were made and ended", async () => {
    const his = await world.supplyLinks.link("jorge", "00012345", filedAt);
    await world.supplyLinks.link("ana", "00012345", filedAt);
    await world.supplyLinks.end({ ...his, sub: "jorge" }, filedAt, "holder-changed");
    expect(await faults()).toEqual([]);
  });

  it("finds nothing wrong in an import that a person has not decided about, but in one that stands still once decided", async () => {
    const waiting = { state: "scanning", createdAt: filedAt, previewedAt: filedAt };
    await putImport(waiting);
    expect(await faults({ now: "2026-11-24T17:01:00.000Z" })).not.toContainEqual(expect.stringMatching(/IMPORTS/));
    await putImport({ ...waiting, decided: { at: "2026-11-24T15:00:00.000Z" } });
    expect(await faults({ now: "2026-11-24T17:01:00.000Z" })).toContain(
      "aged: IMPORTS i1: import for 121 minutes, at most 120",
    );
  });

  const seeded: [when: string, spoil: () => Promise<unknown>, says: RegExp, how?: Parameters<typeof faults>[0]][] = [
    [
      "a link was ended and its supply still names its account",
      async () => {
        const his = await world.supplyLinks.link("jorge", "00012345", filedAt);
        const named = await the("SUPPLY#00012345", /^LINK#/);
        await world.supplyLinks.end({ ...his, sub: "jorge" }, filedAt, "holder-changed");
        await put(named);
      },
      /^link: SUPPLY#00012345 LINK#\S+ is of an account without it$/,
    ],
    ["an entry is gone", async () => remove(await the("CLAIM#", /^[CE]#00001$/)), /^whole: claim/],
    [
      "a word of an entry was changed",
      async () => {
        const content = await the("CLAIM#", /^C#00001$/);
        const event = unpacked(String(content["event"])).replace("Usé menos", "Usé más");
        await put({ ...content, event: packed(event) });
      },
      /^chained: claim .+: entry 1 is changed$/,
    ],
    [
      "the head counts an entry more",
      async () => {
        const head = await the("CLAIM#", /^HEAD$/);
        await put({ ...head, version: Number(head["version"]) + 1 });
      },
      /^whole: claim .+: the head counts/,
    ],
    [
      "lists show another legal day",
      async () => {
        const head = unpackedHead(await the("CLAIM#", /^HEAD$/));
        const [step = "", ...rest] = head["steps"] as readonly string[];
        await put({ ...head, steps: [step.replace(/\S+ (?=COMPANY\b)/, "2027-12-31 "), ...rest] });
      },
      /^listed: claim .+2027-12-31; it is filed/,
    ],
    [
      "its receipts are not held",
      async () => {
        const head = await the("CLAIM#", /^HEAD$/);
        await put({ ...head, hold: { ...(head["hold"] as object), held: false } });
      },
      /^held: claim .+: held: false; it is true$/,
    ],
    ["its visit is on no agenda", async () => remove(await the("CLAIM#", /^V#/)), /^visited: .+ is on no agenda$/],
    [
      "a visit that nobody planned",
      async () => {
        const visit = await the("CLAIM#", /^V#/);
        await put({ ...visit, sk: "V#other", inspectionId: "other" });
      },
      /^visited: .+ visit other on .+ was not planned$/,
    ],
    [
      "a code names nothing",
      async () => put({ ...(await the("CODE#", /./)), pk: "CODE#X", claimId: "x" }),
      /CLAIM#x is missing, used by CODE#X CODE$/,
    ],
    [
      "two claims have one code",
      async () => {
        const [one, other] = (await all()).filter(({ sk }) => sk === "HEAD");
        await put({ ...other, code: one?.["code"] });
      },
      /^name: CODE#.+ of CLAIM#.+ is missing, used by CLAIM#/,
    ],
    [
      "a request lost its code",
      async () => remove({ pk: `CODE#${(await the("PROBLEM#", /./))["code"]}`, sk: "CODE" }),
      /of PROBLEM#/,
    ],
    ["a claim has no cargo after an hour", async () => {}, /^cargo: claim .+: it has none$/, { now: muchLater }],
    [
      "a claim stands still for months and nobody was alerted",
      async () => {},
      /^aged: claim .+: positive-silence for \d+ days, at most 60$/,
      { now: "2027-06-01T15:00:00.000Z" },
    ],
    ["the outbox was not emptied", async () => {}, /^outbox: CLAIM#.+ waits since 2026-11-23T15:00/, { now: later }],
    [
      "a kept file is gone",
      () => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: `attachments/${documentId}` })),
      /^file: attachments\/u1 is not kept$/,
    ],
    ["a kept file is shorter", () => keep(Buffer.from("una")), /^file: attachments\/u1 has 3 bytes of 8$/],
    [
      "somebody of the staff acted and opened nothing",
      async () => {
        const claimId = String((await the("CLAIM#", /^HEAD$/))["claimId"]);
        await act(claimId);
        await put({
          pk: "OPENINGS#office#2026-11",
          sk: filedAt,
          at: filedAt,
          by: "somebody-else",
          what: "claim",
          id: claimId,
        });
      },
      /^opened: claim .+: entry 2, work-noted, and nothing was opened in that name$/,
    ],
    [
      "a copy of a case file stands still",
      () => put({ pk: "EXPORTS#c1", sk: "claimant#1", touchedAt: filedAt }),
      /^aged: EXPORTS#c1 claimant#1: copy for 61 minutes, at most 60$/,
      { now: "2026-11-23T16:01:00.000Z" },
    ],
    [
      "a month's registers are never finished",
      () => put({ pk: "REPORT#office#2026-10", sk: "BUILD", state: "reading", asOf: filedAt }),
      /^aged: REPORT#office#2026-10 BUILD: report for 61 minutes, at most 60$/,
      { now: "2026-11-23T16:01:00.000Z" },
    ],
    [
      "an import stands still",
      () => putImport({ state: "storing", createdAt: filedAt }),
      /^aged: IMPORTS i1: import for 121 minutes, at most 120$/,
      { now: "2026-11-23T17:01:00.000Z" },
    ],
    [
      "nothing is left of a claim but its cargo",
      () => sealOf("RE-2026-000009-9"),
      /^lost: RE-2026-000009-9 was filed and its cargo is kept \(documents\/d9\); no item bears it$/,
    ],
    [
      "nothing is left of a request but its code in the other table",
      async () => {
        const { pk, code } = await the("PROBLEM#", /./);
        for (const item of await all())
          if ([pk, `CODE#${code}`].includes(item["pk"]) || item["problemId"] !== undefined) await remove(item);
      },
      /^lost: \S+ was given to \S+; no item bears it$/,
    ],
    [
      "codes are not taken in the other table",
      () => forget("CODES#"),
      /^code: 3 codes are not taken in the other table, \S+ the first$/,
    ],
    [
      "a kept file has other bytes",
      () => keep(Buffer.from("otra fot")),
      /^file: attachments\/u1 has other bytes$/,
      { readBytes: true },
    ],
  ];
  it.for(seeded)("names the fault if %s", async ([, spoil, says, how = {}]) => {
    await spoil();
    expect(await faults(how)).toContainEqual(expect.stringMatching(says));
  });
});

describe("codes that the billing table does not know", () => {
  it("are taken, those of the claims table and those of sealed cargos, each once", async () => {
    await forget("CODES#");
    await sealOf("RE-2026-000009-9");
    expect(await take(false)).toEqual({ given: 4, free: 4 });
    expect(await take()).toEqual({ given: 4, free: 4 });
    expect(await take()).toEqual({ given: 4, free: 0 });
    expect(await faults()).toEqual([expect.stringMatching(/^lost: RE-2026-000009-9 was filed and its cargo is kept/)]);
  });

  it("are left with whom they were given to", async () => {
    const [code, taken] = ["RE-2026-000009-9", { pk: "CODES#RE-2026", sk: "RE-2026-000009-9" }];
    const { client: db, name: TableName } = world.billing;
    await db.send(new PutCommand({ TableName, Item: { ...taken, id: "a claim" } }));
    await sealOf(code);
    await take();
    expect((await db.send(new GetCommand({ TableName, Key: taken }))).Item).toEqual({ ...taken, id: "a claim" });
  });
});

it.each([
  [true, "9 items, 2 claims, 1 kept files: 0 faults"],
  [false, /^9 items, 2 claims, 1 kept files: 0 faults; imports and codes were not looked at/],
])("with a billing table (%s) the last line says what was looked at", (withBilling, says) => {
  expect(summaryOf({ items: 9, claims: 2, files: 1, faults: 0 }, withBilling)).toMatch(says);
});
