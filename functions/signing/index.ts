import { join } from "node:path";
import { tenant } from "../../settings.ts";
import * as signingRoutes from "../../shared/contract/signing-routes.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms } from "../../shared/storage/seals.ts";
import { api } from "../runtime/api.ts";
import { required } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { signing } from "./signing.ts";
import * as openers from "./stores.ts";

const stores = openStores("signing", { table: openDynamoDb(), bucket: openS3(), key: openKms() }, openers);
const pdfRenderer = openPdfRenderer(join(import.meta.dirname, "fonts"));
const siteAddress = required("SITE_ADDRESS");

export const handler = api(
  signingRoutes,
  tenantInForce(tenant, stores.calendars, (tenantNow) =>
    signing({ ...stores, pdfRenderer, siteAddress, tenant: tenantNow }),
  ),
);
