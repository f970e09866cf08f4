import type { PublishedRecord } from "../../shared/casework/case-copy/published-documents.ts";
import type { CaseFiles } from "../../shared/storage/case/case-files.ts";
import type { DigestReader } from "../../shared/storage/check/digest-files.ts";
import type { EvidenceCheck } from "../../shared/storage/evidence.ts";
import type { SealKey, SealKeys } from "../../shared/storage/seal/seals.ts";
import type { VerificationIndex } from "../../shared/storage/seal/verification-index.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

/** The stores that verification reads; it writes nothing. */
export interface VerificationDeps {
  readonly tenant: Tenant;
  readonly caseFiles: Pick<CaseFiles, "read">;
  readonly verificationIndex: VerificationIndex;
  /** Documents the office publishes, which are of no case. */
  readonly published: readonly PublishedRecord[];
  readonly documents: EvidenceCheck;
  readonly digests: DigestReader;
  readonly sealKeys: SealKeys;
  /** The public half of the key that seals now. */
  readonly sealKey: () => Promise<SealKey>;
}
