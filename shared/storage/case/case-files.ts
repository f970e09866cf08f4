import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type CaseEvent,
  type CaseEventType,
  entriesOf as entriesIn,
  lastEntry,
} from "../../domain/case/case-events.ts";
import { claimantOf } from "../../domain/claim/claimant-contact.ts";
import type { CopyByPost } from "../../domain/delivery/copies-by-post.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { listedCopiesWrite } from "../case-copy/copy-list.ts";
import { chainWrite } from "../check/changed-chains.ts";
import { traceMark } from "../check/trace.ts";
import { type ConciliationNotes, conciliationNotesOf } from "../conciliation/conciliation-notes.ts";
import { filedTermWrites, telephoneTermWrites } from "../counter/filed-terms.ts";
import { itemsFrom, newItem, type Table, transact, type Write } from "../dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "../idempotency-records.ts";
import { type MessagePlace, messageItem, messagePlaceOf } from "../message-places.ts";
import { listedQuejaWrite } from "../recourse/queja-list.ts";
import { draftOf, type ResolutionDraft } from "../resolution/resolution-drafts.ts";
import { type ToSign, toSignOf, toSignWrites } from "../resolution/signature-list.ts";
import { entryIndexWrites } from "../seal/verification-index.ts";
import { envelopeOf } from "../stored-envelope.ts";
import { openSubmissions } from "../submission/submissions.ts";
import { type AskedOverride, listedOverrideWrite } from "../value/override-list.ts";
import { type ServedVisit, type StoredVisit, servedOf, visitOf } from "../visit/visits.ts";
import { chainStart, type Envelope, sealed } from "./case-chain.ts";
import { type CaseHead, headItem, headOf, headsOf, type StoredHead } from "./case-head.ts";
import {
  accountKeyOf,
  codeKeyOf,
  contentKeyOf,
  envelopeKeyOf,
  envelopePrefix,
  headKeyOf,
  holdKeyOf,
  messageKeyOf,
  monthKeyOf,
  noticeKeyOf,
  outboxShards,
  replacedKeyOf,
  secretDigest,
  toSignKeyOf,
} from "./claim-keys.ts";
import { packed, unpacked } from "./packed.ts";

/**
 * What a number of the office names: a claim, a request for attention, a document, or an entry of the observation book.
 */
export interface Numbered {
  readonly what: "claim" | "problem" | "submission" | "observation";
  readonly id: string;
}

/** A whole case file, read at once. */
export interface CaseFile {
  readonly head: StoredHead;
  readonly events: readonly CaseEvent[];
  /** The chain, one envelope per entry. */
  readonly envelopes: readonly Envelope[];
  /** One salt for each entry, in the order of the entries: its content was hashed with it. */
  readonly salts: readonly string[];
  /** The writes that made entries: each with the last entry it made and the hash of what was sent. */
  readonly marks: readonly (WriteMark & { readonly seq: number })[];
  readonly visits: readonly StoredVisit[];
  readonly served: readonly ServedVisit[];
  readonly draft?: ResolutionDraft | undefined;
  /** Shown to nobody who decides or signs. */
  readonly conciliation?: ConciliationNotes | undefined;
  /** Its documents on the lists of what waits for a signature, as the last write left them. */
  readonly toSign?: readonly ToSign[] | undefined;
}

/** New entries of a case, its head after them, and in `also` the writes that are made with them or not at all. */
export interface Append {
  readonly events: readonly CaseEvent[];
  readonly head: CaseHead;
  readonly write?: WriteMark | undefined;
  /** Entry types whose recording must reach a queue: they stay in the outbox until the relay has published them. */
  readonly published: ReadonlySet<CaseEventType>;
  readonly also: readonly Write[];
}

/** `stale`: somebody wrote first. `refused`: the indexes in `also` of the writes whose condition did not hold. */
export type Appended = "appended" | "stale" | { readonly refused: readonly number[] };

export interface NewCase extends Append {
  /** The account it belongs to; absent for a claim taken by telephone or at the counter. */
  readonly sub?: string | undefined;
  readonly holdKey: string;
}

/** The case files: read whole, appended to, never edited. */
export interface CaseFiles {
  /**
   * Returns a case as its last write left it. With `recent`, for half the units, what was written in the last moments
   * may be missing; a case that is not there or not whole then is read as without it.
   */
  read(claimId: string, how?: "recent"): Promise<CaseFile | undefined>;
  /**
   * Returns a case that was read as `before` as its last write left it, without reading its first entries again. Its
   * draft is read again only if entries came.
   */
  caughtUp(before: CaseFile): Promise<CaseFile | undefined>;
  /**
   * Makes a new case with all its writes and returns it, or writes nothing. Returns `repeated` if its write key was
   * used before. Else returns `taken` if its code was used before. Else returns `refused` with the positions in `also`
   * of the writes whose condition did not hold; with none if other transactions kept conflicting.
   */
  file(filing: NewCase): Promise<CaseFile | Exclude<Appended, "appended"> | "taken" | "repeated">;
  /**
   * Appends to the case that was read as `before`, or writes nothing. Returns the case after it, which is not read
   * again unless a write in `also` changed one of its items in place. Returns `stale` if somebody wrote in the case
   * since. Else returns `refused` if conditions in `also` did not hold, with no positions if other transactions kept
   * conflicting.
   */
  append(before: CaseFile, append: Append): Promise<CaseFile | Exclude<Appended, "appended">>;
  /**
   * Returns the writes of an append without those in `also`, to be made in one transaction with another case's. They
   * are refused if somebody wrote in the case since it was read.
   */
  appendWrites(before: CaseFile, append: Append): readonly Write[];
  /**
   * Replaces the head of a case after time alone changed its state, without a new entry: `head` says when
   * (`refreshedAt`). Makes `also` in the same
   * transaction. Returns `false`, with nothing written, if somebody wrote in the case or refreshed it first, or if a
   * write in `also` was refused.
   */
  refresh(before: CaseFile, head: CaseHead, also: readonly Write[]): Promise<boolean>;
  /** Returns what a number of the office names, whichever store keeps it; undefined if it names nothing. */
  numbered(code: string): Promise<Numbered | undefined>;
  claimOfCode(code: string): Promise<string | undefined>;
  /**
   * Returns the claim that a write with this key filed, and the hash of what was sent. Both are empty strings if the
   * key made something other than a claim. Returns undefined if the key was not used.
   */
  claimOfRequest(key: string): Promise<{ claimId: string; contentHash: string } | undefined>;
  claimOfNotice(noticeKey: string): Promise<{ claimId: string; noticeId: string } | undefined>;
  claimOfHold(holdKey: string): Promise<string | undefined>;
  /** Returns what a message was sent for, by the id its provider gave it; known for a year. */
  placeOfMessage(messageId: string): Promise<MessagePlace | undefined>;
  /**
   * Returns the heads of claims in the order of the ids, leaving out claims that do not exist. With `recent`, for half
   * the units, what was written in the last moments may be missing.
   */
  heads(claimIds: readonly string[], how?: "recent"): Promise<readonly StoredHead[]>;
  /**
   * Returns the write that puts a claim on the list of quejas, ordered by `filedOn`. If `filedOn` is undefined, the
   * write takes the claim off the list.
   */
  listQueja(head: CaseHead, filedOn: string | undefined): Write;
  /**
   * Returns the write after which the list of copies to post has, of this case, exactly `copies` to the address `to`.
   */
  listCopies(head: CaseHead, to: string, copies: readonly CopyByPost[]): Write;
  /** Returns the write that puts the case on the list of overrides asked for, or takes it off without `asked`. */
  listOverride(head: CaseHead, asked?: AskedOverride): Write;
  /** Returns the writes after which the lists of signatures show, of this case, exactly the documents `waiting`. */
  listToSign(file: CaseFile, waiting: readonly ToSign[]): readonly Write[];
  /**
   * Returns the writes that mark submissions as `received` at `now`, because the claim with this code acted on them. A
   * submission in any other state than `presented`, or that does not exist, adds no write.
   */
  takeSubmissions(submissionIds: readonly string[], code: string, now: string): Promise<readonly Write[]>;
  noticeWrite(noticeKey: string, claimId: string, noticeId: string): Write;
  /** Returns the write after which accounts that opened the claim by another key than this one may see it no more. */
  keyWrite(claimId: string, claimKey: string): Write;
  /** Returns the write that records what a message was sent for. */
  messageWrite(messageId: string, place: MessagePlace, now: string): Write;
}

/** After every sort key of a case. */
const lastKey = "~";

const storedNumber = z.union([
  z.object({ claimId: z.string() }).transform(({ claimId: id }): Numbered => ({ what: "claim", id })),
  z.object({ problemId: z.string() }).transform(({ problemId: id }): Numbered => ({ what: "problem", id })),
  z.object({ submissionId: z.string() }).transform(({ submissionId: id }): Numbered => ({ what: "submission", id })),
  z.object({ observationId: z.string() }).transform(({ observationId: id }): Numbered => ({ what: "observation", id })),
]);

export function openCaseFiles(table: Table): CaseFiles {
  const { client, name } = table;
  const put = (Item: Record<string, unknown>): Write => ({ Put: { TableName: name, Item } });
  const putNew = (Item: Record<string, unknown>): Write => newItem(table, Item);
  const get = async (Key: object): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { ...Key }, ConsistentRead: true }));
    return Item;
  };
  const numbered = async (code: string): Promise<Numbered | undefined> => {
    const item = await get(codeKeyOf(code));
    return item && storedNumber.parse(item);
  };

  /**
   * The items of the entries of one append: envelopes chained to `chainHead`, contents, and the marks of the outbox.
   */
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
          ...traceMark(),
          ...(last && write && { writeKey: write.key, writeHash: write.contentHash }),
          ...(published.has(event.type) && {
            undeliveredShard: String(event.seq % outboxShards),
            undeliveredAt: event.recordedAt,
          }),
        }),
        put({ ...contentKeyOf(claimId, event.seq), salt: content.salt, event: packed(JSON.stringify(content.event)) }),
        ...entryIndexWrites(name, claimId, event),
      );
      previous = hash;
    }
    return { writes, chainHead: previous };
  };

  /**
   * The head with the day of its last entry, and the write that notes the claim among those changed on that day; none
   * if the head says that an earlier entry of the day noted it.
   */
  const notedOn = (head: CaseHead, { events }: Append, before?: CalendarDay) => {
    const recordedAt = events.at(-1)?.recordedAt;
    const day = recordedAt === undefined ? before : limaDay(recordedAt);
    const { claimId, code: claimCode } = head;
    return {
      head: { ...head, changedOn: day },
      chain: day === undefined || day === before ? [] : [chainWrite(name, { claimCode, claimId }, day)],
    };
  };

  /** The writes that let the desk find a claim by its code and its claimant. */
  const termsOf = ({ claimId: id, office, code, claimantName }: CaseHead, events: readonly CaseEvent[]) => {
    const claimant = lastEntry(events, "claim-filed")?.details.form.claimant;
    return filedTermWrites(table, {
      ...{ what: "claim", id, office, code, name: claimantName },
      documentNumber: claimant?.document?.number,
      telephone: claimant?.telephone,
    });
  };

  /**
   * The writes that let the desk find a claim by the telephones in new entries too; none if no entry has one. A number
   * that was replaced still finds it, as a former one: who calls may call from it, and what was said may be undone.
   */
  const newTermsOf = ({ claimId: id, office, code, claimantName }: CaseHead, { events }: CaseFile, added: Append) => {
    const given = entriesIn(added.events, "contact-changed").flatMap(({ details }) => details.telephone ?? []);
    if (given.length === 0) return [];
    const before = claimantOf(events)?.telephone ?? "";
    return telephoneTermWrites(table, office, { what: "claim", id, code, name: claimantName }, [before, ...given]);
  };

  const transacted = async (own: readonly Write[], also: readonly Write[]): Promise<Appended> => {
    const result = await transact(client, [...own, ...also]);
    if (result.done) return "appended";
    if (result.refused.some((at) => at < own.length)) return "stale";
    return { refused: result.refused.map((at) => at - own.length) };
  };

  const appendWrites: CaseFiles["appendWrites"] = (file, append) => {
    const { head: before } = file;
    const { claimId } = before;
    const entries = entriesOf(claimId, before.chainHead, append);
    const version = before.version + append.events.length;
    const { head, chain } = notedOn(append.head, append, before.changedOn);
    return [
      {
        Put: {
          TableName: name,
          Item: headItem(head, version, entries.chainHead),
          ConditionExpression: "#version = :version AND #hold.#version = :hold",
          ExpressionAttributeNames: { "#version": "version", "#hold": "hold" },
          ExpressionAttributeValues: { ":version": before.version, ":hold": before.hold.version },
        },
      },
      ...entries.writes,
      ...chain,
      ...newTermsOf(append.head, file, append),
    ];
  };

  const readAll = async (claimId: string, isConsistent: boolean): Promise<CaseFile | undefined> =>
    caseFileOf(await itemsFrom(table, headKeyOf(claimId).pk, isConsistent));
  const read: CaseFiles["read"] = async (claimId, how) => {
    const recent = how && (await readAll(claimId, false));
    return recent && isWhole(recent) ? recent : readAll(claimId, true);
  };
  const caughtUp: CaseFiles["caughtUp"] = async (before) => {
    const { claimId, version } = before.head;
    const { pk, sk } = envelopeKeyOf(claimId, version + 1);
    // The head, visits and lists sort after the envelopes.
    const rest = await itemsFrom(table, pk, true, [sk, lastKey]);
    const { version: moved } = headOf(rest.find(({ sk }) => sk === headKeyOf(claimId).sk) ?? gone(claimId));
    const isMoved = moved !== version;
    // A draft sorts between the contents and the envelopes, which were read.
    const contents = isMoved
      ? await itemsFrom(table, pk, true, [contentKeyOf(claimId, version + 1).sk, envelopePrefix])
      : [];
    const added = caseFileOf([...contents, ...rest]);
    const now = added && {
      ...added,
      draft: isMoved ? added.draft : before.draft,
      ...withEntries(before, added),
    };
    return now && isWhole(now) ? now : readAll(claimId, true);
  };

  return {
    read,
    caughtUp,
    file: async (filing) => {
      const { head, sub, write, holdKey } = filing;
      const { claimId, code, filedAt } = head;
      const entries = entriesOf(claimId, chainStart, filing);
      const noted = notedOn(head, filing);
      const own = [
        putNew({ ...codeKeyOf(code), claimId }),
        ...(write ? [requestWrite(table, write, filedAt, { claimId })] : []),
        putNew(headItem(noted.head, filing.events.length, entries.chainHead)),
        ...entries.writes,
        putNew({ ...holdKeyOf(holdKey), claimId }),
        put({ ...monthKeyOf(head.office, head.filedOn, "CLAIM", claimId) }),
        ...(sub === undefined ? [] : [put({ ...accountKeyOf(sub, claimId), claimId, access: "filed" })]),
        ...noted.chain,
        ...termsOf(head, filing.events),
      ];
      const writes = [...own, ...filing.also];
      const result = await transact(client, writes);
      if (result.done) return newCaseFile(claimId, writes) ?? gone(claimId);
      if (write && result.refused.includes(1)) return "repeated";
      if (result.refused.includes(0)) return "taken";
      return { refused: result.refused.map((at) => at - own.length) };
    },
    append: async (before, append) => {
      const own = appendWrites(before, append);
      const result = await transacted(own, append.also);
      if (result !== "appended") return result;
      const { claimId } = before.head;
      return caseFileAfter(before, [...own, ...append.also]) ?? (await read(claimId)) ?? gone(claimId);
    },
    appendWrites,
    refresh: async ({ head: before }, head, also) => {
      const { refreshedAt } = before;
      const unmoved = refreshedAt === undefined ? "attribute_not_exists(refreshedAt)" : "refreshedAt = :refreshedAt";
      const own = {
        Put: {
          TableName: name,
          Item: headItem(head, before.version, before.chainHead),
          ConditionExpression: "#version = :version AND ".concat(unmoved),
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: {
            ":version": before.version,
            ...(refreshedAt !== undefined && { ":refreshedAt": refreshedAt }),
          },
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
      // A key that made a submission and not a claim was used for something else, whatever is sent with it.
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
      return item && messagePlaceOf(item);
    },
    heads: (claimIds, how) => headsOf(table, claimIds, how),
    listQueja: (head, filedOn) => listedQuejaWrite(table, head, filedOn),
    listOverride: (head, asked) => listedOverrideWrite(table, head, asked),
    listCopies: (head, to, copies) => listedCopiesWrite(table, head, to, copies),
    listToSign: ({ head, toSign = [] }, waiting) => toSignWrites(name, head.office, toSign, waiting),
    takeSubmissions: async (submissionIds, code, now) => {
      const submissions = openSubmissions(table);
      const waiting = (await submissions.named(submissionIds)).filter(({ state }) => state === "presented");
      const entry = { type: "taken", at: now, by: "case", to: code } as const;
      return waiting.flatMap((submission) =>
        submissions.step(submission, { entry, set: { state: "received", receivedAt: now } }),
      );
    },
    noticeWrite: (noticeKey, claimId, noticeId) => putNew({ ...noticeKeyOf(noticeKey), claimId, noticeId }),
    keyWrite: (claimId, claimKey) => put({ ...replacedKeyOf(claimId), claimId, digest: secretDigest(claimKey) }),
    messageWrite: (messageId, place, now) => put(messageItem(messageId, place, now)),
  };
}

const storedContent = z.object({ event: z.string(), salt: z.string() });

/**
 * Returns the case file that the items of a claim's partition hold. The items must be in the order of `sk`. Returns
 * undefined if none of them is the head. Throws if an item cannot be parsed. Does not check the chain.
 */
export function caseFileOf(items: readonly Record<string, unknown>[]): CaseFile | undefined {
  const at = (prefix: string) => items.filter(({ sk }) => typeof sk === "string" && sk.startsWith(prefix));
  const [head] = at("HEAD");
  if (!head) return undefined;
  const envelopes = at("E#").map(envelopeOf);
  const contents = at("C#").map((item) => storedContent.parse(item));
  const [draft] = at("DRAFT");
  const [conciliation] = at("MARGIN");
  return {
    head: headOf(head),
    events: contents.map(({ event }) => JSON.parse(unpacked(event)) as CaseEvent),
    salts: contents.map(({ salt }) => salt),
    envelopes: envelopes.map(({ envelope }) => envelope),
    marks: envelopes.flatMap(({ envelope: { seq }, mark }) => (mark ? [{ seq, ...mark }] : [])),
    visits: at("V#").map(visitOf),
    served: at("W#").map(servedOf),
    toSign: at("SIGN#").flatMap(toSignOf),
    ...(draft && { draft: draftOf(draft) }),
    ...(conciliation && { conciliation: conciliationNotesOf(conciliation) }),
  };
}

function gone(claimId: string): never {
  throw new Error(`case ${claimId} is gone after it was written in`);
}

/** Returns a new case as the writes that made it leave it, without reading it; undefined if they made none. */
function newCaseFile(claimId: string, writes: readonly Write[]): CaseFile | undefined {
  const { pk } = headKeyOf(claimId);
  const items = writes.flatMap(({ Put }) => (Put?.Item?.["pk"] === pk ? [Put.Item] : []));
  // As the store keeps and orders them: without what is undefined, by their sort keys.
  const stored: Record<string, unknown>[] = JSON.parse(JSON.stringify(items));
  return caseFileOf(stored.toSorted((a, b) => (String(a["sk"]) < String(b["sk"]) ? -1 : 1)));
}

/**
 * Returns a case as `writes` leave it, without reading it; undefined if one of them does more with the case's own items
 * than to add entries and replace the head.
 */
function caseFileAfter(before: CaseFile, writes: readonly Write[]): CaseFile | undefined {
  const { pk } = headKeyOf(before.head.claimId);
  const ofCase = writes.filter((write) => pkOf(write) === pk);
  const drops = ofCase.filter(({ Delete }) => Delete?.Key?.["sk"] === "DRAFT");
  const items = ofCase.flatMap(({ Put }) =>
    Put?.Item && /^(?:HEAD|DRAFT|SIGN#|[EC]#)/.test(String(Put.Item["sk"])) ? [Put.Item] : [],
  );
  if (items.length + drops.length < ofCase.length) return undefined;
  // As the store keeps them: without what is undefined.
  const added = caseFileOf(JSON.parse(JSON.stringify(items)));
  const changed = new Set(items.map(({ sk }) => sk));
  const toSign = [
    ...(before.toSign ?? []).filter(({ claimId, seq }) => !changed.has(toSignKeyOf(claimId, seq).sk)),
    ...(added?.toSign ?? []),
  ];
  return (
    added && {
      ...before,
      toSign: toSign.toSorted((one, other) => one.seq - other.seq),
      draft: drops.length > 0 ? undefined : (added.draft ?? before.draft),
      head: added.head,
      ...withEntries(before, added),
    }
  );
}

/** Returns the entries of a case with those that came after them. */
function withEntries(before: CaseFile, added: CaseFile) {
  return {
    events: [...before.events, ...added.events],
    salts: [...before.salts, ...added.salts],
    envelopes: [...before.envelopes, ...added.envelopes],
    marks: [...before.marks, ...added.marks],
  };
}

/** Whether a case was read with just the entries that its head counts. */
function isWhole({ head: { version }, events, envelopes }: CaseFile): boolean {
  return events.length === version && envelopes.length === version;
}

/** Returns the partition key of the item that a write changes or checks. */
function pkOf({ Put, Update, Delete, ConditionCheck }: Write): unknown {
  return (Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key)?.["pk"];
}
