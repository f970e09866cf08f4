import { readdir } from "node:fs/promises";
import { request } from "node:http";
import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, eventually, outcome, type RunningServer, runServer } from "./running-server.ts";

const Bucket = "versioned";
const Key = "año/expediente 1+2 (copia)?.pdf";

let server: RunningServer;
beforeAll(async () => {
  server = await runServer([Bucket, "unversioned", "suspended"]);
  const VersioningConfiguration = { Status: "Enabled" as const };
  await server.client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
});
afterAll(() => server.stop());

const put = (input: object = {}) =>
  server.client.send(new PutObjectCommand({ Bucket, Key, Body: "content", ...input }));
const head = (input: object = {}) => server.client.send(new HeadObjectCommand({ Bucket, Key, ...input }));
async function text(input: Partial<GetObjectCommandInput> = {}): Promise<string | undefined> {
  const { Body } = await server.client.send(new GetObjectCommand({ Bucket, Key, ...input }));
  return Body?.transformToString();
}
const copySource = (key: string, versionId?: string) =>
  `${Bucket}/${encodeURIComponent(key)}${versionId === undefined ? "" : `?versionId=${versionId}`}`;

describe("versions", () => {
  it("are each readable, the last by default", async () => {
    const first = await put({ Body: "one" });
    const second = await put({ Body: "two" });
    expect(first.VersionId).not.toBe(second.VersionId);
    expect([await text({ VersionId: first.VersionId }), await text()]).toEqual(["one", "two"]);
  });

  it("come back when the delete marker over them is deleted", async () => {
    await put({ Body: "kept" });
    const { VersionId } = await server.client.send(new DeleteObjectCommand({ Bucket, Key }));
    const hidden = await outcome(text());
    const ofMarker = await outcome(text({ VersionId }));
    await server.client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    expect([hidden, ofMarker, await text()]).toEqual(["404 NoSuchKey", "405 MethodNotAllowed", "kept"]);
  });

  it("that are missing are distinguished from missing keys", async () => {
    await put();
    const outcomes = [await outcome(text({ VersionId: "none" })), await outcome(text({ Key: "none" }))];
    expect(outcomes).toEqual(["404 NoSuchVersion", "404 NoSuchKey"]);
  });

  it("without an id take each other's place when versioning is suspended", async () => {
    const named = { Bucket: "suspended", Key };
    const setVersioning = (Status: "Enabled" | "Suspended") =>
      server.client.send(new PutBucketVersioningCommand({ ...named, VersioningConfiguration: { Status } }));
    await put({ ...named, Body: "one" });
    await setVersioning("Enabled");
    const { VersionId } = await put({ ...named, Body: "two" });
    await setVersioning("Suspended");
    await put({ ...named, Body: "three" });
    const { Versions } = await server.client.send(new ListObjectVersionsCommand(named));
    expect([await text(named), Versions?.map((version) => version.VersionId)]).toEqual(["three", ["null", VersionId]]);
  });

  it("are one and the same without versioning", async () => {
    const plain = { Bucket: "unversioned", Key: "k" };
    const { VersionId } = await put({ ...plain, Body: "one" });
    await put({ ...plain, Body: "two" });
    const deleted = await server.client.send(new DeleteObjectCommand(plain));
    expect([VersionId, deleted.DeleteMarker, await outcome(text(plain))]).toEqual([
      undefined,
      undefined,
      "404 NoSuchKey",
    ]);
  });
});

describe("a conditional write", () => {
  it("makes a key once", async () => {
    const once = () => outcome(put({ Key: "once", IfNoneMatch: "*" }));
    const both = await Promise.all([once(), once()]);
    expect(both.sort()).toEqual(["200", "412 PreconditionFailed"]);
  });

  it("makes a key again when it is deleted", async () => {
    await put({ Key: "again" });
    await server.client.send(new DeleteObjectCommand({ Bucket, Key: "again" }));
    expect(await outcome(put({ Key: "again", IfNoneMatch: "*" }))).toBe("200");
  });

  it("overwrites what it has seen and nothing else", async () => {
    const { ETag } = await put({ Key: "seen", Body: "one" });
    const outcomes = [
      await outcome(put({ Key: "seen", Body: "two", IfMatch: ETag })),
      await outcome(put({ Key: "seen", Body: "three", IfMatch: ETag })),
      await outcome(put({ Key: "unseen", IfMatch: ETag })),
    ];
    expect(outcomes).toEqual(["200", "412 PreconditionFailed", "404 NoSuchKey"]);
    expect(await text({ Key: "seen" })).toBe("two");
  });

  it("leaves no file behind when it is refused", async () => {
    await put({ Key: "tidy" });
    const before = await readdir(`${server.folder}/bodies`);
    await outcome(put({ Key: "tidy", Body: "other", IfNoneMatch: "*" }));
    expect([await readdir(`${server.folder}/bodies`), await readdir(`${server.folder}/incoming`)]).toEqual([
      before,
      [],
    ]);
  });
});

describe("reading", () => {
  beforeAll(() => put({ Key: "digits", Body: "0123456789" }));

  it.each([
    ["bytes=0-0", "206", "0"],
    ["bytes=3-5", "206", "345"],
    ["bytes=7-", "206", "789"],
    ["bytes=8-99", "206", "89"],
    ["bytes=-3", "206", "789"],
    ["bytes=-99", "206", "0123456789"],
    ["bytes=1-2,4-5", "200", "0123456789"],
    ["lines=1-2", "200", "0123456789"],
    ["bytes=10-", "416", undefined],
    ["bytes=-0", "416", undefined],
    ["bytes=5-4", "416", undefined],
  ])("the range %s gives %s", async (Range, status, expected) => {
    const url = await getSignedUrl(server.client, new GetObjectCommand({ Bucket, Key: "digits" }));
    const response = await fetch(url, { headers: { range: Range } });
    const content = await response.text();
    expect([String(response.status), expected === undefined ? undefined : content]).toEqual([status, expected]);
  });

  it("an empty object gives nothing", async () => {
    await put({ Key: "empty", Body: "" });
    expect([await text({ Key: "empty" }), await outcome(text({ Key: "empty", Range: "bytes=0-" }))]).toEqual([
      "",
      "416 InvalidRange",
    ]);
  });

  const before = new Date(Date.now() - 3_600_000).toUTCString();
  const after = new Date(Date.now() + 3_600_000).toUTCString();
  it.each<[string, (etag: string) => Record<string, string>, string]>([
    ["is not repeated when the ETag is known", (etag) => ({ "if-none-match": etag }), "304"],
    ["is not repeated when one of the ETags is known", (etag) => ({ "if-none-match": `"a", W/${etag}` }), "304"],
    ["is given when the ETag is another", () => ({ "if-none-match": '"another"' }), "200"],
    ["is given when the ETag is the expected", (etag) => ({ "if-match": etag }), "200"],
    ["is refused when the ETag is not the expected", () => ({ "if-match": '"another"' }), "412 PreconditionFailed"],
    ["is not repeated when nothing changed since", () => ({ "if-modified-since": after }), "304"],
    ["is given when it changed since", () => ({ "if-modified-since": before }), "200"],
    ["is refused when it changed since", () => ({ "if-unmodified-since": before }), "412 PreconditionFailed"],
  ])("%s", async (_, condition, expected) => {
    const { ETag } = await head({ Key: "digits" });
    const url = await getSignedUrl(server.client, new GetObjectCommand({ Bucket, Key: "digits" }));
    expect(await answerOf(await fetch(url, { headers: condition(ETag!) }))).toBe(expected);
  });

  it("returns the metadata given with the object", async () => {
    const said = {
      CacheControl: "no-store",
      ContentDisposition: 'attachment; filename="a.pdf"',
      ContentEncoding: "gzip",
      ContentLanguage: "es-PE",
      ContentType: "application/pdf",
      Metadata: { claim: "1", "sha-256": "abc" },
    };
    await put({ Key: "said", ...said });
    expect(await head({ Key: "said" })).toMatchObject(said);
  });

  it.each([
    ["two", "text/plain\r\nset-cookie: a=b"],
    ["none", "attachment; filename=\u{1f600}"],
  ])("refuses a header that would be %s", async (_, ResponseContentType) => {
    const url = await getSignedUrl(server.client, new GetObjectCommand({ Bucket, Key: "digits", ResponseContentType }));
    expect(await answerOf(await fetch(url))).toBe("400 InvalidArgument");
  });
});

describe("copying", () => {
  const copy = (input: Partial<CopyObjectCommandInput> & { CopySource: string }) =>
    server.client.send(new CopyObjectCommand({ Bucket: "unversioned", Key: "copy", ...input }));

  it("takes the version it names, from another bucket", async () => {
    const first = await put({ Body: "one", ContentType: "application/pdf", Metadata: { claim: "1" }, Tagging: "a=b" });
    await put({ Body: "two" });
    const { CopySourceVersionId } = await copy({ CopySource: copySource(Key, first.VersionId) });
    const { ContentType, Metadata, TagCount } = await head({ Bucket: "unversioned", Key: "copy" });
    expect(await text({ Bucket: "unversioned", Key: "copy" })).toBe("one");
    expect([CopySourceVersionId, ContentType, Metadata, TagCount]).toEqual([
      first.VersionId,
      "application/pdf",
      { claim: "1" },
      1,
    ]);
  });

  it("gives the copy other metadata when asked", async () => {
    await put({ Key: "source", ContentType: "application/pdf", Tagging: "a=b" });
    await copy({
      CopySource: copySource("source"),
      MetadataDirective: "REPLACE",
      ContentType: "image/png",
      TaggingDirective: "REPLACE",
      Tagging: "c=d",
      ChecksumAlgorithm: "SHA256",
    });
    const copied = { Bucket: "unversioned", Key: "copy" };
    const { TagSet } = await server.client.send(new GetObjectTaggingCommand(copied));
    const { ContentType, ChecksumSHA256 } = await head({ ...copied, ChecksumMode: "ENABLED" });
    expect([ContentType, TagSet, ChecksumSHA256]).toEqual([
      "image/png",
      [{ Key: "c", Value: "d" }],
      "7XACtDnprIRfIjV9giusFERzD722AW0+yUMil7nsn3M=",
    ]);
  });

  it.each([
    ["nothing", copySource("none"), "404 NoSuchKey"],
    ["a version that is not there", copySource(Key, "none"), "404 NoSuchVersion"],
    ["a bucket that is not there", "none/key", "404 NoSuchBucket"],
    ["no key", "none", "400 InvalidArgument"],
  ])("refuses %s", async (_, CopySource, expected) => {
    expect(await outcome(copy({ CopySource }))).toBe(expected);
  });

  it("does not copy an object onto itself", async () => {
    await put({ Key: "self" });
    const sent = copy({ Bucket, Key: "self", CopySource: copySource("self") });
    expect(await outcome(sent)).toBe("400 InvalidRequest");
  });
});

describe("tags", () => {
  const tagged = { Bucket, Key: "tagged" };
  const tag = (Key: string, Value = "v") => ({ Key, Value });
  const putTags = (TagSet: object[], more: object = {}) =>
    server.client.send(new PutObjectTaggingCommand({ ...tagged, Tagging: { TagSet: TagSet as [] }, ...more }));
  const tags = async (more: object = {}) =>
    (await server.client.send(new GetObjectTaggingCommand({ ...tagged, ...more }))).TagSet;

  it("are of one version", async () => {
    const { VersionId } = await put(tagged);
    await put(tagged);
    await putTags([tag("old")], { VersionId });
    expect([await tags({ VersionId }), await tags()]).toEqual([[tag("old")], []]);
  });

  it("are taken away", async () => {
    await put({ ...tagged, Tagging: "a=v" });
    const before = await tags();
    await server.client.send(new DeleteObjectTaggingCommand(tagged));
    expect([before, await tags()]).toEqual([[tag("a")], []]);
  });

  it.each([
    ["ten at most", Array.from({ length: 11 }, (_, n) => tag(`k${n}`))],
    ["each key once", [tag("a"), tag("a")]],
    ["with a key", [tag("")]],
    ["with a key of 128 characters at most", [tag("k".repeat(129))]],
    ["with a value of 256 characters at most", [tag("k", "v".repeat(257))]],
  ])("are %s", async (_, TagSet) => {
    await put(tagged);
    expect([await outcome(putTags(TagSet)), await outcome(putTags([tag("a")]))]).toEqual(["400 InvalidTag", "200"]);
  });
});

describe("an upload that breaks off", () => {
  it("leaves nothing behind, and the server goes on", async () => {
    const { pathname, search, hostname, port } = new URL(
      await getSignedUrl(server.presigner, new PutObjectCommand({ Bucket, Key })),
    );
    const sent = request({
      hostname,
      port,
      path: pathname + search,
      method: "PUT",
      headers: { "content-length": 1_000_000 },
    });
    sent.on("error", () => {});
    sent.write("only the beginning");
    const incoming = () => readdir(`${server.folder}/incoming`);
    await eventually(async () => expect(await incoming()).toHaveLength(1));
    sent.destroy();
    await eventually(async () => expect(await incoming()).toEqual([]));
    expect(await outcome(put())).toBe("200");
  });
});
