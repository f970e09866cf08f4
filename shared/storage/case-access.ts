import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { accountPage } from "./account-list.ts";
import { accountKeyOf } from "./claim-keys.ts";
import type { Table } from "./dynamodb.ts";

export interface CaseAccess {
  /** Returns whether an account may see a claim: it filed it, or opened it with its key. */
  mayOpen(sub: string, claimId: string): Promise<boolean>;
  /** Reads up to `limit` ids of claims an account may see, the last filed first, from before one on. */
  ofAccount(sub: string, limit: number, before?: string): Promise<readonly string[]>;
}

export function openCaseAccess(table: Table): CaseAccess {
  const { client, name } = table;
  return {
    mayOpen: async (sub, claimId) => {
      const Key = { ...accountKeyOf(sub, claimId) };
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      return Item !== undefined;
    },
    ofAccount: (sub, limit, before) => accountPage(table, sub, "CLAIM", limit, before),
  };
}

export interface AccessGrants {
  /** Lets an account see a claim; again changes nothing, nor for the account that filed it. */
  grant(sub: string, claimId: string): Promise<void>;
}

export function openAccessGrants({ client, name }: Table): AccessGrants {
  return {
    grant: async (sub, claimId) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { ...accountKeyOf(sub, claimId) },
          UpdateExpression: "SET claimId = :claimId, #access = if_not_exists(#access, :opened)",
          ExpressionAttributeNames: { "#access": "access" },
          ExpressionAttributeValues: { ":claimId": claimId, ":opened": "opened" },
        }),
      );
    },
  };
}
