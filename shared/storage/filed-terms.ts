import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { filedTerms, type SearchTerm } from "../domain/search-terms.ts";
import { newItem, type Table, type Write } from "./dynamodb.ts";

const filedKinds = ["claim", "problem", "submission", "observation"] as const;

/** Something filed with the office, as the search shows it. */
export interface Filed {
  /** What was filed: a claim, request for attention, submission or entry of the observation book. */
  readonly what: (typeof filedKinds)[number];
  readonly id: string;
  readonly code: string;
  /** The name of the person who filed it. */
  readonly name: string;
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
}

const partitionOf = (office: string, { kind, value }: SearchTerm): string =>
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

const stored = z.object({ what: z.enum(filedKinds), id: z.string(), code: z.string(), name: z.string() });

export function openFiledSearch({ client, name }: Table): FiledSearch {
  const beginning: FiledSearch["beginning"] = async (office, term, limit) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :value)",
        ExpressionAttributeValues: { ":pk": partitionOf(office, term), ":value": term.value },
        Limit: limit,
      }),
    );
    return Items.map((item) => stored.parse(item));
  };
  return {
    beginning,
    under: (office, { kind, value }, limit) => {
      const whole = { kind, value: `${value}#` };
      return beginning(office, whole, limit);
    },
  };
}
