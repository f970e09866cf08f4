import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  PutPublicAccessBlockCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, eventually, outcome, type RunningServer, runServer } from "./running-server.ts";

const Bucket = "contract";
const origin = "http://localhost:5173";
const body = Buffer.from("hola mundo ñandú ".repeat(100));
const sha256 = createHash("sha256").update(body).digest("base64");
const wrongSha256 = createHash("sha256").update("other").digest("base64");

let server: RunningServer;
beforeAll(async () => {
  server = await runServer([Bucket]);
  await server.client.send(new PutObjectCommand({ Bucket, Key: "sha", Body: body, ChecksumAlgorithm: "SHA256" }));
});
afterAll(() => server.stop());

const put = (Key: string, more: object = {}) =>
  server.client.send(new PutObjectCommand({ Bucket, Key, Body: body, ...more }));
const head = (Key: string) => server.client.send(new HeadObjectCommand({ Bucket, Key }));
const read = async (Key: string, more: object = {}) => {
  const { Body } = await server.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Buffer.from(await Body!.transformToByteArray());
};

async function post(size: number, extra: Record<string, string> = {}): Promise<Response> {
  const { url, fields } = await createPresignedPost(server.client, {
    Bucket,
    Key: `up/${size}.bin`,
    Conditions: [["content-length-range", 1, 1000]],
    Fields: { "Content-Type": "application/pdf" },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...extra })) form.append(name, value);
  form.append("file", new Blob([Buffer.alloc(size)]), "f.bin");
  return fetch(url, { method: "POST", body: form, headers: { origin } });
}

async function allowOrigin(): Promise<void> {
  const rule = { AllowedOrigins: [origin], AllowedMethods: ["PUT", "POST", "GET"], AllowedHeaders: ["*"] };
  const CORSConfiguration = { CORSRules: [{ ...rule, ExposeHeaders: ["ETag"] }] };
  await server.client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }));
}

function preflight(from: string): Promise<Response> {
  const asked = { "access-control-request-method": "PUT", "access-control-request-headers": "content-type" };
  return fetch(`${server.endpoint}/${Bucket}/pp`, { method: "OPTIONS", headers: { origin: from, ...asked } });
}

/** Each row: a name, an act and its expected outcome. The same rows were tried with the other S3 servers. */
const rows: [string, () => Promise<unknown>, unknown][] = [
  ["a bucket is created", () => outcome(server.client.send(new CreateBucketCommand({ Bucket: "another" }))), "200"],
  [
    "an object with the SDK's own checksum and a key with ñ and a blank comes back",
    async () => {
      await put("a/ñ 1.txt", { ContentType: "text/plain", Metadata: { caso: "1" } });
      const { ContentType, Metadata } = await head("a/ñ 1.txt");
      return [(await read("a/ñ 1.txt")).equals(body), ContentType, Metadata];
    },
    [true, "text/plain", { caso: "1" }],
  ],
  [
    "SHA-256 is stored and returned",
    async () => {
      const command = new HeadObjectCommand({ Bucket, Key: "sha", ChecksumMode: "ENABLED" });
      const { ChecksumSHA256, ChecksumType } = await server.client.send(command);
      return [ChecksumSHA256, ChecksumType];
    },
    [sha256, "FULL_OBJECT"],
  ],
  [
    "a wrong SHA-256 is refused",
    async () => {
      const command = new PutObjectCommand({ Bucket, Key: "bad", ChecksumSHA256: wrongSha256 });
      const unhoistableHeaders = new Set(["x-amz-checksum-sha256"]);
      const url = await getSignedUrl(server.presigner, command, { unhoistableHeaders });
      const headers = { "x-amz-checksum-sha256": wrongSha256 };
      return answerOf(await fetch(url, { method: "PUT", body, headers }));
    },
    "400 BadDigest",
  ],
  [
    "a stream is uploaded, aws-chunked with its checksum as a trailer",
    async () => {
      await put("st", { Body: Readable.from([body.subarray(0, 700), body.subarray(700)]), ContentLength: body.length });
      const { ContentEncoding } = await head("st");
      return [(await read("st")).equals(body), ContentEncoding];
    },
    [true, undefined],
  ],
  [
    "a range is got",
    async () => {
      const command = new GetObjectCommand({ Bucket, Key: "sha", Range: "bytes=5-9" });
      const { ContentRange, $metadata, Body } = await server.client.send(command);
      return [ContentRange, $metadata.httpStatusCode, await Body?.transformToString()];
    },
    [`bytes 5-9/${body.length}`, 206, "mundo"],
  ],
  ["If-None-Match: * does not overwrite", () => outcome(put("sha", { IfNoneMatch: "*" })), "412 PreconditionFailed"],
  [
    "a presigned GET sets the disposition",
    async () => {
      const ResponseContentDisposition = 'attachment; filename="x.pdf"';
      const command = new GetObjectCommand({ Bucket, Key: "sha", ResponseContentDisposition });
      const response = await fetch(await getSignedUrl(server.client, command));
      return [response.status, response.headers.get("content-disposition")];
    },
    [200, 'attachment; filename="x.pdf"'],
  ],
  [
    "a presigned PUT is taken",
    async () => {
      const command = new PutObjectCommand({ Bucket, Key: "pp", ContentType: "application/pdf" });
      const headers = { "content-type": "application/pdf" };
      const url = await getSignedUrl(server.presigner, command);
      const response = await fetch(url, { method: "PUT", body, headers });
      return [response.status, (await head("pp")).ContentType];
    },
    [200, "application/pdf"],
  ],
  [
    "an expired presigned URL is refused",
    async () => {
      const signingDate = new Date(Date.now() - 61_000);
      const command = new GetObjectCommand({ Bucket, Key: "sha" });
      const url = await getSignedUrl(server.client, command, { expiresIn: 60, signingDate });
      return answerOf(await fetch(url));
    },
    "403 AccessDenied",
  ],
  [
    "a presigned PUT with another signature is refused",
    async () => {
      const url = await getSignedUrl(server.presigner, new PutObjectCommand({ Bucket, Key: "tt" }));
      return answerOf(await fetch(url.replace(/Signature=..../, "Signature=zzzz"), { method: "PUT", body }));
    },
    "403 SignatureDoesNotMatch",
  ],
  [
    "a presigned POST is accepted, and the browser can read the answer",
    async () => {
      await allowOrigin();
      const response = await post(500);
      const { ContentLength, ContentType } = await head("up/500.bin");
      return [response.status, response.headers.get("access-control-allow-origin"), ContentLength, ContentType];
    },
    [204, origin, 500, "application/pdf"],
  ],
  ["a presigned POST that is too big is refused", async () => answerOf(await post(5000)), "400 EntityTooLarge"],
  [
    "a presigned POST with a field the policy does not name is refused",
    async () => answerOf(await post(100, { acl: "public-read" })),
    "403 AccessDenied",
  ],
  [
    "a CORS configuration comes back",
    async () => {
      await allowOrigin();
      const { CORSRules } = await server.client.send(new GetBucketCorsCommand({ Bucket }));
      return [CORSRules?.length, CORSRules?.[0]?.AllowedMethods];
    },
    [1, ["PUT", "POST", "GET"]],
  ],
  [
    "a preflight from the allowed origin is answered",
    async () => {
      await allowOrigin();
      const { status, headers } = await preflight(origin);
      return [status, headers.get("access-control-allow-origin"), headers.get("access-control-allow-headers")];
    },
    [200, origin, "content-type"],
  ],
  [
    "a preflight from another origin is refused",
    async () => {
      const response = await preflight("http://evil.test");
      return [response.headers.get("access-control-allow-origin"), await answerOf(response)];
    },
    [null, "403 AccessForbidden"],
  ],
  [
    "two parts of 5 MiB become one object",
    async () => {
      const { UploadId } = await server.client.send(new CreateMultipartUploadCommand({ Bucket, Key: "mp" }));
      const Parts = [];
      for (const PartNumber of [1, 2]) {
        const Body = Buffer.alloc(5 * 1024 ** 2, PartNumber);
        const part = await server.client.send(new UploadPartCommand({ Bucket, Key: "mp", UploadId, PartNumber, Body }));
        Parts.push({ PartNumber, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 });
      }
      const MultipartUpload = { Parts };
      await server.client.send(new CompleteMultipartUploadCommand({ Bucket, Key: "mp", UploadId, MultipartUpload }));
      const { ContentLength, ETag } = await head("mp");
      const hashes = [1, 2].map((n) =>
        createHash("md5")
          .update(Buffer.alloc(5 * 1024 ** 2, n))
          .digest(),
      );
      return [ContentLength, ETag === `"${createHash("md5").update(Buffer.concat(hashes)).digest("hex")}-2"`];
    },
    [10 * 1024 ** 2, true],
  ],
  [
    "versions and a delete marker are kept",
    async () => {
      const versioned = { Bucket: "versioned", Key: "v" };
      await server.client.send(new CreateBucketCommand({ Bucket: "versioned" }));
      const VersioningConfiguration = { Status: "Enabled" } as const;
      await server.client.send(new PutBucketVersioningCommand({ Bucket: "versioned", VersioningConfiguration }));
      const first = await put("v", { Bucket: "versioned", Body: "1" });
      await put("v", { Bucket: "versioned", Body: "2" });
      const old = await read("v", { Bucket: "versioned", VersionId: first.VersionId });
      const deleted = await server.client.send(new DeleteObjectCommand(versioned));
      const listed = await server.client.send(new ListObjectVersionsCommand({ Bucket: "versioned", Prefix: "v" }));
      const gone = await outcome(read("v", { Bucket: "versioned" }));
      return [old.toString(), deleted.DeleteMarker, listed.Versions?.length, listed.DeleteMarkers?.length, gone];
    },
    ["1", true, 2, 1, "404 NoSuchKey"],
  ],
  [
    "tags are put beside the object, not over it",
    async () => {
      const Tagging = { TagSet: [{ Key: "clean", Value: "yes" }] };
      await server.client.send(new PutObjectTaggingCommand({ Bucket, Key: "sha", Tagging }));
      const { TagSet } = await server.client.send(new GetObjectTaggingCommand({ Bucket, Key: "sha" }));
      return [TagSet, (await read("sha")).equals(body)];
    },
    [[{ Key: "clean", Value: "yes" }], true],
  ],
  [
    "tags come with the upload",
    async () => {
      await put("tg", { Tagging: "a=b&c=%C3%B1" });
      return (await server.client.send(new GetObjectTaggingCommand({ Bucket, Key: "tg" }))).TagSet;
    },
    [
      { Key: "a", Value: "b" },
      { Key: "c", Value: "ñ" },
    ],
  ],
  [
    "a queue is notified of a new object",
    async () => {
      const QueueArn = "arn:aws:sqs:us-east-1:000000000000:s3events";
      const QueueConfigurations = [{ QueueArn, Events: ["s3:ObjectCreated:*" as const] }];
      const NotificationConfiguration = { QueueConfigurations };
      await server.client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
      await put("ev 1");
      await eventually(() => expect(server.delivered).toHaveLength(1));
      return server.delivered;
    },
    [
      expect.objectContaining({
        bucket: Bucket,
        queueArn: "arn:aws:sqs:us-east-1:000000000000:s3events",
        message: { Records: [expect.objectContaining({ eventVersion: "2.1", eventName: "ObjectCreated:Put" })] },
      }),
    ],
  ],
  [
    "a retained version is not deleted",
    async () => {
      const locked = { Bucket: "locked", Key: "k" };
      await server.client.send(new CreateBucketCommand({ Bucket: "locked", ObjectLockEnabledForBucket: true }));
      const ObjectLockRetainUntilDate = new Date(Date.now() + 86_400_000);
      await put("k", { ...locked, ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate });
      const { VersionId, ObjectLockMode } = await server.client.send(new HeadObjectCommand(locked));
      const removal = new DeleteObjectCommand({ ...locked, VersionId });
      return [ObjectLockMode, await outcome(server.client.send(removal))];
    },
    ["COMPLIANCE", "403 AccessDenied"],
  ],
  [
    "attributes are returned",
    async () => {
      const ObjectAttributes = ["Checksum", "ObjectSize"] as const;
      const command = new GetObjectAttributesCommand({ Bucket, Key: "sha", ObjectAttributes: [...ObjectAttributes] });
      const { Checksum, ObjectSize, ETag } = await server.client.send(command);
      return [Checksum?.ChecksumSHA256, ObjectSize, ETag];
    },
    [sha256, body.length, undefined],
  ],
  [
    "an object is copied, listed and deleted with others",
    async () => {
      await put("a/ñ 1.txt");
      await server.client.send(new CopyObjectCommand({ Bucket, Key: "a/cp", CopySource: `${Bucket}/sha` }));
      const copy = await read("a/cp");
      const listed = await server.client.send(new ListObjectsV2Command({ Bucket, Prefix: "a/", Delimiter: "/" }));
      const Delete = { Objects: [{ Key: "a/cp" }, { Key: "never was" }] };
      const { Deleted } = await server.client.send(new DeleteObjectsCommand({ Bucket, Delete }));
      const keys = listed.Contents?.map(({ Key }) => Key);
      return [copy.equals(body), keys, Deleted?.map(({ Key }) => Key), await outcome(read("a/cp"))];
    },
    [true, ["a/cp", "a/ñ 1.txt"], ["a/cp", "never was"], "404 NoSuchKey"],
  ],
  [
    "public access block, encryption, lifecycle and policy come back",
    async () => {
      const { client } = server;
      const PublicAccessBlockConfiguration = { BlockPublicAcls: true };
      const byDefault = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" as const } };
      const ServerSideEncryptionConfiguration = { Rules: [byDefault] };
      const rule = { ID: "x", Status: "Enabled" as const, Filter: { Prefix: "" }, Expiration: { Days: 1 } };
      const LifecycleConfiguration = { Rules: [rule] };
      const Policy = '{"Version":"2012-10-17","Statement":[]}';
      await client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
      await client.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
      await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
      await client.send(new PutBucketPolicyCommand({ Bucket, Policy }));
      const blocked = await client.send(new GetPublicAccessBlockCommand({ Bucket }));
      const encrypted = await client.send(new GetBucketEncryptionCommand({ Bucket }));
      const kept = await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
      return [
        blocked.PublicAccessBlockConfiguration,
        encrypted.ServerSideEncryptionConfiguration?.Rules,
        kept.Rules,
        (await client.send(new GetBucketPolicyCommand({ Bucket }))).Policy,
      ];
    },
    [
      { BlockPublicAcls: true },
      [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      [{ ID: "x", Status: "Enabled", Filter: { Prefix: "" }, Expiration: { Days: 1 } }],
      '{"Version":"2012-10-17","Statement":[]}',
    ],
  ],
  ["HEAD of nothing is 404 without a body", () => outcome(head("nope")), "404 NotFound"],
  [
    "50 objects of 100 KB go in and out",
    async () => {
      const sizes = [];
      for (let n = 0; n < 50; n++) {
        await put(`p${n}`, { Body: Buffer.alloc(100_000, n) });
        const bytes = await read(`p${n}`);
        sizes.push(bytes.equals(Buffer.alloc(100_000, n)));
      }
      return sizes;
    },
    Array.from({ length: 50 }, () => true),
  ],
];

describe("what the AWS SDK may expect of S3", () => {
  it.each(rows)("%s", async (_, act, expected) => {
    expect(await act()).toEqual(expected);
  });
});
