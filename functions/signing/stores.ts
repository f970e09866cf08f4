import { join } from "node:path";
import { letters, tenant } from "../../settings.ts";
import type { PdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { openUploads } from "../../shared/storage/attachment/uploads.ts";
import { openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidence } from "../../shared/storage/evidence.ts";
import { openAtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import { openResolutionDrafts } from "../../shared/storage/resolution/resolution-drafts.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import { openSigningSets } from "../../shared/storage/resolution/signing-sets.ts";
import { openTrustedRoots } from "../../shared/storage/resolution/trusted-roots.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms, openSeals } from "../../shared/storage/seal/seals.ts";
import { openVerificationIndex } from "../../shared/storage/seal/verification-index.ts";
import { openSupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import { openWorkLists } from "../../shared/storage/work/work-lists.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { required } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { recording } from "../runtime/recording.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), key: openKms() };
const stores = openStores("signing", clients, {
  ...recording,
  workLists: openWorkLists,
  supplyClaims: openSupplyClaims,
  calendars: calendarsOf(tenant),
  resolutionDrafts: openResolutionDrafts,
  controlledReadings: openAtypicalReadings,
  receiptReader: openReceiptReader,
  uploads: openUploads,
  keptAttachments: openEvidence,
  verificationIndex: openVerificationIndex,
  trustedRoots: openTrustedRoots,
  resolutionNumbers: openResolutionNumbers,
  documents: openEvidence,
  signingSets: openSigningSets,
  seals: openSeals,
  openings: openOpenings,
});

/** The PDF renderer, whose libraries are loaded when something is printed. */
const pdfRenderer: PdfRenderer = {
  print: async (...printed) => {
    const { openPdfRenderer } = await import("../../shared/documents/pdf-renderer.ts");
    return openPdfRenderer(join(import.meta.dirname, "fonts")).print(...printed);
  },
};

export const deps = {
  ...stores,
  atypicalReadings: stores.controlledReadings,
  pdfRenderer,
  siteAddress: required("SITE_ADDRESS"),
  tenant: { ...tenant, letters },
};
