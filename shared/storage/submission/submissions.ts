import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OfficeDocument } from "../../domain/case/issued-documents.ts";
import type { Attachment, CheckedState, PersonDocument } from "../../domain/filing/claim-form.ts";
import {
  awaitsNotice,
  isActOfClaim,
  type LetterSender,
  type MailReturn,
  type PresenterStanding,
  type SubmissionChannel,
  type SubmissionDocumentName,
  type SubmissionEntry,
  type SubmissionKind,
  type SubmissionList,
  type SubmissionState,
  submissionDueOn,
} from "../../domain/submission/submission.ts";
import { accountPage } from "../account-list.ts";
import { codeKeyOf, monthKeyOf, queueKeyOf } from "../case/claim-keys.ts";
import { undeliveredSince } from "../check/outbox.ts";
import { filedTermWrites } from "../counter/filed-terms.ts";
import { itemsOf, newItem, type Table, transactOnce, type Write } from "../dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "../idempotency-records.ts";
import { queuePage } from "../queue-page.ts";
import { indexWrites } from "../seal/verification-index.ts";
import { storedFiles, storedSubmission } from "./stored-submission.ts";

/** A document presented at the document desk. */
export interface SubmissionRecord {
  readonly submissionId: string;
  readonly number: string;
  readonly kind: SubmissionKind;
  readonly subject: string;
  readonly text: string;
  readonly presenter: string;
  /** In what capacity they present it; absent where its claim says so. */
  readonly standing?: PresenterStanding | undefined;
  /** The identity document of somebody who exercises a right over their data. */
  readonly identity?: PersonDocument | undefined;
  /** Where they are notified of it, besides their account. */
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  /** Where letters go to a person without an account; empty if they did not say. */
  readonly address?: string | undefined;
  /** Opens it for the person who presented it without an account: 128 bits, given to them alone. */
  readonly key?: string | undefined;
  /** The code of the claim it is about, as a person without an account wrote it. */
  readonly citedCode?: string | undefined;
  readonly channel: SubmissionChannel;
  /** The account it belongs to; absent for a person without one, whose words staff wrote down. */
  readonly sub?: string | undefined;
  /** The member of staff who registered it for somebody, when, and why so late. */
  readonly registered?: { readonly by: string; readonly at: string; readonly reason?: string | undefined } | undefined;
  readonly office: string;
  readonly presentedAt: string;
  readonly filedOn: string;
  /** The last day to answer it, by the law or by what its letter says. */
  readonly answerBy?: string | undefined;
  /** The last day to take it as the recourse it may be; absent once a clerk discarded that. */
  readonly recourseBy?: string | undefined;
  readonly state: SubmissionState;
  readonly remark?: string | undefined;
  /** The last day to remedy what was observed; absent until the observation is notified. */
  readonly remedyBy?: string | undefined;
  readonly receivedAt?: string | undefined;
  readonly claim?: { readonly claimId: string; readonly code: string } | undefined;
  /** The person who presents it says that it is against a decision. */
  readonly againstDecision?: true | undefined;
  /** The outage of the document desk that it cites. */
  readonly outage?:
    | { readonly outageId: string; readonly number: string; readonly from: string; readonly to: string }
    | undefined;
  /** The act of its claim that it was recorded as, once it is. */
  readonly recordedAs?: string | undefined;
  readonly letter?:
    | { readonly from: LetterSender; readonly number: string; readonly days?: number | undefined }
    | undefined;
  /** The area it was forwarded to last. */
  readonly area?: string | undefined;
  readonly answeredAt?: string | undefined;
  readonly attachments: readonly Attachment[];
  /** What it was presented as, if the clerk reclassified it: its constancia keeps that. */
  readonly presentedAs?: { readonly kind: SubmissionKind; readonly claim?: SubmissionRecord["claim"] } | undefined;
  /** Its steps since it was presented, in order. */
  readonly entries: readonly SubmissionEntry[];
  /** How many of its steps were notified: its presentation, then its entries. */
  readonly notified?: number | undefined;
  /** When and why nothing more is mailed to its address: a mail was returned, or marked as spam. */
  readonly mailReturned?: { readonly at: string; readonly why: MailReturn } | undefined;
  /** The proof that it was presented, made at once. */
  readonly constancia?: OfficeDocument | undefined;
  /** The proof that it was received, made when the clerk received it. */
  readonly cargo?: OfficeDocument | undefined;
  /** The letter that says what it lacks, as the clerk observed. */
  readonly observation?: OfficeDocument | undefined;
  /** The proof of what was answered, when, and with which attachments. */
  readonly answer?: OfficeDocument | undefined;
  /** The data kept of a person who asked to see it. */
  readonly data?: OfficeDocument | undefined;
}

/** A submission as it is presented, without steps or documents. */
export type NewSubmission = Omit<SubmissionRecord, "entries" | "notified" | "mailReturned" | SubmissionDocumentName>;

/** A step of a submission: the entry, and the fields it changes; a field set to `undefined` is removed. */
export interface SubmissionStep {
  readonly entry: SubmissionEntry;
  readonly set?: Partial<
    Pick<
      SubmissionRecord,
      | "state"
      | "kind"
      | "remark"
      | "remedyBy"
      | "notified"
      | "receivedAt"
      | "claim"
      | "answerBy"
      | "recourseBy"
      | "area"
      | "recordedAs"
      | "answeredAt"
      | "presentedAs"
    >
  >;
  /** Files that are added to it. */
  readonly attachments?: readonly Attachment[];
}

/** The submissions of the document desk: an account's own, and the clerk's lists. */
export interface Submissions {
  /**
   * Returns the writes that file a submission: its number, the submission, its listings and, if `write` is given, its
   * write key. They are refused if any of those items exists. An observation is also listed in the observation book's
   * month.
   */
  file(submission: NewSubmission, write?: WriteMark): readonly Write[];
  find(submissionId: string): Promise<SubmissionRecord | undefined>;
  /** Returns the submissions with these ids that exist, in no order. */
  named(submissionIds: readonly string[]): Promise<readonly SubmissionRecord[]>;
  ofRequest(key: string): Promise<{ submissionId: string; contentHash: string } | undefined>;
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly SubmissionRecord[]>;
  /**
   * Returns at most `limit` submissions of a list, the longest waiting first; `observed` and `to-answer` by their last
   * day. With `after`, the `place` (position) of the last one seen, only those after it.
   */
  listed(office: string, list: SubmissionList, limit: number, after?: string): Promise<readonly ListedSubmission[]>;
  /**
   * Returns how many submissions a list has, counting at most `limit`. With `before`, only those before that position,
   * which may be a day alone.
   */
  count(office: string, list: SubmissionList, limit: number, before?: string): Promise<number>;
  /**
   * Returns the writes that add a step to a submission and move it among the lists. They are refused if another step
   * was written since the submission was read.
   */
  step(submission: SubmissionRecord, step: SubmissionStep): readonly Write[];
  /**
   * Adds a document of a submission and indexes it by its code and its bytes. Writes nothing if the submission has one
   * of that `name` or does not exist. Throws while other transactions keep the items busy.
   */
  addDocument(submissionId: string, name: SubmissionDocumentName, document: OfficeDocument): Promise<void>;
  /**
   * Records how many steps of a submission were notified, and makes `also` in the same transaction. Writes nothing,
   * `also` included, if as many or more were recorded before or a write in `also` is refused.
   */
  markNotified(submissionId: string, notified: number, also: readonly Write[]): Promise<void>;
  /**
   * Records that nothing more is mailed to the address of a submission. Changes nothing if that was recorded before or
   * there is no such submission.
   */
  returnMail(submissionId: string, returned: NonNullable<SubmissionRecord["mailReturned"]>): Promise<void>;
  /** Records the state of a checked attachment. Does nothing if the submission does not have that attachment. */
  settleAttachment(submissionId: string, documentId: string, state: CheckedState): Promise<void>;
}

/** A submission and its position in a list. */
export interface ListedSubmission {
  readonly place: string;
  readonly submission: SubmissionRecord;
}

/** Sorts after every last day: the day of what was forwarded and has no term of its own. */
const noDay = "9999-12-31";

const queues = {
  "to-check": "document-desk",
  "to-notify": "submissions-to-notify",
  observed: "submissions-observed",
  "to-answer": "submissions-to-answer",
  over: "submissions-over",
} as const satisfies Record<SubmissionList, Parameters<typeof queueKeyOf>[1]>;

type ListKeyed = Pick<
  SubmissionRecord,
  | "submissionId"
  | "office"
  | "presentedAt"
  | "state"
  | "remedyBy"
  | "answerBy"
  | "recourseBy"
  | "area"
  | "answeredAt"
  | "recordedAs"
  | "claim"
>;

/**
 * Returns the keys that put a submission on its list; none for one that was received and is owed an answer, which is on
 * the list of those alone. One that was observed and remedied goes back to its old position, by the instant it was
 * presented.
 */
function listKeyOf(submission: ListKeyed) {
  const { submissionId, office, presentedAt, state, remedyBy } = submission;
  if (state === "received" && isAnswerOwed(submission)) return { queueKey: undefined, queueOrder: undefined };
  const observed = awaitsNotice({ state, remedyBy }) ? "to-notify" : "observed";
  const list = state === "presented" ? "to-check" : state === "observed" ? observed : "over";
  const first = list === "observed" ? remedyBy : presentedAt;
  return { queueKey: queueKeyOf(office, queues[list]), queueOrder: `${first}#${submissionId}` };
}

/**
 * Whether the office owes a submission an answer: it has a last day for it, was forwarded to an area, or was received
 * and belongs to no claim; and it was neither answered, recorded as an act of its claim, returned nor not presented.
 */
function isAnswerOwed(submission: ListKeyed): boolean {
  const { state, area, answeredAt, recordedAs, claim } = submission;
  if (answeredAt !== undefined || recordedAs !== undefined || state === "returned" || state === "not-presented")
    return false;
  return submissionDueOn(submission) !== undefined || area !== undefined || (state === "received" && !claim);
}

/**
 * Returns the keys that put a submission on the list of those to answer, by last day, whether the clerk checked it or
 * not; `undefined` if no answer is owed. One that may be a recourse stays there until it is taken or discarded.
 */
function answerListKeyOf(submission: ListKeyed) {
  if (!isAnswerOwed(submission)) return undefined;
  const { submissionId, office } = submission;
  const dueOn = submissionDueOn(submission);
  return { queueKey: queueKeyOf(office, queues["to-answer"]), queueOrder: `${dueOn ?? noDay}#${submissionId}` };
}

/** The write that lists an observation in its month of the book, whatever it is reclassified as later. */
const bookWrite = (table: Table, { submissionId, office, filedOn }: NewSubmission): Write =>
  newItem(table, { ...monthKeyOf(office, filedOn, "OBSERVATION", submissionId) });

/** The writes that let the desk find a submission by its number and by who presented it. */
const termsOf = (table: Table, submission: NewSubmission): readonly Write[] => {
  const { submissionId: id, number: code, office, presenter: name, identity, telephone } = submission;
  return filedTermWrites(table, {
    what: "submission",
    id,
    code,
    office,
    name,
    documentNumber: identity?.number,
    telephone,
  });
};

const made = z.object({ submissionId: z.string().default(""), contentHash: z.string() });

const keyOf = (submissionId: string) => ({ pk: `SUBMISSION#${submissionId}`, sk: "SUBMISSION" });
const answerKeyOf = (submissionId: string) => ({ pk: `SUBMISSION#${submissionId}`, sk: "ANSWER" });
/** An item of a list: the submission itself, or its entry among those to be answered. */
const listedItem = z.object({ submissionId: z.string(), queueOrder: z.string() });

export function openSubmissions(table: Table): Submissions {
  const { client, name } = table;
  const itemOf = async (submissionId: string) =>
    (await client.send(new GetCommand({ TableName: name, Key: keyOf(submissionId), ConsistentRead: true }))).Item;
  return {
    find: async (submissionId) => {
      const item = await itemOf(submissionId);
      return item && storedSubmission.parse(item);
    },
    named: async (submissionIds) =>
      (await itemsOf({ client, name }, [...new Set(submissionIds)].map(keyOf))).map((item) =>
        storedSubmission.parse(item),
      ),
    file: (submission, write) => [
      newItem(table, { ...codeKeyOf(submission.number), submissionId: submission.submissionId }),
      newItem(table, {
        ...keyOf(submission.submissionId),
        ...submission,
        ...listKeyOf(submission),
        // An act of a claim is published by its claim's own entry.
        ...(!isActOfClaim(submission.kind) && undeliveredSince(submission.registered?.at ?? submission.presentedAt)),
      }),
      ...(answerListKeyOf(submission)
        ? [
            newItem(table, {
              ...answerKeyOf(submission.submissionId),
              submissionId: submission.submissionId,
              ...answerListKeyOf(submission),
            }),
          ]
        : []),
      ...(submission.kind === "observation" ? [bookWrite(table, submission)] : []),
      ...termsOf(table, submission),
      ...(submission.sub === undefined
        ? []
        : [
            newItem(table, {
              pk: `ACCOUNT#${submission.sub}`,
              sk: `SUBMISSION#${submission.submissionId}`,
              submissionId: submission.submissionId,
            }),
          ]),
      ...(write
        ? [
            requestWrite(table, write, submission.registered?.at ?? submission.presentedAt, {
              submissionId: submission.submissionId,
            }),
          ]
        : []),
    ],
    ofRequest: async (key) => made.optional().parse(await findByIdempotencyKey(table, key)),
    ofAccount: async (sub, limit, before) => {
      const ids = await accountPage(table, sub, "SUBMISSION", limit, before);
      const found = (await itemsOf({ client, name }, ids.map(keyOf))).map((item) => storedSubmission.parse(item));
      return ids.flatMap((id) => found.find(({ submissionId }) => submissionId === id) ?? []);
    },
    listed: async (office, list, limit, after) => {
      const items = await queuePage(table, office, queues[list], limit, after);
      const listed = items.map((item) => listedItem.parse(item));
      // Most lists hold the submissions themselves; the one of answers holds entries, and its submissions are read.
      const found =
        list === "to-answer"
          ? await itemsOf(
              { client, name },
              listed.map((at) => keyOf(at.submissionId)),
            )
          : items;
      const submissions = new Map(
        found.map((item) => storedSubmission.parse(item)).map((submission) => [submission.submissionId, submission]),
      );
      return listed.flatMap(({ submissionId, queueOrder: place }) => {
        const submission = submissions.get(submissionId);
        return submission ? [{ place, submission }] : [];
      });
    },
    count: async (office, list, limit, before) => {
      const { Count = 0 } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byQueue",
          KeyConditionExpression:
            before === undefined ? "queueKey = :queue" : "queueKey = :queue AND queueOrder < :before",
          ExpressionAttributeValues: {
            ":queue": queueKeyOf(office, queues[list]),
            ...(before !== undefined && { ":before": before }),
          },
          Select: "COUNT",
          Limit: limit,
        }),
      );
      return Count;
    },
    step: (submission, { entry, set = {}, attachments = [] }) => {
      const { submissionId } = submission;
      const after = { ...submission, ...set };
      const answerListKey = answerListKeyOf(after);
      const values = { ...set, ...listKeyOf(after), ...undeliveredSince(entry.at) };
      return [
        stepUpdate(name, submission, { values, lists: { entries: [entry], attachments } }),
        ...(answerListKey?.queueOrder === answerListKeyOf(submission)?.queueOrder
          ? []
          : [
              {
                Update: {
                  TableName: name,
                  Key: answerKeyOf(submissionId),
                  ...listKeyUpdate(submissionId, answerListKey),
                },
              },
            ]),
        ...(after.kind === "observation" && submission.kind !== "observation" ? [bookWrite(table, submission)] : []),
      ];
    },
    addDocument: async (submissionId, document, made) => {
      await transactOnce(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(submissionId),
            UpdateExpression: "SET #document = :made",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(#document)",
            ExpressionAttributeNames: { "#document": document },
            ExpressionAttributeValues: { ":made": made },
          },
        },
        ...indexWrites(name, made, { submissionId }),
      ]);
    },
    markNotified: async (submissionId, notified, also) => {
      await transactOnce(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(submissionId),
            UpdateExpression: "SET notified = :notified",
            ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(notified) OR notified < :notified)",
            ExpressionAttributeValues: { ":notified": notified },
          },
        },
        ...also,
      ]);
    },
    returnMail: async (submissionId, returned) => {
      await transactOnce(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(submissionId),
            UpdateExpression: "SET mailReturned = :returned",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(mailReturned)",
            ExpressionAttributeValues: { ":returned": returned },
          },
        },
      ]);
    },
    settleAttachment: async (submissionId, documentId, state) => {
      const item = await itemOf(submissionId);
      const files = item && storedFiles.parse(item).attachments;
      const at = files?.findIndex((attachment) => attachment.documentId === documentId) ?? -1;
      if (at < 0) return;
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(submissionId),
          UpdateExpression: `SET attachments[${at}].#state = :state`,
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: { ":state": state },
        }),
      );
    },
  };
}

const listKeyUpdate = (submissionId: string, place: ReturnType<typeof answerListKeyOf>) =>
  place === undefined
    ? { UpdateExpression: "REMOVE queueKey, queueOrder" }
    : {
        UpdateExpression: "SET submissionId = :submissionId, queueKey = :queue, queueOrder = :order",
        ExpressionAttributeValues: {
          ":submissionId": submissionId,
          ":queue": place.queueKey,
          ":order": place.queueOrder,
        },
      };

interface Changes {
  readonly values: Readonly<Record<string, unknown>>;
  /** What is appended to lists. */
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
}

/** The write that changes a submission; refused if a step was taken since it was read. */
function stepUpdate(name: string, { submissionId, entries }: SubmissionRecord, { values, lists }: Changes): Write {
  const sets = Object.entries(values).filter(([, value]) => value !== undefined);
  const gone = Object.keys(values).filter((field) => values[field] === undefined);
  const added = Object.entries(lists).filter(([, items]) => items.length > 0);
  const expressions = [
    ...sets.map(([field]) => `#${field} = :${field}`),
    ...added.map(([field]) => `#${field} = list_append(if_not_exists(#${field}, :none), :${field})`),
    "#steps = :steps",
  ];
  const fields = [...sets.map(([field]) => field), ...gone, ...added.map(([field]) => field), "steps"];
  return {
    Update: {
      TableName: name,
      Key: keyOf(submissionId),
      UpdateExpression: `SET ${expressions.join(", ")}${gone.length > 0 ? ` REMOVE ${gone.map((field) => `#${field}`).join(", ")}` : ""}`,
      ConditionExpression:
        entries.length === 0 ? "attribute_exists(pk) AND attribute_not_exists(#steps)" : "#steps = :before",
      ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
      ExpressionAttributeValues: {
        ...Object.fromEntries([...sets, ...added].map(([field, value]) => [`:${field}`, value])),
        ":none": [],
        ":steps": entries.length + 1,
        ...(entries.length > 0 && { ":before": entries.length }),
      },
    },
  };
}
