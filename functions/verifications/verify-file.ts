import { verifyFile as route } from "../../shared/contract/seal/verification-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDeps } from "./verification-deps.ts";
import { published, verified } from "./verified.ts";

/**
 * Answers what the office says of the document with this SHA-256: one that it published on its site, issued or printed.
 * Refuses `document-unknown` if no document has this SHA-256.
 */
export const verifyFile = (deps: VerificationDeps) =>
  serve(route, async ({ body: { sha256 }, now }) => {
    const document = deps.published.find((one) => one.sha256 === sha256);
    return document ? published(document) : verified(deps, await deps.verificationIndex.ofBytes(sha256), now);
  });
