import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms } from "../../shared/storage/seals.ts";
import { required } from "../runtime/environment.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { handleInForce } from "../runtime/tenant-in-force.ts";
import { worker } from "../runtime/worker.ts";
import { renderMessages } from "./render-messages.ts";
import * as openers from "./stores.ts";

const stores = openStores("render-documents", { table: openDynamoDb(), bucket: openS3(), key: openKms() }, openers);
const pdfRenderer = openPdfRenderer(join(import.meta.dirname, "fonts"));
const siteAddress = required("SITE_ADDRESS");

export const handler = worker(
  handleInForce(tenant, stores.calendars, (tenantNow) =>
    renderMessages({ ...stores, supplyLinks: stores.linkedSupplies, pdfRenderer, siteAddress, tenant: tenantNow, now }),
  ),
);
