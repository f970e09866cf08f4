import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type Attachment,
  attachmentStates,
  type CheckedState,
  type PersonDocument,
  personDocumentKinds,
} from "../domain/claim-form.ts";
import type { OfficeDocument } from "../domain/issued-documents.ts";
import {
  awaitsNotice,
  isActOfClaim,
  type LetterSender,
  letterSenders,
  type MailReturn,
  mailReturns,
  type PresenterStanding,
  powerKinds,
  type SubmissionChannel,
  type SubmissionDocumentName,
  type SubmissionEntry,
  type SubmissionKind,
  type SubmissionList,
  type SubmissionState,
  submissionChannels,
  submissionEntryTypes,
  submissionKinds,
  submissionProofs,
  submissionStates,
} from "../domain/submission.ts";
import { accountPage } from "./account-list.ts";
import { codeKeyOf, monthKeyOf, queueKeyOf } from "./claim-keys.ts";
import { itemsOf, newItem, type Table, transact, type Write } from "./dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "./idempotency-records.ts";
import { officeDocument } from "./office-document.ts";
import { undeliveredSince } from "./outbox.ts";
import { queuePage } from "./queue-page.ts";
import { indexWrites } from "./verification-index.ts";

/** A document of the document desk. */
export interface SubmissionRecord {
  readonly submissionId: string;
  readonly number: string;
  readonly kind: SubmissionKind;
  readonly subject: string;
  readonly text: string;
  readonly presenter: string;
  /** As what they present it; absent where its claim says so. */
  readonly standing?: PresenterStanding | undefined;
  /** Of who asks for a right over their data. */
  readonly identity?: PersonDocument | undefined;
  /** Where they are told of it, besides their account. */
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  readonly channel: SubmissionChannel;
  /** The account it is of; absent for a claimant without one, whose words staff wrote down. */
  readonly sub?: string | undefined;
  /** Who of the staff registered it for its person, when, and why so late. */
  readonly registered?: { readonly by: string; readonly at: string; readonly reason?: string | undefined } | undefined;
  readonly office: string;
  readonly presentedAt: string;
  readonly filedOn: string;
  /** The last day to answer it, by the law or by what its letter says. */
  readonly answerBy?: string | undefined;
  readonly state: SubmissionState;
  readonly remark?: string | undefined;
  /** The last day to mend what was observed: there is one once its person was told. */
  readonly remedyBy?: string | undefined;
  readonly receivedAt?: string | undefined;
  readonly claim?: { readonly claimId: string; readonly code: string } | undefined;
  /** Who presents it says it is against a decision. */
  readonly againstDecision?: true | undefined;
  /** The outage of the desk it cites. */
  readonly outage?:
    | { readonly outageId: string; readonly number: string; readonly from: string; readonly to: string }
    | undefined;
  /** The act of its claim it was taken as, once. */
  readonly recordedAs?: string | undefined;
  readonly letter?:
    | { readonly from: LetterSender; readonly number: string; readonly days?: number | undefined }
    | undefined;
  /** The area it was forwarded to last. */
  readonly area?: string | undefined;
  readonly answeredAt?: string | undefined;
  readonly attachments: readonly Attachment[];
  /** What it was presented as, where the clerk's check changed it: what its constancia says stays. */
  readonly presentedAs?: { readonly kind: SubmissionKind; readonly claim?: SubmissionRecord["claim"] } | undefined;
  /** What happened to it since it was presented, in order. */
  readonly entries: readonly SubmissionEntry[];
  /** How many of its facts were told by mail or message: its presentation, then its entries. */
  readonly notified?: number | undefined;
  /** Its mail came back, or was taken for spam: nothing more goes there. */
  readonly mailReturned?: { readonly at: string; readonly why: MailReturn } | undefined;
  /** What proves that it was presented, made at once. */
  readonly constancia?: OfficeDocument | undefined;
  /** What proves that it was received, made when the clerk did. */
  readonly cargo?: OfficeDocument | undefined;
  /** What it lacks, as the clerk observed it. */
  readonly observation?: OfficeDocument | undefined;
  /** What proves what was answered, when and with what. */
  readonly answer?: OfficeDocument | undefined;
  /** What is kept of who asks to see their data. */
  readonly data?: OfficeDocument | undefined;
}

/** A submission as it is presented: nothing happened to it yet. */
export type NewSubmission = Omit<SubmissionRecord, "entries" | "notified" | "mailReturned" | SubmissionDocumentName>;

/** A step of a submission: what is written down, and what it changes. A field set to `undefined` goes. */
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
      | "area"
      | "recordedAs"
      | "answeredAt"
      | "presentedAs"
    >
  >;
  /** Files that join it. */
  readonly attachments?: readonly Attachment[];
}

/** Documents filed at the document desk: an account's own, and the clerk's lists. */
export interface Submissions {
  /** The writes that file a document: its number, itself, its account, its key where it has one of its own. */
  file(submission: NewSubmission, write?: WriteMark): readonly Write[];
  find(submissionId: string): Promise<SubmissionRecord | undefined>;
  /** Those of these ids that are there, in no order. */
  named(submissionIds: readonly string[]): Promise<readonly SubmissionRecord[]>;
  ofRequest(key: string): Promise<{ submissionId: string; contentHash: string } | undefined>;
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly SubmissionRecord[]>;
  /** A list of the desk: what waits longest, or falls due first, first. `after` is the place of one of them. */
  listed(office: string, list: SubmissionList, limit: number, after?: string): Promise<readonly ListedSubmission[]>;
  /** How many a list holds with a place before one, up to a limit. */
  count(office: string, list: SubmissionList, limit: number, before?: string): Promise<number>;
  /** The writes of a step; they refuse when another step was first. */
  step(submission: SubmissionRecord, step: SubmissionStep): readonly Write[];
  /** Adds a document once it is made; again changes nothing. */
  addDocument(submissionId: string, name: SubmissionDocumentName, document: OfficeDocument): Promise<void>;
  /** Notes how many of its facts were told, never fewer than before, and what goes with that. */
  markNotified(submissionId: string, notified: number, also: readonly Write[]): Promise<void>;
  /** Notes that its mail came back; again, or of no submission, it changes nothing. */
  returnMail(submissionId: string, returned: NonNullable<SubmissionRecord["mailReturned"]>): Promise<void>;
  /** Records what the check of an attachment found. */
  settleAttachment(submissionId: string, documentId: string, state: CheckedState): Promise<void>;
}

/** A submission and its place in a list. */
export interface ListedSubmission {
  readonly place: string;
  readonly submission: SubmissionRecord;
}

const attachment = z.object({
  documentId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(attachmentStates),
});

const stored = z.object({
  submissionId: z.string(),
  number: z.string(),
  kind: z.enum(submissionKinds),
  subject: z.string(),
  text: z.string(),
  presenter: z.string(),
  standing: z
    .union([
      z.object({ as: z.enum(["holder", "user"]) }),
      z.object({ as: z.literal("representative"), of: z.string(), power: z.enum(powerKinds) }),
    ])
    .optional(),
  identity: z.object({ kind: z.enum(personDocumentKinds), number: z.string() }).optional(),
  email: z.string().optional(),
  telephone: z.string().optional(),
  channel: z.enum(submissionChannels).default("web"),
  sub: z.string().optional(),
  registered: z.object({ by: z.string(), at: z.string(), reason: z.string().optional() }).optional(),
  office: z.string(),
  presentedAt: z.string(),
  filedOn: z.string(),
  answerBy: z.string().optional(),
  state: z.enum(submissionStates),
  remark: z.string().optional(),
  remedyBy: z.string().optional(),
  receivedAt: z.string().optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  againstDecision: z.literal(true).optional(),
  outage: z.object({ outageId: z.string(), number: z.string(), from: z.string(), to: z.string() }).optional(),
  recordedAs: z.string().optional(),
  letter: z.object({ from: z.enum(letterSenders), number: z.string(), days: z.number().optional() }).optional(),
  area: z.string().optional(),
  answeredAt: z.string().optional(),
  attachments: z.array(attachment),
  presentedAs: z
    .object({ kind: z.enum(submissionKinds), claim: z.object({ claimId: z.string(), code: z.string() }).optional() })
    .optional(),
  entries: z
    .array(
      z.object({
        type: z.enum(submissionEntryTypes),
        at: z.string(),
        by: z.string(),
        text: z.string().optional(),
        to: z.string().optional(),
        effectiveAt: z.string().optional(),
        document: z.enum(submissionProofs).optional(),
        attachments: z.array(attachment).optional(),
        write: z.object({ key: z.string(), contentHash: z.string() }).optional(),
      }),
    )
    .default([]),
  notified: z.number().optional(),
  mailReturned: z.object({ at: z.string(), why: z.enum(mailReturns) }).optional(),
  constancia: officeDocument.optional(),
  cargo: officeDocument.optional(),
  observation: officeDocument.optional(),
  answer: officeDocument.optional(),
  data: officeDocument.optional(),
});

/** After every day a term may end on: what was forwarded and has no term of its own. */
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
  "submissionId" | "office" | "presentedAt" | "state" | "remedyBy" | "answerBy" | "area" | "answeredAt" | "recordedAs"
>;

/** Where a submission itself stands among the lists. What was observed and mended is back in its old place. */
function listKeyOf({ submissionId, office, presentedAt, state, remedyBy }: ListKeyed) {
  const observed = awaitsNotice({ state, remedyBy }) ? "to-notify" : "observed";
  const list = state === "presented" ? "to-check" : state === "observed" ? observed : "over";
  const first = list === "observed" ? remedyBy : presentedAt;
  return { queueKey: queueKeyOf(office, queues[list]), queueOrder: `${first}#${submissionId}` };
}

/** Where it stands among those to be answered, by legal day, checked or not; nowhere when nothing is owed. */
function answerListKeyOf({ submissionId, office, state, answerBy, area, answeredAt, recordedAs }: ListKeyed) {
  const owed =
    answeredAt === undefined && recordedAs === undefined && state !== "returned" && state !== "not-presented";
  if (!owed || (answerBy === undefined && area === undefined)) return undefined;
  return { queueKey: queueKeyOf(office, queues["to-answer"]), queueOrder: `${answerBy ?? noDay}#${submissionId}` };
}

/** Where an observation stands in the book's month, whatever it is taken for later. */
const bookWrite = (table: Table, { submissionId, office, filedOn }: NewSubmission): Write =>
  newItem(table, { ...monthKeyOf(office, filedOn, "OBSERVATION", submissionId) });

const made = z.object({ submissionId: z.string().default(""), contentHash: z.string() });

const keyOf = (submissionId: string) => ({ pk: `SUBMISSION#${submissionId}`, sk: "SUBMISSION" });
const answerKeyOf = (submissionId: string) => ({ pk: `SUBMISSION#${submissionId}`, sk: "ANSWER" });
/** An item of a list: the submission itself, or its place among those to be answered. */
const listedItem = z.object({ submissionId: z.string(), queueOrder: z.string() });

export function openSubmissions(table: Table): Submissions {
  const { client, name } = table;
  const find = async (submissionId: string): Promise<SubmissionRecord | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: keyOf(submissionId), ConsistentRead: true }),
    );
    return Item && stored.parse(Item);
  };
  return {
    find,
    named: async (submissionIds) =>
      (await itemsOf({ client, name }, [...new Set(submissionIds)].map(keyOf))).map((item) => stored.parse(item)),
    file: (submission, write) => [
      newItem(table, { ...codeKeyOf(submission.number), submissionId: submission.submissionId }),
      newItem(table, {
        ...keyOf(submission.submissionId),
        ...submission,
        ...listKeyOf(submission),
        // An act of a claim is told by its claim's own entry.
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
      const found = (await itemsOf({ client, name }, ids.map(keyOf))).map((item) => stored.parse(item));
      return ids.flatMap((id) => found.find(({ submissionId }) => submissionId === id) ?? []);
    },
    listed: async (office, list, limit, after) => {
      const items = await queuePage(table, office, queues[list], limit, after);
      const places = items.map((item) => listedItem.parse(item));
      // Most lists are the submissions themselves; that of answers holds places, and its submissions are read.
      const found =
        list === "to-answer"
          ? await itemsOf(
              { client, name },
              places.map((at) => keyOf(at.submissionId)),
            )
          : items;
      const submissions = new Map(
        found.map((item) => stored.parse(item)).map((submission) => [submission.submissionId, submission]),
      );
      return places.flatMap(({ submissionId, queueOrder: place }) => {
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
      await transact(client, [
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
      await transact(client, [
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
      await transact(client, [
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
      const submission = await find(submissionId);
      const at = submission?.attachments.findIndex((attachment) => attachment.documentId === documentId) ?? -1;
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
  /** What is added at the end of lists. */
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
}

/** A change of a submission on condition that no step was taken since it was read. */
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
