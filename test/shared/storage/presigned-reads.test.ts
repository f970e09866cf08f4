import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../../local/cloud.ts";
import { startS3Server } from "../../../local/s3/server.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { openDigestReader } from "../../../shared/storage/check/digest-files.ts";
import { openEvidenceCheck } from "../../../shared/storage/evidence.ts";
import { openRegisterReader } from "../../../shared/storage/register/report-files.ts";
import { openPresigned, readPresigned } from "../../../shared/storage/resolution/presigned.ts";
import { openS3 } from "../../../shared/storage/s3.ts";

Object.assign(process.env, {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});

const name = "evidence";
/** More than one piece of a stream. */
const bytes = Buffer.alloc(300_000, "bytes of a document ");
const listed = { seal: {}, claims: [{ claimCode: "RE-2026-004192-7" }] };

describe("what is read by a signed address, without a client", () => {
  let folder = "";
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "caudal-presigned-"));
    const server = await startS3Server({ folder, ...credentials, region, now: () => new Date() });
    close = server.close;
    process.env["AWS_ENDPOINT_URL_S3"] = server.endpoint;
    const client = openS3();
    await client.send(new CreateBucketCommand({ Bucket: name }));
    const put = (Key: string, Body: Uint8Array) => client.send(new PutObjectCommand({ Bucket: name, Key, Body }));
    await put("documents/a document", bytes);
    await put("days/2026-11-24.json", Buffer.from(JSON.stringify(listed)));
    await put("registers/2026-10/b1/facts.json", Buffer.from("{}"));
    client.destroy();
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  it("of the evidence: the hash and the text of a document, and nothing of one that is not there", async () => {
    const check = openEvidenceCheck({ name, prefix: "documents/" });
    expect(await check.digest("a document")).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(await check.text("a document")).toBe(bytes.toString());
    expect([await check.digest("another"), await check.text("another")]).toEqual([undefined, undefined]);
  });

  it("of a month's registers: a file, and a failure if there is none", async () => {
    const reader = openRegisterReader({ name });
    const of = { month: "2026-10", buildId: "b1" };
    expect(Buffer.from(await reader.read(of, "facts.json")).toString()).toBe("{}");
    await expect(reader.read(of, "other.json")).rejects.toThrow("no such object");
  });

  it("of the digests: whether a day's names a claim, and nothing of a day without one", async () => {
    const digests = openDigestReader({ name });
    const on = calendarDay("2026-11-24");
    expect(await digests.names(on, "RE-2026-004192-7")).toBe(true);
    expect(await digests.names(on, "RE-2026-000001-1")).toBe(false);
    expect(await digests.names(calendarDay("2026-11-25"), "RE-2026-004192-7")).toBeUndefined();
  });

  it("throws if it may not be read, unless that is how its bucket says that there is none", async () => {
    const nobodys = openPresigned("no-such-bucket", "a document");
    await expect(nobodys).rejects.toThrow("404 NoSuchBucket");
    expect(await openPresigned("no-such-bucket", "a document", ["NoSuchBucket"])).toBeUndefined();
    await expect(readPresigned(name, "documents/another")).rejects.toThrow("no such object");
  });
});
