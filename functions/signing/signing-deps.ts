import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { IssueDeps } from "../../shared/casework/seal/issue-document.ts";
import type { Uploads } from "../../shared/storage/attachment/uploads.ts";
import type { ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { Evidence } from "../../shared/storage/evidence.ts";
import type { AtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import type { ResolutionDrafts } from "../../shared/storage/resolution/resolution-drafts.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import type { SigningSets } from "../../shared/storage/resolution/signing-sets.ts";
import type { TrustedRoots } from "../../shared/storage/resolution/trusted-roots.ts";
import type { VerificationIndex } from "../../shared/storage/seal/verification-index.ts";
import type { SupplyClaims } from "../../shared/storage/supply/supply-claims.ts";
import type { WorkLists } from "../../shared/storage/work/work-lists.ts";
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
