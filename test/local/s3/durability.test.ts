import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetBucketCorsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketCorsCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientOf, credentials, eventually, type RunningServer, runServer } from "./running-server.ts";

const Bucket = "durable";
let folder: string;
let child: ChildProcess | undefined;
let server: RunningServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "caudal-s3-"));
});
afterEach(async () => {
  await kill();
  await server?.stop();
  server = undefined;
  await rm(folder, { recursive: true });
});

async function startChild(): Promise<S3Client> {
  const given = [folder, credentials.accessKeyId, credentials.secretAccessKey];
  child = fork(join(import.meta.dirname, "server-process.ts"), given, { stdio: "ignore" });
  const [endpoint] = await once(child, "message");
  return clientOf(endpoint);
}

/** Kills the server with `kill -9`, so nothing is flushed or closed. */
async function kill(): Promise<void> {
  if (!child) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
  child = undefined;
}

async function restart(): Promise<RunningServer> {
  server = await runServer([], { folder });
  return server;
}

async function text({ client }: RunningServer, Key: string): Promise<string | undefined> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
}

const queueArn = "arn:aws:sqs:us-east-1:000000000000:received";
function publish(client: S3Client) {
  const QueueConfigurations = [{ QueueArn: queueArn, Events: ["s3:ObjectCreated:*" as const] }];
  const NotificationConfiguration = { QueueConfigurations };
  return client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
}

describe("after kill -9", () => {
  it("everything is as it was acknowledged", async () => {
    const client = await startChild();
    await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    const CORSConfiguration = { CORSRules: [{ AllowedOrigins: ["*"], AllowedMethods: ["POST"] }] };
    await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }));
    const lock = { ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate: new Date(Date.now() + 60_000) } as const;
    await client.send(new PutObjectCommand({ Bucket, Key: "ñ", Body: "one", Metadata: { a: "1" }, ...lock }));
    await client.send(new PutObjectCommand({ Bucket, Key: "ñ", Body: "two" }));
    await client.send(new PutObjectCommand({ Bucket, Key: "gone", Body: "x" }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: "gone" }));
    const before = await client.send(new ListObjectVersionsCommand({ Bucket }));
    await kill();

    const again = await restart();
    const after = await again.client.send(new ListObjectVersionsCommand({ Bucket }));
    const [, first] = after.Versions?.filter(({ Key }) => Key === "ñ") ?? [];
    const old = await again.client.send(new HeadObjectCommand({ Bucket, Key: "ñ", VersionId: first?.VersionId }));
    const { CORSRules } = await again.client.send(new GetBucketCorsCommand({ Bucket }));
    expect([after.Versions, after.DeleteMarkers]).toEqual([before.Versions, before.DeleteMarkers]);
    expect([old.Metadata, old.ObjectLockMode]).toEqual([{ a: "1" }, "COMPLIANCE"]);
    expect([await text(again, "ñ"), CORSRules?.[0]?.AllowedMethods]).toEqual(["two", ["POST"]]);
  });

  it.each([1, 8, 25])(
    "in the middle of writes, with %i acknowledged, what was acknowledged is whole",
    async (count) => {
      const client = await startChild();
      await client.send(new CreateBucketCommand({ Bucket }));
      const acknowledged: string[] = [];
      const content = (key: string) => key.repeat(20_000);
      const writer = async (name: string) => {
        for (let n = 0; ; n++) {
          const Key = `${name}${n}`;
          await client.send(new PutObjectCommand({ Bucket, Key, Body: content(Key) }));
          acknowledged.push(Key);
        }
      };
      const writers = Promise.allSettled(["a", "b", "c"].map(writer));
      await eventually(() => expect(acknowledged.length).toBeGreaterThanOrEqual(count));
      await kill();
      await writers;

      const again = await restart();
      const { Versions = [] } = await again.client.send(new ListObjectVersionsCommand({ Bucket }));
      const present = Versions.map(({ Key }) => Key ?? "");
      for (const Key of present) expect((await text(again, Key)) === content(Key)).toBe(true);
      expect(acknowledged.filter((Key) => !present.includes(Key))).toEqual([]);
      expect([await readdir(join(folder, "incoming")), await readdir(join(folder, "bodies"))]).toEqual([
        [],
        expect.objectContaining({ length: present.length }),
      ]);
    },
  );

  it("a notification that was due is delivered", async () => {
    const client = await startChild();
    await client.send(new CreateBucketCommand({ Bucket }));
    await publish(client);
    const notified = once(child!, "message");
    await client.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }));
    await notified;
    await kill();
    const { delivered } = await restart();
    await eventually(() => expect(delivered.map(({ queueArn }) => queueArn)).toEqual([queueArn]));
  });
});

describe("a notification", () => {
  it("that fails is tried again, and once delivered not after a restart", async () => {
    const attempts: unknown[] = [];
    const notify = async (notification: unknown) => {
      attempts.push(notification);
      if (attempts.length === 1) throw new Error("The queue is not there yet");
    };
    server = await runServer([Bucket], { folder, notify });
    await publish(server.client);
    await server.client.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }));
    await eventually(() => expect(attempts).toHaveLength(2));
    await server.stop();
    const { client, delivered } = await restart();
    await client.send(new PutObjectCommand({ Bucket, Key: "later", Body: "x" }));
    await eventually(() => expect(delivered).not.toHaveLength(0));
    expect([attempts[0] === attempts[1], delivered.map(keyOf)]).toEqual([true, ["later"]]);
  });
});

function keyOf({ message }: { message: unknown }): string {
  return (message as { Records: [{ s3: { object: { key: string } } }] }).Records[0].s3.object.key;
}

describe("a journal", () => {
  const journal = () => join(folder, "journal.ndjson");
  beforeEach(async () => {
    server = await runServer([Bucket], { folder });
    await server.client.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }));
    await server.stop();
    server = undefined;
  });

  it("whose last line is torn is read without it", async () => {
    await appendFile(journal(), '[{"type":"bucket","bucket":"torn","val');
    const again = await restart();
    expect([await text(again, "k"), await readFile(journal(), "utf8")]).toEqual([
      "x",
      expect.not.stringContaining("torn"),
    ]);
  });

  it("with a damaged line before the last is not opened", async () => {
    const lines = (await readFile(journal(), "utf8")).split("\n");
    await writeFile(journal(), ["[{", ...lines].join("\n"));
    await expect(restart()).rejects.toThrow(SyntaxError);
    expect(await readFile(journal(), "utf8")).toContain('"k"');
  });

  it("leaves out what is over when it is opened again", async () => {
    const before = (await readFile(journal(), "utf8")).length;
    server = await runServer([], { folder });
    for (let n = 0; n < 5; n++) await server.client.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }));
    await server.stop();
    await restart();
    const after = (await readFile(journal(), "utf8")).length;
    expect(Math.abs(after - before)).toBeLessThan(100);
    expect(await readdir(join(folder, "bodies"))).toHaveLength(1);
  });
});
