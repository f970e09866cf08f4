import { isDeepStrictEqual } from "node:util";
import { PutCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { putBackAt } from "../../shared/storage/board/counted-items.ts";
import { isConditionRefused, type Table } from "../../shared/storage/dynamodb.ts";
import { eachPartition, type Item } from "../fsck/partitions.ts";

interface CopyingBack {
  /** The table as it was before the damage. */
  readonly from: Table;
  /** The table that people work with. */
  readonly to: Table;
  readonly now: string;
  /** Without it nothing is written. */
  readonly write: boolean;
  /**
   * Whether the other table is a new one, which nobody deleted anything from: then what people delete is put back too.
   */
  readonly isNew?: boolean;
}

export interface CopiedBack {
  /** Items of the restored table. */
  readonly read: number;
  /** Of these, what is missing in the other: put back, or to be put back. */
  readonly missing: number;
  /** Missing, and left so: what people or time take away. */
  readonly gone: number;
  /** Entries of cases that are not what they were: left as they are, for a person to look at. */
  readonly other: number;
}

/**
 * What is deleted in the office's own course: links and drafts of accounts, consents to news, drafts of resolutions.
 */
const deletable = /^(?:ACCOUNT#\S* (?:LINK|DRAFT)#|SUPPLY#\S* LINK#|RECEIPT-NEWS#|CLAIM#\S* DRAFT$)/;
/** An entry of a case, its envelope or its content: written once. */
const entry = /^CLAIM#\S* [CE]#/;
const nameOf = (item: Item): string => `${item["pk"]} ${item["sk"]}`;

/**
 * Puts back into `to` the items of `from` that `to` lacks. Leaves out items that expired and, unless it is a new table,
 * kinds of items that people delete. A case's head is put back after the case's other items. Unless it is a new table,
 * what is put back says when it was, so that no total counts it again. Calls `report` for each entry of a case that
 * differs between both tables. It can be run again, and while people work: nothing that stands is replaced.
 */
export async function copyBack(
  { from, to, now, write, isNew = false }: CopyingBack,
  report: (line: string) => void,
): Promise<CopiedBack> {
  const copied = { read: 0, missing: 0, gone: 0, other: 0 };
  const oneBack = async (item: Item, found: Item | undefined): Promise<void> => {
    if (!found && isGone(item, now, isNew)) copied.gone += 1;
    else if (!found) {
      const isBack = !write || (await putBack(to, isNew ? item : { ...item, [putBackAt]: now }));
      // Counted after the wait: others count meanwhile.
      if (isBack) copied.missing += 1;
    } else if (isOther(item, found)) {
      copied.other += 1;
      report(`other: ${nameOf(item)} is not what it was`);
    }
  };
  const partitionBack = async (items: readonly Item[]): Promise<void> => {
    const there = await itemsBeside(to, String(items[0]?.["pk"]));
    copied.read += items.length;
    for (const item of items.toSorted((a, b) => Number(isHead(a)) - Number(isHead(b))))
      await oneBack(item, there.get(String(item["sk"])));
  };
  await eachPartition(from, partitionBack);
  return copied;
}

const isGone = (item: Item, now: string, isNew: boolean): boolean =>
  (!isNew && deletable.test(nameOf(item))) ||
  (typeof item["expiresAt"] === "number" && item["expiresAt"] * 1000 <= Date.parse(now));

const isHead = ({ sk }: Item): boolean => sk === "HEAD";
const isOther = (item: Item, found: Item): boolean =>
  entry.test(nameOf(item)) && !isDeepStrictEqual(delivered(item), delivered(found));

/**
 * An entry without its place in the outbox, which it leaves once it was published, and without when it was put back.
 */
const delivered = ({ undeliveredShard: _, undeliveredAt: __, [putBackAt]: ___, ...rest }: Item): Item => rest;

async function itemsBeside({ client, name }: Table, pk: string): Promise<ReadonlyMap<string, Item>> {
  const items = new Map<string, Item>();
  const asked = {
    TableName: name,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": pk },
    ConsistentRead: true,
  };
  for await (const { Items = [] } of paginateQuery({ client }, asked))
    for (const item of Items) items.set(String(item["sk"]), item);
  return items;
}

/** Returns whether it was put: somebody may have written the same item meanwhile. */
async function putBack({ client, name }: Table, item: Item): Promise<boolean> {
  try {
    await client.send(
      new PutCommand({ TableName: name, Item: { ...item }, ConditionExpression: "attribute_not_exists(pk)" }),
    );
    return true;
  } catch (failure) {
    if (!isConditionRefused(failure)) throw failure;
    return false;
  }
}
