import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checksumOf } from "../../../local/s3/checksums.ts";
import { outcome, type RunningServer, runServer } from "./running-server.ts";

const named = { Bucket: "multipart", Key: "big" };
const big = Buffer.alloc(5 * 1024 ** 2, "big");
const small = Buffer.from("small");
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest();

let server: RunningServer;
beforeAll(async () => {
  server = await runServer([named.Bucket]);
});
afterAll(() => server.stop());

/** Starts an upload and sends these bodies as its parts 1, 2, …; does not complete it. */
async function uploadOf(bodies: Buffer[], input: Partial<CreateMultipartUploadCommandInput> = {}) {
  const { UploadId } = await server.client.send(new CreateMultipartUploadCommand({ ...named, ...input }));
  const parts: CompletedPart[] = [];
  for (const [index, Body] of bodies.entries()) {
    const part = { PartNumber: index + 1, ChecksumAlgorithm: input.ChecksumAlgorithm };
    const { $metadata, ...answer } = await server.client.send(
      new UploadPartCommand({ ...named, UploadId, ...part, Body }),
    );
    parts.push({ PartNumber: part.PartNumber, ...answer });
  }
  return { UploadId, parts };
}

const complete = (UploadId: string | undefined, Parts: CompletedPart[], more: object = {}) =>
  server.client.send(new CompleteMultipartUploadCommand({ ...named, UploadId, MultipartUpload: { Parts }, ...more }));

describe("an upload in parts", () => {
  it("becomes one object, with the metadata given at its start, and its parts are removed", async () => {
    const { UploadId, parts } = await uploadOf([big, small], { ContentType: "video/mp4", Tagging: "a=b" });
    await complete(UploadId, parts);
    const { Body, ContentType, TagCount } = await server.client.send(new GetObjectCommand(named));
    const bytes = await Body!.transformToByteArray();
    expect([Buffer.concat([big, small]).equals(bytes), ContentType, TagCount]).toEqual([true, "video/mp4", 1]);
    expect(await readdir(`${server.folder}/bodies`)).toHaveLength(1);
  });

  it("has the composite SHA-256 of its parts", async () => {
    const { UploadId, parts } = await uploadOf([big, small], { ChecksumAlgorithm: "SHA256" });
    await complete(UploadId, parts);
    const head = await server.client.send(new HeadObjectCommand({ ...named, ChecksumMode: "ENABLED" }));
    const composite = sha256(Buffer.concat([sha256(big), sha256(small)])).toString("base64");
    expect([head.ChecksumSHA256, head.ChecksumType]).toEqual([`${composite}-2`, "COMPOSITE"]);
  });

  it("has the CRC64NVME of the whole", async () => {
    const { UploadId, parts } = await uploadOf([big, small], { ChecksumAlgorithm: "CRC64NVME" });
    await complete(UploadId, parts);
    const head = await server.client.send(new HeadObjectCommand({ ...named, ChecksumMode: "ENABLED" }));
    const whole = checksumOf("CRC64NVME", Buffer.concat([big, small])).toString("base64");
    expect([head.ChecksumCRC64NVME, head.ChecksumType]).toEqual([whole, "FULL_OBJECT"]);
  });

  it.each<[string, (parts: CompletedPart[]) => CompletedPart[], object, string]>([
    ["passes as it is", (parts) => parts, {}, "200"],
    ["passes without its last part", ([a]) => [a!], {}, "200"],
    ["needs a part", () => [], {}, "400 MalformedXML"],
    ["is in order", ([a, b]) => [b!, a!], {}, "400 InvalidPartOrder"],
    ["has its parts once", ([a]) => [a!, a!], {}, "400 InvalidPartOrder"],
    ["has the parts it says", ([a]) => [a!, { ...a!, PartNumber: 3 }], {}, "400 InvalidPart"],
    ["has the ETags it says", ([a, b]) => [a!, { ...b!, ETag: a!.ETag }], {}, "400 InvalidPart"],
    ["has the checksums it says", ([a, b]) => [a!, { ...b!, ChecksumCRC32: "AAAAAA==" }], {}, "400 InvalidPart"],
    ["is completed by its checksums", ([a, b]) => [a!, { ...b!, ChecksumCRC32: undefined }], {}, "400 InvalidRequest"],
    ["has the kind of checksum it says", (parts) => parts, { ChecksumSHA1: "AAAA" }, "400 InvalidRequest"],
    ["has the type of checksum it says", (parts) => parts, { ChecksumType: "FULL_OBJECT" }, "400 InvalidRequest"],
    ["has the checksum it says", (parts) => parts, { ChecksumCRC32: "AAAAAA==-2" }, "400 BadDigest"],
  ])("%s", async (_, choose, more, expected) => {
    const { UploadId, parts } = await uploadOf([big, small], { ChecksumAlgorithm: "CRC32" });
    expect(await outcome(complete(UploadId, choose(parts), more))).toBe(expected);
  });

  it("has parts of 5 MiB, but for the last", async () => {
    const { UploadId, parts } = await uploadOf([small, small]);
    expect(await outcome(complete(UploadId, parts))).toBe("400 EntityTooSmall");
  });

  it("takes parts with the checksum it was begun with", async () => {
    const { UploadId } = await uploadOf([], { ChecksumAlgorithm: "SHA256" });
    const part = new UploadPartCommand({ ...named, UploadId, PartNumber: 1, Body: small, ChecksumAlgorithm: "CRC32C" });
    expect(await outcome(server.client.send(part))).toBe("400 InvalidRequest");
  });

  it("does not overwrite when asked not to", async () => {
    await server.client.send(new PutObjectCommand({ ...named, Body: "there" }));
    const { UploadId, parts } = await uploadOf([small]);
    expect(await outcome(complete(UploadId, parts, { IfNoneMatch: "*" }))).toBe("412 PreconditionFailed");
  });

  it("is over when it is aborted", async () => {
    const { UploadId, parts } = await uploadOf([small]);
    await server.client.send(new AbortMultipartUploadCommand({ ...named, UploadId }));
    expect(await outcome(complete(UploadId, parts))).toBe("404 NoSuchUpload");
  });

  it("is of one key", async () => {
    const { UploadId, parts } = await uploadOf([small]);
    expect(await outcome(complete(UploadId, parts, { Key: "another" }))).toBe("404 NoSuchUpload");
  });
});
