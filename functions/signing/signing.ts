import { acceptWithdrawal } from "./accept-withdrawal.ts";
import { confirmHandSignature } from "./confirm-hand-signature.ts";
import { downloadToSign } from "./download-to-sign.ts";
import { issueResolution } from "./issue-resolution.ts";
import { listSignatures } from "./list-signatures.ts";
import { prepareElevation } from "./prepare-elevation.ts";
import { previewResolution } from "./preview-resolution.ts";
import { rectifyResolution } from "./rectify-resolution.ts";
import { returnDocument } from "./return-document.ts";
import { returnResolution } from "./return-resolution.ts";
import { signDocuments } from "./sign-documents.ts";
import { signResolution } from "./sign-resolution.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Returns every operation of signing, each with the stores of `deps`. An operation that records in a case also refuses
 * `claim-not-found`, `not-now`, `version-stale`, `busy` and `write-key-used`; in `signDocuments`, such a refusal is the
 * outcome of its document.
 */
export const signing = (deps: SigningDeps) => ({
  previewResolution: previewResolution(deps),
  issueResolution: issueResolution(deps),
  signResolution: signResolution(deps),
  returnResolution: returnResolution(deps),
  rectifyResolution: rectifyResolution(deps),
  acceptWithdrawal: acceptWithdrawal(deps),
  prepareElevation: prepareElevation(deps),
  returnDocument: returnDocument(deps),
  confirmHandSignature: confirmHandSignature(deps),
  listSignatures: listSignatures(deps),
  downloadToSign: downloadToSign(deps),
  signDocuments: signDocuments(deps),
});
