import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { isAnothersDocument } from "../../../shared/casework/counter/holder-match.ts";
import type { NewClaim } from "../../../shared/casework/filing/file-claim.ts";
import type { takeClaim } from "../../../shared/contract/counter/intake-routes.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import type { RegisteredSupply } from "../../../shared/domain/billing/register-file.ts";
import { remediableLacks } from "../../../shared/domain/case/admissibility.ts";
import type { CaseNote } from "../../../shared/domain/case/case-events.ts";
import type { Standing } from "../../../shared/domain/case/claim-events.ts";
import { isMobile } from "../../../shared/domain/filing/claim-form.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../../shared/domain/term/due-dates.ts";
import type { PaidReceipt } from "../../../shared/storage/billing/receipt-reader.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";

/** What a caller of each standing has to show to prove that they may claim (digest 1.1). */
const proofs: Readonly<Record<Standing["as"], string>> = {
  holder: "Falta probar que eres titular o que usas el servicio, o el poder de quien es titular",
  owner:
    "Falta probar que eres propietario de la casa o local (título, minuta o copia de la partida), o el poder de quien es titular",
  "effective-user":
    "Falta probar que usas el servicio (tu recibo, tu contrato o una constancia), o el poder de quien es titular",
  representative: "Falta el poder de quien es titular",
};

/**
 * Returns what to prove and how to send the proof (digest 9, row 19): by the link only if one can be sent to them, to
 * the inspector only if the visit is by the last day to correct.
 */
function remedyOf({ standing, telephone, email }: NewClaim["form"]["claimant"], visitInTime: boolean): string {
  const hasLink = email !== undefined || isMobile(telephone);
  const ways = [
    ...(hasLink ? ["envíalo por el enlace que te mandamos"] : []),
    "tráelo a la oficina",
    ...(visitInTime ? ["dáselo al inspector"] : []),
  ];
  const [first = "", ...others] = new Intl.ListFormat("es", { type: "disjunction" }).format(ways);
  return `${proofs[standing.as]}. ${first.toUpperCase()}${others.join("")}.`;
}

/**
 * Returns what to record besides a claim by telephone whose caller says they are not the holder, or whose document is
 * not the holder's: `defect-observed` with all that the claim lacks, since it is observed once, `defect-notified`,
 * `manager-alerted` if the document is another's, and the last day to correct (`visitBy`). Undefined for every other
 * claim, and if the law lets others than holders claim by telephone (`phone.titularOnly` is false). Records nothing.
 */
export function observedOnTheCall(
  tenant: Tenant,
  { body, caller, now }: Pick<RequestOf<typeof takeClaim>, "body" | "caller" | "now">,
  receipts: readonly PaidReceipt[],
  registered: RegisteredSupply | undefined,
): NewClaim["followedBy"] {
  const { channel, claimant } = body;
  const { phone, claim: terms, calendars } = claimLaw(tenant, limaDay(now));
  if (channel !== "telephone" || !phone.titularOnly) return undefined;
  const saysHolder = claimant.standing.as === "holder";
  const isOthers = isAnothersDocument(claimant, receipts, registered);
  if (saysHolder && !isOthers) return undefined;
  const lacks = remediableLacks({ ...body, declared: body.declaredBy !== undefined }).map((lack) => `Falta ${lack}.`);
  return {
    visitBy: countWorkingDays({ from: limaDay(now), days: terms.remedyDays, calendar: calendars.USER }).dueDate,
    entries: (visitInTime) => [
      {
        type: "defect-observed",
        effectiveAt: now,
        by: caller,
        details: { defects: [...lacks, remedyOf(claimant, visitInTime)] },
      },
      { type: "defect-notified", effectiveAt: now, by: caller, details: { how: "notified-by-telephone" } },
      ...(isOthers ? [documentOfAnother(now)] : []),
    ],
  };
}

function documentOfAnother(now: string): CaseNote {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by: { kind: "system", name: "take-claim" },
    details: { reason: "Quien llamó dijo ser el titular, y su documento no es el del padrón." },
  };
}
