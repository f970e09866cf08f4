import { acceptWithdrawal } from "./accept-withdrawal.ts";
import { confirmHandSignature } from "./confirm-hand-signature.ts";
import { downloadToSign } from "./download-to-sign.ts";
import { issueResolution } from "./issue-resolution.ts";
import { listSignatures } from "./list-signatures.ts";
import { prepareElevation } from "./prepare-elevation.ts";
import { rectifyResolution } from "./rectify-resolution.ts";
import { returnDocument } from "./return-document.ts";
import { returnResolution } from "./return-resolution.ts";
import { signDocuments } from "./sign-documents.ts";
import { signResolution } from "./sign-resolution.ts";
import type { SigningDesk } from "./signing-desk.ts";

/** Every operation of signing, on one desk. */
export const signing = (desk: SigningDesk) => ({
  issueResolution: issueResolution(desk),
  signResolution: signResolution(desk),
  returnResolution: returnResolution(desk),
  rectifyResolution: rectifyResolution(desk),
  acceptWithdrawal: acceptWithdrawal(desk),
  prepareElevation: prepareElevation(desk),
  returnDocument: returnDocument(desk),
  confirmHandSignature: confirmHandSignature(desk),
  listSignatures: listSignatures(desk),
  downloadToSign: downloadToSign(desk),
  signDocuments: signDocuments(desk),
});
