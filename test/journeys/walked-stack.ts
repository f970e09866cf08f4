import type { LocalStack } from "../../local/stack.ts";
import { walkOffice } from "../../scripts/fsck/office-faults.ts";
import { tenant } from "../../settings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";

/** Walks all that a stack stores as `npm run fsck` does, with every kept file read. */
export async function walkedStack({ environment, resources, now }: LocalStack) {
  Object.assign(process.env, environment);
  const client = openDynamoDb();
  const claims = { client, name: resources["table-claims"] ?? "" };
  const billing = { client, name: resources["table-billing"] ?? "" };
  const evidence = { client: openS3(), bucket: resources["bucket-evidence"] ?? "", readBytes: true };
  const found: string[] = [];
  const walked = await walkOffice({ claims, billing, evidence, tenant, now }, (fault) => found.push(fault));
  return { ...walked, found };
}
