import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Observation } from "../domain/observation.ts";
import type { WriteMark } from "./case-files.ts";
import { codeKeyOf, monthKeyOf, queueKeyOf, requestKeyOf } from "./claim-keys.ts";
import { itemsOf, type Table, transact } from "./dynamodb.ts";
import { queuePage } from "./queue-page.ts";

/** An entry as stored, with the key its answer was written by. */
export interface StoredObservation extends Observation {
  readonly answerMark?: WriteMark | undefined;
}

/** The observation book: entered once, answered once, never edited. */
export interface Observations {
  /** Enters one: false when its number or its key was taken meanwhile. */
  enter(observation: Observation, write: WriteMark): Promise<boolean>;
  find(observationId: string): Promise<StoredObservation | undefined>;
  found(observationIds: readonly string[]): Promise<readonly StoredObservation[]>;
  ofRequest(key: string): Promise<{ readonly observationId: string; readonly contentHash: string } | undefined>;
  /** What waits for an answer, the oldest first. */
  waiting(office: string, limit: number, after?: string): Promise<readonly StoredObservation[]>;
  /** Answers one: false when somebody answered first. */
  answer(observationId: string, answer: NonNullable<Observation["answer"]>, write: WriteMark): Promise<boolean>;
}

const stored = z.looseObject({ observationId: z.string(), number: z.string(), enteredAt: z.string() });

const observationOf = (item: unknown): StoredObservation => stored.parse(item) as unknown as StoredObservation;

const keptDays = 90;
const atOnce = 100;
const keyOf = (observationId: string) => ({ pk: `OBSERVATION#${observationId}`, sk: "OBSERVATION" });

export function openObservations(table: Table): Observations {
  const { client, name } = table;
  const get = async (Key: object): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { ...Key }, ConsistentRead: true }));
    return Item;
  };
  const put = (Item: Record<string, unknown>) => ({
    Put: { TableName: name, Item, ConditionExpression: "attribute_not_exists(pk)" },
  });
  return {
    enter: async (observation, write) => {
      const { observationId, number, office, enteredOn, enteredAt } = observation;
      const { done } = await transact(client, [
        put({ ...codeKeyOf(number), observationId }),
        put({
          ...keyOf(observationId),
          ...observation,
          queueKey: queueKeyOf(office, "observations"),
          queueOrder: observationId,
        }),
        put({ ...monthKeyOf(office, enteredOn, "OBSERVATION", observationId) }),
        put({
          ...requestKeyOf(write.key),
          observationId,
          contentHash: write.contentHash,
          expiresAt: Math.floor(Date.parse(enteredAt) / 1000) + keptDays * 86_400,
        }),
      ]);
      return done;
    },
    find: async (observationId) => {
      const item = await get(keyOf(observationId));
      return item && observationOf(item);
    },
    found: async (observationIds) => {
      const all: StoredObservation[] = [];
      for (let from = 0; from < observationIds.length; from += atOnce)
        all.push(...(await itemsOf(table, observationIds.slice(from, from + atOnce).map(keyOf))).map(observationOf));
      return all.toSorted((a, b) => (a.observationId < b.observationId ? -1 : 1));
    },
    ofRequest: async (key) => {
      const item = await get(requestKeyOf(key));
      // A key that made something else: its content tells that it is another write.
      return item && z.object({ observationId: z.string().default(""), contentHash: z.string() }).parse(item);
    },
    waiting: async (office, limit, after) => {
      const items = await queuePage(table, office, "observations", limit, after);
      return items.map(observationOf);
    },
    answer: async (observationId, answer, write) => {
      const { done } = await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(observationId),
            UpdateExpression: "SET answer = :answer, answerMark = :mark REMOVE queueKey, queueOrder",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(answer)",
            ExpressionAttributeValues: {
              ":answer": answer,
              ":mark": { key: write.key, contentHash: write.contentHash },
            },
          },
        },
      ]);
      return done;
    },
  };
}
