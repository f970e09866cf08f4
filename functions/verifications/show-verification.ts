import { showVerification as route } from "../../shared/contract/verification-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDeps } from "./verification-deps.ts";
import { published, verified } from "./verified.ts";

/**
 * Answers what the office says of the document with this verification code, published or issued. Attempts are not
 * counted, because nobody finds a code of 80 bits by trying. Refuses `document-unknown` for a code of no document.
 */
export const showVerification = (deps: VerificationDeps) =>
  serve(route, async ({ params: { code }, now }) => {
    const attachment = deps.published.find(({ verificationCode }) => verificationCode === code);
    return attachment ? published(attachment) : verified(deps, await deps.verificationIndex.ofCode(code), now);
  });
