import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, GetObjectCommand, PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../../../local/cloud.ts";
import { startS3Server } from "../../../../local/s3/server.ts";
import {
  openAttachmentTickets,
  openQuarantinedAttachments,
  uploadOfAttachmentKey,
} from "../../../../shared/storage/attachment/attachment-files.ts";
import { openExchangeFiles } from "../../../../shared/storage/billing/exchange-files.ts";
import type { UploadTicket } from "../../../../shared/storage/resolution/presigned.ts";
import { type Bucket, openS3 } from "../../../../shared/storage/s3.ts";

let ahead = 0;
let close = async (): Promise<void> => {};
let bucket: Bucket;
const now = () => new Date(Date.now() + ahead);

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "caudal-s3-"));
  const server = await startS3Server({ folder, ...credentials, region, now });
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_S3: server.endpoint,
  });
  bucket = { client: openS3(), name: "quarantine" };
  await bucket.client.send(new CreateBucketCommand({ Bucket: bucket.name }));
  await bucket.client.send(
    new PutBucketVersioningCommand({ Bucket: bucket.name, VersioningConfiguration: { Status: "Enabled" } }),
  );
  close = async () => {
    bucket.client.destroy();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
});
afterAll(() => close());

const bytes = Buffer.from("%PDF-1.7 ñ %%EOF");
const attachment = {
  documentId: "0m8zq1abcdef",
  contentType: "application/pdf",
  sizeBytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
};
/** Sends bytes with a ticket; the version they became, or nothing if the bucket refuses them. */
async function send({ url, fields }: UploadTicket, sent: Uint8Array, replaced = {}): Promise<string | undefined> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...replaced })) form.append(name, String(value));
  form.append("file", new Blob([new Uint8Array(sent)]), "carta.pdf");
  const response = await fetch(url, { method: "POST", body: form });
  await response.arrayBuffer();
  return response.ok ? (response.headers.get("x-amz-version-id") ?? "none") : undefined;
}
const ticket = () => openAttachmentTickets(bucket).issue(attachment, now().toISOString());

describe("the ticket of an attachment", () => {
  it("lets in the announced file, which is read by its version", async () => {
    const version = (await send(await ticket(), bytes)) ?? "";
    const quarantined = openQuarantinedAttachments(bucket);
    expect(Buffer.from((await quarantined.read(attachment.documentId, version)) ?? [])).toEqual(bytes);
    expect(Buffer.from((await quarantined.read(attachment.documentId)) ?? [])).toEqual(bytes);
    expect(await quarantined.read("never-sent")).toBeUndefined();
    await expect(quarantined.read("never-sent", "v1")).rejects.toThrow();
  });

  it.each<[string, Uint8Array, object]>([
    ["a byte more", Buffer.concat([bytes, Buffer.from("x")]), {}],
    ["a byte less", bytes.subarray(1), {}],
    ["other bytes, as many", Buffer.alloc(bytes.length, "x"), {}],
    ["another type", bytes, { "Content-Type": "text/html" }],
    ["another key", bytes, { key: "attachments/another" }],
  ])("refuses %s", async (_, sent, replaced) => {
    expect(await send(await ticket(), sent, replaced)).toBeUndefined();
  });

  it("ends five minutes on", async () => {
    const issued = await ticket();
    expect(Date.parse(issued.expiresAt) - now().getTime()).toBeGreaterThan(299_000);
    ahead = 301_000;
    expect(await send(issued, bytes)).toBeUndefined();
    ahead = 0;
    expect(await send(issued, bytes)).toBeDefined();
  });
});

describe("a key of the quarantine", () => {
  it.each([
    ["attachments/0m8zq1abcdef", "0m8zq1abcdef"],
    ["attachments/", undefined],
    ["attachments/a/b", undefined],
    ["files/a", undefined],
  ])("is of an upload or of none: %s", (key, uploadId) => {
    expect(uploadOfAttachmentKey(key)).toBe(uploadId);
  });
});

describe("a file of the exchange", () => {
  it("stands in its folder, the last one of its name", async () => {
    const files = openExchangeFiles(bucket);
    await files.write("bloqueos_20261123.csv", "viejo");
    await files.write("bloqueos_20261123.csv", "ñ;1\r\n");
    const { Body, ContentType } = await bucket.client.send(
      new GetObjectCommand({ Bucket: bucket.name, Key: "exchange/bloqueos_20261123.csv" }),
    );
    expect(await Body?.transformToString()).toBe("ñ;1\r\n");
    expect(ContentType).toBe("text/csv; charset=utf-8");
  });
});
