import { openChangedChains } from "../../shared/storage/check/changed-chains.ts";
import { openDigestFiles } from "../../shared/storage/check/digest-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms, openSealKey, openSealKeyBook, openSeals } from "../../shared/storage/seal/seals.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), key: openKms() };
const stores = openStores("digest-chains", clients, {
  changedChains: openChangedChains,
  digestFiles: openDigestFiles,
  seals: openSeals,
  sealKey: openSealKey,
  sealKeyBook: openSealKeyBook,
});

export const deps = { ...stores, now };
