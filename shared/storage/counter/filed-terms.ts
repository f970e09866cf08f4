import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type CallBack, isCallBackOver } from "../../domain/counter/contact.ts";
import { filedTerms, type SearchTerm, telephoneDigits } from "../../domain/counter/search-terms.ts";
import { newItem, type Table, type Write } from "../dynamodb.ts";

const filedKinds = ["claim", "problem", "submission", "observation"] as const;

/** Something filed with the office, as the search shows it. */
export interface Filed {
  /** What was filed: a claim, request for attention, submission or entry of the observation book. */
  readonly what: (typeof filedKinds)[number];
  readonly id: string;
  readonly code: string;
  /** The name of the person who filed it. */
  readonly name: string;
  /** Whether the telephone it was found by was replaced by another since. */
  readonly former?: true | undefined;
}

/** A call that was promised to a telephone, as the search shows it. */
export interface PromisedCall extends Pick<CallBack, "callBackId" | "at" | "supplyCode"> {
  /** Whether it was made or given up. */
  readonly over: boolean;
}

interface FiledBy extends Filed {
  readonly office: string;
  readonly documentNumber?: string | undefined;
  readonly telephone?: string | undefined;
}

/** Finds what was filed with the office by the terms it was filed under. */
export interface FiledSearch {
  /** Returns at most `limit` filed under a term that is `value`. */
  under(office: string, term: SearchTerm, limit: number): Promise<readonly Filed[]>;
  /** Returns at most `limit` filed under a term that begins with `value`, which has two letters or digits at least. */
  beginning(office: string, term: SearchTerm, limit: number): Promise<readonly Filed[]>;
  /** Returns at most `limit` calls promised to a telephone, without those whose time is over at `now`. */
  promisedTo(office: string, telephone: string, limit: number, now: string): Promise<readonly PromisedCall[]>;
}

/** Calls have a kind of their own: a release that does not know them finds none, and fails on none. */
const promisedKind = "promised";

const partitionOf = (office: string, { kind, value }: { readonly kind: string; readonly value: string }): string =>
  `FIND#${office}#${kind}#${value.slice(0, 2)}`;

/**
 * Returns the writes that let the search find something filed: one for each word of the name, one for the document
 * number, one for the telephone and two for the code, where known. A write is refused if the same thing is already
 * listed under that term.
 */
export function filedTermWrites(
  table: Table,
  { office, documentNumber, telephone, ...filed }: FiledBy,
): readonly Write[] {
  const { what, id, code, name } = filed;
  return filedTerms({ name, documentNumber, telephone, code }).map((term) =>
    newItem(table, { pk: partitionOf(office, term), sk: `${term.value}#${what}#${id}`, what, id, code, name }),
  );
}

/**
 * Returns the writes after which a claim whose claimant gave each of `telephones` in that order is found by all of
 * them, and by each but the last as by a former one. A telephone without digits is left out. Written again, they change
 * nothing.
 */
export function telephoneTermWrites(
  table: Table,
  office: string,
  filed: Omit<Filed, "former">,
  telephones: readonly string[],
): readonly Write[] {
  const values = telephones.map(telephoneDigits).filter((value) => value !== "");
  const last = values.at(-1);
  return [...new Set(values)].map((value) => ({
    Put: {
      TableName: table.name,
      Item: {
        ...{ pk: partitionOf(office, { kind: "telephone", value }), sk: `${value}#${filed.what}#${filed.id}` },
        ...filed,
        ...(value !== last && { former: true }),
      },
    },
  }));
}

/**
 * Returns the write that lets the search find a promised call by its telephone as the call stands now: open, or over
 * and then found until `expiresAt`, in seconds since 1970. Written again, it changes nothing.
 */
export function promisedTermWrite(table: Table, callBack: CallBack, expiresAt?: number): Write {
  const { callBackId, office, telephone, at, supplyCode } = callBack;
  const value = telephoneDigits(telephone);
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...{ pk: partitionOf(office, { kind: promisedKind, value }), sk: `${value}#call-back#${callBackId}` },
        ...{ callBackId, at, supplyCode, over: isCallBackOver(callBack), expiresAt },
      },
    },
  };
}

const stored = z.object({
  what: z.enum(filedKinds),
  id: z.string(),
  code: z.string(),
  name: z.string(),
  former: z.literal(true).optional(),
});
const storedCall = z.object({
  callBackId: z.string(),
  at: z.string(),
  supplyCode: z.string().optional(),
  over: z.boolean(),
  expiresAt: z.number().optional(),
});

export function openFiledSearch({ client, name }: Table): FiledSearch {
  const itemsUnder = async (pk: string, value: string, limit: number) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :value)",
        ExpressionAttributeValues: { ":pk": pk, ":value": value },
        Limit: limit,
      }),
    );
    return Items;
  };
  const beginning: FiledSearch["beginning"] = async (office, term, limit) =>
    (await itemsUnder(partitionOf(office, term), term.value, limit)).map((item) => stored.parse(item));
  return {
    beginning,
    promisedTo: async (office, telephone, limit, now) => {
      const value = telephoneDigits(telephone);
      const items = await itemsUnder(partitionOf(office, { kind: promisedKind, value }), `${value}#`, limit);
      const seconds = Date.parse(now) / 1000;
      // The table deletes an item some time after its end.
      const kept = items
        .map((item) => storedCall.parse(item))
        .filter(({ expiresAt = seconds + 1 }) => expiresAt > seconds);
      return kept.map(({ expiresAt: _, ...call }) => call);
    },
    under: (office, { kind, value }, limit) => {
      const whole = { kind, value: `${value}#` };
      return beginning(office, whole, limit);
    },
  };
}
