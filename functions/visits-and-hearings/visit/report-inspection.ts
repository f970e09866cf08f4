import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { isVisitRepeated, reportsOf } from "../../../shared/casework/case/awaited-facts.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { refusalWords } from "../../../shared/casework/case/law-refusal-words.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { summaryAt } from "../../../shared/casework/claim/claim-summary.ts";
import { lastDayOf, slotForVisit } from "../../../shared/casework/visit/free-slots.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { reportInspection as route } from "../../../shared/contract/visit/investigation-routes.ts";
import { entriesOf, type FactOf, isFact, type NoteOf } from "../../../shared/domain/case/case-events.ts";
import { apply } from "../../../shared/domain/case/claim.ts";
import type { VisitOutcome } from "../../../shared/domain/case/claim-events.ts";
import { visitTarget } from "../../../shared/domain/case/claim-types.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { sentence } from "../../../shared/domain/sentence.ts";
import { limaDay, limaInstant } from "../../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { actionsFor } from "../../../shared/domain/work/claim-access.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import type { StoredVisit } from "../../../shared/storage/visit/visits.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";
import { asTaken, type SentCaptures } from "./sent-captures.ts";
import { contradictsFiles } from "./visit-hours.ts";

/**
 * Records a visit's acta as `inspection-reported`, or `late-inspection` if the claim takes none or another inspector's
 * is there; may plan another visit. Refuses `inspection-not-found` if the caller never had the visit,
 * `already-reported` if their acta of it is there, `upload-not-found` for another's file, `not-now` if it is to come or
 * before the visit's day, a photo changed, nobody let them in before its hour, or its hours contradict the files'.
 */
export const reportInspection = (deps: VisitDeps) =>
  serve(route, async ({ params: { claimId, inspectionId }, body, caller, now, write }) => {
    const recorded = await record(deps, { claimId, now, write }, async (at) => {
      const found = visitToReport(at, inspectionId, caller.sub);
      if (!found.ok) return found;
      const visit = found.value;
      const { outcome, uploadIds, remedy, captures, hourReason, ...said } = body;
      const hours = checkedHours(visit, outcome, said, { captures, reason: hourReason });
      if (!hours.ok) return hours;
      const acta = hours.value;
      const attached = await findAttachments(deps, caller.sub, uploadIds);
      if (!attached.ok) return attached;
      const { attachments: photos, attach } = attached.value;
      const taken = asTaken(captures, photos);
      if (!taken.ok) return taken;
      const report = { visit, caller, outcome, details: { inspectionId, ...acta, captures: taken.value, photos } };
      const made = await withRemedy(deps, at, report, remedy);
      if (!made.ok) return made;
      const { entries, also = [] } = made.value;
      return ok({ entries, also: [...marks(deps, visit, at.now), ...attach({ claimId }), ...also] });
    });
    return recorded.ok ? ok(summaryAt(recorded.value)) : recorded;
  });

/**
 * Returns the visit of an acta. Who had it keeps it for their acta after it was given to another: they may have made it
 * without signal, before they could know.
 */
function visitToReport(
  { file: { events, visits } }: CaseAt,
  inspectionId: string,
  sub: string,
): Answer<StoredVisit, "inspection-not-found" | "already-reported"> {
  const visit = visits.find((one) => one.inspectionId === inspectionId);
  const isOf = ({ details }: { readonly details: { readonly inspectionId: string } }) =>
    details.inspectionId === inspectionId;
  const had = entriesOf(events, "inspection-assigned").filter(isOf);
  if (!visit || ![visit.inspector?.sub, ...had.map(({ details }) => details.inspector)].includes(sub))
    return refused("inspection-not-found");
  const isOwn = reportsOf(events)
    .filter(isOf)
    .some(({ by }) => by.kind === "staff" && by.sub === sub);
  return isOwn ? refused("already-reported") : ok(visit);
}

type Acta = Pick<RequestOf<typeof route>["body"], "startedAt" | "endedAt" | "observations">;

/**
 * Returns the acta; if its hours contradict those at which the device made the files, with the reason in its
 * observations. Refuses `not-now` if that has no reason, before the visit's day, or if nobody let the inspector in
 * before its hour.
 */
function checkedHours<Said extends Acta>(
  visit: StoredVisit,
  outcome: VisitOutcome,
  said: Said,
  { captures, reason }: { readonly captures: SentCaptures; readonly reason: string | undefined },
): Answer<Said, "not-now"> {
  if (limaDay(said.startedAt) < visit.on) return refused("not-now", { detail: dayToCome(visit) });
  if (isTooEarly(visit, outcome, said.startedAt)) return refused("not-now", { detail: tooEarly });
  const takenAt = captures.map((file) => file.takenAt);
  if (!contradictsFiles(said, takenAt)) return ok(said);
  if (reason === undefined) return refused("not-now", { detail: otherHours });
  const observations = [
    said.observations && sentence(said.observations),
    `La hora anotada no es la de las fotos: ${reason}`,
  ]
    .filter(Boolean)
    .join(" ");
  return ok({ ...said, observations });
}

/** The customer expects the visit that day: only they may ask for an earlier one. */
const dayToCome = ({ on }: StoredVisit): string =>
  `La visita es el ${longDate(on)}: el acta se escribe desde ese día. Si el cliente prefiere otro horario, lo pide antes en su reclamo o por teléfono.`;

const otherHours = "La hora anotada no es la de las fotos. Corrígela, o escribe por qué.";

/** The write that marks a visit as reported; none if it is marked. */
const marks = ({ visits }: VisitDeps, visit: StoredVisit, now: string) =>
  visit.reportedAt === undefined ? [visits.report(visit, now)] : [];

const tooEarly =
  "Todavía no era la hora que se avisó. Anota que no había nadie, o que no dejaron entrar, desde esa hora.";

/** Whether nobody is said to have been in, or let the inspector in, before the hour that the customer was given. */
function isTooEarly({ on, from }: StoredVisit, outcome: VisitOutcome, startedAt: string): boolean {
  return (outcome === "absent" || outcome === "opposed") && Date.parse(startedAt) < Date.parse(limaInstant(on, from));
}

interface Reported {
  readonly visit: StoredVisit;
  readonly caller: Staff;
  readonly outcome: VisitOutcome;
  readonly details: FactOf<"inspection-reported">["details"];
}

/**
 * Returns the decision of the report with the remedy that the claimant handed over in the visit. If the claim takes no
 * remedy, the acta's observations say what was handed over instead.
 */
async function withRemedy(
  deps: VisitDeps,
  at: CaseAt,
  report: Reported,
  answer: string | undefined,
): Promise<Answer<Decision, "not-now">> {
  if (answer === undefined) return reported(deps, at, report);
  const { caller: by, details } = report;
  const { startedAt: effectiveAt, photos: attachments } = details;
  const remedied = { type: "remedied", effectiveAt, by, details: { answer, attachments } } as const;
  const after = apply(at.file.events.filter(isFact), remedied, at.law, at.now);
  if (!after.ok) {
    const observations = [details.observations && sentence(details.observations), `Entregaron: ${answer}`]
      .filter(Boolean)
      .join(" ");
    return reported(deps, at, { ...report, details: { ...details, observations } });
  }
  const made = await reported(deps, { ...at, claim: after.value }, report);
  return made.ok ? ok({ ...made.value, entries: [remedied, ...made.value.entries] }) : made;
}

/**
 * Returns the decision that records the acta, with one more visit if that is due (`retryOf`); or `late-inspection`, a
 * note, if the visit has an acta or the claim takes none any more. Refuses `not-now` if such a note is of a visit in
 * the future; the law judges an acta later.
 */
async function reported(
  deps: VisitDeps,
  at: CaseAt,
  { visit, caller: by, outcome, details }: Reported,
): Promise<Answer<Decision, "not-now">> {
  const { claim, law, now } = at;
  const { startedAt: effectiveAt } = details;
  if (visit.reportedAt !== undefined || !actionsFor(claim, by, law, now).includes("inspection-reported")) {
    if (effectiveAt > now) return refused("not-now", { detail: refusalWords["not-happened-yet"] });
    return ok({ entries: [{ type: "late-inspection", effectiveAt, by, details: { outcome, ...details } }] });
  }
  const retry = await retryOf(deps, at, visit, outcome);
  const fact = { type: "inspection-reported", effectiveAt, by, outcome } as const;
  return ok({
    entries: [
      { ...fact, details: { ...details, retry: retry?.visit } },
      ...(retry?.visit.late ? [noSlotInTime(now)] : []),
    ],
    also: retry?.writes ?? [],
  });
}

/**
 * Plans one more visit if nobody opened, as often as the law says (`inspection.retry_count`). Undefined if the visit
 * was made, whole or in part, if the inspector was not let in (the claim is decided with the remaining evidence), or if
 * that often is reached.
 */
async function retryOf(
  { appointmentSlots, tenant, visits }: VisitDeps,
  { file, filing, law, now }: CaseAt,
  { zone }: StoredVisit,
  outcome: VisitOutcome,
) {
  if (outcome !== "absent" || !isVisitRepeated(file.events, law)) return undefined;
  const { claimId, claimType } = file.head;
  const from = limaDay(now);
  const { visit, write } = await slotForVisit(appointmentSlots, tenant, {
    zone,
    from,
    through: lastDayOf(tenant, from, visitTarget(claimType, law.inspection)),
    preference: filing.details.form.visitPreference ?? "any",
    inspectionId: `${claimId}-${file.visits.length + 1}`,
  });
  return { visit, writes: [write, ...visits.plan({ ...visit, claimId, zone })] };
}

function noSlotInTime(now: string): NoteOf<"manager-alerted"> {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by: { kind: "system", name: "report-inspection" },
    details: { reason: "No hay lugar para repetir la visita dentro del plazo: quedó en el primero después." },
  };
}
