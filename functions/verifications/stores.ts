import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openDigestReader } from "../../shared/storage/check/digest-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidenceCheck } from "../../shared/storage/evidence.ts";
import { openKms, openSealKey, openSealKeys } from "../../shared/storage/seal/seals.ts";
import { openVerificationIndex } from "../../shared/storage/seal/verification-index.ts";
import { cacheFor } from "../runtime/cache-for.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { publishedIn } from "./published.ts";

const clients = { table: openDynamoDb(), key: openKms() };
const stores = openStores("verifications", clients, {
  calendars: calendarsOf(tenant),
  caseReader: openCaseFiles,
  verificationIndex: openVerificationIndex,
  sealKeys: openSealKeys,
  sealKey: openSealKey,
  documentDownloads: openEvidenceCheck,
  digestReader: openDigestReader,
});
/** Asked of the key service once a day and environment: a key is replaced by a deployment. */
const sealKey = cacheFor(stores.sealKey, 86_400);

export const deps = {
  ...stores,
  caseFiles: stores.caseReader,
  documents: stores.documentDownloads,
  digests: stores.digestReader,
  published: publishedIn(join(import.meta.dirname, "published.json")),
  sealKey: () => sealKey(now()),
  tenant,
};
