import type { IssueDeps } from "../../shared/casework/issue-document.ts";
import type { CaseDeps } from "../../shared/casework/record.ts";
import type { AtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import type { Evidence } from "../../shared/storage/evidence.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { ResolutionDrafts } from "../../shared/storage/resolution-drafts.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import type { SigningSets } from "../../shared/storage/signing-sets.ts";
import type { SupplyClaims } from "../../shared/storage/supply-claims.ts";
import type { TrustedRoots } from "../../shared/storage/trusted-roots.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";
import type { VerificationIndex } from "../../shared/storage/verification-index.ts";
import type { WorkLists } from "../../shared/storage/work-lists.ts";
import type { PrintingTenant } from "../../shared/tenant/tenant.ts";

export interface SigningDeps extends CaseDeps, IssueDeps {
  readonly tenant: PrintingTenant;
  readonly workLists: Pick<WorkLists, "toSign">;
  readonly supplyClaims: SupplyClaims;
  readonly receiptReader: ReceiptReader;
  readonly atypicalReadings: Pick<AtypicalReadings, "ofMonth">;
  readonly resolutionDrafts: ResolutionDrafts;
  readonly resolutionNumbers: ResolutionNumbers;
  readonly uploads: Uploads;
  /** Attachments that passed their check: read here, never written. */
  readonly keptAttachments: Pick<Evidence, "read">;
  readonly verificationIndex: Pick<VerificationIndex, "ofBytes">;
  readonly signingSets: SigningSets;
  readonly trustedRoots: Pick<TrustedRoots, "list">;
}
