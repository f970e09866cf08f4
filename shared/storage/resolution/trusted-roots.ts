import { X509Certificate } from "node:crypto";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "../dynamodb.ts";

/** The authorities of digital certificates that the utility trusts, by their root certificates. */
export interface TrustedRoots {
  /** Returns each root as PEM. */
  list(): Promise<readonly string[]>;
  /** Adds a root; adding it again changes nothing. Throws for text that is not a certificate. */
  add(pem: string): Promise<void>;
}

const pk = "TRUSTED-ROOTS";
const stored = z.object({ pem: z.string() });

/** Opens the trusted root certificates that a table stores. No route of the API adds one: an operator does. */
export function openTrustedRoots({ client, name }: Table): TrustedRoots {
  return {
    list: async () => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": pk },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => stored.parse(item).pem);
    },
    add: async (pem) => {
      const root = new X509Certificate(pem);
      const Item = { pk, sk: `ROOT#${root.fingerprint256.replaceAll(":", "").toLowerCase()}`, pem: root.toString() };
      await client.send(new PutCommand({ TableName: name, Item }));
    },
  };
}
