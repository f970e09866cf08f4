import * as z from "zod";
import { appealResults } from "../../domain/board/counted-claim.ts";
import { resolutionOutcomes } from "../../domain/case/claim-events.ts";
import { claimTypes } from "../../domain/case/claim-types.ts";
import type { MonthFacts } from "../../domain/register/indicators.ts";
import { observationStates } from "../../domain/register/observation.ts";
import type { ReportBuild } from "../../domain/register/report-build.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import type { ReportFiles } from "./report-files.ts";

/** The file of a build that its figures are counted from. */
const fileName = "facts.json";

const timeliness = z.enum(["in-time", "late", "pending", "not-owed"]);

export const storedFacts = z.object({
  claimId: z.string(),
  code: z.string(),
  type: z.enum(claimTypes),
  channel: z.enum(officeChannels),
  isFiled: z.boolean(),
  resolved: timeliness,
  notified: timeliness,
  isSilent: z.boolean(),
  isHeard: z.boolean(),
  isConciliated: z.boolean(),
  outcome: z.enum(resolutionOutcomes).optional(),
  appeal: z.enum(appealResults).optional(),
  visits: z.number(),
  frustrated: z.number(),
  rebilledM3: z.number(),
  rebilled: z.number(),
});

const storedMonth = z.object({
  claims: z.array(storedFacts),
  observations: z.array(
    z.object({
      kind: z.enum(["observation", "submission"]),
      observationId: z.string(),
      number: z.string(),
      state: z.enum(observationStates),
    }),
  ),
});

export async function writeFacts(files: ReportFiles, build: ReportBuild, facts: MonthFacts): Promise<void> {
  await files.write(build, fileName, new TextEncoder().encode(JSON.stringify(facts)), "application/json");
}

/**
 * Returns the facts of a month that the build of its registers stored in a file. Throws if the build has no such file
 * or the file cannot be parsed.
 */
export async function readFacts(files: Pick<ReportFiles, "read">, build: ReportBuild): Promise<MonthFacts> {
  return storedMonth.parse(JSON.parse(new TextDecoder().decode(await files.read(build, fileName))));
}
