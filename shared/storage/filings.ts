import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OfficeDocument } from "../domain/case-events.ts";
import {
  type CheckedState,
  type Paper,
  type PersonDocument,
  paperStates,
  personDocumentKinds,
} from "../domain/claim-form.ts";
import {
  type FilingChannel,
  type FilingDocumentName,
  type FilingEntry,
  type FilingKind,
  type FilingList,
  type FilingState,
  filingChannels,
  filingEntryTypes,
  filingKinds,
  filingProofs,
  filingStates,
  isActOfClaim,
  isToBeTold,
  type LetterSender,
  letterSenders,
  type MailReturn,
  mailReturns,
  type PresenterStanding,
  powerKinds,
} from "../domain/filing.ts";
import { accountPage } from "./account-list.ts";
import { codeKeyOf, monthKeyOf, queueKeyOf } from "./claim-keys.ts";
import { itemsOf, newItem, type Table, transact, type Write } from "./dynamodb.ts";
import { madeBy, requestWrite, type WriteMark } from "./made-requests.ts";
import { officeDocument } from "./office-document.ts";
import { toldSince } from "./outbox.ts";
import { queuePage } from "./queue-page.ts";
import { indexWrites } from "./verification-index.ts";

/** A document of the document desk. */
export interface FilingRecord {
  readonly filingId: string;
  readonly number: string;
  readonly kind: FilingKind;
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
  readonly channel: FilingChannel;
  /** The account it is of; absent for a claimant without one, whose words staff wrote down. */
  readonly sub?: string | undefined;
  /** Who of the staff registered it for its person, when, and why so late. */
  readonly registered?: { readonly by: string; readonly at: string; readonly reason?: string | undefined } | undefined;
  readonly office: string;
  readonly presentedAt: string;
  readonly filedOn: string;
  /** The last day to answer it, by the law or by what its letter says. */
  readonly answerBy?: string | undefined;
  readonly state: FilingState;
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
  readonly takenAs?: string | undefined;
  readonly letter?:
    | { readonly from: LetterSender; readonly number: string; readonly days?: number | undefined }
    | undefined;
  /** The area it was forwarded to last. */
  readonly area?: string | undefined;
  readonly answeredAt?: string | undefined;
  readonly papers: readonly Paper[];
  /** What it was presented as, where the clerk's check changed it: what its constancia says stays. */
  readonly presentedAs?: { readonly kind: FilingKind; readonly claim?: FilingRecord["claim"] } | undefined;
  /** What happened to it since it was presented, in order. */
  readonly entries: readonly FilingEntry[];
  /** How many of its facts were told by mail or message: its presentation, then its entries. */
  readonly told?: number | undefined;
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

/** A filing as it is presented: nothing happened to it yet. */
export type NewFiling = Omit<FilingRecord, "entries" | "told" | "mailReturned" | FilingDocumentName>;

/** A step of a filing: what is written down, and what it changes. A field set to `undefined` goes. */
export interface FilingStep {
  readonly entry: FilingEntry;
  readonly set?: Partial<
    Pick<
      FilingRecord,
      | "state"
      | "kind"
      | "remark"
      | "remedyBy"
      | "told"
      | "receivedAt"
      | "claim"
      | "answerBy"
      | "area"
      | "takenAs"
      | "answeredAt"
      | "presentedAs"
    >
  >;
  /** Files that join it. */
  readonly papers?: readonly Paper[];
}

/** Documents filed at the document desk: an account's own, and the clerk's lists. */
export interface Filings {
  /** The writes that file a document: its number, itself, its account, its key where it has one of its own. */
  file(filing: NewFiling, write?: WriteMark): readonly Write[];
  find(filingId: string): Promise<FilingRecord | undefined>;
  /** Those of these ids that are there, in no order. */
  named(filingIds: readonly string[]): Promise<readonly FilingRecord[]>;
  ofRequest(key: string): Promise<{ filingId: string; contentHash: string } | undefined>;
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly FilingRecord[]>;
  /** A list of the desk: what waits longest, or falls due first, first. `after` is the place of one of them. */
  listed(office: string, list: FilingList, limit: number, after?: string): Promise<readonly ListedFiling[]>;
  /** How many a list holds with a place before one, up to a limit. */
  count(office: string, list: FilingList, limit: number, before?: string): Promise<number>;
  /** The writes of a step; they refuse when another step was first. */
  step(filing: FilingRecord, step: FilingStep): readonly Write[];
  /** Adds a document once it is made; again changes nothing. */
  addDocument(filingId: string, name: FilingDocumentName, document: OfficeDocument): Promise<void>;
  /** Notes how many of its facts were told, never fewer than before, and what goes with that. */
  tell(filingId: string, told: number, also: readonly Write[]): Promise<void>;
  /** Notes that its mail came back; again, or of no filing, it changes nothing. */
  returnMail(filingId: string, returned: NonNullable<FilingRecord["mailReturned"]>): Promise<void>;
  /** Records what the check of a paper found. */
  settlePaper(filingId: string, documentId: string, state: CheckedState): Promise<void>;
}

/** A filing and its place in a list. */
export interface ListedFiling {
  readonly place: string;
  readonly filing: FilingRecord;
}

const paper = z.object({
  documentId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.enum(paperStates),
});

const stored = z.object({
  filingId: z.string(),
  number: z.string(),
  kind: z.enum(filingKinds),
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
  channel: z.enum(filingChannels).default("web"),
  sub: z.string().optional(),
  registered: z.object({ by: z.string(), at: z.string(), reason: z.string().optional() }).optional(),
  office: z.string(),
  presentedAt: z.string(),
  filedOn: z.string(),
  answerBy: z.string().optional(),
  state: z.enum(filingStates),
  remark: z.string().optional(),
  remedyBy: z.string().optional(),
  receivedAt: z.string().optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  againstDecision: z.literal(true).optional(),
  outage: z.object({ outageId: z.string(), number: z.string(), from: z.string(), to: z.string() }).optional(),
  takenAs: z.string().optional(),
  letter: z.object({ from: z.enum(letterSenders), number: z.string(), days: z.number().optional() }).optional(),
  area: z.string().optional(),
  answeredAt: z.string().optional(),
  papers: z.array(paper),
  presentedAs: z
    .object({ kind: z.enum(filingKinds), claim: z.object({ claimId: z.string(), code: z.string() }).optional() })
    .optional(),
  entries: z
    .array(
      z.object({
        type: z.enum(filingEntryTypes),
        at: z.string(),
        by: z.string(),
        text: z.string().optional(),
        to: z.string().optional(),
        effectiveAt: z.string().optional(),
        document: z.enum(filingProofs).optional(),
        papers: z.array(paper).optional(),
        write: z.object({ key: z.string(), contentHash: z.string() }).optional(),
      }),
    )
    .default([]),
  told: z.number().optional(),
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
  "to-tell": "filings-to-tell",
  observed: "filings-observed",
  "to-answer": "filings-to-answer",
  over: "filings-over",
} as const satisfies Record<FilingList, Parameters<typeof queueKeyOf>[1]>;

type Placed = Pick<
  FilingRecord,
  "filingId" | "office" | "presentedAt" | "state" | "remedyBy" | "answerBy" | "area" | "answeredAt" | "takenAs"
>;

/** Where a filing itself stands among the lists. What was observed and mended is back in its old place. */
function placeOf({ filingId, office, presentedAt, state, remedyBy }: Placed) {
  const observed = isToBeTold({ state, remedyBy }) ? "to-tell" : "observed";
  const list = state === "presented" ? "to-check" : state === "observed" ? observed : "over";
  const first = list === "observed" ? remedyBy : presentedAt;
  return { queueKey: queueKeyOf(office, queues[list]), queueOrder: `${first}#${filingId}` };
}

/** Where it stands among those to be answered, by legal day, checked or not; nowhere when nothing is owed. */
function answerPlaceOf({ filingId, office, state, answerBy, area, answeredAt, takenAs }: Placed) {
  const owed = answeredAt === undefined && takenAs === undefined && state !== "returned" && state !== "not-presented";
  if (!owed || (answerBy === undefined && area === undefined)) return undefined;
  return { queueKey: queueKeyOf(office, queues["to-answer"]), queueOrder: `${answerBy ?? noDay}#${filingId}` };
}

/** Where an observation stands in the book's month, whatever it is taken for later. */
const bookPlace = (table: Table, { filingId, office, filedOn }: NewFiling): Write =>
  newItem(table, { ...monthKeyOf(office, filedOn, "OBSERVATION", filingId) });

const made = z.object({ filingId: z.string().default(""), contentHash: z.string() });

const keyOf = (filingId: string) => ({ pk: `FILING#${filingId}`, sk: "FILING" });
const answerKeyOf = (filingId: string) => ({ pk: `FILING#${filingId}`, sk: "ANSWER" });
/** An item of a list: the filing itself, or its place among those to be answered. */
const listedItem = z.object({ filingId: z.string(), queueOrder: z.string() });

export function openFilings(table: Table): Filings {
  const { client, name } = table;
  const find = async (filingId: string): Promise<FilingRecord | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(filingId), ConsistentRead: true }));
    return Item && stored.parse(Item);
  };
  return {
    find,
    named: async (filingIds) =>
      (await itemsOf({ client, name }, [...new Set(filingIds)].map(keyOf))).map((item) => stored.parse(item)),
    file: (filing, write) => [
      newItem(table, { ...codeKeyOf(filing.number), filingId: filing.filingId }),
      newItem(table, {
        ...keyOf(filing.filingId),
        ...filing,
        ...placeOf(filing),
        // An act of a claim is told by its claim's own entry.
        ...(!isActOfClaim(filing.kind) && toldSince(filing.registered?.at ?? filing.presentedAt)),
      }),
      ...(answerPlaceOf(filing)
        ? [newItem(table, { ...answerKeyOf(filing.filingId), filingId: filing.filingId, ...answerPlaceOf(filing) })]
        : []),
      ...(filing.kind === "observation" ? [bookPlace(table, filing)] : []),
      ...(filing.sub === undefined
        ? []
        : [
            newItem(table, { pk: `ACCOUNT#${filing.sub}`, sk: `FILING#${filing.filingId}`, filingId: filing.filingId }),
          ]),
      ...(write
        ? [requestWrite(table, write, filing.registered?.at ?? filing.presentedAt, { filingId: filing.filingId })]
        : []),
    ],
    ofRequest: async (key) => made.optional().parse(await madeBy(table, key)),
    ofAccount: async (sub, limit, before) => {
      const ids = await accountPage(table, sub, "FILING", limit, before);
      const found = (await itemsOf({ client, name }, ids.map(keyOf))).map((item) => stored.parse(item));
      return ids.flatMap((id) => found.find(({ filingId }) => filingId === id) ?? []);
    },
    listed: async (office, list, limit, after) => {
      const items = await queuePage(table, office, queues[list], limit, after);
      const places = items.map((item) => listedItem.parse(item));
      // Most lists are the filings themselves; that of answers holds places, and its filings are read.
      const found =
        list === "to-answer"
          ? await itemsOf(
              { client, name },
              places.map((at) => keyOf(at.filingId)),
            )
          : items;
      const filings = new Map(found.map((item) => stored.parse(item)).map((filing) => [filing.filingId, filing]));
      return places.flatMap(({ filingId, queueOrder: place }) => {
        const filing = filings.get(filingId);
        return filing ? [{ place, filing }] : [];
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
    step: (filing, { entry, set = {}, papers = [] }) => {
      const { filingId } = filing;
      const after = { ...filing, ...set };
      const answerPlace = answerPlaceOf(after);
      const values = { ...set, ...placeOf(after), ...toldSince(entry.at) };
      return [
        stepUpdate(name, filing, { values, lists: { entries: [entry], papers } }),
        ...(answerPlace?.queueOrder === answerPlaceOf(filing)?.queueOrder
          ? []
          : [{ Update: { TableName: name, Key: answerKeyOf(filingId), ...placeUpdate(filingId, answerPlace) } }]),
        ...(after.kind === "observation" && filing.kind !== "observation" ? [bookPlace(table, filing)] : []),
      ];
    },
    addDocument: async (filingId, document, made) => {
      await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(filingId),
            UpdateExpression: "SET #document = :made",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(#document)",
            ExpressionAttributeNames: { "#document": document },
            ExpressionAttributeValues: { ":made": made },
          },
        },
        ...indexWrites(name, made, { filingId }),
      ]);
    },
    tell: async (filingId, told, also) => {
      await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(filingId),
            UpdateExpression: "SET told = :told",
            ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(told) OR told < :told)",
            ExpressionAttributeValues: { ":told": told },
          },
        },
        ...also,
      ]);
    },
    returnMail: async (filingId, returned) => {
      await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(filingId),
            UpdateExpression: "SET mailReturned = :returned",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(mailReturned)",
            ExpressionAttributeValues: { ":returned": returned },
          },
        },
      ]);
    },
    settlePaper: async (filingId, documentId, state) => {
      const filing = await find(filingId);
      const at = filing?.papers.findIndex((paper) => paper.documentId === documentId) ?? -1;
      if (at < 0) return;
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(filingId),
          UpdateExpression: `SET papers[${at}].#state = :state`,
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: { ":state": state },
        }),
      );
    },
  };
}

const placeUpdate = (filingId: string, place: ReturnType<typeof answerPlaceOf>) =>
  place === undefined
    ? { UpdateExpression: "REMOVE queueKey, queueOrder" }
    : {
        UpdateExpression: "SET filingId = :filingId, queueKey = :queue, queueOrder = :order",
        ExpressionAttributeValues: { ":filingId": filingId, ":queue": place.queueKey, ":order": place.queueOrder },
      };

interface Changes {
  readonly values: Readonly<Record<string, unknown>>;
  /** What is added at the end of lists. */
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
}

/** A change of a filing on condition that no step was taken since it was read. */
function stepUpdate(name: string, { filingId, entries }: FilingRecord, { values, lists }: Changes): Write {
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
      Key: keyOf(filingId),
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
