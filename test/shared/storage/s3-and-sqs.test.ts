import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, PutBucketVersioningCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../../local/cloud.ts";
import { startS3Server } from "../../../local/s3/server.ts";
import {
  openImportFiles,
  openImportReports,
  openImportTickets,
  openReportDownloads,
} from "../../../shared/storage/billing/import-files.ts";
import { openImportWork } from "../../../shared/storage/billing/import-work.ts";
import { openS3 } from "../../../shared/storage/s3.ts";
import { openSqs } from "../../../shared/storage/sqs.ts";
import { importWorkSuite } from "./billing/import-work.suite.ts";
import { type ImportsBucket, importsBucketSuite } from "./billing/imports-bucket.suite.ts";

Object.assign(process.env, {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});

let made = 0;
const named = (what: string): string => {
  made += 1;
  return `${what}-${made}`;
};

describe("the stores on the local S3 server", () => {
  let ahead = 0;
  let folder = "";
  let close = async (): Promise<void> => {};
  const now = () => new Date(Date.now() + ahead);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "caudal-s3-"));
    const server = await startS3Server({ folder, ...credentials, region, now });
    close = server.close;
    process.env["AWS_ENDPOINT_URL_S3"] = server.endpoint;
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  const upload: ImportsBucket["upload"] = async ({ url, fields }, bytes) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([new Uint8Array(bytes)]), "recibos.csv");
    const response = await fetch(url, { method: "POST", body: form });
    await response.arrayBuffer();
    return response.ok ? (response.headers.get("x-amz-version-id") ?? "none") : undefined;
  };
  const download: ImportsBucket["download"] = async (url) => {
    const response = await fetch(url);
    const bytes = Buffer.from(await response.arrayBuffer());
    // What is downloaded is somebody's: no browser or proxy may keep it.
    if (response.ok) expect(response.headers.get("cache-control")).toBe("no-store");
    return response.ok ? bytes.toString("utf8") : undefined;
  };

  importsBucketSuite(async () => {
    ahead = 0;
    const bucket = { client: openS3(), name: named("imports") };
    await bucket.client.send(new CreateBucketCommand({ Bucket: bucket.name }));
    await bucket.client.send(
      new PutBucketVersioningCommand({ Bucket: bucket.name, VersioningConfiguration: { Status: "Enabled" } }),
    );
    return {
      tickets: openImportTickets(bucket),
      files: openImportFiles(bucket),
      reports: openImportReports(bucket),
      downloads: openReportDownloads(bucket),
      upload,
      download,
      now: () => now().toISOString(),
      wait: (seconds) => {
        ahead += 1_000 * seconds;
      },
    };
  });
});

describe("the form of a ticket", () => {
  it("signs the key, the type, the size and the checksum of the announced file, for five minutes", async () => {
    process.env["AWS_ENDPOINT_URL_S3"] ??= "http://127.0.0.1:1";
    const tickets = openImportTickets({ name: "imports" });
    const issued = Date.now();
    const { fields } = await tickets.issue("i1", 1_234, "ab".repeat(32), new Date(issued).toISOString());
    const policy = JSON.parse(Buffer.from(fields["Policy"] ?? "", "base64").toString("utf8"));
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        { bucket: "imports" },
        { key: "files/i1.csv" },
        { "Content-Type": "text/csv" },
        ["content-length-range", 1_234, 1_234],
        { "x-amz-checksum-sha256": Buffer.from("ab".repeat(32), "hex").toString("base64") },
      ]),
    );
    const seconds = (Date.parse(policy.expiration) - issued) / 1_000;
    expect(seconds).toBeGreaterThan(298);
    expect(seconds).toBeLessThan(310);
  });
});

describe("the stores on local queues", () => {
  const app = buildApp({ logger: false });
  let client: SQSClient | undefined;
  beforeAll(async () => {
    const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
    process.env["AWS_ENDPOINT_URL_SQS"] = endpoint;
    client = new SQSClient({ endpoint });
  });
  afterAll(async () => {
    client?.destroy();
    await app.close();
  });

  importWorkSuite(async () => {
    if (!client) throw new Error("the queues are not up");
    const queues = client;
    const { QueueUrl = "" } = await queues.send(new CreateQueueCommand({ QueueName: named("import-ranges") }));
    return {
      work: openImportWork({ client: openSqs(), name: QueueUrl }),
      received: async () => {
        const bodies: unknown[] = [];
        for (;;) {
          const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
          if (Messages.length === 0) return bodies;
          for (const { Body = "", ReceiptHandle } of Messages) {
            bodies.push(JSON.parse(Body));
            await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
          }
        }
      },
    };
  });
});
