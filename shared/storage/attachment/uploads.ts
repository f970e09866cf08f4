import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Attachment, attachmentStates, type CheckedState } from "../../domain/filing/claim-form.ts";
import { type FileType, fileTypes } from "../../domain/submission/submission.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { countKeptUntil } from "../board/daily-counts.ts";
import { type ClaimsKey, queueKeyOf } from "../case/claim-keys.ts";
import { isConditionRefused, itemsOf, type Table, type Write } from "../dynamodb.ts";
import { queuePage } from "../queue-page.ts";

/** A file that somebody announced, and the state of its check. */
export interface UploadRecord extends Attachment {
  readonly contentType: FileType;
  /** The person it belongs to: nobody else may name it. */
  readonly by: string;
  readonly createdAt: string;
  /** The office whose list it is on while it is filed and could not be read. */
  readonly office?: string | undefined;
  /** Why it was refused, in Spanish. */
  readonly reason?: string | undefined;
  /** What it was filed with. */
  readonly claimId?: string | undefined;
  readonly submissionId?: string | undefined;
  readonly problemId?: string | undefined;
  /** The count that it raises when it arrives (`DailyCounts.ofArrived`); absent from then on. */
  readonly countKey?: string | undefined;
  /** How many of its pages have pictures; absent until they are drawn. */
  readonly pages?: number | undefined;
  /** When its person was reminded that it never arrived, and when a copy was last asked for. */
  readonly remindedAt?: string | undefined;
  readonly askedAt?: string | undefined;
  /** Whether it is on the list of attachments: filed, and neither received nor attended to. */
  readonly waits?: true | undefined;
}

/** Files that people send: announced, uploaded to quarantine, checked, filed. */
export interface Uploads {
  /**
   * Announces a file and adds one to the person's count of that day in Lima. Returns `false`, with nothing written, if
   * the person announced `mostADay` that day already. Throws if a file with its id was announced before; the count has
   * risen even then.
   */
  announce(upload: UploadRecord, mostADay: number): Promise<boolean>;
  find(uploadId: string): Promise<UploadRecord | undefined>;
  /**
   * Returns a person's files in the order of `uploadIds`, each once; empty if there are no ids. Returns `undefined` if
   * any of them does not exist, is somebody else's, or was filed before.
   */
  ofPerson(by: string, uploadIds: readonly string[]): Promise<readonly UploadRecord[] | undefined>;
  /** Returns the files with these ids that exist, in the order of `uploadIds`, whoever they belong to. */
  named(uploadIds: readonly string[]): Promise<readonly UploadRecord[]>;
  /**
   * Returns the write that files an upload with a claim, submission or request for attention. An upload whose check is
   * `pending` or `unreadable` also goes on the list of its office, if it names one; an `unreadable` one of a request
   * for attention does not. The write is refused if the state of its check changed since it was read, or if it was
   * filed before. What was filed with a request for attention can still be filed with its claim.
   */
  attach(upload: UploadRecord, to: FiledWith): Write;
  /**
   * Records the result of a check if the file is `pending`, or if it is `unreadable` and the result is another.
   * Otherwise changes nothing. A `received` file leaves the list. Returns the file as it is afterwards; `undefined` if
   * there is none.
   */
  settle(uploadId: string, state: CheckedState, reason?: string): Promise<UploadRecord | undefined>;
  /** Adds one to the count that an announced file names, if it names any. */
  countArrival(upload: UploadRecord, now: string): Promise<void>;
  /** Records how many pages have pictures. Throws if there is no such file. */
  addPages(uploadId: string, pages: number): Promise<void>;
  /**
   * Returns at most `limit` of an office's filed files that nobody could use (never arrived, not readable, or refused
   * after they were filed), oldest first. With `after`, only those after that position.
   */
  waiting(office: string, limit: number, after?: AttachmentPosition): Promise<readonly UploadRecord[]>;
  /** Returns how many files the list of `waiting` has, at most `limit`. */
  countWaiting(office: string, limit: number): Promise<number>;
  /**
   * Marks a kept file as `refused`, since malware was found in it later, and returns it. If it was filed, it goes on
   * the office's list again, since somebody may have opened it. Throws if there is no such file.
   */
  condemn(upload: UploadRecord, reason: string): Promise<UploadRecord>;
  /**
   * Returns the write that records a reminder of a file that has not arrived. It is refused if one was recorded before,
   * the file arrived, or it is not on the list.
   */
  remind(uploadId: string, now: string): Write;
  /** Returns the write that records that a copy was asked for. It is refused if the file is not on the list. */
  ask(uploadId: string, now: string): Write;
  /**
   * Returns the write that takes a file off the list, since `by` attended to it. It is refused if the file is not on
   * the list, or is `pending` and was announced less than 24 hours ago: it may still arrive.
   */
  attend(uploadId: string, by: string, now: string): Write;
}

/** What an upload is filed with. A recourse is both a claim's and a submission. */
export interface FiledWith {
  readonly claimId?: string | undefined;
  readonly submissionId?: string | undefined;
  readonly problemId?: string | undefined;
}

/**
 * Returns whether somebody must see to a file that is filed now: it has not arrived, or nobody could read it. What
 * could not be read is asked for again only if it came with a claim or a submission.
 */
function isOwed({ state }: UploadRecord, { problemId }: FiledWith): boolean {
  return state === "pending" || (state === "unreadable" && problemId === undefined);
}

export type AttachmentPosition = Pick<UploadRecord, "createdAt" | "documentId">;

const stored = z.object({
  documentId: z.string(),
  by: z.string(),
  createdAt: z.string(),
  office: z.string().optional(),
  fileName: z.string(),
  contentType: z.enum(fileTypes),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(attachmentStates),
  reason: z.string().optional(),
  claimId: z.string().optional(),
  submissionId: z.string().optional(),
  problemId: z.string().optional(),
  countKey: z.string().optional(),
  pages: z.number().optional(),
  remindedAt: z.string().optional(),
  askedAt: z.string().optional(),
  queueKey: z.string().optional(),
});

function recordOf(item: unknown): UploadRecord {
  const { queueKey, ...upload } = stored.parse(item);
  return { ...upload, ...(queueKey !== undefined && { waits: true }) };
}

/** Hours that a file may take to arrive before its sender is asked for it. */
const onItsWayHours = 24;

export const uploadKeyOf = (uploadId: string): ClaimsKey => ({ pk: `UPLOAD#${uploadId}`, sk: "UPLOAD" });

/** Returns the fields of an upload that an entry stores of an attachment: id, name, type, size, hash and state. */
export function attachmentOf({
  documentId,
  fileName,
  contentType,
  sizeBytes,
  sha256,
  state,
}: UploadRecord): Attachment {
  return { documentId, fileName, contentType, sizeBytes, sha256, state };
}

export function openUploads(table: Table): Uploads {
  const { client, name } = table;
  const find = async (uploadId: string): Promise<UploadRecord | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: uploadKeyOf(uploadId), ConsistentRead: true }),
    );
    return Item && recordOf(Item);
  };
  return {
    find,
    announce: async (upload, mostADay) => {
      const day = limaDay(upload.createdAt);
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: { pk: `ACCOUNT#${upload.by}`, sk: `UPLOADS#${day}` },
            UpdateExpression: "ADD announced :one SET expiresAt = :expires",
            ConditionExpression: "attribute_not_exists(announced) OR announced < :most",
            ExpressionAttributeValues: {
              ":one": 1,
              ":most": mostADay,
              ":expires": countKeptUntil(upload.createdAt),
            },
          }),
        );
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
      await client.send(
        new PutCommand({
          TableName: name,
          Item: { ...uploadKeyOf(upload.documentId), ...upload },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
      return true;
    },
    ofPerson: async (by, uploadIds) => {
      const ids = [...new Set(uploadIds)];
      const found = (await itemsOf({ client, name }, ids.map(uploadKeyOf))).map(recordOf);
      const own = ids.map((id) =>
        found.find(
          (upload) =>
            upload.documentId === id &&
            upload.by === by &&
            upload.claimId === undefined &&
            upload.submissionId === undefined &&
            upload.problemId === undefined,
        ),
      );
      return own.every((upload) => upload !== undefined) ? own : undefined;
    },
    named: async (uploadIds) => {
      const found = (await itemsOf(table, uploadIds.map(uploadKeyOf))).map(recordOf);
      return uploadIds.flatMap((id) => found.find(({ documentId }) => documentId === id) ?? []);
    },
    attach: (upload, to) => {
      const { office, createdAt, documentId, problemId } = upload;
      const waits = office !== undefined && isOwed(upload, to);
      const named = Object.entries(to).filter(([, id]) => id !== undefined);
      const sets = named.map(([field]) => `${field} = :${field}`);
      const values = {
        ":state": upload.state,
        ...Object.fromEntries(named.map(([field, id]) => [`:${field}`, id])),
        ...(waits && { ":queue": queueKeyOf(office, "attachments"), ":order": `${createdAt}#${documentId}` }),
      };
      const filed = ["claimId", "submissionId", ...(problemId === undefined ? ["problemId"] : [])];
      return {
        Update: {
          TableName: name,
          Key: uploadKeyOf(documentId),
          UpdateExpression: `SET ${[...sets, ...(waits ? ["queueKey = :queue, queueOrder = :order"] : [])].join(", ")}`,
          ConditionExpression: ["#state = :state", ...filed.map((field) => `attribute_not_exists(${field})`)].join(
            " AND ",
          ),
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: values,
        },
      };
    },
    settle: async (uploadId, state, reason) => {
      try {
        const update = { TableName: name, Key: uploadKeyOf(uploadId), ...settlement(state, reason) };
        const { Attributes } = await client.send(new UpdateCommand({ ...update, ReturnValues: "ALL_NEW" }));
        return recordOf(Attributes);
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
        return find(uploadId);
      }
    },
    countArrival: async ({ countKey }, now) => {
      if (countKey === undefined) return;
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk: countKey, sk: "COUNT" },
          UpdateExpression: "ADD used :one SET expiresAt = :expires",
          ExpressionAttributeValues: { ":one": 1, ":expires": countKeptUntil(now) },
        }),
      );
    },
    addPages: async (uploadId, pages) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: uploadKeyOf(uploadId),
          UpdateExpression: "SET pages = :pages",
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeValues: { ":pages": pages },
        }),
      );
    },
    waiting: async (office, limit, last) => {
      const after = last && `${last.createdAt}#${last.documentId}`;
      const items = await queuePage(table, office, "attachments", limit, after);
      return items.map(recordOf);
    },
    countWaiting: async (office, limit) => {
      const { Count = 0 } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byQueue",
          KeyConditionExpression: "queueKey = :queue",
          ExpressionAttributeValues: { ":queue": queueKeyOf(office, "attachments") },
          Select: "COUNT",
          Limit: limit,
        }),
      );
      return Count;
    },
    condemn: async (upload, reason) => {
      const { documentId, office, createdAt, claimId, submissionId } = upload;
      const isListed = office !== undefined && (claimId !== undefined || submissionId !== undefined);
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: name,
          Key: uploadKeyOf(documentId),
          UpdateExpression: `SET #state = :refused, reason = :reason${isListed ? ", queueKey = :queue, queueOrder = :order" : ""}`,
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: {
            ":refused": "refused",
            ":reason": reason,
            ...(isListed && { ":queue": queueKeyOf(office, "attachments"), ":order": `${createdAt}#${documentId}` }),
          },
          ReturnValues: "ALL_NEW",
        }),
      );
      return recordOf(Attributes);
    },
    remind: (uploadId, now) => ({
      Update: {
        TableName: name,
        Key: uploadKeyOf(uploadId),
        UpdateExpression: "SET remindedAt = :now",
        ConditionExpression: "#state = :pending AND attribute_exists(queueKey) AND attribute_not_exists(remindedAt)",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":now": now, ":pending": "pending" },
      },
    }),
    ask: (uploadId, now) => ({
      Update: {
        TableName: name,
        Key: uploadKeyOf(uploadId),
        UpdateExpression: "SET askedAt = :now",
        ConditionExpression: "attribute_exists(queueKey)",
        ExpressionAttributeValues: { ":now": now },
      },
    }),
    attend: (uploadId, by, now) => ({
      Update: {
        TableName: name,
        Key: uploadKeyOf(uploadId),
        UpdateExpression: "SET attendedAt = :now, attendedBy = :by REMOVE queueKey, queueOrder",
        ConditionExpression: "attribute_exists(queueKey) AND (#state <> :pending OR createdAt < :late)",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":now": now, ":by": by, ":pending": "pending", ":late": onItsWaySince(now) },
      },
    }),
  };
}

/**
 * Returns the instant 24 hours before `now`, ISO 8601 in UTC. A file announced before that instant, and not arrived,
 * counts as late: its sender is asked for it.
 */
export function onItsWaySince(now: string): string {
  return new Date(Date.parse(now) - onItsWayHours * 3_600_000).toISOString();
}

/** Returns the update that records the result of a check. A `received` file leaves the list. */
function settlement(state: CheckedState, reason: string | undefined) {
  const removed = [
    "countKey",
    ...(state === "received" ? ["queueKey", "queueOrder"] : []),
    ...(reason === undefined ? ["reason"] : []),
  ];
  const sets = ["#state = :state", ...(reason === undefined ? [] : ["reason = :reason"])];
  return {
    UpdateExpression: `SET ${sets.join(", ")} REMOVE ${removed.join(", ")}`,
    // A scan that was overdue may still answer, and its result counts then: the file passes or is refused.
    ConditionExpression: state === "unreadable" ? "#state = :pending" : "#state IN (:pending, :unreadable)",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: {
      ":state": state,
      ":pending": "pending",
      ...(state !== "unreadable" && { ":unreadable": "unreadable" }),
      ...(reason !== undefined && { ":reason": reason }),
    },
  };
}
