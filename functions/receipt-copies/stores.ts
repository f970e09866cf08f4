import { join } from "node:path";
import { receiptLetter, tenant } from "../../settings.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openPrintedDocuments } from "../../shared/storage/seal/verification-index.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { required } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";

const clients = { table: openDynamoDb() };
const stores = openStores("receipt-copies", clients, {
  receiptReader: openReceiptReader,
  foundLinks: openSupplyLinks,
  calendars: calendarsOf(tenant),
  printedDocuments: openPrintedDocuments,
});

export const deps = {
  ...stores,
  supplyLinks: stores.foundLinks,
  tenantAt: tenantInForce({ ...stores, tenant }, (depsNow) => depsNow.tenant),
  receiptLetter,
  pdfRenderer: openPdfRenderer(join(import.meta.dirname, "fonts")),
  siteAddress: required("SITE_ADDRESS"),
};
