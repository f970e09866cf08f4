import { listSealKeys } from "./list-seal-keys.ts";
import { showVerification } from "./show-verification.ts";
import type { VerificationDeps } from "./verification-deps.ts";
import { verifyFile } from "./verify-file.ts";

export const verifications = (deps: VerificationDeps) => ({
  showVerification: showVerification(deps),
  verifyFile: verifyFile(deps),
  listSealKeys: listSealKeys(deps),
});
