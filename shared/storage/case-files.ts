import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { PlannedVisit, WaitingAppointments } from "../domain/appointments.ts";
import { awaitedActs, type ForeseenActs } from "../domain/awaits-claimant.ts";
import type { CaseEvent, CaseEventType } from "../domain/case-events.ts";
import { type ResolutionOutcome, resolutionOutcomes } from "../domain/claim-events.ts";
import type { ClaimState } from "../domain/claim-states.ts";
import type { ClaimType } from "../domain/claim-types.ts";
import type { Owner } from "../domain/fact-details.ts";
import type { HearingAccess } from "../domain/hearing.ts";
import type { LateRisk } from "../domain/late-risk.ts";
import type { OfficeChannel } from "../domain/office-hours.ts";
import type { Forecast, Queue } from "../domain/work-list.ts";
import { accountPage } from "./account-list.ts";
import { chainStart, type Envelope, sealed } from "./case-chain.ts";
import { chainWrite } from "./changed-chains.ts";
import {
  accountKeyOf,
  codeKeyOf,
  contentKeyOf,
  envelopeKeyOf,
  headKeyOf,
  holdKeyOf,
  messageKeyOf,
  monthKeyOf,
  noticeKeyOf,
  outboxShards,
  quejaKeyOf,
  queueKeyOf,
  servedKeyOf,
  visitKeyOf,
} from "./claim-keys.ts";
import { itemsOf, newItem, type Table, transact, type Write } from "./dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "./idempotency-records.ts";
import { queuePage } from "./queue-page.ts";
import {
  listToSign,
  type ToSign,
  type ToSignPosition,
  toSignOf,
  toSignWrites,
  type WaitingFor,
} from "./signature-list.ts";
import { openSubmissions } from "./submissions.ts";
import { entryIndexWrites } from "./verification-index.ts";

/** What lists show of a claim, without its history. */
export interface CaseHead {
  readonly claimId: string;
  readonly code: string;
  readonly office: string;
  readonly supplyCode: string;
  readonly claimType: ClaimType;
  readonly channel: OfficeChannel;
  readonly filedAt: string;
  readonly filedOn: string;
  readonly claimantName: string;
  readonly owner?: Owner | undefined;
  /** How it stands, and will stand from a day on if nothing is recorded. */
  readonly steps: readonly Forecast[];
  /** What waits for its claimant, from a day on; absent in what was written before it was kept. */
  readonly awaits?: readonly ForeseenActs[] | undefined;
  /** What its claimant was reminded of, by `reminderKey`. */
  readonly reminded?: readonly string[] | undefined;
  /** What it is about, months added since included; nothing for a problem. */
  readonly receipts: readonly { readonly number: string; readonly period: string }[];
  /** Whether the hold on the receipts was last told as set, and how often that or an adjustment was told. */
  readonly hold: { readonly held: boolean; readonly version: number };
  /** Receipts that are held no longer while others are. */
  readonly freed?: readonly string[] | undefined;
  /** Whether its decision may be notified late. */
  readonly risk?: LateRisk | undefined;
  /** Until when the copy of a claim by telephone is to be sent, while it is owed. */
  readonly copyRisk?: LateRisk | undefined;
  /** What the manager was alerted of, by `alertKey`. */
  readonly alerts?: readonly string[] | undefined;
  /** Since when a file of the case waits for its check, if one does. */
  readonly attachmentSince?: string | undefined;
  /** The hearing while it is still to be held, and what the case lacks for it where the office has no room of its own. */
  readonly hearing?: Pick<HearingAccess, "on" | "at" | "lacks"> | undefined;
  /** The state brought by time that was told last. */
  readonly lapseNotified?: ClaimState | undefined;
  /** Why it waits for its hearing and visit, while it does and they can still be given. */
  readonly appointmentsWait?: WaitingAppointments | undefined;
  /** What was settled of the receipts and told to the commercial system, by key. */
  readonly adjusted?: readonly string[] | undefined;
}

/** A head as stored: the version is the number of entries. */
export interface StoredHead extends CaseHead {
  readonly version: number;
  readonly chainHead: string;
}

/** What a number of the office names: a claim, a request for attention, a document, or an entry of the observation book. */
export interface Numbered {
  readonly what: "claim" | "problem" | "submission" | "observation";
  readonly id: string;
}

/** A visit of a claim, by both their names. */
export interface NamedVisit {
  readonly claimId: string;
  readonly inspectionId: string;
}

/** A visit of a claim and who makes it. */
export interface StoredVisit extends PlannedVisit {
  readonly claimId: string;
  readonly zone: string;
  /** The visit of another claim of the supply that serves this one too: it has its place and its inspector. */
  readonly shares?: NamedVisit | undefined;
  readonly inspector?: { readonly sub: string; readonly name: string } | undefined;
  readonly reportedAt?: string | undefined;
}

/** What is being decided of one receipt. */
interface DraftedMonth {
  readonly receiptNumber: string;
  readonly outcome?: ResolutionOutcome | undefined;
  readonly correctedM3?: number | undefined;
  /** Why it departs from the rule of an atypical month without a leak, where it does. */
  readonly departure?: string | undefined;
}

/** The resolution being written: no act yet. */
export interface ResolutionDraft {
  readonly outcome: ResolutionOutcome;
  readonly decision: string;
  readonly reasons: string;
  /** Each month apart, where it is not decided like the whole or is left at another volume. */
  readonly months: readonly DraftedMonth[];
  readonly savedAt: string;
  readonly by: string;
}

/** A whole case file, read at once. */
export interface CaseFile {
  readonly head: StoredHead;
  readonly events: readonly CaseEvent[];
  /** The chain, one envelope per entry. */
  readonly envelopes: readonly Envelope[];
  /** Of each entry's content, in their order. */
  readonly salts: readonly string[];
  /** The writes that made entries: the last entry each made, and what was sent. */
  readonly marks: readonly (WriteMark & { readonly seq: number })[];
  readonly visits: readonly StoredVisit[];
  /** Visits of other claims that one of this serves too: `of` names that one. */
  readonly served: readonly (NamedVisit & { readonly of: string })[];
  readonly draft?: ResolutionDraft | undefined;
  /** Its documents on the lists of what waits for a signature, as they were listed last. */
  readonly toSign?: readonly ToSign[] | undefined;
}

/** New entries of a case, what its head becomes, and what else changes with them. */
export interface Append {
  readonly events: readonly CaseEvent[];
  readonly head: CaseHead;
  readonly write?: WriteMark | undefined;
  /** Entry types whose recording must reach a queue: they stay in the outbox until the relay has told it. */
  readonly published: ReadonlySet<CaseEventType>;
  readonly also: readonly Write[];
}

/** `stale`: somebody wrote first. `refused`: the places in `also` whose condition did not hold. */
export type Appended = "appended" | "stale" | { readonly refused: readonly number[] };

export interface NewCase extends Append {
  /** The account it belongs to; absent for a claim taken by telephone or at the counter. */
  readonly sub?: string | undefined;
  readonly holdKey: string;
}

const messagePlace = z.union([
  z.object({ claimId: z.string(), seq: z.number() }),
  z.object({ submissionId: z.string(), step: z.number(), how: z.enum(["email", "sms"]) }),
]);
/** What a message was sent of: an entry of a case, which says how it went, or a step of a filing. */
type MessagePlace = z.output<typeof messagePlace>;

/** The case files: read whole, appended to, never edited. */
export interface CaseFiles {
  read(claimId: string): Promise<CaseFile | undefined>;
  /** Makes a new case: `taken` if its code is somebody's, or the claim a repeated write made. */
  file(filing: NewCase): Promise<Appended | "taken" | "repeated">;
  append(before: CaseFile, append: Append): Promise<Appended>;
  /** The writes of an append, to be made with those of another case: their condition refuses when somebody wrote first. */
  appendWrites(before: CaseFile, append: Append): readonly Write[];
  /** Writes a head anew where only time has passed, once; `false` when somebody wrote first. */
  refresh(before: CaseFile, head: CaseHead, also: readonly Write[]): Promise<boolean>;
  /** What a number of the office names, whichever store keeps it. */
  numbered(code: string): Promise<Numbered | undefined>;
  claimOfCode(code: string): Promise<string | undefined>;
  claimOfRequest(key: string): Promise<{ claimId: string; contentHash: string } | undefined>;
  claimOfNotice(noticeKey: string): Promise<{ claimId: string; noticeId: string } | undefined>;
  claimOfHold(holdKey: string): Promise<string | undefined>;
  /** Of which entry, or of which filing, a message was sent, by its provider's name of it; for a year. */
  placeOfMessage(messageId: string): Promise<MessagePlace | undefined>;
  /** Whether an account may see a claim: it filed it, or opened it with its key. */
  mayOpen(sub: string, claimId: string): Promise<boolean>;
  /** Lets an account see a claim. */
  grant(sub: string, claimId: string): Promise<void>;
  /** Claims an account may see, the last first. */
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly string[]>;
  ofSupply(supplyCode: string, limit: number): Promise<readonly string[]>;
  heads(claimIds: readonly string[]): Promise<readonly StoredHead[]>;
  /** A list of an office from its first legal day on, after a position. */
  inQueue(office: string, queue: Queue, limit: number, after?: QueuePosition): Promise<readonly StoredHead[]>;
  /** How many stand on a list with a legal day up to `through`, counted up to `limit`. */
  countQueue(office: string, queue: Queue, through: string, limit: number): Promise<number>;
  /** Claims of an office with a queja that waits, by the day it counts from, after a place on that list. */
  withQuejas(office: string, limit: number, after?: string): Promise<readonly { claimId: string; place: string }[]>;
  /** Puts a claim on the list of quejas by the day one counts from, or takes it off. */
  listQueja(head: CaseHead, filedOn: string | undefined): Write;
  /** Documents of an office that wait for a signature, or for a second look at one, after a place on that list. */
  toSign(office: string, waitsFor: WaitingFor, limit: number, after?: ToSignPosition): Promise<readonly ToSign[]>;
  /** Lists what waits in a case, and no more of it. */
  listToSign(file: CaseFile, waiting: readonly ToSign[]): readonly Write[];
  /** Takes documents that nobody checked off the clerk's list: their claim acted on them. What was checked stays. */
  takeSubmissions(submissionIds: readonly string[], code: string, now: string): Promise<readonly Write[]>;
  /** Visits of an inspector on a day, in order. */
  agenda(inspector: string, day: string): Promise<readonly StoredVisit[]>;
  noticeWrite(noticeKey: string, claimId: string, noticeId: string): Write;
  /** Notes of what a message was sent. */
  messageWrite(messageId: string, place: MessagePlace, now: string): Write;
  /** Plans a visit; one that shares another is noted in the case of that one too. */
  planVisit(visit: StoredVisit): readonly Write[];
  /** Gives a visit to an inspector; its condition refuses when somebody has it. */
  assignVisit(visit: StoredVisit, inspector: { sub: string; name: string }): Write;
  /** Gives a visit another day; its condition refuses when it was reported or moved meanwhile. */
  moveVisit(visit: StoredVisit, to: PlannedVisit): Write;
  /** Marks a visit as reported; its condition refuses when it was. */
  reportVisit(visit: StoredVisit, reportedAt: string): Write;
  /** Saves a draft in the place of the one that was read, if any; its condition refuses when another was saved meanwhile. */
  saveDraft(claimId: string, draft: ResolutionDraft, before: ResolutionDraft | undefined): Write;
  /** Throws a draft away; its condition refuses when another was saved since it was read. */
  dropDraft(claimId: string, draft: ResolutionDraft): Write;
}

export interface QueuePosition {
  readonly dueOn: string;
  readonly claimId: string;
}

/** Who takes a mail for spam may say so months later. */
const messageDays = 365;
const farAway = "9999-12-31";

const storedRisk = z.object({
  clock: z.string(),
  endsOn: z.string(),
  lastDay: z.string(),
  from: z.string(),
  reason: z.string(),
});

const storedHead = z.object({
  claimId: z.string(),
  code: z.string(),
  office: z.string(),
  supplyCode: z.string(),
  claimType: z.string(),
  channel: z.string(),
  filedAt: z.string(),
  filedOn: z.string(),
  claimantName: z.string(),
  owner: z.object({ sub: z.string(), name: z.string(), extension: z.string() }).optional(),
  steps: z.array(
    z.object({
      from: z.string(),
      state: z.string(),
      since: z.string(),
      queue: z.string(),
      dueOn: z.string().optional(),
      calendar: z.string().optional(),
    }),
  ),
  awaits: z
    .array(
      z.object({
        from: z.string(),
        acts: z.array(
          z.object({
            act: z.enum(awaitedActs),
            asked: z.literal(true).optional(),
            on: z.string().optional(),
            until: z.string().optional(),
            since: z.string().optional(),
          }),
        ),
      }),
    )
    .optional(),
  receipts: z.array(z.object({ number: z.string(), period: z.string() })),
  hold: z.object({ held: z.boolean(), version: z.number() }),
  freed: z.array(z.string()).optional(),
  risk: storedRisk.optional(),
  copyRisk: storedRisk.optional(),
  alerts: z.array(z.string()).optional(),
  reminded: z.array(z.string()).optional(),
  hearing: z.object({ on: z.string(), at: z.string(), lacks: z.string().optional() }).optional(),
  lapseNotified: z.string().optional(),
  attachmentSince: z.string().optional(),
  appointmentsWait: z
    .object({
      giveBy: z.string(),
      sameAs: z.object({ claimId: z.string(), code: z.string() }).optional(),
      sameDay: z.number().optional(),
    })
    .optional(),
  adjusted: z.array(z.string()).optional(),
  version: z.number(),
  chainHead: z.string(),
});

const visitOf = (item: unknown): StoredVisit => storedVisit.parse(item) as unknown as StoredVisit;

const headOf = (item: unknown): StoredHead => storedHead.parse(item) as unknown as StoredHead;

const storedEnvelope = z.object({
  seq: z.number(),
  type: z.string(),
  at: z.string(),
  by: z.record(z.string(), z.unknown()),
  contentHash: z.string(),
  previous: z.string(),
  writeKey: z.string().optional(),
  writeHash: z.string().optional(),
});

const storedVisit = z.object({
  claimId: z.string(),
  inspectionId: z.string(),
  on: z.string(),
  from: z.string(),
  to: z.string(),
  late: z.boolean(),
  zone: z.string(),
  shares: z.object({ claimId: z.string(), inspectionId: z.string() }).optional(),
  inspector: z.object({ sub: z.string(), name: z.string() }).optional(),
  reportedAt: z.string().optional(),
});

const storedServed = z.object({ of: z.string(), claimId: z.string(), inspectionId: z.string() });

const storedDraft = z.object({
  outcome: z.enum(resolutionOutcomes),
  decision: z.string(),
  reasons: z.string(),
  months: z.array(
    z.object({
      receiptNumber: z.string(),
      outcome: z.enum(resolutionOutcomes).optional(),
      correctedM3: z.number().optional(),
      departure: z.string().optional(),
    }),
  ),
  savedAt: z.string(),
  by: z.string(),
});

/** Where a claim stands on its list: by its legal day as of the last write or sweep, without one after all that have it. */
export function queuePositionOf({ steps, claimId }: CaseHead): QueuePosition {
  return { dueOn: steps[0]?.dueOn ?? farAway, claimId };
}

const orderOf = ({ dueOn, claimId }: QueuePosition): string => `${dueOn}#${claimId}`;

/**
 * Where a claim stands in the index by queue: by how it is at the write. What is over stands among what is kept, by the day
 * it ended, once that was told.
 */
function placeInQueue(head: CaseHead): Record<string, string> {
  const [now] = head.steps;
  if (!now) return {};
  if (now.queue === "over" && (now.state !== "not-filed" || head.lapseNotified === now.state))
    return { queueKey: queueKeyOf(head.office, "claims-over"), queueOrder: `${now.since}#${head.claimId}` };
  return { queueKey: queueKeyOf(head.office, now.queue), queueOrder: orderOf(queuePositionOf(head)) };
}

function headItem(head: CaseHead, version: number, chainHead: string): Record<string, unknown> {
  return {
    ...headKeyOf(head.claimId),
    ...head,
    version,
    chainHead,
    supplyKey: head.supplyCode,
    ...placeInQueue(head),
  };
}

const storedNumber = z.union([
  z.object({ claimId: z.string() }).transform(({ claimId: id }): Numbered => ({ what: "claim", id })),
  z.object({ problemId: z.string() }).transform(({ problemId: id }): Numbered => ({ what: "problem", id })),
  z.object({ submissionId: z.string() }).transform(({ submissionId: id }): Numbered => ({ what: "submission", id })),
  z.object({ observationId: z.string() }).transform(({ observationId: id }): Numbered => ({ what: "observation", id })),
]);

export function openCaseFiles(table: Table): CaseFiles {
  const { client, name } = table;
  const put = (Item: Record<string, unknown>, condition?: string): Write => ({
    Put: { TableName: name, Item, ...(condition !== undefined && { ConditionExpression: condition }) },
  });
  const putNew = (Item: Record<string, unknown>): Write => newItem(table, Item);
  const get = async (Key: object): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { ...Key }, ConsistentRead: true }));
    return Item;
  };
  const numbered = async (code: string): Promise<Numbered | undefined> => {
    const item = await get(codeKeyOf(code));
    return item && storedNumber.parse(item);
  };

  /** The entries of one append: envelopes that chain on, contents, and the outbox's mark. */
  const entriesOf = (claimId: string, chainHead: string, { events, write, published }: Append) => {
    let previous = chainHead;
    const writes: Write[] = [];
    for (const [index, event] of events.entries()) {
      const { envelope, content, hash } = sealed(event, previous);
      const last = index === events.length - 1;
      writes.push(
        putNew({
          ...envelopeKeyOf(claimId, event.seq),
          ...envelope,
          claimId,
          ...(last && write && { writeKey: write.key, writeHash: write.contentHash }),
          ...(published.has(event.type) && {
            undeliveredShard: String(event.seq % outboxShards),
            undeliveredAt: event.recordedAt,
          }),
        }),
        put({ ...contentKeyOf(claimId, event.seq), salt: content.salt, event: JSON.stringify(content.event) }),
        ...entryIndexWrites(name, claimId, event),
      );
      previous = hash;
    }
    return { writes, chainHead: previous };
  };

  /** Notes the chain on the day that its last entry was recorded. */
  const chainOf = ({ code }: CaseHead, { events }: Append, version: number, chainHead: string): readonly Write[] => {
    const recordedAt = events.at(-1)?.recordedAt;
    return recordedAt === undefined ? [] : [chainWrite(name, { claimCode: code, version, chainHead }, recordedAt)];
  };

  const transacted = async (own: readonly Write[], also: readonly Write[]): Promise<Appended> => {
    const result = await transact(client, [...own, ...also]);
    if (result.done) return "appended";
    if (result.refused.some((at) => at < own.length)) return "stale";
    return { refused: result.refused.map((at) => at - own.length) };
  };

  const appendWrites: CaseFiles["appendWrites"] = ({ head: before }, append) => {
    const { claimId } = before;
    const entries = entriesOf(claimId, before.chainHead, append);
    const version = before.version + append.events.length;
    const head = headItem(append.head, version, entries.chainHead);
    return [
      {
        Put: {
          TableName: name,
          Item: head,
          ConditionExpression: "#version = :version AND #hold.#version = :hold",
          ExpressionAttributeNames: { "#version": "version", "#hold": "hold" },
          ExpressionAttributeValues: { ":version": before.version, ":hold": before.hold.version },
        },
      },
      ...entries.writes,
      ...chainOf(append.head, append, version, entries.chainHead),
    ];
  };

  return {
    read: async (claimId) => {
      const items: Record<string, unknown>[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: { ":pk": headKeyOf(claimId).pk },
            ConsistentRead: true,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        items.push(...Items);
        from = LastEvaluatedKey;
      } while (from);
      return caseFileOf(items);
    },
    file: async (filing) => {
      const { head, sub, write, holdKey } = filing;
      const { claimId, code, filedAt } = head;
      const entries = entriesOf(claimId, chainStart, filing);
      const own = [
        putNew({ ...codeKeyOf(code), claimId }),
        ...(write ? [requestWrite(table, write, filedAt, { claimId })] : []),
        putNew(headItem(head, filing.events.length, entries.chainHead)),
        ...entries.writes,
        putNew({ ...holdKeyOf(holdKey), claimId }),
        put({ ...monthKeyOf(head.office, head.filedOn, "CLAIM", claimId) }),
        ...(sub === undefined ? [] : [put({ ...accountKeyOf(sub, claimId), claimId, access: "filed" })]),
        ...chainOf(head, filing, filing.events.length, entries.chainHead),
      ];
      const result = await transact(client, [...own, ...filing.also]);
      if (result.done) return "appended";
      if (write && result.refused.includes(1)) return "repeated";
      if (result.refused.includes(0)) return "taken";
      return { refused: result.refused.map((at) => at - own.length) };
    },
    append: (before, append) => transacted(appendWrites(before, append), append.also),
    appendWrites,
    refresh: async ({ head: before }, head, also) => {
      const own = {
        Put: {
          TableName: name,
          Item: headItem(head, before.version, before.chainHead),
          ConditionExpression: "#version = :version AND steps[0].#from = :from",
          ExpressionAttributeNames: { "#version": "version", "#from": "from" },
          ExpressionAttributeValues: { ":version": before.version, ":from": before.steps[0]?.from },
        },
      };
      return (await transacted([own], also)) === "appended";
    },
    numbered,
    claimOfCode: async (code) => {
      const found = await numbered(code);
      return found?.what === "claim" ? found.id : undefined;
    },
    claimOfRequest: async (key) => {
      const item = await findByIdempotencyKey(table, key);
      // A key that filed a document and not a claim: whatever is sent with it, it was used for something else.
      const elsewhere = { claimId: "", contentHash: "" };
      return item && z.object({ claimId: z.string(), contentHash: z.string() }).catch(elsewhere).parse(item);
    },
    claimOfNotice: async (noticeKey) => {
      const item = await get(noticeKeyOf(noticeKey));
      return item && z.object({ claimId: z.string(), noticeId: z.string() }).parse(item);
    },
    claimOfHold: async (holdKey) => {
      const item = await get(holdKeyOf(holdKey));
      return item && z.object({ claimId: z.string() }).parse(item).claimId;
    },
    placeOfMessage: async (messageId) => {
      const item = await get(messageKeyOf(messageId));
      return item && messagePlace.parse(item);
    },
    mayOpen: async (sub, claimId) => (await get(accountKeyOf(sub, claimId))) !== undefined,
    grant: async (sub, claimId) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { ...accountKeyOf(sub, claimId) },
          UpdateExpression: "SET claimId = :claimId, #access = if_not_exists(#access, :opened)",
          ExpressionAttributeNames: { "#access": "access" },
          ExpressionAttributeValues: { ":claimId": claimId, ":opened": "opened" },
        }),
      );
    },
    ofAccount: (sub, limit, before) => accountPage(table, sub, "CLAIM", limit, before),
    ofSupply: async (supplyCode, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "bySupply",
          KeyConditionExpression: "supplyKey = :supply",
          ExpressionAttributeValues: { ":supply": supplyCode },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map((item) => z.object({ claimId: z.string() }).parse(item).claimId);
    },
    heads: async (claimIds) => {
      const heads = (await itemsOf({ client, name }, claimIds.map(headKeyOf))).map(headOf);
      const found = new Map(heads.map((head) => [head.claimId, head]));
      return claimIds.flatMap((claimId) => found.get(claimId) ?? []);
    },
    inQueue: async (office, queue, limit, after) => {
      const items = await queuePage(table, office, queue, limit, after && orderOf(after));
      return items.map(headOf);
    },
    countQueue: async (office, queue, through, limit) => {
      let counted = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const { Count = 0, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: name,
            IndexName: "byQueue",
            KeyConditionExpression: "queueKey = :queue AND queueOrder < :through",
            ExpressionAttributeValues: { ":queue": queueKeyOf(office, queue), ":through": `${through}#~` },
            Select: "COUNT",
            Limit: limit - counted,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        counted += Count;
        from = LastEvaluatedKey;
      } while (from && counted < limit);
      return counted;
    },
    withQuejas: async (office, limit, after) => {
      const items = await queuePage(table, office, "quejas", limit, after);
      return items.map((item) => {
        const { claimId, queueOrder: place } = z.object({ claimId: z.string(), queueOrder: z.string() }).parse(item);
        return { claimId, place };
      });
    },
    listQueja: ({ claimId, office }, filedOn) => ({
      Update: {
        TableName: name,
        Key: { ...quejaKeyOf(claimId) },
        ...(filedOn === undefined
          ? { UpdateExpression: "REMOVE queueKey, queueOrder" }
          : {
              UpdateExpression: "SET claimId = :claimId, queueKey = :queue, queueOrder = :order",
              ExpressionAttributeValues: {
                ":claimId": claimId,
                ":queue": queueKeyOf(office, "quejas"),
                ":order": `${filedOn}#${claimId}`,
              },
            }),
      },
    }),
    toSign: (office, waitsFor, limit, after) => listToSign({ client, name }, office, waitsFor, limit, after),
    listToSign: ({ head, toSign = [] }, waiting) => toSignWrites(name, head.office, toSign, waiting),
    takeSubmissions: async (submissionIds, code, now) => {
      const submissions = openSubmissions(table);
      const waiting = (await submissions.named(submissionIds)).filter(({ state }) => state === "presented");
      const entry = { type: "taken", at: now, by: "case", to: code } as const;
      return waiting.flatMap((submission) =>
        submissions.step(submission, { entry, set: { state: "received", receivedAt: now } }),
      );
    },
    agenda: async (inspector, day) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byAgenda",
          KeyConditionExpression: "agendaKey = :agenda",
          ExpressionAttributeValues: { ":agenda": `${inspector}#${day}` },
        }),
      );
      return Items.map(visitOf);
    },
    noticeWrite: (noticeKey, claimId, noticeId) => putNew({ ...noticeKeyOf(noticeKey), claimId, noticeId }),
    messageWrite: (messageId, place, now) =>
      put({
        ...messageKeyOf(messageId),
        ...place,
        expiresAt: Math.floor(Date.parse(now) / 1000) + messageDays * 86_400,
      }),
    planVisit: (visit) => {
      const { claimId, inspectionId, shares } = visit;
      const own = putNew({ ...visitKeyOf(claimId, inspectionId), ...visit });
      if (!shares) return [own];
      const { inspectionId: of } = shares;
      return [own, putNew({ ...servedKeyOf(shares.claimId, of, claimId), of, claimId, inspectionId })];
    },
    assignVisit: (visit, inspector) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression: "SET inspector = :inspector, agendaKey = :agenda, agendaOrder = :order",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(inspector)",
        ExpressionAttributeValues: {
          ":inspector": inspector,
          ":agenda": `${inspector.sub}#${visit.on}`,
          ":order": `${visit.from}#${visit.inspectionId}`,
        },
      },
    }),
    moveVisit: (visit, { on, from, to, late }) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression: `SET #on = :on, #from = :from, #to = :to, late = :late${
          visit.inspector ? ", agendaKey = :agenda, agendaOrder = :order" : ""
        }`,
        ConditionExpression: `#on = :before AND attribute_not_exists(reportedAt) AND ${
          visit.inspector ? "attribute_exists" : "attribute_not_exists"
        }(inspector)`,
        ExpressionAttributeNames: { "#on": "on", "#from": "from", "#to": "to" },
        ExpressionAttributeValues: {
          ":on": on,
          ":from": from,
          ":to": to,
          ":late": late,
          ":before": visit.on,
          ...(visit.inspector && {
            ":agenda": `${visit.inspector.sub}#${on}`,
            ":order": `${from}#${visit.inspectionId}`,
          }),
        },
      },
    }),
    reportVisit: (visit, reportedAt) => ({
      Update: {
        TableName: name,
        Key: { ...visitKeyOf(visit.claimId, visit.inspectionId) },
        UpdateExpression: "SET reportedAt = :at",
        ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(reportedAt)",
        ExpressionAttributeValues: { ":at": reportedAt },
      },
    }),
    saveDraft: (claimId, draft, before) => ({
      Put: {
        TableName: name,
        Item: { pk: headKeyOf(claimId).pk, sk: "DRAFT", ...draft },
        ConditionExpression: before ? "savedAt = :before" : "attribute_not_exists(pk)",
        ...(before && { ExpressionAttributeValues: { ":before": before.savedAt } }),
      },
    }),
    dropDraft: (claimId, { savedAt }) => ({
      Delete: {
        TableName: name,
        Key: { pk: headKeyOf(claimId).pk, sk: "DRAFT" },
        ConditionExpression: "savedAt = :savedAt",
        ExpressionAttributeValues: { ":savedAt": savedAt },
      },
    }),
  };
}

/** A case file from the items of its partition; nothing when the partition is empty. */
function caseFileOf(items: readonly Record<string, unknown>[]): CaseFile | undefined {
  const at = (prefix: string) => items.filter(({ sk }) => typeof sk === "string" && sk.startsWith(prefix));
  const [head] = at("HEAD");
  if (!head) return undefined;
  const envelopes = at("E#").map((item) => storedEnvelope.parse(item));
  const [draft] = at("DRAFT");
  return {
    head: headOf(head),
    events: at("C#").map(({ event }) => JSON.parse(z.string().parse(event)) as CaseEvent),
    salts: at("C#").map(({ salt }) => z.string().parse(salt)),
    envelopes: envelopes.map(({ writeKey: _, writeHash: __, ...envelope }) => envelope as unknown as Envelope),
    marks: envelopes.flatMap(({ seq, writeKey, writeHash }) =>
      writeKey === undefined ? [] : [{ seq, key: writeKey, contentHash: writeHash ?? "" }],
    ),
    visits: at("V#").map(visitOf),
    served: at("W#").map((item) => storedServed.parse(item)),
    toSign: at("SIGN#").flatMap(toSignOf),
    ...(draft && { draft: storedDraft.parse(draft) }),
  };
}
