import { stillTurning } from "../../../shared/casework/case/law-refusal-words.ts";
import { readingRepair } from "../../../shared/casework/reading/reading-repair.ts";
import type { recordReading } from "../../../shared/contract/reading/reading-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { AtypicalReading, ReadingEntry } from "../../../shared/domain/reading/atypical-reading.ts";
import {
  type AttemptRefusal,
  type RequirementRefusal,
  requirementRefusal,
  type VerificationRefusal,
  verificationRefusal,
} from "../../../shared/domain/reading/reading-repair.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";

type Act = RequestOf<typeof recordReading>["body"]["act"];
type RepairAct = Extract<Act, { type: "repair-required" | "repair-verified" }>;

const requirementSentences: Readonly<Record<RequirementRefusal, string>> = {
  "no-hidden-leak": "Ninguna visita halló una fuga no visible: no hay reparación que exigir.",
  "required-already": "La reparación de esta fuga ya se exigió.",
  "not-handed-over-yet": "Ese requerimiento aún no se ha entregado: registra la hora en que se entregue.",
  "before-visit": "El requerimiento es anterior a la visita que halló la fuga.",
};

const verificationSentences: Readonly<Record<VerificationRefusal, string>> = {
  "not-required": "Primero se exige por escrito la reparación de la fuga.",
  "not-over": "Esa verificación todavía no termina: revisa el día y las horas.",
  "before-required": "Esa verificación es anterior al requerimiento de reparar.",
  "still-turning": stillTurning,
  "repaired-later": "El día de la reparación es posterior a la verificación.",
};

export const attemptSentences: Readonly<Record<AttemptRefusal, string>> = {
  "no-repair-waits": "Ninguna reparación espera su verificación.",
  "not-over": verificationSentences["not-over"],
  "before-required": verificationSentences["before-required"],
};

/**
 * Returns the entry of an act on the repair of a reading's hidden leak; a verification says how the repair then stands.
 * Refuses `not-now` with the reason of `requirementRefusal` or `verificationRefusal`.
 */
export function repairEntry(
  tenant: Tenant,
  reading: AtypicalReading,
  act: RepairAct,
  made: Pick<ReadingEntry, "at" | "by">,
): Answer<ReadingEntry, "not-now"> {
  if (act.type === "repair-required") {
    const notice = { on: act.noticeOn, at: act.noticeAt, means: act.means, receiver: act.receiver };
    const wrong = requirementRefusal(reading, notice, made.at);
    return wrong
      ? refused("not-now", { detail: requirementSentences[wrong] })
      : ok({ ...made, type: "repair-required", notice });
  }
  const { visitedOn: on, from, to, repaired, repairedOn, before, after, minutes, remark } = act;
  const verification = { on, hours: `${from}-${to}`, repaired, repairedOn, before, after, minutes };
  const wrong = verificationRefusal(reading, verification, made.at);
  if (wrong) return refused("not-now", { detail: verificationSentences[wrong] });
  const entry = { ...made, type: "repair-verified", verification, remark } as const;
  const { status } = readingRepair(
    tenant,
    { entries: [...reading.entries, { ...entry, status: "awaiting-repair" }] },
    made.at,
  );
  return ok({ ...entry, status });
}
