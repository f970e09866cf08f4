import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { openSeenPeople, type SeenPerson, seenPeople } from "../scripts/seen/seen-people.ts";
import { tenant } from "../settings.ts";
import { credentials, region } from "./cloud.ts";

const asked = z.union([
  z.object({ of: z.array(z.string()) }),
  z.object({ from: z.string(), until: z.string(), who: z.string().optional(), about: z.array(z.string()) }),
]);

/** Returns a function that gives whose data staff saw, by the tables of the running stack. */
export function seenHere(
  tables: Readonly<Record<string, string>>,
  endpoint: string,
): (what: unknown) => Promise<readonly SeenPerson[]> {
  return async (what) => {
    const plain = new DynamoDBClient({ endpoint, region, credentials });
    const client = DynamoDBDocumentClient.from(plain);
    try {
      const named = (name: string) => ({ client, name: tables[name] ?? "" });
      return await seenPeople(openSeenPeople(named("table-claims"), named("table-billing"), tenant), asked.parse(what));
    } finally {
      plain.destroy();
    }
  };
}
