import { showVerification as route } from "../../shared/contract/seal/verification-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDeps } from "./verification-deps.ts";
import { published, verified } from "./verified.ts";

/**
 * Answers what the office says of the document with this verification code: one that it published on its site, issued
 * or printed. Refuses `document-unknown` if no document has the code.
 */
export const showVerification = (deps: VerificationDeps) =>
  serve(route, async ({ params: { code }, now }) => {
    const document = deps.published.find(({ verificationCode }) => verificationCode === code);
    return document ? published(document) : verified(deps, await deps.verificationIndex.ofCode(code), now);
  });
