import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Observation } from "../../domain/register/observation.ts";
import { codeKeyOf, monthKeyOf, queueKeyOf } from "../case/claim-keys.ts";
import { filedTermWrites } from "../counter/filed-terms.ts";
import { itemsOf, newItem, type Table, transact, type Write } from "../dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "../idempotency-records.ts";
import { queuePage } from "../queue-page.ts";

/** An entry as stored, with the write mark of its answer. */
export interface StoredObservation extends Observation {
  readonly answerMark?: WriteMark | undefined;
}

/** The observation book: entries are added once, answered once and never edited. */
export interface Observations {
  /**
   * Adds an entry, with `also`. Returns `false`, with nothing written, if its number or its write key was used before,
   * a write of `also` is refused, or other transactions kept conflicting.
   */
  enter(observation: Observation, write: WriteMark, also?: readonly Write[]): Promise<boolean>;
  find(observationId: string): Promise<StoredObservation | undefined>;
  /** Returns the entries with these ids that exist, in no order. */
  found(observationIds: readonly string[]): Promise<readonly StoredObservation[]>;
  ofRequest(key: string): Promise<{ readonly observationId: string; readonly contentHash: string } | undefined>;
  /**
   * Returns at most `limit` entries that wait for an answer, oldest first. With `after`, the id of the last one seen,
   * only those after it.
   */
  waiting(office: string, limit: number, after?: string): Promise<readonly StoredObservation[]>;
  /**
   * Records the answer to an entry, which leaves the list of `waiting`. Returns `false`, with nothing written, if the
   * entry was answered before or does not exist, or other transactions kept conflicting.
   */
  answer(observationId: string, answer: NonNullable<Observation["answer"]>, write: WriteMark): Promise<boolean>;
}

const stored = z.looseObject({ observationId: z.string(), number: z.string(), enteredAt: z.string() });

const observationOf = (item: unknown): StoredObservation => stored.parse(item) as unknown as StoredObservation;

const made = z.object({ observationId: z.string().default(""), contentHash: z.string() });

const keyOf = (observationId: string) => ({ pk: `OBSERVATION#${observationId}`, sk: "OBSERVATION" });

export function openObservations(table: Table): Observations {
  const { client, name } = table;
  return {
    enter: async (observation, write, also = []) => {
      const { observationId, number, office, enteredOn, enteredAt, person } = observation;
      const { done } = await transact(client, [
        newItem(table, { ...codeKeyOf(number), observationId }),
        newItem(table, {
          ...keyOf(observationId),
          ...observation,
          queueKey: queueKeyOf(office, "observations"),
          queueOrder: observationId,
        }),
        newItem(table, { ...monthKeyOf(office, enteredOn, "OBSERVATION", observationId) }),
        requestWrite(table, write, enteredAt, { observationId }),
        ...filedTermWrites(table, {
          ...{ what: "observation", id: observationId, office, code: number },
          ...{ name: person.name, documentNumber: person.document?.number },
        }),
        ...also,
      ]);
      return done;
    },
    find: async (observationId) => {
      const Key = keyOf(observationId);
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      return Item && observationOf(Item);
    },
    found: async (observationIds) => (await itemsOf(table, observationIds.map(keyOf))).map(observationOf),
    ofRequest: async (key) => made.optional().parse(await findByIdempotencyKey(table, key)),
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
