import { verifyFile as route } from "../../shared/contract/verification-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDeps } from "./verification-deps.ts";
import { published, verified } from "./verified.ts";

/** Checks bytes by their SHA-256: who has it has the file, so that nothing is learnt of one they do not have. */
export const verifyFile = (deps: VerificationDeps) =>
  serve(route, async ({ body: { sha256 }, now }) => {
    const attachment = deps.published.find((one) => one.sha256 === sha256);
    return attachment ? published(attachment) : verified(deps, await deps.verificationIndex.ofBytes(sha256), now);
  });
