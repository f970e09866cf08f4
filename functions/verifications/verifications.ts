import { listSealKeys } from "./list-seal-keys.ts";
import { showVerification } from "./show-verification.ts";
import type { VerificationDesk } from "./verification-desk.ts";
import { verifyFile } from "./verify-file.ts";

/** Every operation of checking documents, on one desk. */
export const verifications = (desk: VerificationDesk) => ({
  showVerification: showVerification(desk),
  verifyFile: verifyFile(desk),
  listSealKeys: listSealKeys(desk),
});
