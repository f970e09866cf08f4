import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as receiptCopyRoutes from "../../shared/contract/receipt-copy-routes.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { openPrintedDocuments } from "../../shared/storage/verification-index.ts";
import { api } from "../runtime/api.ts";
import { environment, required } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { printReceipt } from "./print-receipt.ts";

const client = openDynamoDb();
const names = wired("receipt-copies", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

export const handler = api(
  receiptCopyRoutes,
  {
    printReceipt: printReceipt({
      tenantAt: inForce(calendars.known, ({ versions, outages }) => tenantWith(tenant, versions, outages)),
      receiptReader: openReceiptReader({ client, name: names.receiptReader }, tenant.code),
      supplyLinks: openSupplyLinks({ client, name: names.supplyLinks }),
      supplyClaims: openCaseFiles({ client, name: names.supplyClaims }),
      pdfRenderer: openPdfRenderer(join(import.meta.dirname, "fonts")),
      printedDocuments: openPrintedDocuments({ client, name: names.printedDocuments }),
      siteAddress: required("SITE_ADDRESS"),
    }),
  },
  environment(),
);
