import { join } from "node:path";
import { letters, tenant } from "../../settings.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openCaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidence } from "../../shared/storage/evidence.ts";
import { openOutages } from "../../shared/storage/problem/outages.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms, openSeals } from "../../shared/storage/seal/seals.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openSupplyLinks } from "../../shared/storage/supply/supply-links.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { required } from "../runtime/environment.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), key: openKms() };
const stores = openStores("render-documents", clients, {
  ...recording,
  caseAccess: openCaseAccess,
  supplyClaims: openSupplyClaims,
  calendars: calendarsOf(tenant),
  outages: openOutages,
  receiptReader: openReceiptReader,
  problemRecords: openProblems,
  submissionRecords: openSubmissions,
  linkedSupplies: openSupplyLinks,
  documents: openEvidence,
  seals: openSeals,
});

export const deps = {
  ...stores,
  submissions: stores.submissionRecords,
  problems: stores.problemRecords,
  supplyLinks: stores.linkedSupplies,
  pdfRenderer: openPdfRenderer(join(import.meta.dirname, "fonts")),
  siteAddress: required("SITE_ADDRESS"),
  tenant: { ...tenant, letters },
  now,
};
