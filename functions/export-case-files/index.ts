import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms } from "../../shared/storage/seals.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { required } from "../runtime/environment.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { handleInForce } from "../runtime/tenant-in-force.ts";
import { worker } from "../runtime/worker.ts";
import { exportMessages } from "./export-messages.ts";
import * as openers from "./stores.ts";

const { packageFiles, copyFiles, ...stores } = openStores(
  "export-case-files",
  { table: openDynamoDb(), bucket: openS3(), queue: openSqs(), key: openKms() },
  openers,
);
const pdfRenderer = openPdfRenderer(join(import.meta.dirname, "fonts"));
const siteAddress = required("SITE_ADDRESS");

export const handler = worker(
  handleInForce(tenant, stores.calendars, (tenantNow) =>
    exportMessages({
      ...stores,
      tenant: tenantNow,
      exportFiles: (copy) => (copy === "tribunal" ? packageFiles : copyFiles),
      attachments: stores.keptAttachments,
      pictures: stores.pageViews,
      pdfRenderer,
      siteAddress,
      // A record is printed in about a twentieth of a second: with its files a part is done well within the function's time.
      piecesPerPart: 150,
      now,
    }),
  ),
);
