import * as z from "zod";
import { caseAsOf } from "../../shared/casework/case/case-at.ts";
import type { CountedClaim } from "../../shared/domain/board/counted-claim.ts";
import { claimedReceipts } from "../../shared/domain/receipt/claimed-receipts.ts";
import type { RegisterRow } from "../../shared/domain/register/register.ts";
import type { ReportBuild } from "../../shared/domain/register/report-build.ts";
import { storedFacts } from "../../shared/storage/register/report-facts.ts";
import type { BuildDeps } from "./build-deps.ts";
import { countedClaim } from "./count-claim.ts";
import { registerRow } from "./register-row.ts";

export interface ReadClaim {
  readonly row: RegisterRow<"claims">;
  readonly facts: CountedClaim;
}

const storedPart = z.array(z.object({ row: z.record(z.string(), z.string()), facts: storedFacts }));

const nameOf = (part: number): string => `part-${String(part).padStart(5, "0")}.json`;

/** Cases read at the same time. */
const atOnce = 10;

/**
 * Returns the claims as they were at `asOf`, so that reading them again gives the same; leaves out claims filed later.
 */
async function readClaims(deps: BuildDeps, ids: readonly string[], asOf: string): Promise<readonly ReadClaim[]> {
  const read: ReadClaim[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = await Promise.all(ids.slice(from, from + atOnce).map((claimId) => readClaim(deps, claimId, asOf)));
    read.push(...some.flatMap((one) => one ?? []));
  }
  return read;
}

async function readClaim(
  { caseFiles, receiptReader, billedIn, tenant }: BuildDeps,
  claimId: string,
  asOf: string,
): Promise<ReadClaim | undefined> {
  const file = await caseFiles.read(claimId);
  if (!file) throw new Error(`claim ${claimId} is listed in its month and has no case file`);
  const at = caseAsOf(file, tenant, asOf);
  if (!at) return undefined;
  const { supplyCode } = file.head;
  const periods = [...new Set(claimedReceipts(at.file.events).map(({ period }) => period))];
  const [supply, receipts] = await Promise.all([receiptReader.registeredOf(supplyCode), billedIn(supplyCode, periods)]);
  return { row: registerRow(at, { supply, receipts }, tenant), facts: countedClaim(at) };
}

/**
 * Reads the next claims of the build's month, at most `claimsPerPart`, as they were at `build.asOf`, and writes them to
 * the file of the part `build.part`, which it replaces. Begins after the claim id `after`. Leaves out claims filed
 * after `asOf`. Returns how many ids were read, and the last of them if more may follow. Throws if a claim has no case
 * file.
 */
export async function readPart(deps: BuildDeps, build: ReportBuild, after: string | undefined) {
  const { tenant, months, claimsPerPart = 200 } = deps;
  const ids = await months.ids(tenant.office.code.value, build.month, "CLAIM", claimsPerPart, after);
  const claims = await readClaims(deps, ids, build.asOf);
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  await deps.files.write(build, nameOf(build.part), bytes, "application/json");
  return { read: ids.length, last: ids.length === claimsPerPart ? ids.at(-1) : undefined };
}

/**
 * Reads the files of the first `parts` parts of a build and returns their claims in the order in which they were read.
 */
export async function readParts({ files }: BuildDeps, build: ReportBuild, parts: number) {
  const claims: z.output<typeof storedPart>[number][] = [];
  for (let part = 0; part < parts; part += 1) {
    const text = new TextDecoder().decode(await files.read(build, nameOf(part)));
    claims.push(...storedPart.parse(JSON.parse(text)));
  }
  return claims;
}
