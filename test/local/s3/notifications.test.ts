import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  type Event,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type QueueConfiguration,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventually, outcome, type RunningServer, runServer } from "./running-server.ts";

const Bucket = "watched";
const QueueArn = "arn:aws:sqs:us-east-1:000000000000:received";

interface S3Record {
  eventName: string;
  s3: { object: { key: string; sequencer: string } };
}

let server: RunningServer;
beforeAll(async () => {
  server = await runServer([Bucket]);
});
beforeEach(() => server.delivered.splice(0));
afterAll(() => server.stop());

function configure(rule: Partial<QueueConfiguration>) {
  const QueueConfigurations = [{ QueueArn, Events: ["s3:ObjectCreated:*" as Event], ...rule }];
  const NotificationConfiguration = { QueueConfigurations };
  return server.client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
}

const put = (Key: string) => server.client.send(new PutObjectCommand({ Bucket, Key, Body: "content" }));
const records = () => server.delivered.flatMap(({ message }) => (message as { Records: S3Record[] }).Records);
const keys = () => records().map(({ s3 }) => s3.object.key);

/** Writes an object that is always announced, and returns the keys announced up to it. */
async function announced(): Promise<string[]> {
  await configure({});
  await put("last");
  await eventually(() => expect(keys()).toContain("last"));
  return keys().filter((key) => key !== "last");
}

describe("a notification", () => {
  it("has the shape of AWS's event 2.1", async () => {
    const VersioningConfiguration = { Status: "Enabled" as const };
    await server.client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    await configure({ Id: "received" });
    const { ETag, VersionId } = await put("año 1/a+b (2).pdf");
    await eventually(() => expect(server.delivered).toHaveLength(1));
    expect(server.delivered).toEqual([
      {
        bucket: Bucket,
        queueArn: QueueArn,
        message: {
          Records: [
            {
              eventVersion: "2.1",
              eventSource: "aws:s3",
              awsRegion: "us-east-1",
              eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
              eventName: "ObjectCreated:Put",
              userIdentity: { principalId: expect.any(String) },
              requestParameters: { sourceIPAddress: "127.0.0.1" },
              responseElements: { "x-amz-request-id": expect.any(String) },
              s3: {
                s3SchemaVersion: "1.0",
                configurationId: "received",
                bucket: {
                  name: Bucket,
                  ownerIdentity: { principalId: expect.any(String) },
                  arn: "arn:aws:s3:::watched",
                },
                object: {
                  key: "a%C3%B1o+1/a%2Bb+%282%29.pdf",
                  size: 7,
                  eTag: ETag?.replaceAll('"', ""),
                  versionId: VersionId,
                  sequencer: expect.stringMatching(/^[0-9A-F]{16,}$/),
                },
              },
            },
          ],
        },
      },
    ]);
  });

  it("says how the object was made", async () => {
    await configure({});
    await put("one");
    await server.client.send(new CopyObjectCommand({ Bucket, Key: "two", CopySource: `${Bucket}/one` }));
    const { url, fields } = await createPresignedPost(server.client, { Bucket, Key: "three" });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob(["content"]), "f");
    await fetch(url, { method: "POST", body: form });
    const named = { Bucket, Key: "four" };
    const { UploadId } = await server.client.send(new CreateMultipartUploadCommand(named));
    const part = new UploadPartCommand({ ...named, UploadId, PartNumber: 1, Body: "content" });
    const { ETag } = await server.client.send(part);
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    await server.client.send(new CompleteMultipartUploadCommand({ ...named, UploadId, MultipartUpload }));
    await eventually(() => expect(server.delivered).toHaveLength(4));
    const found = records().map(({ eventName, s3 }) => [s3.object.key, eventName]);
    expect(Object.fromEntries(found)).toEqual({
      one: "ObjectCreated:Put",
      two: "ObjectCreated:Copy",
      three: "ObjectCreated:Post",
      four: "ObjectCreated:CompleteMultipartUpload",
    });
  });

  it("has a sequencer that grows with each write", async () => {
    await configure({});
    for (const _ of [1, 2, 3]) await put("same");
    await eventually(() => expect(server.delivered).toHaveLength(3));
    const sequencers = records().map(({ s3 }) => s3.object.sequencer);
    expect(new Set(sequencers).size).toBe(3);
    expect(sequencers).toEqual(sequencers.toSorted());
  });

  it("is not sent of what was refused or deleted", async () => {
    await configure({});
    await put("once");
    await outcome(server.client.send(new PutObjectCommand({ Bucket, Key: "once", Body: "x", IfNoneMatch: "*" })));
    await server.client.send(new DeleteObjectCommand({ Bucket, Key: "once" }));
    expect(await announced()).toEqual(["once"]);
  });

  it.each<[string, Partial<QueueConfiguration>, string[]]>([
    ["by prefix", { Filter: { Key: { FilterRules: [{ Name: "prefix", Value: "in/" }] } } }, ["in/a.pdf", "in/a.txt"]],
    ["by suffix", { Filter: { Key: { FilterRules: [{ Name: "suffix", Value: ".pdf" }] } } }, ["in/a.pdf", "out/a.pdf"]],
    ["by event", { Events: ["s3:ObjectCreated:Post"] }, []],
    ["not at all", {}, ["in/a.pdf", "in/a.txt", "out/a.pdf"]],
  ])("is chosen %s", async (_, rule, expected) => {
    await configure(rule);
    for (const key of ["in/a.pdf", "in/a.txt", "out/a.pdf"]) await put(key);
    expect((await announced()).sort()).toEqual(expected);
  });

  it.each<[string, Partial<QueueConfiguration>, string]>([
    ["of removals", { Events: ["s3:ObjectRemoved:*"] }, "501 NotImplemented"],
    ["to what is no queue", { QueueArn: "arn:aws:sns:us-east-1:000000000000:topic" }, "400 InvalidArgument"],
  ])("is not promised %s", async (_, rule, expected) => {
    expect(await outcome(configure(rule))).toBe(expected);
  });

  it("is promised to queues only", async () => {
    const NotificationConfiguration = { EventBridgeConfiguration: {} };
    const sent = server.client.send(
      new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }),
    );
    expect(await outcome(sent)).toBe("501 NotImplemented");
  });
});
