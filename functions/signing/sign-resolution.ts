import { record } from "../../shared/casework/case/record.ts";
import { summaryAt } from "../../shared/casework/claim/claim-summary.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { signResolution as route } from "../../shared/contract/resolution/signing-routes.ts";
import { entriesOf } from "../../shared/domain/case/case-events.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { frozenResolution, signingOf } from "../../shared/domain/resolution/frozen-documents.ts";
import { serve } from "../runtime/serve.ts";
import { freshSignIn } from "./fresh-sign-in.ts";
import { nothingToSign } from "./law-refusal.ts";
import { keepSealOf, signedFrozen } from "./sign-frozen.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Signs the resolution that waits in a case and keeps its seal. Answers `signed` or, by hand, `to-confirm`: a second
 * look follows. Refuses `fresh-sign-in-needed` if the sign-in is too old; `not-now` if no resolution waits or the
 * caller may not sign it; `document-changed` if its SHA-256 is not `sha256`; `upload-not-found` if the signed file is
 * not the caller's; `signature-refused` if the signature is invalid or of a way not in use. Also refuses as `record`.
 */
export const signResolution = (deps: SigningDeps) =>
  serve(route, async ({ params, body, caller, now, write, version, authenticatedAt }) => {
    const recorded = await record(deps, { ...params, now, write, version }, (at) => {
      const fresh = freshSignIn(deps, authenticatedAt, now);
      if (fresh === undefined) return refused("fresh-sign-in-needed");
      const frozen = frozenResolution(at.file.events);
      if (!frozen) return nothingToSign();
      if (frozen.details.document.sha256 !== body.sha256) return refused("document-changed");
      return signedFrozen(deps, at, { by: caller, authenticatedAt: fresh, ...body });
    });
    if (!recorded.ok) return recorded;
    const { events } = recorded.value.file;
    const issued = entriesOf(events, "resolution-issued").findLast(
      ({ details }) => details.document.sha256 === body.sha256,
    );
    if (!issued) return refused("document-changed");
    const { seq, number, details } = issued;
    await keepSealOf(deps, events, { seq, document: details.document });
    return ok({
      ...summaryAt(recorded.value),
      number,
      outcome: signingOf(events, seq) ? ("signed" as const) : ("to-confirm" as const),
    });
  });
