import * as z from "zod";
import { type CaseAt, caseNow } from "../../shared/casework/case/case-at.ts";
import { type CaseDeps, type Decision, record } from "../../shared/casework/case/record.ts";
import { pickInspector } from "../../shared/casework/visit/pick-inspector.ts";
import { entriesOf } from "../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { isOfClaimant } from "../../shared/domain/counter/act-on-behalf.ts";
import { dateOf } from "../../shared/domain/receipt/spanish-months.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { Agenda, StoredVisit, Visits } from "../../shared/storage/visit/visits.ts";
import { log } from "../runtime/log.ts";
import { shareReports } from "./share-reports.ts";

export interface InspectionDeps extends CaseDeps {
  readonly visits: Visits;
  readonly agenda: Agenda;
  readonly now: () => string;
}

const message = z.object({ claimId: z.string(), seq: z.number().int().min(1) });
const by = { kind: "system", name: "assign-inspections" } as const;

/**
 * Assigns an inspector on duty to each visit of a claim without inspector and report (`inspection-assigned`). If the
 * visit's day is over or nobody is on duty, records `manager-alerted` instead; if nobody is, also throws after the last
 * visit, so that the message goes to the dead letters. First copies a visit's report to the other claims that it
 * served. Logs `not-needed` if no visit needs an inspector or the claim takes none. Throws if there is no such claim.
 */
export const assignInspections =
  (deps: InspectionDeps) =>
  async (body: unknown): Promise<void> => {
    const { claimId } = message.parse(body);
    const file = await deps.caseFiles.read(claimId);
    if (!file) throw new Error(`there is no claim ${claimId}`);
    const at = caseNow(file, deps.tenant, deps.now());
    await shareReports(deps, file, deps.now());
    const open = file.visits.filter(isOpen);
    if (open.length === 0 || !needsVisits(at)) {
      log("info", "not-needed", { claimId });
      return;
    }
    const unassigned: string[] = [];
    for (const visit of open) {
      if (!(await assign(deps, file.head.office, visit))) unassigned.push(visit.inspectionId);
    }
    if (unassigned.length > 0) throw new Error(`no inspector on duty for ${unassigned.join(", ")}`);
  };

function isOpen({ inspector, reportedAt }: StoredVisit): boolean {
  return inspector === undefined && reportedAt === undefined;
}

/** Whether the claim still takes the report of a visit, or will once it is remedied. */
function needsVisits({ claim }: CaseAt): boolean {
  const next = allowedEvents(claim.state);
  return next.includes("inspection-reported") || next.includes("remedied");
}

/**
 * Assigns a visit to an inspector and records it. Returns `false` when none is on duty; `true` also for a visit whose
 * day is over, which nobody gets. Alerts the manager in both cases.
 */
async function assign(deps: InspectionDeps, office: string, visit: StoredVisit): Promise<boolean> {
  const { on } = visit;
  if (on < limaDay(deps.now())) {
    await alert(deps, visit, `passed ${on}`, `La visita del ${dateOf(on)} pasó sin inspector: hay que programar otra.`);
    return true;
  }
  const inspector =
    (await inspectorShared(deps, office, visit)) ??
    (await pickInspector(deps.agenda, office, await deps.staffRegister.list(office), visit));
  if (!inspector) {
    await alert(deps, visit, `nobody on ${on}`, `No hay inspector de turno para la visita del ${dateOf(on)}.`);
    return false;
  }
  const { sub, name } = inspector;
  await recordOnce(deps, visit, "assigned", (effectiveAt) => ({
    entries: [
      {
        type: "inspection-assigned",
        effectiveAt,
        by,
        details: { inspectionId: visit.inspectionId, inspector: sub, name },
      },
    ],
    also: [deps.visits.assign(visit, { sub, name })],
  }));
  return true;
}

/**
 * Returns the inspector of the visit that this one shares, assigning that visit first if it has none; `undefined` when
 * there is no such visit, it was reported, or the two differ in day or hour.
 */
async function inspectorShared(
  deps: InspectionDeps,
  office: string,
  { shares, on, from }: StoredVisit,
): Promise<StoredVisit["inspector"]> {
  const find = async () => {
    const file = shares && (await deps.caseFiles.read(shares.claimId));
    return file?.visits.find((one) => one.inspectionId === shares?.inspectionId);
  };
  const found = await find();
  if (!found || found.reportedAt !== undefined || found.on !== on || found.from !== from) return undefined;
  if (found.inspector) return found.inspector;
  await assign(deps, office, found);
  return (await find())?.inspector;
}

/** Alerts the manager, once for each `what`: the words of the reason may change. */
function alert(deps: InspectionDeps, visit: StoredVisit, what: string, reason: string): Promise<void> {
  return recordOnce(deps, visit, what, (effectiveAt) => ({
    entries: [{ type: "manager-alerted", effectiveAt, by, details: { reason } }],
  }));
}

/**
 * Records a decision about a visit, once for each `what` and each slot its claimant moved it to; writes nothing if the
 * visit meanwhile has an inspector, a report or another slot. Throws if the case refuses the write.
 */
async function recordOnce(
  deps: InspectionDeps,
  { claimId, inspectionId, on, from }: StoredVisit,
  what: string,
  decision: (effectiveAt: string) => Decision,
): Promise<void> {
  const known = await deps.caseFiles.read(claimId);
  const moves = entriesOf(known?.events ?? [], "visit-moved").filter(
    (move) => isOfClaimant(move) && move.details.visit.inspectionId === inspectionId,
  ).length;
  const write = {
    key: `assign-inspections ${inspectionId} ${moves === 0 ? what : `${what} ${moves}`}`,
    contentHash: what,
  };
  const recorded = await record(deps, { claimId, now: deps.now(), write, known }, ({ file, now }) => {
    const visit = file.visits.find((one) => one.inspectionId === inspectionId);
    const isSame = visit?.on === on && visit.from === from;
    return ok(visit && isOpen(visit) && isSame ? decision(now) : { entries: [] });
  });
  if (!recorded.ok) throw new Error(`visit ${inspectionId} was not recorded: ${recorded.error}`);
}
