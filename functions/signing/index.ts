import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as signingRoutes from "../../shared/contract/signing-routes.ts";
import { openPdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openEvidence } from "../../shared/storage/evidence.ts";
import { openHolds } from "../../shared/storage/holds.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import { openSeals } from "../../shared/storage/seals.ts";
import { openSigningSets } from "../../shared/storage/signing-sets.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openTrustedRoots } from "../../shared/storage/trusted-roots.ts";
import { openUploads } from "../../shared/storage/uploads.ts";
import { openVerificationIndex } from "../../shared/storage/verification-index.ts";
import { api } from "../runtime/api.ts";
import { environment, required } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { signing } from "./signing.ts";

const client = openDynamoDb();
const names = wired("signing", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));

const served = inForce(calendars.known, ({ versions, outages }) =>
  signing({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseFiles }),
    holds: openHolds({ client, name: names.holdExchange }, { client, name: names.supplyHolds }),
    staffRegister: openStaffRegister({ client, name: names.staffRegister }),
    receiptReader: openReceiptReader({ client, name: names.receiptReader }, tenant.code),
    resolutionNumbers: openResolutionNumbers({ client, name: names.resolutionNumbers }),
    uploads: openUploads({ client, name: names.uploads }),
    keptAttachments: openEvidence({ client: openS3(), name: names.keptAttachments }, "attachments"),
    verificationIndex: openVerificationIndex({ client, name: names.verificationIndex }),
    trustedRoots: openTrustedRoots({ client, name: names.trustedRoots }),
    documents: openEvidence({ client: openS3(), name: names.evidenceDocuments }, "documents"),
    seals: openSeals(names.seals),
    signingSets: openSigningSets({ client: openS3(), name: names.signingSets }),
    pdfRenderer: openPdfRenderer(join(import.meta.dirname, "fonts")),
    siteAddress: required("SITE_ADDRESS"),
  }),
);

export const handler = api(signingRoutes, served, environment());
