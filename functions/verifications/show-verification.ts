import { showVerification as route } from "../../shared/contract/verification-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDeps } from "./verification-deps.ts";
import { published, verified } from "./verified.ts";

/** Checks a code, of an attachment or a QR. Guesses are not counted: of 80 bits, nobody finds one by trying. */
export const showVerification = (deps: VerificationDeps) =>
  serve(route, async ({ params: { code }, now }) => {
    const attachment = deps.published.find(({ verificationCode }) => verificationCode === code);
    return attachment ? published(attachment) : verified(deps, await deps.verificationIndex.ofCode(code), now);
  });
