import { tenant } from "../../settings.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { scheduled } from "../runtime/scheduled.ts";
import * as openers from "./stores.ts";
import { sweep } from "./sweep.ts";

const client = openDynamoDb();
const stores = openStores("sweep", { table: client, bucket: openS3(), queue: openSqs() }, openers);

export const handler = scheduled(
  sweep({ ...stores, uploads: stores.waitingAttachments, transact: transactIn(client), tenant, now }),
);
