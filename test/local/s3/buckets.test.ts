import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteBucketCorsCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketCorsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcome, type RunningServer, runServer, sendSigned } from "./running-server.ts";

const Bucket = "kept";

let server: RunningServer;
beforeAll(async () => {
  server = await runServer([Bucket]);
});
afterAll(() => server.stop());

const create = (Bucket: string) => outcome(server.client.send(new CreateBucketCommand({ Bucket })));
const remove = (Bucket: string) => outcome(server.client.send(new DeleteBucketCommand({ Bucket })));

describe("a bucket", () => {
  it("is there from its creation to its deletion", async () => {
    const head = () => outcome(server.client.send(new HeadBucketCommand({ Bucket: "passing" })));
    const list = async () => (await server.client.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name);
    const outcomes = [await head(), await create("passing"), await head(), await list(), await remove("passing")];
    expect(outcomes).toEqual(["404 NotFound", "200", "200", [Bucket, "passing"], "200"]);
    expect([await head(), await list()]).toEqual(["404 NotFound", [Bucket]]);
  });

  it("is made once", async () => {
    expect(await create(Bucket)).toBe("409 BucketAlreadyOwnedByYou");
  });

  it.each(["Upper-case", "dots..twice", "-dash", "under_score", "x".repeat(64)])("is not named %s", async (name) => {
    expect(await create(name)).toBe("400 InvalidBucketName");
  });

  it.each<[string, (client: S3Client, Bucket: string) => Promise<unknown>]>([
    ["an object", (client, Bucket) => client.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x" }))],
    ["an upload under way", (client, Bucket) => client.send(new CreateMultipartUploadCommand({ Bucket, Key: "k" }))],
  ])("is not deleted with %s in it", async (what, fill) => {
    const name = `with-${what.replaceAll(" ", "-")}`;
    await create(name);
    await fill(server.client, name);
    expect(await remove(name)).toBe("409 BucketNotEmpty");
  });
});

describe("a configuration", () => {
  it.each<[string, (client: S3Client) => Promise<unknown>, string]>([
    ["cors", (client) => client.send(new GetBucketCorsCommand({ Bucket })), "404 NoSuchCORSConfiguration"],
    [
      "encryption",
      (client) => client.send(new GetBucketEncryptionCommand({ Bucket })),
      "404 ServerSideEncryptionConfigurationNotFoundError",
    ],
    [
      "lifecycle",
      (client) => client.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
      "404 NoSuchLifecycleConfiguration",
    ],
    ["policy", (client) => client.send(new GetBucketPolicyCommand({ Bucket })), "404 NoSuchBucketPolicy"],
    [
      "object-lock",
      (client) => client.send(new GetObjectLockConfigurationCommand({ Bucket })),
      "404 ObjectLockConfigurationNotFoundError",
    ],
    [
      "publicAccessBlock",
      (client) => client.send(new GetPublicAccessBlockCommand({ Bucket })),
      "404 NoSuchPublicAccessBlockConfiguration",
    ],
    ["notification", (client) => client.send(new GetBucketNotificationConfigurationCommand({ Bucket })), "200"],
    ["versioning", (client) => client.send(new GetBucketVersioningCommand({ Bucket })), "200"],
  ])("of %s that was not put", async (_, get, expected) => {
    expect(await outcome(get(server.client))).toBe(expected);
  });

  it("is taken away", async () => {
    const rule = { AllowedOrigins: ["*"], AllowedMethods: ["POST"] };
    await server.client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
    const before = await outcome(server.client.send(new GetBucketCorsCommand({ Bucket })));
    await server.client.send(new DeleteBucketCorsCommand({ Bucket }));
    const after = await outcome(server.client.send(new GetBucketCorsCommand({ Bucket })));
    expect([before, after]).toEqual(["200", "404 NoSuchCORSConfiguration"]);
  });

  it("of policy is JSON", async () => {
    const sent = server.client.send(new PutBucketPolicyCommand({ Bucket, Policy: "{" }));
    expect(await outcome(sent)).toBe("400 MalformedPolicy");
  });

  it.each([
    ["PUT", "policy", "400 InvalidRequest"],
    ["PUT", "cors", "400 InvalidRequest"],
    ["POST", "delete", "400 InvalidRequest"],
    ["PUT", "notification", "400 MalformedXML"], // needs no digest, so the empty body is read
  ])("or a list comes with a digest, as AWS wants: %s ?%s", async (method, parameter, expected) => {
    expect(await sendSigned(server.endpoint, method, `/${Bucket}?${parameter}`)).toBe(expected);
  });
});

describe("deleting a list of objects", () => {
  const Objects = [{ Key: "a" }, { Key: "b" }];

  it.each([
    ["reports each", false, ["a", "b"]],
    ["reports nothing when asked to be quiet", true, undefined],
  ])("%s", async (_, Quiet, expected) => {
    const { Deleted } = await server.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet } }));
    expect(Deleted?.map(({ Key }) => Key)).toEqual(expected);
  });

  it.each([
    ["nothing", []],
    ["more than a thousand", Array.from({ length: 1001 }, (_, n) => ({ Key: String(n) }))],
  ])("of %s is refused", async (_, Objects) => {
    const sent = server.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(await outcome(sent)).toBe("400 MalformedXML");
  });
});

describe("an object", () => {
  const put = (input: object) =>
    outcome(server.client.send(new PutObjectCommand({ Bucket, Key: "k", Body: "x", ...input })));

  it.each([
    ["has a key of 1,024 bytes at most", { Key: "ñ".repeat(512) }, "200"],
    ["has no key of more", { Key: `${"ñ".repeat(512)}n` }, "400 KeyTooLongError"],
    ["has metadata of 2,048 bytes at most", { Metadata: { a: "x".repeat(2047) } }, "200"],
    ["has no metadata of more", { Metadata: { a: "x".repeat(2048) } }, "400 MetadataTooLarge"],
    ["is in a bucket", { Bucket: "none" }, "404 NoSuchBucket"],
  ])("%s", async (_, input, expected) => {
    expect(await put(input)).toBe(expected);
  });

  it("that was never there is deleted without complaint", async () => {
    expect(await outcome(server.client.send(new DeleteObjectCommand({ Bucket, Key: "never" })))).toBe("200");
  });
});
