import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { documentKinds, type OfficeDocument } from "../domain/case-events.ts";
import { type Paper, paperStates } from "../domain/claim-form.ts";
import { type FilingKind, type FilingState, filingKinds, filingStates } from "../domain/filing.ts";
import type { WriteMark } from "./case-files.ts";
import { codeKeyOf, queueKeyOf, requestKeyOf } from "./claim-keys.ts";
import { itemsOf, type Table, transact, type Write } from "./dynamodb.ts";
import { indexWrites } from "./verification-index.ts";

/** A document of the document desk. */
export interface FilingRecord {
  readonly filingId: string;
  readonly number: string;
  readonly kind: FilingKind;
  readonly subject: string;
  readonly text: string;
  readonly presenter: string;
  /** The account it is of; absent for a claimant without one, whose words staff wrote down. */
  readonly sub?: string | undefined;
  readonly office: string;
  readonly presentedAt: string;
  readonly filedOn: string;
  readonly answerBy?: string | undefined;
  readonly state: FilingState;
  readonly remark?: string | undefined;
  readonly remedyBy?: string | undefined;
  readonly receivedAt?: string | undefined;
  readonly claim?: { readonly claimId: string; readonly code: string } | undefined;
  readonly papers: readonly Paper[];
  readonly cargo?: OfficeDocument | undefined;
}

/** What a clerk's check makes of a filing. */
export type FilingCheck = Pick<FilingRecord, "state" | "remark" | "remedyBy" | "receivedAt" | "claim">;

/** Documents filed at the document desk: an account's own, and the clerk's queue. */
export interface Filings {
  /** The writes that file a document: its number, itself, its account, its key where it has one of its own. */
  file(filing: FilingRecord, write?: WriteMark): readonly Write[];
  find(filingId: string): Promise<FilingRecord | undefined>;
  ofRequest(key: string): Promise<{ filingId: string; contentHash: string } | undefined>;
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly FilingRecord[]>;
  /** Still to be checked, the oldest first. */
  toCheck(
    office: string,
    limit: number,
    after?: { presentedAt: string; filingId: string },
  ): Promise<readonly FilingRecord[]>;
  /** Records the clerk's check; refuses when somebody checked it. */
  check(filing: FilingRecord, check: FilingCheck): Write;
  /** Adds the cargo once it is made; again changes nothing. */
  addCargo(filingId: string, cargo: OfficeDocument): Promise<void>;
  /** Records what the check of a paper found. */
  settlePaper(filingId: string, documentId: string, state: "received" | "refused"): Promise<void>;
}

const stored = z.object({
  filingId: z.string(),
  number: z.string(),
  kind: z.enum(filingKinds),
  subject: z.string(),
  text: z.string(),
  presenter: z.string(),
  sub: z.string().optional(),
  office: z.string(),
  presentedAt: z.string(),
  filedOn: z.string(),
  answerBy: z.string().optional(),
  state: z.enum(filingStates),
  remark: z.string().optional(),
  remedyBy: z.string().optional(),
  receivedAt: z.string().optional(),
  claim: z.object({ claimId: z.string(), code: z.string() }).optional(),
  papers: z.array(
    z.object({
      documentId: z.string(),
      fileName: z.string(),
      contentType: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
      state: z.enum(paperStates),
    }),
  ),
  cargo: z
    .object({
      documentId: z.string(),
      kind: z.enum(documentKinds),
      fileName: z.string(),
      sizeBytes: z.number(),
      sha256: z.string(),
      verificationCode: z.string(),
    })
    .optional(),
});

const keptDays = 90;
const keyOf = (filingId: string) => ({ pk: `FILING#${filingId}`, sk: "FILING" });

export function openFilings({ client, name }: Table): Filings {
  const find = async (filingId: string): Promise<FilingRecord | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(filingId), ConsistentRead: true }));
    return Item && stored.parse(Item);
  };
  const put = (Item: Record<string, unknown>): Write => ({
    Put: { TableName: name, Item, ConditionExpression: "attribute_not_exists(pk)" },
  });
  return {
    find,
    file: (filing, write) => [
      put({ ...codeKeyOf(filing.number), filingId: filing.filingId }),
      put({
        ...keyOf(filing.filingId),
        ...filing,
        queueKey: queueKeyOf(filing.office, "document-desk"),
        queueOrder: `${filing.presentedAt}#${filing.filingId}`,
        // A recourse is told by its claim's own entry.
        ...(filing.kind === "document" && { undeliveredShard: "0", undeliveredAt: filing.presentedAt }),
      }),
      ...(filing.sub === undefined
        ? []
        : [put({ pk: `ACCOUNT#${filing.sub}`, sk: `FILING#${filing.filingId}`, filingId: filing.filingId })]),
      ...(write
        ? [
            put({
              ...requestKeyOf(write.key),
              filingId: filing.filingId,
              contentHash: write.contentHash,
              expiresAt: Math.floor(Date.parse(filing.presentedAt) / 1000) + keptDays * 86_400,
            }),
          ]
        : []),
    ],
    ofRequest: async (key) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: { ...requestKeyOf(key) }, ConsistentRead: true }),
      );
      // A key that made a claim has no filing; its content tells that it is another write.
      return Item && z.object({ filingId: z.string().default(""), contentHash: z.string() }).parse(Item);
    },
    ofAccount: async (sub, limit, before) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
          ExpressionAttributeValues: {
            ":pk": `ACCOUNT#${sub}`,
            ":first": "FILING#",
            ":last": before === undefined ? "FILING#~" : `FILING#${before}`,
          },
          ScanIndexForward: false,
          Limit: limit + 1,
        }),
      );
      const ids = Items.map((item) => z.object({ filingId: z.string() }).parse(item).filingId)
        .filter((filingId) => filingId !== before)
        .slice(0, limit);
      const found = (await itemsOf({ client, name }, ids.map(keyOf))).map((item) => stored.parse(item));
      return ids.flatMap((id) => found.find(({ filingId }) => filingId === id) ?? []);
    },
    toCheck: async (office, limit, after) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byQueue",
          KeyConditionExpression: after ? "queueKey = :queue AND queueOrder > :after" : "queueKey = :queue",
          ExpressionAttributeValues: {
            ":queue": queueKeyOf(office, "document-desk"),
            ...(after && { ":after": `${after.presentedAt}#${after.filingId}` }),
          },
          Limit: limit,
        }),
      );
      return Items.map((item) => stored.parse(item));
    },
    check: (filing, check) => {
      const fields = Object.entries(check).filter(([, value]) => value !== undefined);
      return {
        Update: {
          TableName: name,
          Key: keyOf(filing.filingId),
          UpdateExpression: `SET ${fields.map((_, at) => `#f${at} = :f${at}`).join(", ")} REMOVE queueKey, queueOrder`,
          ConditionExpression: "#state = :presented",
          ExpressionAttributeNames: {
            "#state": "state",
            ...Object.fromEntries(fields.map(([field], at) => [`#f${at}`, field])),
          },
          ExpressionAttributeValues: {
            ":presented": "presented",
            ...Object.fromEntries(fields.map(([, value], at) => [`:f${at}`, value])),
          },
        },
      };
    },
    addCargo: async (filingId, cargo) => {
      // Refused where it has one already: what was made now is named by nobody.
      await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(filingId),
            UpdateExpression: "SET cargo = :cargo",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(cargo)",
            ExpressionAttributeValues: { ":cargo": cargo },
          },
        },
        ...indexWrites(name, cargo, { filingId }),
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
