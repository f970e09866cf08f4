import { createPublicKey, verify } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetPublicKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { DeleteObjectCommand, GetObjectTaggingCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededStaff, subOf } from "../../local/people.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { settings, tenant } from "../../settings.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";
import { composed, functionNames } from "../infra/templates.ts";
import { sayAside } from "../say-aside.ts";
import { storesOf } from "./fixtures/cloud.ts";

/** The deployed templates, with bundles that note the events they are given. */
const folder = mkdtempSync(join(tmpdir(), "deployed-"));
const [build, state, out] = [join(folder, "own-build"), join(folder, "state"), join(folder, "out.jsonl")] as const;
const root = join(import.meta.dirname, "..", "..");

const bundle = (name: string, body: string) => `
const { appendFileSync } = require("node:fs");
const note = (line) => appendFileSync(${JSON.stringify(out)}, JSON.stringify({ name: "${name}", ...line }) + "\\n");
const store = (file) => import("file://${root}/shared/storage/" + file);
exports.handler = async (event) => { ${body} };
`;
/**
 * Code that some functions run besides noting the event: it uses the product's own stores and the names in the
 * environment.
 */
const furtherCode: Readonly<Record<string, string>> = {
  "send-notices": `
    const [{ openMail, openSes }, { openSns, openTexts }] = [await store("notice/mail.ts"), await store("notice/texts.ts")];
    note({
      mail: await openMail({ client: openSes(), name: process.env.MAIL_SENDER }, process.env.MAIL_EVENTS).send({ to: "a@example.pe", subject: "Tu reclamo", text: process.env.SITE_ADDRESS }),
      text: await openTexts({ client: openSns() }).send("900000009", "Tu código"),
    });
    return { batchItemFailures: [] };`,
  "render-documents": `
    const { openKms, openSeals } = await store("seal/seals.ts");
    note({ seal: await openSeals({ client: openKms(), name: process.env.KEY_SEALS }).seal({ kind: "claim-cargo", number: "1", sha256: "ab", sealedAt: "2026-11-24T15:00:00.000Z" }) });
    return { batchItemFailures: [] };`,
};
const noting = "note({ event }); return event.Records ? { batchItemFailures: [] } : {};";

function templates(): string {
  mkdirSync(join(build, "edge"), { recursive: true });
  for (const name of functionNames) {
    mkdirSync(join(build, "functions", name), { recursive: true });
    writeFileSync(join(build, "functions", name, "index.cjs"), bundle(name, furtherCode[name] ?? noting));
  }
  writeFileSync(join(build, "edge", "paths.js"), "function handler(event) { return event.request; }\n");
  writeFileSync(
    join(build, "site-headers.json"),
    JSON.stringify({ headers: { "strict-transport-security": "max-age=1", "x-robots-tag": "none" } }),
  );
  const { app } = composed(folder, { build });
  return app.synth().directory;
}

interface Note {
  readonly name: string;
  readonly event: { readonly Records: readonly { body: string; dynamodb: { Keys: { sk: { S: string } } } }[] };
  readonly mail?: { readonly messageId: string };
  readonly seal: Readonly<Record<"signature" | "keyId" | "statement", string>>;
}
function notedBy(name: string): readonly Note[] {
  const lines = existsSync(out) ? readFileSync(out, "utf8").trim().split("\n") : [];
  return lines.map((line): Note => JSON.parse(line)).filter((note) => note.name === name);
}

const assembly = templates();
let stack: LocalStack;
let stores: ReturnType<typeof storesOf>;
let client: DynamoDBDocumentClient;
/** The same endpoint under another address. */
const between = async (service: string, endpoint: string) => `${endpoint}/?${service}`;
const start = async () => {
  stack = await startLocalStack({ templates: assembly, build, state, say: sayAside, between });
  stores = storesOf(stack);
  const endpoint = stack.environment["AWS_ENDPOINT_URL_DYNAMODB"] ?? "";
  const credentials = { accessKeyId: "local", secretAccessKey: "local-secret" };
  client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region: "us-east-1", credentials }));
};
beforeAll(start, 60_000);
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});

const claims = () => ({ client, name: stack.resources["table-claims"] ?? "" });
const bucket = (name: string) => stack.resources[`bucket-${name}`] ?? "";

describe("the deployed templates, run here", () => {
  it("enter the seeded staff in the register, once: a restart changes neither their work nor what the office changed", async () => {
    const office = tenant.office.code.value;
    const [analyst, second] = [subOf(seededStaff.analyst), subOf(seededStaff.analista2)];
    const before = await openStaffRegister(claims()).list(office);
    expect(before).toHaveLength(Object.keys(seededStaff).length);
    expect(before.filter(({ roles }) => roles.includes("analyst"))).toHaveLength(2);
    expect(before.filter(({ roles }) => roles.includes("inspector"))).toHaveLength(2);
    expect(before.find(({ sub }) => sub === analyst)).toMatchObject({
      name: "PERSONA DE PRUEBA ANALISTA UNO",
      extension: "103",
      onDuty: true,
      openClaims: 0,
    });
    const register = openStaffRegister(claims());
    await client.send(new TransactWriteCommand({ TransactItems: [register.count(office, analyst, 1)] }));
    const [{ openClaims: _, ...known } = { openClaims: 0 }] = before.filter(({ sub }) => sub === second);
    await register.save(office, { ...(known as (typeof before)[number]), onDuty: false });
    await stack.stop();
    await start();
    const after = await openStaffRegister(claims()).list(office);
    expect(after).toHaveLength(before.length);
    expect(after.find(({ sub }) => sub === analyst)).toMatchObject({ openClaims: 1 });
    expect(after.find(({ sub }) => sub === second)).toMatchObject({ onDuty: false });
  });

  it("reach their stores through the proxy between them", () => {
    const { environment } = stack;
    expect(environment["AWS_ENDPOINT_URL_DYNAMODB"]).toMatch(/\/\?DYNAMODB$/);
    expect(environment["AWS_ENDPOINT_URL_SQS"]).toMatch(/\/\?SQS$/);
  });

  it("give the relay the entries in the outbox, and nothing else", async () => {
    const put = (sk: string, more: object = {}) =>
      client.send(new PutCommand({ TableName: claims().name, Item: { pk: "CLAIM#1", sk, ...more } }));
    await put("HEAD");
    await put("E#00001", { undeliveredShard: "0", undeliveredAt: "2026-11-24T15:00:00.000Z" });
    await put("E#00002");
    await put("E#00003", { undeliveredShard: "1", undeliveredAt: "2026-11-24T15:00:01.000Z" });
    const relayed = () =>
      notedBy("relay").flatMap(({ event }) => event.Records.map(({ dynamodb }) => dynamodb.Keys.sk.S));
    await expect.poll(relayed, { timeout: 5000 }).toEqual(["E#00001", "E#00003"]);
  });

  it("run the scheduled functions after a move of the clock", async () => {
    await stack.moveClock("+1d");
    expect([notedBy("redeliver").length, notedBy("sweep").length]).toEqual([1, 1]);
  });

  it("send the function that accepts uploads the scan results of attachments, and of no other file", async () => {
    const put = (Key: string, Body: string) =>
      stores.s3.send(new PutObjectCommand({ Bucket: bucket("quarantine"), Key, Body }));
    await put("other/1", "x");
    const sent = [
      await put("attachments/1", "x"),
      await put("attachments/2", "x CAUDAL-FIRMA-DE-PRUEBA-DE-VIRUS"),
      await put("attachments/3", "CAUDAL-FIRMA-DE-PRUEBA-SIN-REVISAR"),
    ];
    await put("attachments/4", "CAUDAL-FIRMA-DE-PRUEBA-SIN-RESPUESTA");
    const results = () =>
      notedBy("accept-uploads")
        .flatMap(({ event }) => event.Records.map(({ body }) => JSON.parse(body)))
        .map(({ source, detail: { s3ObjectDetails: object, scanResultDetails: result } }) =>
          [source, object.objectKey, object.versionId, result.scanResultStatus].join(" "),
        )
        .toSorted();
    await expect
      .poll(results, { timeout: 10_000 })
      .toEqual([
        `aws.guardduty attachments/1 ${sent[0]?.VersionId} NO_THREATS_FOUND`,
        `aws.guardduty attachments/2 ${sent[1]?.VersionId} THREATS_FOUND`,
        `aws.guardduty attachments/3 ${sent[2]?.VersionId} UNSUPPORTED`,
      ]);
    const { TagSet } = await stores.s3.send(
      new GetObjectTaggingCommand({ Bucket: bucket("quarantine"), Key: "attachments/2" }),
    );
    expect(TagSet).toEqual([{ Key: "GuardDutyMalwareScanStatus", Value: "THREATS_FOUND" }]);
  });

  it("lock the evidence", async () => {
    const evidence = { Bucket: bucket("evidence"), Key: "documents/1" };
    const { VersionId } = await stores.s3.send(new PutObjectCommand({ ...evidence, Body: "x" }));
    const { ObjectLockMode, ObjectLockRetainUntilDate } = await stores.s3.send(new HeadObjectCommand(evidence));
    expect(ObjectLockMode).toBe(settings.dev.evidenceLock.mode);
    const days = (Number(ObjectLockRetainUntilDate) - Date.parse(stack.now())) / 86_400_000;
    expect(days).toBeCloseTo(settings.dev.evidenceLock.days, 2);
    await expect(stores.s3.send(new DeleteObjectCommand({ ...evidence, VersionId }))).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });

  it("let a function send mail and SMS by its stores, from the stage's sender, with the site's address", async () => {
    await stores.send("notices", "{}");
    await expect
      .poll(() => notedBy("send-notices"), { timeout: 5000 })
      .toMatchObject([{ mail: { messageId: expect.any(String) }, text: { messageId: expect.any(String) } }]);
    // The delivery outcome of the mail, without its recipient.
    await expect.poll(() => notedBy("track-deliveries"), { timeout: 10_000 }).toHaveLength(1);
    const body = notedBy("track-deliveries")[0]?.event.Records[0]?.body ?? "";
    const { mail } = notedBy("send-notices")[0] ?? {};
    expect(JSON.parse(body)).toEqual({ became: "delivered", messageId: mail?.messageId, at: expect.any(String) });
    const kept = async (to: string) =>
      (await (await fetch(`${stack.origin}/_local/messages?to=${encodeURIComponent(to)}`)).json()).messages;
    expect(await kept("a@example.pe")).toMatchObject([{ subject: "Tu reclamo", text: stack.origin }]);
    expect(await kept("+51900000009")).toMatchObject([{ channel: "sms", text: "Tu código" }]);
  });

  it("let a function seal by its key, so that anybody can check it", async () => {
    await stores.send("documents", "{}");
    await expect.poll(() => notedBy("render-documents"), { timeout: 5000 }).toHaveLength(1);
    const { signature, keyId, statement } = notedBy("render-documents")[0]!.seal;
    expect(keyId).toMatch(/^arn:aws:kms:us-east-1:000000000000:key\/[0-9a-f-]{36}$/);
    const kms = new KMSClient({
      endpoint: stack.environment["AWS_ENDPOINT_URL_KMS"] ?? "",
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local-secret" },
    });
    const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
    kms.destroy();
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    expect(verify("sha256", Buffer.from(statement), key, Buffer.from(signature, "base64"))).toBe(true);
  });
});
