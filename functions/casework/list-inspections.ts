import { listInspections as route } from "../../shared/contract/investigation-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { claimantName } from "../../shared/documents/spanish-names.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import { supplyToday } from "../../shared/domain/register-file.ts";
import { ok } from "../../shared/domain/result.ts";
import type { StoredVisit } from "../../shared/storage/visits.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

type Row = AnswerOf<typeof route>["inspections"][number];

/**
 * Lists the visits of an inspector on a day: the caller's, unless `inspector` names another. If a visit serves several
 * claims, lists it once, and `alsoFor` has the codes of the other claims. Leaves out a visit whose case cannot be read.
 * Refuses `not-your-role` if `inspector` is somebody else and the caller is neither an analyst nor a manager.
 */
export const listInspections = (deps: CaseworkDeps) =>
  serve(route, async ({ query, caller }) => {
    const inspector = query.inspector ?? caller.sub;
    const leads = caller.roles.includes("analyst") || caller.roles.includes("manager");
    if (inspector !== caller.sub && !leads)
      return refused("not-your-role", { detail: "Solo puedes ver tu propia agenda." });
    const visits = await deps.agenda.of(inspector, query.date);
    const isServedBy = (other: StoredVisit) => (one: StoredVisit) => one.shares?.inspectionId === other.inspectionId;
    const stops = visits.filter((visit) => !visits.some((other) => isServedBy(other)(visit) && other.on === visit.on));
    const rows = await Promise.all(stops.map((stop) => rowOf(deps, stop, visits.filter(isServedBy(stop)))));
    return ok({ inspections: rows.flatMap((row) => row ?? []) });
  });

/**
 * Returns the row of a visit. Its address is the supply's, by the newest receipt or a newer register, or else the
 * claimant's. Undefined if the case of the visit is gone.
 */
async function rowOf(
  { caseFiles, receiptReader }: CaseworkDeps,
  visit: StoredVisit,
  served: readonly StoredVisit[],
): Promise<Row | undefined> {
  const { claimId, inspectionId, on, from, to, late } = visit;
  const file = await caseFiles.read(claimId);
  const claimant = file && lastEntry(file.events, "claim-filed")?.details.form.claimant;
  if (!claimant) return undefined;
  const { code, version, supplyCode } = file.head;
  const [[newest], registered] = await Promise.all([
    receiptReader.lastMonths(supplyCode, 1),
    receiptReader.registeredOf(supplyCode),
  ]);
  // The agenda is an index: it may not show yet a report just made.
  const reported = file.visits.some((one) => one.inspectionId === inspectionId && one.reportedAt !== undefined);
  return {
    inspectionId,
    on,
    from,
    to,
    late,
    claimId,
    code,
    version,
    supplyCode,
    address: supplyToday(newest?.receipt, registered)?.address ?? claimant.address,
    claimantName: claimantName(claimant),
    telephone: claimant.telephone,
    reported,
    alsoFor: (await caseFiles.heads(served.map((one) => one.claimId))).map((head) => head.code),
  };
}
