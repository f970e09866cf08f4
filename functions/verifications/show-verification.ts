import { showVerification as route } from "../../shared/contract/verification-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDesk } from "./verification-desk.ts";
import { published, verified } from "./verified.ts";

/** Checks a code, of a paper or a QR. Guesses are not counted: of 80 bits, nobody finds one by trying. */
export const showVerification = (desk: VerificationDesk) =>
  serve(route, async ({ params: { code }, now }) => {
    const paper = desk.published.find(({ verificationCode }) => verificationCode === code);
    return paper ? published(paper) : verified(desk, await desk.verificationIndex.ofCode(code), now);
  });
