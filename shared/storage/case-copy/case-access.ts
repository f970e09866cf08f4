import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { listedItems } from "../account-list.ts";
import { accountKeyOf, type ClaimsKey, replacedKeyOf, secretDigest } from "../case/claim-keys.ts";
import type { Table } from "../dynamodb.ts";

export interface CaseAccess {
  /** Returns whether an account may see a claim: it filed the claim, or opened it with the key that opens it now. */
  mayOpen(sub: string, claimId: string): Promise<boolean>;
  /**
   * Returns at most `limit` ids of the claims an account may see, the last filed first. With `before`, only ids older
   * than that one.
   */
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly string[]>;
}

const grant = z.object({ access: z.string().optional(), digest: z.string().optional() });

export function openCaseAccess(table: Table): CaseAccess {
  const { client, name } = table;
  const get = async (key: ClaimsKey) => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: { ...key }, ConsistentRead: true }));
    return Item;
  };
  /** Whether an account's item still lets it in: it filed the claim, or the key it came by is the claim's. */
  const letsIn = async (item: Record<string, unknown>, claimId: string): Promise<boolean> => {
    const granted = grant.parse(item);
    if (granted.access !== "opened") return true;
    const replaced = await get(replacedKeyOf(claimId));
    return replaced === undefined || grant.parse(replaced).digest === granted.digest;
  };
  const ofAccount: CaseAccess["ofAccount"] = async (sub, limit, before) => {
    const listed = await listedItems(table, `ACCOUNT#${sub}`, "CLAIM", limit, before);
    const isOpen = await Promise.all(listed.map(({ id, item }) => letsIn(item, id)));
    const open = listed.flatMap(({ id }, at) => (isOpen[at] ? id : []));
    if (listed.length < limit || open.length === limit) return open;
    return [...open, ...(await ofAccount(sub, limit - open.length, listed.at(-1)?.id))];
  };
  return {
    mayOpen: async (sub, claimId) => {
      const item = await get(accountKeyOf(sub, claimId));
      return item !== undefined && letsIn(item, claimId);
    },
    ofAccount,
  };
}

export interface AccessGrants {
  /**
   * Lets an account see a claim while `claimKey` is the claim's key. It changes nothing for the account that filed it.
   */
  grant(sub: string, claimId: string, claimKey: string): Promise<void>;
}

export function openAccessGrants({ client, name }: Table): AccessGrants {
  return {
    grant: async (sub, claimId, claimKey) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { ...accountKeyOf(sub, claimId) },
          UpdateExpression: "SET claimId = :claimId, #access = if_not_exists(#access, :opened), digest = :digest",
          ExpressionAttributeNames: { "#access": "access" },
          ExpressionAttributeValues: {
            ":claimId": claimId,
            ":opened": "opened",
            ":digest": secretDigest(claimKey),
          },
        }),
      );
    },
  };
}
