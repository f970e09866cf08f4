import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OfficeDocument } from "../../domain/case/issued-documents.ts";
import { fullName } from "../../domain/filing/claim-form.ts";
import type { Problem, ProblemEntry } from "../../domain/problem/problem.ts";
import { accountPage, listPage } from "../account-list.ts";
import { codeKeyOf, monthKeyOf, queueKeyOf } from "../case/claim-keys.ts";
import { undeliveredSince } from "../check/outbox.ts";
import { filedTermWrites } from "../counter/filed-terms.ts";
import { itemsOf, newItem, type Table, transact, transactOnce, type Write } from "../dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "../idempotency-records.ts";
import { queuePage } from "../queue-page.ts";
import { officeDocument } from "../seal/office-document.ts";
import { indexWrites } from "../seal/verification-index.ts";

/** A request for attention as stored, with the write marks of its entries. */
export interface StoredProblem extends Problem {
  readonly marks: readonly WriteMark[];
  readonly form?: OfficeDocument | undefined;
}

/** A request, and when it must be solved; undefined if the law gives no time. */
export interface DueProblem extends Problem {
  readonly until: string | undefined;
}

/** A request on the office's list; `place` is its position there. */
export interface WaitingProblem extends StoredProblem {
  readonly place: string;
}

export interface Problems {
  /**
   * Files a request for attention, with its code, its listings, its write key and `also`. Returns `false`, with nothing
   * written, if the code or the key was used before, a write of `also` is refused, or other transactions kept
   * conflicting.
   */
  file(problem: DueProblem, write: WriteMark, also?: readonly Write[]): Promise<boolean>;
  /** Returns the writes that file a request, without a write key: the transaction they go into has its own. */
  filedWith(problem: DueProblem): readonly Write[];
  find(problemId: string): Promise<StoredProblem | undefined>;
  /**
   * Returns at most `limit` requests about a supply, the last filed first. Those of before this list began are missing.
   */
  ofSupply(supplyCode: string, limit: number): Promise<readonly StoredProblem[]>;
  found(problemIds: readonly string[]): Promise<readonly StoredProblem[]>;
  ofRequest(key: string): Promise<{ readonly problemId: string; readonly contentHash: string } | undefined>;
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly StoredProblem[]>;
  /**
   * Returns at most `limit` requests that wait for the office, by the end of their time as the last write left it;
   * those without one come last, the oldest first. With `after`, the place of the last one seen, only those after it.
   */
  waiting(office: string, limit: number, after?: string): Promise<readonly WaitingProblem[]>;
  /**
   * Returns the write that adds an entry to a request. It is refused if another entry was written since the request was
   * read. `waits` says whether the request is on the office's list afterwards.
   */
  entry(problem: StoredProblem & DueProblem, entry: ProblemEntry, write: WriteMark, waits: boolean): Write;
  /**
   * Makes a write of `entry` alone. Returns `false`, with nothing written, if another entry was written first or other
   * transactions kept conflicting.
   */
  append(write: Write): Promise<boolean>;
  /**
   * Adds the form of a request and indexes it by its code and its bytes. Writes nothing if the request has a form or
   * does not exist. Throws while other transactions keep the items busy.
   */
  addForm(problemId: string, form: OfficeDocument): Promise<void>;
}

const mark = z.object({ key: z.string(), contentHash: z.string() });
const stored = z.object({
  problemId: z.string(),
  code: z.string(),
  supplyCode: z.string(),
  entries: z.array(z.looseObject({ type: z.string(), at: z.string() })),
  marks: z.array(mark),
  attachments: z.array(z.looseObject({ documentId: z.string() })).optional(),
  form: officeDocument.optional(),
});

const problemOf = (item: unknown): StoredProblem => {
  stored.parse(item);
  return item as StoredProblem;
};

const placed = z.object({ queueOrder: z.string() });
const made = z.object({ problemId: z.string().default(""), contentHash: z.string() });

const keyOf = (problemId: string) => ({ pk: `PROBLEM#${problemId}`, sk: "PROBLEM" });
/** The place of a request on the list: `9` comes after every instant. */
const placeOf = ({ until, problemId }: DueProblem): string => `${until ?? "9"}#${problemId}`;
const queueOf = ({ office }: Problem): string => queueKeyOf(office, "problems");

export function openProblems(table: Table): Problems {
  const { client, name } = table;
  const filedWith = ({ until, ...problem }: DueProblem): readonly Write[] => {
    const { problemId, code, sub, office, filedAt, filedOn, applicant, supplyCode } = problem;
    return [
      newItem(table, { pk: `SUPPLY#${supplyCode}`, sk: `PROBLEM#${problemId}`, problemId }),
      newItem(table, { ...codeKeyOf(code), problemId }),
      newItem(table, { ...monthKeyOf(office, filedOn, "PROBLEM", problemId) }),
      newItem(table, {
        ...keyOf(problemId),
        ...problem,
        marks: [],
        queueKey: queueOf(problem),
        queueOrder: placeOf({ ...problem, until }),
        ...undeliveredSince(filedAt),
      }),
      ...(sub === undefined ? [] : [newItem(table, { pk: `ACCOUNT#${sub}`, sk: `PROBLEM#${problemId}`, problemId })]),
      ...filedTermWrites(table, {
        ...{ what: "problem", id: problemId, office, code },
        ...{ name: fullName(applicant), documentNumber: applicant.document?.number, telephone: applicant.telephone },
      }),
    ];
  };
  const inOrder = async (ids: readonly string[]): Promise<readonly StoredProblem[]> => {
    const found = (await itemsOf(table, ids.map(keyOf))).map(problemOf);
    return ids.flatMap((id) => found.find(({ problemId }) => problemId === id) ?? []);
  };
  return {
    filedWith,
    file: async (problem, write, also = []) => {
      const { problemId, filedAt } = problem;
      const { done } = await transact(client, [
        ...filedWith(problem),
        requestWrite(table, write, filedAt, { problemId }),
        ...also,
      ]);
      return done;
    },
    find: async (problemId) => {
      const Key = keyOf(problemId);
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      return Item && problemOf(Item);
    },
    found: async (problemIds) => {
      const found = (await itemsOf(table, problemIds.map(keyOf))).map(problemOf);
      return found.toSorted((a, b) => (a.problemId < b.problemId ? -1 : 1));
    },
    ofRequest: async (key) => made.optional().parse(await findByIdempotencyKey(table, key)),
    ofAccount: async (sub, limit, before) => {
      return inOrder(await accountPage(table, sub, "PROBLEM", limit, before));
    },
    ofSupply: async (supplyCode, limit) => inOrder(await listPage(table, `SUPPLY#${supplyCode}`, "PROBLEM", limit)),
    waiting: async (office, limit, after) => {
      const items = await queuePage(table, office, "problems", limit, after);
      return items.map((item) => ({ ...problemOf(item), place: placed.parse(item).queueOrder }));
    },
    entry: (problem, entry, write, waits) => ({
      Update: {
        TableName: name,
        Key: keyOf(problem.problemId),
        UpdateExpression: `SET entries = list_append(entries, :entry), marks = list_append(marks, :mark)${
          waits ? ", queueKey = :queue, queueOrder = :order" : " REMOVE queueKey, queueOrder"
        }`,
        ConditionExpression: "size(entries) = :count",
        ExpressionAttributeValues: {
          ":entry": [entry],
          ":mark": [{ key: write.key, contentHash: write.contentHash }],
          ":count": problem.entries.length,
          ...(waits && { ":queue": queueOf(problem), ":order": placeOf(problem) }),
        },
      },
    }),
    append: async (write) => (await transact(client, [write])).done,
    addForm: async (problemId, form) => {
      await transactOnce(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(problemId),
            UpdateExpression: "SET #form = :form",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(#form)",
            ExpressionAttributeNames: { "#form": "form" },
            ExpressionAttributeValues: { ":form": form },
          },
        },
        ...indexWrites(name, form, { problemId }),
      ]);
    },
  };
}
