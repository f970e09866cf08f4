import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { DeleteCommand, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { credentials, region } from "../../local/cloud.ts";
import { startS3Server } from "../../local/s3/server.ts";
import { walkOffice } from "../../scripts/fsck/office-faults.ts";
import type { Item } from "../../scripts/fsck/partitions.ts";
import { copyBack } from "../../scripts/restore/copy-back.ts";
import { type AskAws, secondRegionSteps, stepLines } from "../../scripts/restore/second-region.ts";
import { takeCodes } from "../../scripts/restore/take-codes.ts";
import { settings, tenant } from "../../settings.ts";
import { record } from "../../shared/casework/case/record.ts";
import { codeFrom, sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { canonicalJson } from "../../shared/storage/canonical-json.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { type CaseWorld, caseWorld } from "../shared/casework/case-world.ts";
import { servedTables } from "../shared/storage/served-tables.ts";

const account = "111122223333";
const table = (logical: string) =>
  `arn:aws:dynamodb:us-east-1:${account}:table/caudal-prod-data-${logical}0DF32F87-1ABC`;
const recoveryPoint = (logical: string, day: string, Status = "COMPLETED") => ({
  RecoveryPointArn: `arn:aws:backup:us-west-2:${account}:recovery-point:${logical}-${day}`,
  BackupVaultName: "caudal-prod-tables-copy",
  ResourceArn: table(logical),
  ResourceType: "DynamoDB",
  CreationDate: `${day}T02:00:00.000000-05:00`,
  Status,
});

/** AWS's answers in the second Region on the day after the loss, in the shapes of its command line. */
const answers: Readonly<Record<string, unknown>> = {
  "sts get-caller-identity": { Account: account, Arn: "arn:aws:sts::111122223333:assumed-role/admin/ana" },
  "backup list-recovery-points-by-backup-vault": {
    RecoveryPoints: [
      recoveryPoint("ClaimsTable", "2026-11-27"),
      recoveryPoint("BillingTable", "2026-11-28"),
      recoveryPoint("ClaimsTable", "2026-11-28"),
      recoveryPoint("ClaimsTable", "2026-11-29", "PARTIAL"),
    ],
  },
  "s3api head-bucket": { BucketRegion: "us-west-2" },
};
const deployed = {
  Stacks: [
    {
      StackName: "caudal-second-data",
      StackStatus: "CREATE_COMPLETE",
      Outputs: [
        { OutputKey: "ClaimsTable", OutputValue: "caudal-second-data-ClaimsTable-X" },
        { OutputKey: "BillingTable", OutputValue: "caudal-second-data-BillingTable-Y" },
        { OutputKey: "EvidenceBucket", OutputValue: `caudal-second-evidence-${account}` },
      ],
    },
  ],
};

/** Answers as AWS does, and throws if it is asked in another Region than the second. */
const asked =
  (more: Readonly<Record<string, unknown>> = {}): AskAws =>
  async (of, service, command) => {
    if (of !== "us-west-2") throw new Error(`${of} does not answer`);
    return { ...answers, ...more }[`${service} ${command}`];
  };
const linesOf = async (more?: Readonly<Record<string, unknown>>) =>
  stepLines(await secondRegionSteps(asked(more), settings.prod));

describe("npm run restore -- --from-region", () => {
  it("begins with a deployment, and names the newest whole backups and all that is run later", async () => {
    const lines = await linesOf();
    expect(lines[0]).toMatch(/^1\. now: the office stands in the second Region/);
    expect(lines).toContain("     npm run deploy -- --stage second");
    expect(lines.join("\n")).toContain("claims as of 2026-11-28T02:00:00.000000-05:00, billing as of 2026-11-28");
    expect(lines).toContain(
      `     aws backup start-restore-job --region us-west-2 --resource-type DynamoDB --iam-role-arn arn:aws:iam::${account}:role/service-role/AWSBackupDefaultServiceRole --recovery-point-arn arn:aws:backup:us-west-2:${account}:recovery-point:ClaimsTable-2026-11-28 --metadata targetTableName=caudal-second-claims-restored,encryptionType=Default`,
    );
    expect(lines.filter((line) => /^\d\. (?!later)/.test(line))).toHaveLength(1);
  });

  it("names the tables and the bucket that the deployment made", async () => {
    const lines = await linesOf({ "cloudformation describe-stacks": deployed });
    expect(lines[0]).toMatch(/^1\. done/);
    expect(lines[1]).toMatch(/^2\. now: the backups are restored/);
    expect(lines).toContain(
      "     npm run restore -- --stage second --from caudal-second-claims-restored --to caudal-second-data-ClaimsTable-X --whole --write",
    );
    expect(lines).toContain(
      `     aws s3 sync --region us-west-2 s3://caudal-prod-evidence-copy-${account} s3://caudal-second-evidence-${account}`,
    );
  });

  it("starts no second job for a table that is being restored, and goes on once both are there", async () => {
    const status = (TableStatus: string) => ({
      "cloudformation describe-stacks": deployed,
      "dynamodb describe-table": { Table: { TableStatus } },
    });
    const waiting = await linesOf(status("CREATING"));
    expect(waiting[1]).toMatch(/^2\. now/);
    expect(waiting.join("\n")).not.toContain("start-restore-job");
    expect((await linesOf(status("ACTIVE"))).find((line) => line.includes(". now:"))).toMatch(/^3\. now: its tables/);
  });

  it.each([
    ["a table has no whole backup there", { "backup list-recovery-points-by-backup-vault": { RecoveryPoints: [] } }],
    ["the vault is not there", { "backup list-recovery-points-by-backup-vault": undefined }],
    ["a bucket of copies is not there", { "s3api head-bucket": undefined }],
  ])("refuses if %s", async (_, more) => {
    await expect(secondRegionSteps(asked(more), settings.prod)).rejects.toThrow(
      /no whole recovery point of the table claims|there is no bucket caudal-prod-evidence-copy-/,
    );
  });

  it("refuses if production has no copies", async () => {
    await expect(secondRegionSteps(asked(), settings.dev)).rejects.toThrow("no copies in a second Region");
  });
});

const filedAt = "2026-11-23T15:00:00.000Z";
const checkedAt = "2026-11-23T15:05:00.000Z";

describe("an office that comes back from the copies alone", () => {
  const ends: (() => Promise<void>)[] = [];
  let first: CaseWorld;
  let second: CaseWorld;
  let restored: Readonly<Record<"claims" | "billing", Table>>;
  let s3: S3Client;
  let codes: readonly string[];
  let after: string;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "caudal-second-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const server = await startS3Server({ folder, ...credentials, region, now: () => new Date() });
    ends.push(server.close);
    s3 = new S3Client({ endpoint: server.endpoint, region, credentials });
    for (const Bucket of ["evidence-copy", "evidence"]) await s3.send(new CreateBucketCommand({ Bucket }));
    const tables = [await servedTables(), await servedTables(), await servedTables()] as const;
    for (const { stop } of tables) ends.push(stop);
    [first, second] = [await caseWorld(tables[0]), await caseWorld(tables[2])];
    restored = { claims: await tables[1].table("claims"), billing: await tables[1].table("billing") };
    for (const { claims, billing } of [second]) for (const one of [claims, billing]) await empty(one);
    const before = [await first.fileOne(filedAt), await first.fileOne(filedAt)].map(({ file }) => file.head);
    codes = before.map(({ code }) => code);
    for (const head of before) await keepCargo(head);
    await first.supplyLinks.link("maria", "00012345", filedAt);
    // The night's backup, and a claim after it.
    await copy(first.claims, restored.claims);
    await copy(first.billing, restored.billing);
    const late = (await first.fileOne(filedAt)).file.head;
    await keepCargo(late);
    after = late.code;
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  const all = async ({ client, name }: Table): Promise<readonly Item[]> =>
    (await client.send(new ScanCommand({ TableName: name }))).Items ?? [];
  const empty = async (one: Table): Promise<void> => {
    for (const { pk, sk } of await all(one))
      await one.client.send(new DeleteCommand({ TableName: one.name, Key: { pk, sk } }));
  };
  const copy = async (from: Table, to: Table): Promise<void> => {
    for (const Item of await all(from)) await to.client.send(new PutCommand({ TableName: to.name, Item: { ...Item } }));
  };
  /** Keeps a claim's cargo where production's evidence is copied to, and records it. */
  const keepCargo = async ({ claimId, code }: { readonly claimId: string; readonly code: string }): Promise<void> => {
    const bytes = Buffer.from(`cargo ${code}`);
    const sha256 = sha256Of(bytes);
    const documentId = sha256.slice(0, 32);
    const statement = canonicalJson({ kind: "claim-cargo", number: code });
    const put = (Key: string, Body: Buffer | string) =>
      s3.send(new PutObjectCommand({ Bucket: "evidence-copy", Key: `documents/${Key}`, Body }));
    await put(documentId, bytes);
    await put(`${documentId}.seal.json`, JSON.stringify({ statement }));
    const verificationCode = codeFrom("claim-cargo", sha256);
    const names = { documentId, kind: "claim-cargo", fileName: `cargo-${code}.pdf` } as const;
    const details = { document: { ...names, sizeBytes: bytes.length, sha256, verificationCode } };
    const by = { kind: "system", name: "render-documents" } as const;
    const write = { key: `cargo:${claimId}`, contentHash: claimId };
    const entries = [{ type: "document-added", effectiveAt: filedAt, by, details }] as const;
    const recorded = await record(first, { claimId, now: filedAt, write }, () => ok({ entries }));
    if (!recorded.ok) throw new Error(recorded.error);
  };
  const faults = async (bucket: string): Promise<readonly string[]> => {
    const found: string[] = [];
    const evidence = { client: s3, bucket, readBytes: true };
    const { claims, billing } = second;
    await walkOffice({ claims, billing, evidence, tenant, now: () => checkedAt }, (fault) => found.push(fault));
    return found;
  };

  it("has every item of the backups, what people may delete too, and each kept file", async () => {
    for (const name of ["claims", "billing"] as const) {
      const from = restored[name];
      const done = await copyBack({ from, to: second[name], now: checkedAt, write: true, isNew: true }, () => {});
      expect(done).toMatchObject({ missing: done.read, gone: 0, other: 0 });
      expect(await all(second[name])).toHaveLength(done.read);
    }
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: "evidence-copy" }));
    for (const { Key } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: "evidence-copy", Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      await s3.send(new PutObjectCommand({ Bucket: "evidence", Key, Body: bytes }));
    }
    expect(Contents.length).toBe(6);
  });

  it("takes the code of the filing after the backup too, and the check finds that filing and nothing else", async () => {
    const { claims, billing } = second;
    const evidence = { client: s3, bucket: "evidence" };
    const taking = { from: [claims], evidence, billing, tenant, now: checkedAt, write: true };
    expect(await takeCodes(taking)).toEqual({ given: 3, free: 1 });
    expect(await faults("evidence")).toEqual([
      expect.stringMatching(`^lost: ${after} was filed and its cargo is kept`),
    ]);
  });

  it("reads each claim of before by its code, and files the next", async () => {
    for (const code of codes) {
      const claimId = await second.caseFiles.claimOfCode(code);
      expect((await second.caseFiles.read(claimId ?? ""))?.head).toMatchObject({ code, version: 2 });
    }
    const next = await second.fileOne(checkedAt, { write: { key: "next", contentHash: "next" } });
    expect([...codes, after]).not.toContain(next.file.head.code);
    expect(await faults("evidence")).toHaveLength(1);
  });

  it("lacks the files if they are forgotten, and the check names each", async () => {
    expect((await faults("evidence-copy")).filter((fault) => fault.startsWith("file: "))).toEqual([]);
    await s3.send(new CreateBucketCommand({ Bucket: "forgotten" }));
    expect((await faults("forgotten")).filter((fault) => fault.startsWith("file: "))).toHaveLength(2);
  });
});
