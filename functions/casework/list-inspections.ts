import { nameOf } from "../../shared/casework/file-claim.ts";
import { listInspections as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { lastEntry } from "../../shared/domain/case-events.ts";
import { supplyToday } from "../../shared/domain/register-file.ts";
import { ok } from "../../shared/domain/result.ts";
import type { StoredVisit } from "../../shared/storage/case-files.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";

type Row = AnswerOf<typeof route>["inspections"][number];

/** Visits of a day, in order: an inspector's own, or a named inspector's for who leads the work. */
export const listInspections = (desk: CaseworkDesk) =>
  serve(route, async ({ query, caller }) => {
    const inspector = query.inspector ?? caller.sub;
    const leads = caller.roles.includes("analyst") || caller.roles.includes("manager");
    if (inspector !== caller.sub && !leads)
      return refused("not-your-role", { detail: "Solo puedes ver tu propia agenda." });
    const visits = await desk.caseFiles.agenda(inspector, query.date);
    const rows = await Promise.all(visits.map((visit) => rowOf(desk, visit)));
    return ok({ inspections: rows.flatMap((row) => row ?? []) });
  });

/** A visit with whom to find where: the place is the supply's, as its newest receipt or a newer register says. */
async function rowOf({ caseFiles, receiptReader }: CaseworkDesk, visit: StoredVisit): Promise<Row | undefined> {
  const { claimId, inspectionId, on, from, to, late } = visit;
  const file = await caseFiles.read(claimId);
  const claimant = file && lastEntry(file.events, "claim-filed")?.details.form.claimant;
  if (!claimant) return undefined;
  const { code, version, supplyCode } = file.head;
  const [[newest], registered] = await Promise.all([
    receiptReader.lastMonths(supplyCode, 1),
    receiptReader.registeredOf(supplyCode),
  ]);
  // The agenda's index may lag behind a report just made.
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
    claimantName: nameOf(claimant),
    telephone: claimant.telephone,
    reported,
  };
}
