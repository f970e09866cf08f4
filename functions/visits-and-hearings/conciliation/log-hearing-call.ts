import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { logHearingCall as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import {
  hearingCalls,
  hearingInstant,
  hearingOf,
  numbersOf,
  tooNear,
} from "../../../shared/domain/conciliation/hearing.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { clockOf, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { PlannedHearing } from "../../../shared/domain/visit/appointments.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

/**
 * Records `hearing-called`, a call to a claimant who is missing from their hearing, effective at `calledAt`, or now if
 * that is absent. Refuses `not-now` if the claim's state is not `hearing-due`, if the call was before the hearing's
 * hour, on another day or is in the future, if `number` is not one that the claimant left, or if it is too near to
 * another to that number. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const logHearingCall = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ file, claim, now }) => {
      const { number, result, calledAt: effectiveAt = now } = request.body;
      const hearing = hearingOf(file.events);
      if (!hearing || claim.state !== "hearing-due")
        return refused("not-now", {
          detail: "Las llamadas se anotan el día de la audiencia, hasta que se levanta el acta.",
        });
      const wrongHour = wrongHourOf(hearing, effectiveAt, now);
      if (wrongHour) return refused("not-now", { detail: wrongHour });
      const numbers = numbersOf(file.events);
      if (!numbers.includes(number)) return refused("not-now", { detail: otherNumber(numbers.length) });
      const logged = hearingCalls(file.events, hearing).filter((call) => call.number === number);
      const near = tooNear(logged, effectiveAt, deps.tenant.office.absenceCalls.value);
      if (near) return refused("not-now", { detail: tooNearWords(near) });
      return ok({
        entries: [{ type: "hearing-called", effectiveAt, by: request.caller, details: { number, result } }],
      });
    }),
  );

/** Says why a call at this instant does not count; undefined if it does. */
function wrongHourOf(hearing: PlannedHearing, at: string, now: string): string | undefined {
  if (at < hearingInstant(hearing)) return `La llamada cuenta desde la hora de la audiencia: las ${hearing.at}.`;
  if (limaDay(at) !== hearing.on)
    return `Solo cuentan las llamadas del día de la audiencia, el ${longDate(hearing.on)}: si no bastan, regístrala «Sin acuerdo» y explica por qué en «Observaciones».`;
  return at > now ? "La hora de la llamada todavía no llega." : undefined;
}

/** Each hour ends with a point, which also ends a sentence. */
const tooNearWords = ({ called, from }: NonNullable<ReturnType<typeof tooNear>>): string =>
  `Ya hay una llamada a ese número, a ${clockOf(called)} La siguiente cuenta desde ${clockOf(from)} Llama otra vez a esa hora, y anótala entonces.`;

/** A refusal names nobody's number: the case shows those of its own. */
function otherNumber(left: number): string {
  if (left === 0)
    return "Quien reclama no dejó un teléfono: no hay a quién llamar. Si lo da ahora, anótalo en «Anotar cómo quiere la audiencia».";
  return "Llama a un número que haya dejado quien reclama. Si dio otro, anótalo antes en «Anotar cómo quiere la audiencia».";
}
