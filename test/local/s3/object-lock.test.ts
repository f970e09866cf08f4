import {
  CreateBucketCommand,
  type DefaultRetention,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  type ObjectLockRetentionMode,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientOf, outcome, type RunningServer, runServer } from "./running-server.ts";

const Bucket = "evidence";
const Key = "claims/1/photo.jpg";
const day = 86_400_000;
const start = Math.floor(Date.now() / 1000) * 1000;
const inDays = (days: number) => new Date(start + days * day);

let server: RunningServer;
let daysAhead = 0;
beforeAll(async () => {
  server = await runServer(["plain"], { now: () => new Date(Date.now() + daysAhead * day) });
  await server.client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
});
beforeEach(() => {
  daysAhead = 0;
});
afterAll(() => server.stop());

async function putRetained(Mode: ObjectLockRetentionMode | undefined): Promise<string> {
  const retained = { ObjectLockMode: Mode, ObjectLockRetainUntilDate: inDays(10) };
  const put = new PutObjectCommand({ Bucket, Key, Body: "x", ...(Mode && retained) });
  return (await server.client.send(put)).VersionId!;
}

type Act = (client: S3Client, VersionId: string) => Promise<unknown>;

const remove =
  (BypassGovernanceRetention = false): Act =>
  (client, VersionId) =>
    client.send(new DeleteObjectCommand({ Bucket, Key, VersionId, BypassGovernanceRetention }));

/** Sets the retention; without a mode, lifts it. */
const retain =
  (Mode: ObjectLockRetentionMode | undefined, days: number, BypassGovernanceRetention = false): Act =>
  (client, VersionId) => {
    const Retention = Mode ? { Mode, RetainUntilDate: inDays(days) } : {};
    return client.send(new PutObjectRetentionCommand({ Bucket, Key, VersionId, Retention, BypassGovernanceRetention }));
  };

/**
 * Each row: the mode in which a version is retained for ten days, what is tried, how many days later, and the result.
 */
const attempts: [mode: ObjectLockRetentionMode | undefined, what: string, act: Act, later: number, result: string][] = [
  [undefined, "is deleted", remove(), 0, "200"],
  [undefined, "is retained afterwards", retain("COMPLIANCE", 5), 0, "200"],
  [undefined, "is not retained in the past", retain("COMPLIANCE", -1), 0, "400 InvalidArgument"],
  ["COMPLIANCE", "is not deleted", remove(), 0, "403 AccessDenied"],
  ["COMPLIANCE", "is not deleted by bypass", remove(true), 0, "403 AccessDenied"],
  ["COMPLIANCE", "is not shortened", retain("COMPLIANCE", 9), 0, "403 AccessDenied"],
  ["COMPLIANCE", "is not shortened by bypass", retain("COMPLIANCE", 9, true), 0, "403 AccessDenied"],
  ["COMPLIANCE", "is not weakened", retain("GOVERNANCE", 20, true), 0, "403 AccessDenied"],
  ["COMPLIANCE", "is not lifted", retain(undefined, 0, true), 0, "403 AccessDenied"],
  ["COMPLIANCE", "is extended", retain("COMPLIANCE", 11), 0, "200"],
  ["COMPLIANCE", "is not deleted on the last day", remove(), 9, "403 AccessDenied"],
  ["COMPLIANCE", "is deleted when it is over", remove(), 11, "200"],
  ["GOVERNANCE", "is not deleted", remove(), 0, "403 AccessDenied"],
  ["GOVERNANCE", "is deleted by bypass", remove(true), 0, "200"],
  ["GOVERNANCE", "is not shortened", retain("GOVERNANCE", 9), 0, "403 AccessDenied"],
  ["GOVERNANCE", "is shortened by bypass", retain("GOVERNANCE", 9, true), 0, "200"],
  ["GOVERNANCE", "is lifted by bypass", retain(undefined, 0, true), 0, "200"],
  ["GOVERNANCE", "is extended", retain("GOVERNANCE", 11), 0, "200"],
];

describe("a retained version", () => {
  it.each(attempts.map((attempt) => [attempt[0] ?? "no lock", ...attempt] as const))("under %s $2", async (...row) => {
    const [, mode, , act, later, expected] = row;

    const versionId = await putRetained(mode);
    daysAhead = later;
    const client = clientOf(server.endpoint, { systemClockOffset: later * day });
    expect(await outcome(act(client, versionId))).toBe(expected);
    client.destroy();
  });

  it("is shown by HEAD and by its retention", async () => {
    const VersionId = await putRetained("COMPLIANCE");
    const head = await server.client.send(new HeadObjectCommand({ Bucket, Key, VersionId }));
    const { Retention } = await server.client.send(new GetObjectRetentionCommand({ Bucket, Key, VersionId }));
    expect([head.ObjectLockMode, head.ObjectLockRetainUntilDate, Retention]).toEqual([
      "COMPLIANCE",
      inDays(10),
      { Mode: "COMPLIANCE", RetainUntilDate: inDays(10) },
    ]);
  });

  it("stays under a delete marker", async () => {
    const VersionId = await putRetained("COMPLIANCE");
    const { DeleteMarker } = await server.client.send(new DeleteObjectCommand({ Bucket, Key }));
    const head = await server.client.send(new HeadObjectCommand({ Bucket, Key, VersionId }));
    expect([DeleteMarker, head.ContentLength]).toEqual([true, 1]);
  });

  it("stays when the others of a list are deleted", async () => {
    const [kept, free] = [await putRetained("COMPLIANCE"), await putRetained(undefined)];
    const Objects = [kept, free].map((VersionId) => ({ Key, VersionId }));
    const answer = await server.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    const refused = answer.Errors?.map(({ Code, VersionId }) => [Code, VersionId]);
    expect([answer.Deleted, refused]).toEqual([[{ Key, VersionId: free }], [["AccessDenied", kept]]]);
  });
});

describe("a legal hold", () => {
  it("holds a version until it is lifted, whatever the bypass", async () => {
    const VersionId = await putRetained(undefined);
    const hold = (Status: "ON" | "OFF") =>
      server.client.send(new PutObjectLegalHoldCommand({ Bucket, Key, VersionId, LegalHold: { Status } }));
    await hold("ON");
    const { LegalHold } = await server.client.send(new GetObjectLegalHoldCommand({ Bucket, Key, VersionId }));
    const held = await outcome(remove(true)(server.client, VersionId));
    await hold("OFF");
    const lifted = await outcome(remove()(server.client, VersionId));
    expect([LegalHold?.Status, held, lifted]).toEqual(["ON", "403 AccessDenied", "200"]);
  });

  it("comes with the upload", async () => {
    const put = new PutObjectCommand({ Bucket, Key, Body: "x", ObjectLockLegalHoldStatus: "ON" });
    const { VersionId } = await server.client.send(put);
    expect(await outcome(remove(true)(server.client, VersionId!))).toBe("403 AccessDenied");
  });
});

describe("a bucket with Object Lock", () => {
  it("gives new objects its default retention", async () => {
    const { client } = server;
    const name = { Bucket: "by-default" };
    await client.send(new CreateBucketCommand({ ...name, ObjectLockEnabledForBucket: true }));
    const before = await client.send(new PutObjectCommand({ ...name, Key, Body: "x" }));
    const Rule = { DefaultRetention: { Mode: "GOVERNANCE" as const, Days: 30 } };
    const ObjectLockConfiguration = { ObjectLockEnabled: "Enabled" as const, Rule };
    await client.send(new PutObjectLockConfigurationCommand({ ...name, ObjectLockConfiguration }));
    const stored = await client.send(new GetObjectLockConfigurationCommand(name));
    const after = await client.send(new PutObjectCommand({ ...name, Key, Body: "x" }));
    const old = await outcome(
      client.send(new GetObjectRetentionCommand({ ...name, Key, VersionId: before.VersionId })),
    );
    const { Retention } = await client.send(
      new GetObjectRetentionCommand({ ...name, Key, VersionId: after.VersionId }),
    );
    const days = (Retention!.RetainUntilDate!.getTime() - Date.now()) / day;
    expect(stored.ObjectLockConfiguration).toEqual(ObjectLockConfiguration);
    expect(old).toBe("404 NoSuchObjectLockConfiguration");
    expect([Retention?.Mode, Math.round(days)]).toEqual(["GOVERNANCE", 30]);
  });

  it("keeps by years too", async () => {
    const name = { Bucket: "by-years" };
    await server.client.send(new CreateBucketCommand({ ...name, ObjectLockEnabledForBucket: true }));
    const Rule = { DefaultRetention: { Mode: "COMPLIANCE" as const, Years: 2 } };
    const ObjectLockConfiguration = { ObjectLockEnabled: "Enabled" as const, Rule };
    await server.client.send(new PutObjectLockConfigurationCommand({ ...name, ObjectLockConfiguration }));
    await server.client.send(new PutObjectCommand({ ...name, Key, Body: "x" }));
    const { Retention } = await server.client.send(new GetObjectRetentionCommand({ ...name, Key }));
    const days = (Retention!.RetainUntilDate!.getTime() - Date.now()) / day;
    expect(Math.round(days)).toBe(730);
  });

  it.each<[string, DefaultRetention]>([
    ["no time", { Mode: "GOVERNANCE" }],
    ["two times", { Mode: "GOVERNANCE", Days: 1, Years: 1 }],
    ["a time of nothing", { Mode: "GOVERNANCE", Days: 0 }],
  ])("does not keep by %s", async (_, DefaultRetention) => {
    const ObjectLockConfiguration = { ObjectLockEnabled: "Enabled" as const, Rule: { DefaultRetention } };
    const sent = server.client.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
    expect(await outcome(sent)).toBe("400 MalformedXML");
  });

  it("wants a digest with what it retains, as AWS does", async () => {
    const retained = { ObjectLockMode: "GOVERNANCE", ObjectLockRetainUntilDate: inDays(1) } as const;
    const put = () => new PutObjectCommand({ Bucket, Key, Body: "x", ...retained });
    const outcomes = [await outcome(server.presigner.send(put())), await outcome(server.client.send(put()))];
    expect(outcomes).toEqual(["400 InvalidRequest", "200"]);
  });

  it("keeps its versions", async () => {
    const VersioningConfiguration = { Status: "Suspended" as const };
    const suspend = server.client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    expect(await outcome(suspend)).toBe("409 InvalidBucketState");
  });
});

describe("a bucket without Object Lock", () => {
  const named = { Bucket: "plain", Key };
  const retained = { ObjectLockMode: "GOVERNANCE", ObjectLockRetainUntilDate: inDays(1) } as const;
  const ObjectLockConfiguration = { ObjectLockEnabled: "Enabled" as const };

  it.each<[string, (client: S3Client) => Promise<unknown>, string]>([
    [
      "retains no upload",
      (c) => c.send(new PutObjectCommand({ ...named, Body: "x", ...retained })),
      "400 InvalidRequest",
    ],
    [
      "retains no object",
      (c) => c.send(new PutObjectRetentionCommand({ ...named, Retention: {} })),
      "400 InvalidRequest",
    ],
    [
      "holds nothing",
      (c) => c.send(new PutObjectLegalHoldCommand({ ...named, LegalHold: { Status: "ON" } })),
      "400 InvalidRequest",
    ],
    [
      "takes no lock while it has no versions",
      (c) => c.send(new PutObjectLockConfigurationCommand({ Bucket: "plain", ObjectLockConfiguration })),
      "409 InvalidBucketState",
    ],
  ])("%s", async (_, act, expected) => {
    expect(await outcome(act(server.client))).toBe(expected);
  });
});
