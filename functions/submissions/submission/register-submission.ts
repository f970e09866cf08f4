import { type Answer, type Refusal, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { registerSubmission as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { documentDeskRoles } from "../../../shared/contract/submission/submission-fields.ts";
import { addDays, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../../shared/domain/term/due-dates.ts";
import { lawInForce, type Tenant } from "../../../shared/tenant/tenant.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { claimOfCode } from "./claim-of-code.ts";
import { filedOnce, type PreparedSubmission } from "./filed-once.ts";
import { presentedSubmission } from "./presented-submission.ts";

/**
 * Registers, once, a submission that came on paper or by mail at `arrivedAt`, or was spoken by telephone now. Refuses
 * `not-now` if it was not spoken and the caller is not of the document desk, or `arrivedAt` is in the future, over
 * `registerWithinDays` days ago, or over `registerReasonAfterDays` working days ago without `reason`; `claim-not-found`
 * if no claim has the code; `upload-not-taken` and `upload-not-found` as `presentedSubmission`; and as `filedOnce`.
 */
export const registerSubmission = (deps: SubmissionsDeps) =>
  serve(route, (request) => filedOnce(deps, request, () => prepare(deps, request)));

async function prepare(
  deps: SubmissionsDeps,
  { body, caller, now }: RequestOf<typeof route>,
): Promise<Answer<PreparedSubmission, "claim-not-found" | "upload-not-found" | "upload-not-taken" | "not-now">> {
  const { uploadIds, arrivedAt, reason, claimCode = "", ...said } = body;
  if (said.channel !== "telephone" && !documentDeskRoles.some((role) => caller.roles.includes(role)))
    return refused("not-now", { detail: "Lo que llega en papel o por correo lo registra mesa de partes." });
  const presentedAt = said.channel === "telephone" ? now : (arrivedAt ?? now);
  const refusal = whyNotArrivedThen(deps.tenant, { arrivedAt: presentedAt, reason, now });
  if (refusal) return refusal;
  const claim = claimCode === "" ? undefined : await claimOfCode(deps, claimCode);
  if (claimCode !== "" && !claim) return refused("claim-not-found");
  return presentedSubmission(
    deps,
    { by: caller.sub, uploadIds, presentedAt, now },
    {
      ...said,
      registered: { by: caller.sub, at: now, ...(reason && { reason }) },
      ...(claim && { claim }),
    },
  );
}

interface Arrival {
  readonly arrivedAt: string;
  readonly reason: string | undefined;
  readonly now: string;
}

/**
 * Refuses `not-now` for an arrival that is to come, too long ago, or long enough ago to need a reason it does not have.
 */
function whyNotArrivedThen(tenant: Tenant, { arrivedAt, reason, now }: Arrival): Refusal<"not-now"> | undefined {
  if (arrivedAt > now) return refused("not-now", { detail: "Esa hora de llegada aún no ha pasado. Revísala." });
  const [arrivedOn, today] = [limaDay(arrivedAt), limaDay(now)];
  const { registerWithinDays, registerReasonAfterDays } = lawInForce(tenant, today).submission;
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
