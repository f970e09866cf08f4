import { wired } from "../../shared/permissions.ts";
import { openChangedChains } from "../../shared/storage/changed-chains.ts";
import { openDigestFiles } from "../../shared/storage/digest-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSealKeyBook, openSeals, publicHalf } from "../../shared/storage/seals.ts";
import { now } from "../runtime/now.ts";
import { scheduled } from "../runtime/scheduled.ts";
import { digestChains } from "./digest-chains.ts";

const client = openDynamoDb();
const names = wired("digest-chains", process.env);

export const handler = scheduled(
  digestChains({
    changedChains: openChangedChains({ client, name: names.changedChains }),
    digestFiles: openDigestFiles({ client: openS3(), name: names.digestFiles }),
    seals: openSeals(names.seals),
    sealKey: () => publicHalf(names.sealKey),
    sealKeyBook: openSealKeyBook({ client, name: names.sealKeyBook }),
    now,
  }),
);
