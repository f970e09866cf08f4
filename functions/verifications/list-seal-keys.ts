import { listSealKeys as route } from "../../shared/contract/seal/verification-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";
import type { VerificationDeps } from "./verification-deps.ts";

/**
 * Answers the public keys that have sealed documents, oldest first. If the current key has not sealed yet, it is listed
 * last.
 */
export const listSealKeys = ({ sealKeys, sealKey }: VerificationDeps) =>
  serve(route, async () => {
    const [known, current] = await Promise.all([sealKeys.list(), sealKey()]);
    const keys = known.some(({ keyId }) => keyId === current.keyId) ? known : [...known, current];
    return ok({ keys: [...keys] });
  });
