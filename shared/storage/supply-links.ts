import { createHash } from "node:crypto";
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { isConditionRefused, type Table } from "./dynamodb.ts";

export interface SupplyLink {
  readonly linkId: string;
  readonly supplyCode: string;
  readonly linkedAt: string;
}

/**
 * The supplies linked to an account, `sub`; no call reaches another account's. `find` returns undefined for no link;
 * `list` returns them in the order of their ids; `unlink` of no link changes nothing.
 */
export interface SupplyLinks {
  list(sub: string): Promise<readonly SupplyLink[]>;
  find(sub: string, linkId: string): Promise<SupplyLink | undefined>;
  /** Links a supply to an account and returns the link. If the link exists, returns it as it is. */
  link(sub: string, supplyCode: string, now: string): Promise<SupplyLink>;
  unlink(sub: string, linkId: string): Promise<void>;
}

const stored = z.object({ linkId: z.string(), supplyCode: z.string(), linkedAt: z.string() });

/** The most links of an account, which fit in one page. */
export const maxLinks = 50;

export function openSupplyLinks({ client, name }: Table): SupplyLinks {
  const keyOf = (sub: string, linkId: string) => ({ pk: `ACCOUNT#${sub}`, sk: `LINK#${linkId}` });
  const find = async (sub: string, linkId: string): Promise<SupplyLink | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: keyOf(sub, linkId), ConsistentRead: true }),
    );
    return Item && stored.parse(Item);
  };
  return {
    find,
    list: async (sub) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :link)",
          ExpressionAttributeValues: { ":pk": `ACCOUNT#${sub}`, ":link": "LINK#" },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => stored.parse(item));
    },
    link: async (sub, supplyCode, now) => {
      const linkId = linkIdOf(sub, supplyCode);
      const link = { linkId, supplyCode, linkedAt: now };
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { ...keyOf(sub, linkId), ...link },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        return link;
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
        return (await find(sub, linkId)) ?? link;
      }
    },
    unlink: async (sub, linkId) => {
      await client.send(new DeleteCommand({ TableName: name, Key: keyOf(sub, linkId) }));
    },
  };
}

/**
 * Returns the id of a link: the same for the same account and supply; the supply's code cannot be read back from it.
 */
function linkIdOf(sub: string, supplyCode: string): string {
  return createHash("sha256").update(`${sub}\0${supplyCode}`).digest("base64url").slice(0, 22);
}
