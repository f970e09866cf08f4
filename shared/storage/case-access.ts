import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { accountPage } from "./account-list.ts";
import { accountKeyOf } from "./claim-keys.ts";
import type { Table } from "./dynamodb.ts";

export interface CaseAccess {
  /** Returns whether an account may see a claim: it filed the claim, or opened it with its claim key. */
  mayOpen(sub: string, claimId: string): Promise<boolean>;
  /**
   * Returns at most `limit` ids of the claims an account may see, the last filed first. With `before`, only ids older
   * than that one.
   */
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
  /** Lets an account see a claim. It changes nothing for an account that may see the claim already. */
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
