import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import * as receiptCopyRoutes from "../../shared/contract/receipt-copy-routes.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openSupplyClaims } from "../../shared/storage/supply-claims.ts";
import { openSupplyLinks } from "../../shared/storage/supply-links.ts";
import { openPrintedDocuments } from "../../shared/storage/verification-index.ts";
import { api } from "../runtime/api.ts";
import { required } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { printReceipt } from "./print-receipt.ts";

const stores = openStores(
  "receipt-copies",
  { table: openDynamoDb() },
  {
    receiptReader: (table) => openReceiptReader(table, tenant.code),
    supplyLinks: openSupplyLinks,
    supplyClaims: openSupplyClaims,
    calendars: (table) => openCalendars(table, seedOf(tenant)),
    printedDocuments: openPrintedDocuments,
  },
);
const tenantAt = tenantInForce(tenant, stores.calendars, (tenantNow) => tenantNow);
const pdfRenderer = openPdfRenderer(join(import.meta.dirname, "fonts"));
const siteAddress = required("SITE_ADDRESS");

export const handler = api(receiptCopyRoutes, {
  printReceipt: printReceipt({ ...stores, tenantAt, pdfRenderer, siteAddress }),
});
