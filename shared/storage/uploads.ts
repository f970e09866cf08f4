import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { limaDay } from "../domain/calendar-day.ts";
import { type Attachment, attachmentStates, type CheckedState } from "../domain/claim-form.ts";
import { type AttachmentType, attachmentTypes } from "../domain/submission.ts";
import { queueKeyOf } from "./claim-keys.ts";
import { isConditionRefused, itemsOf, type Table, type Write } from "./dynamodb.ts";
import { queuePage } from "./queue-page.ts";

/** A file somebody announced, and what became of it. */
export interface UploadRecord extends Attachment {
  readonly contentType: AttachmentType;
  /** Whose it is: no other may name it. */
  readonly by: string;
  readonly createdAt: string;
  /** The office on whose list it stands while it is filed and nobody could read it. */
  readonly office?: string | undefined;
  /** Why it was refused, in Spanish. */
  readonly reason?: string | undefined;
  /** What it was filed with. */
  readonly claimId?: string | undefined;
  readonly submissionId?: string | undefined;
  /** Of how many pages there are pictures; absent until they are drawn. */
  readonly pages?: number | undefined;
  /** When its person was reminded that it never came, and when somebody asked for a copy last. */
  readonly remindedAt?: string | undefined;
  readonly askedAt?: string | undefined;
  /** Whether it stands on the list of papers: filed, and not received nor attended to. */
  readonly waits?: true | undefined;
}

/** Files on their way: announced, sent to quarantine, checked, filed. */
export interface Uploads {
  /** Announces a file; `false` when the person announced as many that day of Lima as they may. */
  announce(upload: UploadRecord, mostADay: number): Promise<boolean>;
  find(uploadId: string): Promise<UploadRecord | undefined>;
  /** The named files of a person in that order; nothing if one is not theirs or was filed already. */
  ofPerson(by: string, uploadIds: readonly string[]): Promise<readonly UploadRecord[] | undefined>;
  /** Marks a file as filed; refuses when its check ended meanwhile or it was filed elsewhere. */
  attach(upload: UploadRecord, to: { claimId?: string | undefined; submissionId?: string | undefined }): Write;
  /** Records what the check found, once; answers the file as it is then, filed or not. */
  settle(uploadId: string, state: CheckedState, reason?: string): Promise<UploadRecord | undefined>;
  /** Records of how many pages there are pictures. */
  addPages(uploadId: string, pages: number): Promise<void>;
  /** Filed and not received: never came, not readable, or refused since. Of an office, the oldest first. */
  waiting(office: string, limit: number, after?: AttachmentPosition): Promise<readonly UploadRecord[]>;
  /** How many wait, up to a limit. */
  countWaiting(office: string, limit: number): Promise<number>;
  /** Refuses a file that was kept and turned out to be malware; filed, it is (again) on that list: somebody may have opened it. */
  condemn(upload: UploadRecord, reason: string): Promise<UploadRecord>;
  /** Notes that its person was reminded of what never came; refused the second time, or when it came. */
  remind(uploadId: string, now: string): Write;
  /** Notes that a copy was asked for; refused when it is not on the list. */
  ask(uploadId: string, now: string): Write;
  /** Takes a file from the list; refused when it is not on it, or still on its way. */
  attend(uploadId: string, by: string, now: string): Write;
}

export type AttachmentPosition = Pick<UploadRecord, "createdAt" | "documentId">;

const stored = z.object({
  documentId: z.string(),
  by: z.string(),
  createdAt: z.string(),
  office: z.string().optional(),
  fileName: z.string(),
  contentType: z.enum(attachmentTypes),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(attachmentStates),
  reason: z.string().optional(),
  claimId: z.string().optional(),
  submissionId: z.string().optional(),
  pages: z.number().optional(),
  remindedAt: z.string().optional(),
  askedAt: z.string().optional(),
  queueKey: z.string().optional(),
});

function recordOf(item: unknown): UploadRecord {
  const { queueKey, ...upload } = stored.parse(item);
  return { ...upload, ...(queueKey !== undefined && { waits: true }) };
}

/** How long a file may be on its way before its sender is asked for it. */
const onItsWayHours = 24;

const keyOf = (uploadId: string) => ({ pk: `UPLOAD#${uploadId}`, sk: "UPLOAD" });

/** A file as an entry of a history names it. */
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
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(uploadId), ConsistentRead: true }));
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
              ":expires": Math.floor(Date.parse(upload.createdAt) / 1000) + 2 * 86_400,
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
          Item: { ...keyOf(upload.documentId), ...upload },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
      return true;
    },
    ofPerson: async (by, uploadIds) => {
      const ids = [...new Set(uploadIds)];
      const found = (await itemsOf({ client, name }, ids.map(keyOf))).map(recordOf);
      const own = ids.map((id) =>
        found.find(
          (upload) =>
            upload.documentId === id &&
            upload.by === by &&
            upload.claimId === undefined &&
            upload.submissionId === undefined,
        ),
      );
      return own.every((upload) => upload !== undefined) ? own : undefined;
    },
    attach: (upload, { claimId, submissionId }) => {
      const { office, state, createdAt, documentId } = upload;
      const waits = office !== undefined && (state === "pending" || state === "unreadable");
      const values = {
        ":state": upload.state,
        ...(claimId && { ":claim": claimId }),
        ...(submissionId && { ":submission": submissionId }),
        ...(waits && { ":queue": queueKeyOf(office, "attachments"), ":order": `${createdAt}#${documentId}` }),
      };
      const sets = [
        ...(claimId ? ["claimId = :claim"] : []),
        ...(submissionId ? ["submissionId = :submission"] : []),
        ...(waits ? ["queueKey = :queue, queueOrder = :order"] : []),
      ];
      return {
        Update: {
          TableName: name,
          Key: keyOf(upload.documentId),
          UpdateExpression: `SET ${sets.join(", ")}`,
          ConditionExpression:
            "#state = :state AND attribute_not_exists(claimId) AND attribute_not_exists(submissionId)",
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: values,
        },
      };
    },
    settle: async (uploadId, state, reason) => {
      try {
        const update = { TableName: name, Key: keyOf(uploadId), ...settlement(state, reason) };
        const { Attributes } = await client.send(new UpdateCommand({ ...update, ReturnValues: "ALL_NEW" }));
        return recordOf(Attributes);
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
        return find(uploadId);
      }
    },
    addPages: async (uploadId, pages) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(uploadId),
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
          Key: keyOf(documentId),
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
        Key: keyOf(uploadId),
        UpdateExpression: "SET remindedAt = :now",
        ConditionExpression: "#state = :pending AND attribute_exists(queueKey) AND attribute_not_exists(remindedAt)",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":now": now, ":pending": "pending" },
      },
    }),
    ask: (uploadId, now) => ({
      Update: {
        TableName: name,
        Key: keyOf(uploadId),
        UpdateExpression: "SET askedAt = :now",
        ConditionExpression: "attribute_exists(queueKey)",
        ExpressionAttributeValues: { ":now": now },
      },
    }),
    attend: (uploadId, by, now) => ({
      Update: {
        TableName: name,
        Key: keyOf(uploadId),
        UpdateExpression: "SET attendedAt = :now, attendedBy = :by REMOVE queueKey, queueOrder",
        ConditionExpression: "attribute_exists(queueKey) AND (#state <> :pending OR createdAt < :late)",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":now": now, ":by": by, ":pending": "pending", ":late": onItsWaySince(now) },
      },
    }),
  };
}

/** Before when a file was announced that is not on its way any more. */
export function onItsWaySince(now: string): string {
  return new Date(Date.parse(now) - onItsWayHours * 3_600_000).toISOString();
}

/** How a check's end is written: what is received leaves the list. */
function settlement(state: CheckedState, reason: string | undefined) {
  const removed = [
    ...(state === "received" ? ["queueKey", "queueOrder"] : []),
    ...(reason === undefined ? ["reason"] : []),
  ];
  const sets = ["#state = :state", ...(reason === undefined ? [] : ["reason = :reason"])];
  return {
    UpdateExpression: `SET ${sets.join(", ")}${removed.length === 0 ? "" : ` REMOVE ${removed.join(", ")}`}`,
    // A scan that was silent may speak after all, and what it then says is good: that it passes, or that it does not.
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
