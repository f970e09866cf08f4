import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ListObjectsV2Command, ListObjectVersionsCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../../../local/s3/entries.ts";
import { openObjectStore } from "../../../local/s3/object-store.ts";
import { outcome, type RunningServer, runServer } from "./running-server.ts";

const Bucket = "listed";
/** In S3's order, that of UTF-8: the emoji, a surrogate pair in UTF-16, comes last. */
const unusual = ["a/ 1.txt", "a/b/<&>.txt", "a/ñ+ %.txt", "\u{ff5e}", "\u{1f600}"];
const numbered = Array.from({ length: 1200 }, (_, n) => `n/${String(n).padStart(4, "0")}/photo`);

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "caudal-s3-"));
  const store = await openObjectStore(folder);
  const keys = [...numbered, ...unusual].reverse();
  const entries: Entry[] = keys.flatMap((key) => ["1", "2"].map((id) => versionEntry(key, id)));
  const bucket: Entry = { type: "bucket", bucket: Bucket, value: { createdAt: at, configurations: {} } };
  await store.commit(() => ({ entries: [bucket, ...entries], result: undefined }));
  await store.close();
  server = await runServer([], { folder });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const at = "2025-05-05T12:00:00.000Z";
function versionEntry(key: string, id: string): Entry {
  const digests = { etag: id, checksum: { algorithm: "CRC32" as const, value: id, type: "FULL_OBJECT" as const } };
  const attributes = { headers: {}, tags: [], retention: null, legalHold: false };
  const value = { key, id, at, body: `${key}-${id}`, size: 1, ...digests, ...attributes };
  return { type: "version", bucket: Bucket, key, id, value };
}

/** Every page of a listing, with its keys and its common prefixes in parentheses. */
async function pages(input: object): Promise<string[][]> {
  const found: string[][] = [];
  let token: string | undefined;
  do {
    const page = await server.client.send(new ListObjectsV2Command({ Bucket, ...input, ContinuationToken: token }));
    const keys = page.Contents?.map(({ Key }) => Key!) ?? [];
    const prefixes = page.CommonPrefixes?.map(({ Prefix }) => `(${Prefix})`) ?? [];
    found.push([...keys, ...prefixes]);
    expect([page.KeyCount, page.IsTruncated]).toEqual([found.at(-1)?.length, page.NextContinuationToken !== undefined]);
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return found;
}

describe("a list of objects", () => {
  it("has every key once, in the order of UTF-8, a thousand to a page", async () => {
    const found = await pages({});
    expect(found.map(({ length }) => length)).toEqual([1000, 205]);
    expect(found.flat()).toEqual([...unusual.slice(0, 3), ...numbered, ...unusual.slice(3)]);
  });

  it.each([1, 2, 3, 7])("has every common prefix once in pages of %i", async (MaxKeys) => {
    const found = await pages({ Delimiter: "/", MaxKeys });
    expect(found.flat().sort()).toEqual(["(a/)", "(n/)", ...unusual.slice(3)].sort());
    expect(found).toHaveLength(Math.ceil(4 / MaxKeys));
  });

  it("pages through more common prefixes than one page has room for", async () => {
    const found = await pages({ Prefix: "n/", Delimiter: "/" });
    expect(found.map(({ length }) => length)).toEqual([1000, 200]);
    expect(found.flat()).toEqual(numbered.map((key) => `(${key.replace("photo", "")})`));
  });

  it.each([
    ["a prefix", { Prefix: "a/" }, ["a/ 1.txt", "a/b/<&>.txt", "a/ñ+ %.txt"]],
    ["a prefix and a delimiter", { Prefix: "a/", Delimiter: "/" }, ["a/ 1.txt", "a/ñ+ %.txt", "(a/b/)"]],
    [
      "a prefix that ends within a name",
      { Prefix: "n/119", Delimiter: "/" },
      numbered.slice(1190).map((key) => `(${key.replace("photo", "")})`),
    ],
    ["a start", { StartAfter: "n/1199/photo" }, ["\u{ff5e}", "\u{1f600}"]],
    ["a prefix nothing has", { Prefix: "z" }, []],
  ])("is narrowed by %s", async (_, input, expected) => {
    expect((await pages(input)).flat()).toEqual(expected);
  });

  it("writes names URL-encoded when asked", async () => {
    const { Contents } = await server.client.send(
      new ListObjectsV2Command({ Bucket, Prefix: "a/ñ", EncodingType: "url" }),
    );
    expect(Contents?.map(({ Key }) => Key)).toEqual(["a/%C3%B1%2B%20%25.txt"]);
  });

  it("of no more than nothing is empty and at its end", async () => {
    expect(await pages({ MaxKeys: 0 })).toEqual([[]]);
  });

  it("shows a new object at once", async () => {
    await server.client.send(new PutObjectCommand({ Bucket, Key: "new/é", Body: "x" }));
    expect(await pages({ Prefix: "new/" })).toEqual([["new/é"]]);
  });

  it("is of a bucket that is there", async () => {
    const sent = server.client.send(new ListObjectsV2Command({ Bucket: "none" }));
    expect(await outcome(sent)).toBe("404 NoSuchBucket");
  });
});

describe("a list of versions", () => {
  async function versions(input: object): Promise<string[][]> {
    const found: string[][] = [];
    let markers = {};
    for (let more = true; more; ) {
      const page = await server.client.send(new ListObjectVersionsCommand({ Bucket, ...input, ...markers }));
      const prefixes = page.CommonPrefixes?.map(({ Prefix }) => `(${Prefix})`) ?? [];
      const listed = page.Versions?.map(({ Key, VersionId, IsLatest }) => `${Key} ${VersionId}${IsLatest ? "!" : ""}`);
      found.push([...(listed ?? []), ...prefixes]);
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      more = page.IsTruncated ?? false;
    }
    return found;
  }

  it("has every version once, the newest first, whatever the pages", async () => {
    const expected = numbered.slice(0, 10).flatMap((key) => [`${key} 2!`, `${key} 1`]);
    const found = await versions({ Prefix: "n/000", MaxKeys: 3 });
    expect(found.map(({ length }) => length)).toEqual([3, 3, 3, 3, 3, 3, 2]);
    expect(found.flat()).toEqual(expected);
  });

  it("has every common prefix once", async () => {
    const found = await versions({ Delimiter: "/", MaxKeys: 2 });
    expect(found.flat().filter((name) => name.startsWith("("))).toEqual(["(a/)", "(n/)", "(new/)"]);
  });
});
