import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { record } from "../../shared/casework/case/record.ts";
import { type Answer, type Refusal, refused } from "../../shared/contract/refusals.ts";
import { rectifyResolution as route } from "../../shared/contract/resolution/signing-routes.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import { type CaseEvent, entriesOf } from "../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../shared/domain/case/claim-transitions.ts";
import type { Correction } from "../../shared/domain/case/fact-details.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { awaitingSignature } from "../../shared/domain/resolution/frozen-documents.ts";
import { lawInForce } from "../../shared/tenant/tenant.ts";
import { serve } from "../runtime/serve.ts";
import { frozenAnswer, frozenBy } from "./freeze-document.ts";
import type { SigningDeps } from "./signing-deps.ts";

/**
 * Sends to signature the rectification of a material error of a signed resolution, with the next number of resolutions:
 * a rectification has the form of the act it rectifies (LPAG 212). Refuses `not-now` if the resolution is not signed,
 * the state allows no rectification, the correction changes nothing or has words of the decision's sense, amounts or
 * volumes, or another rectification waits for its signature. Also refuses as `record`.
 */
export const rectifyResolution = (deps: SigningDeps) =>
  serve(route, async ({ params, body, caller, now, write, version }) => {
    const recorded = await record(deps, { ...params, now, write, version, slow: true }, async (at) => {
      const issued = corrected(at, body);
      if (!issued.ok) return issued;
      const frozen = await frozenBy(deps, at, {
        kind: "rectification",
        fileName: (number) => `rectificacion-${number}.pdf`,
        sheet: (number) => sheetOf(deps, at, body, { number, issuedAt: issued.value }),
        by: caller,
        rectifies: body,
      });
      return ok(frozen);
    });
    return recorded.ok ? ok(frozenAnswer(recorded.value, "rectification")) : recorded;
  });

/** Words and signs of the decision itself, its sense, amounts and volumes, which no rectification may change. */
const substance = /fundad[oa]|improcedente|concluid[oa]|S\/|m³|m3/i;

/** Returns the entry that issued the resolution of a number; undefined if it was not signed. */
function signedOf(events: readonly CaseEvent[], number: string) {
  const signed = entriesOf(events, "resolution-signed").some(({ details }) => details.number === number);
  return signed ? entriesOf(events, "resolution-issued").find((issued) => issued.number === number) : undefined;
}

const refuse = (detail: string): Refusal<"not-now"> => refused("not-now", { detail });

/**
 * Returns when the resolution to rectify was issued. Refuses `not-now` if it is not signed or may not be rectified, if
 * the correction changes nothing or touches the decision itself, and while another rectification waits for its
 * signature.
 */
function corrected({ file, claim }: CaseAt, { of, says, should }: Correction): Answer<string, "not-now"> {
  const issued = signedOf(file.events, of);
  if (!issued || !allowedEvents(claim.state).includes("rectified"))
    return refuse("Esa resolución no está firmada en este expediente, o el reclamo ya no permite rectificarla.");
  if (says === should) return refuse("Lo que debe decir es lo mismo que dice.");
  if (substance.test(says) || substance.test(should))
    return refuse(
      "Solo se rectifica un error material: ni el sentido de la decisión ni sus montos o volúmenes cambian así.",
    );
  if (awaitingSignature(file.events, claim).some(({ document }) => document.kind === "rectification"))
    return refuse("Ya hay una rectificación por firmar. Fírmenla o devuélvanla antes de enviar otra.");
  return ok(issued.effectiveAt);
}

function sheetOf(
  { tenant }: SigningDeps,
  { file, filing, now }: CaseAt,
  correction: Correction,
  { number, issuedAt }: { readonly number: string; readonly issuedAt: string },
) {
  return tenant.letters.rectification({
    letterhead: letterheadOf(tenant),
    city: tenant.office.city.value,
    signer: tenant.office.resolutionSigner.value,
    regulation: lawInForce(tenant, filing.filedOn).forms.regulation.value,
    claimCode: file.head.code,
    number,
    issuedAt,
    ...correction,
    rectifiedAt: now,
  });
}
