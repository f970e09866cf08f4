import { verifyFile as route } from "../../shared/contract/verification-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDesk } from "./verification-desk.ts";
import { published, verified } from "./verified.ts";

/** Checks bytes by their SHA-256: who has it has the file, so that nothing is learnt of one they do not have. */
export const verifyFile = (desk: VerificationDesk) =>
  serve(route, async ({ body: { sha256 }, now }) => {
    const paper = desk.published.find((one) => one.sha256 === sha256);
    return paper ? published(paper) : verified(desk, await desk.verificationIndex.ofBytes(sha256), now);
  });
