import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { agedFaults } from "../../shared/casework/board/state-ages.ts";
import { waitAges } from "../../shared/casework/board/wait-ages.ts";
import { caseFaults } from "../../shared/casework/check/case-faults.ts";
import { documentsIn } from "../../shared/domain/case/case-events.ts";
import { attachmentIn, documentFile, documentsOf } from "../../shared/storage/attachment/kept-files.ts";
import type { KeptFile } from "../../shared/storage/attachment/kept-objects.ts";
import { type CaseFile, caseFileOf, openCaseFiles } from "../../shared/storage/case/case-files.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { agedImports, agedWork } from "./aged-work.ts";
import { endedLinks, openLinks } from "./ended-links.ts";
import { keptFileFault } from "./kept-files.ts";
import { filingsSealed } from "./lost-filings.ts";
import { eachPartition, type Item } from "./partitions.ts";
import { type Missing, openReferences, type References } from "./references.ts";
import { takenCodes } from "./taken-codes.ts";
import { openActs } from "./unseen-acts.ts";

/** The stores of the office that is checked, and its clock. */
export interface Office {
  readonly claims: Table;
  /** The table with the imports and the codes that were given, which are looked at if it is given. */
  readonly billing?: Table | undefined;
  readonly evidence: { readonly client: S3Client; readonly bucket: string; readonly readBytes: boolean };
  readonly tenant: Tenant;
  now(): string;
}

/** How many items, cases and stored files were checked, and how many faults were reported. */
export interface Walked {
  readonly items: number;
  readonly claims: number;
  readonly files: number;
  readonly faults: number;
}

/** Files of a partition whose objects are asked for at the same time. */
const filesAtOnce = 16;

/**
 * Reads the whole claims table once and calls `report` with each fault; writes nothing. Checks the rules of each case,
 * what waits too long in the outbox, references to items that do not exist, stored files, codes that were given to what
 * no item bears, unfinished work, acts of staff who had opened nothing, and supplies whose links ended. What seems
 * wrong is read again first, since people may write meanwhile.
 */
export async function walkOffice(office: Office, report: (fault: string) => void): Promise<Walked> {
  const references = openReferences();
  const documents = new Set<string>();
  const acts = openActs();
  const links = openLinks();
  const walked = { items: 0, claims: 0, files: 0, faults: 0 };
  const found = (faults: readonly string[]): void => {
    walked.faults += faults.length;
    for (const fault of faults) report(fault);
  };
  // One question first, with words in its answer: by it the client learns what its clock is off by, and asks again.
  const { client, bucket: Bucket } = office.evidence;
  await client.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 }));
  await eachPartition(office.claims, async (items) => {
    walked.items += items.length;
    for (const item of items) references.note(item);
    for (const item of items) links.note(item);
    found([...lateInOutbox(items, office.now()), ...agedWork(items, office.now())]);
    const file = caseFileOf(items);
    acts.note(items, file);
    if (file) {
      walked.claims += 1;
      found(await faultsOf(office, file));
    }
    const files = keptIn(items, file, references);
    for (const { key } of files) documents.add(key);
    walked.files += files.length;
    for (let from = 0; from < files.length; from += filesAtOnce) {
      const faults = await Promise.all(
        files.slice(from, from + filesAtOnce).map((one) => keptFileFault(office.evidence, one)),
      );
      found(faults.flatMap((fault) => (fault ? `file: ${fault}` : [])));
    }
  });
  for (const one of references.missing())
    if (!(await isThereNow(office.claims, one))) found([`name: ${one.name} is missing, used by ${one.usedBy}`]);
  found(acts.unseen());
  found(await endedLinks(office.claims, links));
  if (office.billing) found(await agedImports(office.billing, office.now()));
  const codes = references.codes();
  const lost = await lostFilings(office, codes, (document) => documents.has(document));
  found([...lost.values()]);
  found(await codeFaults(office, codes, lost));
  return walked;
}

/**
 * The codes that were given to what no item bears, without those in `lost`; and in one line how many of the codes that
 * items bear were not taken in the other table, where nothing then keeps them from being drawn again.
 */
async function codeFaults(
  { claims, billing, tenant, now }: Office,
  borne: ReadonlySet<string>,
  lost: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  if (!billing) return [];
  const taken = await takenCodes(billing, tenant, now());
  const faults: string[] = [];
  for (const [code, id] of taken)
    if (!borne.has(code) && !lost.has(code) && !(await isThereNow(claims, { name: `CODE#${code}`, usedBy: id })))
      faults.push(`lost: ${code} was given to ${id}; no item bears it`);
  const free = [...borne].filter((code) => !taken.has(code));
  if (free.length > 0) faults.push(`code: ${free.length} codes are not taken in the other table, ${free[0]} the first`);
  return faults;
}

/** A line for each filing whose cargo is kept, by its code, unless it is known or an item bears the code. */
async function lostFilings(
  { claims, evidence }: Office,
  borne: ReadonlySet<string>,
  isKnown: (document: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const lost = new Map<string, string>();
  for await (const { number, key } of filingsSealed(evidence, isKnown)) {
    const name = `CODE#${number}`;
    if (!borne.has(number) && !(await isThereNow(claims, { name, usedBy: key })))
      lost.set(number, `lost: ${number} was filed and its cargo is kept (${key}); no item bears it`);
  }
  return lost;
}

/** The rules that a case breaks, read anew if it seems to break one. */
async function faultsOf({ claims, tenant, now }: Office, file: CaseFile): Promise<readonly string[]> {
  if (brokenIn(file, tenant, now()).length === 0) return [];
  const again = await openCaseFiles(claims).read(file.head.claimId);
  return again ? brokenIn(again, tenant, now()) : [];
}

/** The rules that a case breaks: those between its items, and where these hold, those of how long it has stood. */
function brokenIn(file: CaseFile, tenant: Tenant, now: string): readonly string[] {
  const { claimId } = file.head;
  const faults = caseFaults(file, tenant, now).map(({ rule, says }) => [rule, says] as const);
  return (faults.length > 0 ? faults : agedFaults(file, tenant, now)).map(
    ([rule, says]) => `${rule}: claim ${claimId}: ${says}`,
  );
}

function lateInOutbox(items: readonly Item[], now: string): readonly string[] {
  const limit = new Date(Date.parse(now) - waitAges.outbox.minutes * 60_000).toISOString();
  return items.flatMap(({ pk, sk, undeliveredShard, undeliveredAt }) =>
    undeliveredShard !== undefined && String(undeliveredAt) < limit
      ? `outbox: ${pk} ${sk} waits since ${undeliveredAt}`
      : [],
  );
}

/** Returns the files that a partition says are kept, and notes the verification that each document must have. */
function keptIn(items: readonly Item[], file: CaseFile | undefined, references: References): readonly KeptFile[] {
  const ofCase = file?.events.flatMap((event) => documentsIn(event)) ?? [];
  const ofOthers = file ? [] : items.flatMap((item) => documentsOf(item));
  const documents = [...ofCase, ...ofOthers];
  for (const { verificationCode, documentId } of documents)
    references.uses(`VERIFICATION#${verificationCode}`, `document ${documentId}`);
  // Every attachment of a case or a submission has an item of its own.
  return [...documents.map(documentFile), ...items.flatMap(attachmentIn)];
}

/** Whether a name that was missing has been borne since the table was read. */
async function isThereNow({ client, name: TableName }: Table, { name }: Missing): Promise<boolean> {
  const [pk = "", owner] = name.split(" of ");
  if (owner === undefined) {
    const { Count = 0 } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
        ConsistentRead: true,
        Limit: 1,
      }),
    );
    return Count > 0;
  }
  const { Item } = await client.send(new GetCommand({ TableName, Key: { pk, sk: "CODE" }, ConsistentRead: true }));
  return Item !== undefined && Object.values(Item).some((id) => owner.endsWith(`#${id}`));
}
