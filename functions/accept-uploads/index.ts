import { tenant } from "../../settings.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { handleInForce } from "../runtime/tenant-in-force.ts";
import { worker } from "../runtime/worker.ts";
import { attachmentCause } from "./attachment-check.ts";
import { attachmentPages } from "./attachment-pages.ts";
import * as openers from "./stores.ts";
import { uploadMessages } from "./upload-messages.ts";

const client = openDynamoDb();
const stores = openStores("accept-uploads", { table: client, bucket: openS3() }, openers);
const checks = { causeIn: attachmentCause, draw: attachmentPages };
const writing = { transact: transactIn(client), now };

export const handler = worker(
  handleInForce(tenant, stores.calendars, (tenantNow) =>
    uploadMessages({ ...stores, ...checks, ...writing, tenant: tenantNow }),
  ),
);
