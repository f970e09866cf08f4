import { filedOnAt } from "../../shared/casework/filed-on.ts";
import { newCode, newTimeId } from "../../shared/casework/new-ids.ts";
import { registerFiling as route } from "../../shared/contract/filing-routes.ts";
import { type Answer, type Refusal, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { addDays, limaDay } from "../../shared/domain/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import { lawInForce, type Tenant } from "../../tenants/tenant.ts";
import { serve } from "../runtime/serve.ts";
import { answerByOf } from "./answer-by.ts";
import { claimOfCode } from "./claim-of-code.ts";
import { filedOnce, type PreparedFiling } from "./filed-once.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { limitedPapers } from "./limited-papers.ts";

/** Registers, once, what came on paper or by mail: it was presented at the instant it arrived, whenever it is written down. */
export const registerFiling = (desk: FilingsDesk) =>
  serve(route, (request) => filedOnce(desk, request, () => prepare(desk, request)));

async function prepare(
  desk: FilingsDesk,
  { body, caller, now }: RequestOf<typeof route>,
): Promise<Answer<PreparedFiling, "claim-not-found" | "upload-not-found" | "upload-not-taken" | "not-now">> {
  const { tenant } = desk;
  const { uploadIds, arrivedAt, reason, claimCode = "", ...said } = body;
  const refusal = whyNotThen(tenant, { arrivedAt, reason, now });
  if (refusal) return refusal;
  const claim = claimCode === "" ? undefined : await claimOfCode(desk, claimCode);
  if (claimCode !== "" && !claim) return refused("claim-not-found");
  const attached = await limitedPapers(desk, caller.sub, uploadIds, now);
  if (!attached.ok) return attached;
  const { papers, attach } = attached.value;
  const filedOn = filedOnAt(tenant, arrivedAt);
  const filingId = newTimeId(now);
  return ok({
    filing: {
      filingId,
      number: newCode(tenant.office.filingCode.value, filedOn),
      ...said,
      registered: { by: caller.sub, at: now, ...(reason && { reason }) },
      office: tenant.office.code.value,
      presentedAt: arrivedAt,
      filedOn,
      answerBy: answerByOf(tenant, filedOn, said),
      state: "presented",
      ...(claim && { claim }),
      papers,
    },
    also: attach({ filingId }),
  });
}

interface Arrival {
  readonly arrivedAt: string;
  readonly reason: string | undefined;
  readonly now: string;
}

/** Why nothing is registered as arrived at that instant: to come, too long ago, or long enough to say why. */
function whyNotThen(tenant: Tenant, { arrivedAt, reason, now }: Arrival): Refusal<"not-now"> | undefined {
  if (arrivedAt > now) return refused("not-now", { detail: "Esa hora de llegada aún no ha pasado. Revísala." });
  const [arrivedOn, today] = [limaDay(arrivedAt), limaDay(now)];
  const { registerWithinDays, registerReasonAfterDays } = lawInForce(tenant, today).filing;
  const calendar = tenant.calendars.COMPANY.value;
  if (addDays(arrivedOn, registerWithinDays.value) < today)
    return refused("not-now", {
      detail: `Llegó hace más de ${registerWithinDays.value} días. Revisa la fecha; si es esa, pide a la gerencia que decida.`,
    });
  const onTime = countWorkingDays({ from: arrivedOn, days: registerReasonAfterDays.value, calendar }).dueDate;
  return today > onTime && !reason
    ? refused("not-now", { detail: "Llegó hace varios días: escribe por qué se registra recién hoy." })
    : undefined;
}
