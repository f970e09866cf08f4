import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../../../local/cloud.ts";
import { startS3Server } from "../../../../local/s3/server.ts";
import { openFixedNotices } from "../../../../shared/storage/notice/fixed-notices.ts";
import { type FixedNotice, openSentNotices } from "../../../../shared/storage/notice/sent-notices.ts";
import { openS3 } from "../../../../shared/storage/s3.ts";

Object.assign(process.env, {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});

const notice = (text: string): FixedNotice => ({
  channel: "email",
  to: "cliente@example.pe",
  subject: "Recibimos tu reclamo",
  html: `<p>${text}</p>`,
  text,
  secrets: ["clave"],
});

describe("notices fixed in a locked bucket", () => {
  let folder = "";
  let close = async (): Promise<void> => {};
  let bucket: Parameters<typeof openFixedNotices>[0];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "caudal-s3-"));
    const server = await startS3Server({ folder, ...credentials, region, now: () => new Date() });
    close = server.close;
    process.env["AWS_ENDPOINT_URL_S3"] = server.endpoint;
    bucket = { client: openS3(), name: "evidence" };
    await bucket.client.send(new CreateBucketCommand({ Bucket: bucket.name, ObjectLockEnabledForBucket: true }));
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  it("stand as they were written first, whoever writes again, and are read by their digest", async () => {
    const first = await openFixedNotices(bucket).fix("c1", 1, notice("Ñandú"));
    expect(first.notice).toEqual(notice("Ñandú"));
    expect(first.isNew).toBe(true);
    expect(await openFixedNotices(bucket).fix("c1", 1, notice("otra cosa"))).toEqual({ ...first, isNew: false });
    expect(await openSentNotices(bucket).read("c1", 1, first.sha256)).toEqual(notice("Ñandú"));
  });

  it("are one of each entry and claim", async () => {
    const [one, other] = await Promise.all([
      openFixedNotices(bucket).fix("c2", 1, notice("uno")),
      openFixedNotices(bucket).fix("c2", 2, notice("dos")),
    ]);
    expect([one.notice.text, other.notice.text]).toEqual(["uno", "dos"]);
  });

  it("of ten at once, one stands", async () => {
    const fixed = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => openFixedNotices(bucket).fix("c3", 1, notice(`texto ${at}`))),
    );
    const stands = fixed.flatMap((one) => (one.status === "fulfilled" ? one.value.sha256 : []));
    expect(stands.length).toBeGreaterThan(0);
    expect(new Set(stands).size).toBe(1);
  });

  it("that are no longer what their digest says are not shown", async () => {
    const { sha256 } = await openFixedNotices(bucket).fix("c4", 1, notice("lo que se envió"));
    const Body = JSON.stringify(notice("lo que no se envió"));
    await bucket.client.send(new PutObjectCommand({ Bucket: bucket.name, Key: "notices/c4/1.json", Body }));
    await expect(openSentNotices(bucket).read("c4", 1, sha256)).rejects.toThrow("is another");
  });
});
