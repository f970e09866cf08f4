import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Walked, walkOffice } from "../scripts/fsck/office-faults.ts";
import { tenant } from "../settings.ts";
import { credentials, region } from "./cloud.ts";

const asked = z.object({ bytes: z.boolean() });

/** Returns a function that checks all that the running stack stores, and gives each fault and what was read. */
export function checkedHere(
  resources: Readonly<Record<string, string>>,
  endpoints: { readonly dynamodb: string; readonly s3: string },
  now: () => string,
): (what: unknown) => Promise<{ readonly faults: readonly string[]; readonly walked: Walked }> {
  return async (what) => {
    const plain = new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
    const files = new S3Client({ endpoint: endpoints.s3, region, credentials });
    try {
      const client = DynamoDBDocumentClient.from(plain);
      const named = (name: string) => ({ client, name: resources[name] ?? "" });
      const bucket = resources["bucket-evidence"] ?? "";
      const evidence = { client: files, bucket, readBytes: asked.parse(what).bytes };
      const faults: string[] = [];
      const office = { claims: named("table-claims"), billing: named("table-billing"), evidence, tenant, now };
      const walked = await walkOffice(office, (fault) => faults.push(fault));
      return { faults, walked };
    } finally {
      plain.destroy();
      files.destroy();
    }
  };
}
