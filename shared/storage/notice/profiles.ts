import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { personDocumentKinds } from "../../domain/filing/claim-form.ts";
import type { Table } from "../dynamodb.ts";

const stored = z.object({
  givenNames: z.string(),
  paternalSurname: z.string(),
  maternalSurname: z.string(),
  companyName: z.string(),
  document: z.object({ kind: z.enum(personDocumentKinds), number: z.string() }).optional(),
  address: z.string(),
  telephone: z.string().optional(),
  email: z.string().optional(),
  notifyByEmail: z.boolean(),
  languageChoice: z.object({ language: z.string(), interpreter: z.boolean() }).optional(),
  representative: z.string(),
  savedAt: z.string(),
});

/** What a customer keeps of themselves in their account. */
export type Profile = Readonly<z.infer<typeof stored>>;

/** The profiles of accounts. The account is the key, so no call reaches another's. */
export interface Profiles {
  /** Returns the profile of an account; `undefined` if it saved none. */
  find(sub: string): Promise<Profile | undefined>;
  /** Saves a profile in place of the one the account had. */
  save(sub: string, profile: Profile): Promise<void>;
}

export function openProfiles({ client, name }: Table): Profiles {
  const keyOf = (sub: string) => ({ pk: `ACCOUNT#${sub}`, sk: "PROFILE" });
  return {
    find: async (sub) => {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(sub), ConsistentRead: true }));
      return Item && stored.parse(Item);
    },
    save: async (sub, profile) => {
      await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(sub), ...profile } }));
    },
  };
}
