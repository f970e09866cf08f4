import type { FoundAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { proofAwaited } from "../../../shared/casework/claim/claimant-acts.ts";
import { offersOf } from "../../../shared/casework/conciliation/offers.ts";
import { confirmedNow } from "../../../shared/casework/counter/confirmed-act.ts";
import { caseEvidence } from "../../../shared/casework/resolution/case-evidence.ts";
import { missingNames } from "../../../shared/casework/resolution/evidence-checklist.ts";
import { recordHearing as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import type { Agreement, Standing } from "../../../shared/domain/case/claim-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import type { CompanyRepresentative } from "../../../shared/domain/case/fact-details.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import {
  type AbsenceRefusal,
  absenceRefusal,
  type CallRule,
  hearingInstant,
  hearingOf,
  waitedUntil,
} from "../../../shared/domain/conciliation/hearing.ts";
import type { Confirmation } from "../../../shared/domain/counter/act-on-behalf.ts";
import { limaDay, limaTime } from "../../../shared/domain/term/calendar-day.ts";
import { clockOf, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";
/**
 * Records `conciliation-held`, the hearing's acta. Refuses `not-now` if the claim is not `hearing-due`; if `startedAt`
 * is before the hearing's hour or, for an absence, the end of its waiting time; if an absence lacks its calls; if the
 * offer is not accepted; if nothing is agreed and nothing says why; or if an agreement lacks proof of standing or
 * power. Refuses also `not-confirmed`, `offer-not-found` and `upload-not-found`.
 */
export const recordHearing = (deps: VisitDeps) =>
  serve(route, (request) => {
    const counted = request.body.confirmation?.by === "code";
    return editCase(deps, { ...request, counted }, async (at, once) => {
      const { agreement, standing, confirmation, companyBy, ...acta } = request.body;
      const { startedAt } = acta;
      const { head } = at.file;
      const refusal = refusalOf(deps.tenant, at, request.body);
      if (!refusal.ok) return refusal;
      const confirmed = await confirmedAgreement(deps, request, at);
      if (!confirmed.ok) return confirmed;
      const { signed, ...how } = confirmed.value;
      const { evidence } = await caseEvidence(once, at);
      return ok({
        entries: [
          {
            type: "conciliation-held",
            effectiveAt: startedAt,
            by: request.caller,
            ...outcomeOf(agreement, standing),
            details: {
              ...acta,
              ...how,
              companyBy: companyBy ?? (await recorderAs(deps, head.office, request.caller.sub)),
              missing: missingNames(evidence),
            },
          },
        ],
        also: signed?.attach({ claimId: head.claimId }) ?? [],
      });
    });
  });

/** Returns the person who records the acta as the company's representative; undefined if the register lacks them. */
async function recorderAs(
  { staffRegister }: VisitDeps,
  office: string,
  sub: string,
): Promise<CompanyRepresentative | undefined> {
  const recorder = (await staffRegister.list(office)).find((one) => one.sub === sub);
  return recorder && { name: recorder.name, charge: "A cargo de la conciliación" };
}

/**
 * Refuses what the law is not asked about. `offer-not-found` if the offer does not exist. `not-now` if the state takes
 * no acta; if the claimant did not accept that offer; if the hearing started before its hour, or an absence before the
 * tolerance ended; if an absence lacks its calls of that day or, without a number to call, the claimant had no link; or
 * if nothing is agreed and the acta does not say why.
 */
function refusalOf(
  { office }: Tenant,
  at: CaseAt,
  { agreement, acceptedOfferId, startedAt, disagreed, observations }: RequestOf<typeof route>["body"],
): Answer<undefined, "offer-not-found" | "not-now"> {
  if (!allowedEvents(at.claim.state).includes("conciliation-held")) return refused("not-now");
  const offers = offersOf(at);
  const offer = offers.find(({ offerId }) => offerId === acceptedOfferId);
  if (acceptedOfferId && !offer) return refused("offer-not-found");
  if (offer && offer.accepted !== true)
    return refused("not-now", { detail: "Quien reclama aún no ha aceptado esa propuesta en la web." });
  if (agreement === "none" && !disagreed && !observations)
    return refused("not-now", { detail: offers.some(({ accepted }) => accepted) ? acceptedWords : unsaidWords });
  const earliest = earliestStart(at, agreement);
  if (startedAt < earliest)
    return refused("not-now", { detail: earlyWords(agreement, clockOf(limaTime(earliest).time)) });
  const missing =
    agreement === "absence"
      ? absenceRefusal(at.file.events, office.videoRooms.value, office.absenceCalls.value)
      : undefined;
  if (!missing) return ok(undefined);
  const isDayOver = limaDay(at.now) > (hearingOf(at.file.events)?.on ?? "");
  const detail = isDayOver && missing !== "no-way-in" ? dayOverWords : absenceWords(missing, office.absenceCalls.value);
  return refused("not-now", { detail });
}

const dayOverWords =
  "No se puede anotar que no asistió: solo cuentan las llamadas del día de la audiencia, y no bastan. Regístrala «Sin acuerdo» y explica por qué en «Observaciones».";

const acceptedWords =
  "Quien reclama ya aceptó una propuesta: si la mantiene, hay acuerdo. Si ya no la quiere, escribe por qué en «En qué no» o en «Observaciones».";

const unsaidWords =
  "Escribe en «En qué no» por qué no hubo acuerdo o, si no se pudo hacer la reunión, qué pasó en «Observaciones».";

/** `hour` ends with a point, which also ends a sentence. */
const earlyWords = (agreement: Agreement, hour: string): string =>
  agreement === "absence"
    ? `El tiempo de espera es hasta ${hour} Escribe en «Empezó» esa hora o una posterior.`
    : `La audiencia es a ${hour} Escribe en «Empezó» esa hora o una posterior.`;

function absenceWords(refusal: AbsenceRefusal, { calls, apartMinutes }: CallRule): string {
  switch (refusal) {
    case "calls-missing":
      return `Antes de anotar que no asistió, llámale ${calls} veces y anota cada llamada aquí mismo, con ${apartMinutes} minutos entre una y otra.`;
    case "calls-too-close":
      return `Las llamadas anotadas están muy juntas: deben pasar ${apartMinutes} minutos entre una y otra. Llámale una vez más.`;
    case "no-way-in":
      return "La audiencia era por videollamada, no tuvo enlace a su hora y no hay un teléfono al que llamar: quien reclama no faltó. Regístrala «Sin acuerdo» y explica por qué en las observaciones.";
  }
}

/**
 * Returns how the claimant confirmed an agreement; empty if there is no agreement, or if they accepted the offer on the
 * web. Refuses `not-confirmed` if there is neither a confirmation nor an accepted offer; `not-now` if a proof of
 * standing is awaited. Refuses `not-confirmed`, `not-now` and `upload-not-found` also as `confirmedNow` does.
 */
async function confirmedAgreement(
  deps: VisitDeps,
  { caller, body }: RequestOf<typeof route>,
  at: CaseAt,
): Promise<
  Answer<
    { readonly confirmed?: Confirmation; readonly signed?: FoundAttachments },
    "upload-not-found" | "not-confirmed" | "not-now"
  >
> {
  const { agreement, agreed, acceptedOfferId, confirmation } = body;
  if (agreement === "none" || agreement === "absence") return ok({});
  const refusal = proofAwaited(at.file.events, caller);
  if (refusal) return refusal;
  if (confirmation) return confirmedNow(deps, caller, at, { act: "agreement", agreement, agreed }, confirmation);
  if (acceptedOfferId) {
    const undo = offersOf(at).find(({ offerId }) => offerId === acceptedOfferId)?.undoUntil;
    return undo === undefined
      ? ok({})
      : refused("not-confirmed", {
          detail: `Aceptó por teléfono y puede deshacerlo hasta el ${longDate(undo)}: pídele que lo confirme ahora.`,
        });
  }
  return refused("not-confirmed", {
    detail:
      "El acuerdo lo confirma quien reclama: con un código, con su voz si no tiene celular ni correo, con su firma, o porque aceptó una propuesta.",
  });
}

/**
 * Returns the earliest instant of the acta: the hearing's hour, or for an absence the end of the tolerance (digest
 * 3.5).
 */
function earliestStart({ file, law }: CaseAt, agreement: Agreement): string {
  const hearing = hearingOf(file.events);
  if (!hearing) return "";
  return agreement === "absence" ? waitedUntil(hearing, law.conciliation.toleranceMinutes) : hearingInstant(hearing);
}

function outcomeOf(agreement: Agreement, standing: Standing | undefined) {
  if (agreement === "none" || agreement === "absence") return { agreement };
  if (!standing) throw new RangeError("an agreement without the standing of the person who agrees");
  return { agreement, standing };
}
