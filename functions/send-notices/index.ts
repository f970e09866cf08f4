import { notices, tenant } from "../../settings.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openSes } from "../../shared/storage/mail.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSns } from "../../shared/storage/texts.ts";
import { required } from "../runtime/environment.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { handleInForce } from "../runtime/tenant-in-force.ts";
import { worker } from "../runtime/worker.ts";
import { sendNotices } from "./send-notices.ts";
import * as openers from "./stores.ts";

const client = openDynamoDb();
const stores = openStores(
  "send-notices",
  { table: client, bucket: openS3(), mail: openSes(), text: openSns() },
  openers,
);
const { name, contact } = tenant;

export const handler = worker(
  handleInForce(tenant, stores.calendars, (tenantNow) =>
    sendNotices({
      ...stores,
      tenant: tenantNow,
      transact: transactIn(client),
      notices: stores.fixedNotices,
      templates: notices,
      sender: {
        name: name.value,
        telephone: contact.telephone.value,
        regulatorLine: contact.regulatorLine.value,
      },
      site: required("SITE_ADDRESS"),
      now,
    }),
  ),
);
