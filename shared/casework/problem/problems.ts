import { type Answer, type Refusal, refused } from "../../contract/refusals.ts";
import type { WriteKey } from "../../contract/route.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import type { ClaimedProblem } from "../../domain/case/fact-details.ts";
import { ok } from "../../domain/case/result.ts";
import { isKept } from "../../domain/filing/claim-form.ts";
import {
  type Problem,
  type ProblemAction,
  type ProblemEntry,
  problemActionsFor,
  problemStateAt,
  solveBy,
} from "../../domain/problem/problem.ts";
import { calendarDay } from "../../domain/term/calendar-day.ts";
import { attachmentOf, onItsWaySince, type Uploads } from "../../storage/attachment/uploads.ts";
import type { ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import { pauseBefore } from "../../storage/dynamodb.ts";
import type { EvidenceDownloads } from "../../storage/evidence.ts";
import type { Problems, StoredProblem } from "../../storage/problem/problems.ts";
import { type Law, lawInForce, type Tenant } from "../../tenant/tenant.ts";
import { findAttachments } from "../attachment/find-attachments.ts";
import { newCode, newTimeId } from "../case/new-ids.ts";
import { isAnothersDocument } from "../counter/holder-match.ts";
import { cargoOf } from "../filing/claim-cargo.ts";
import { type FileClaimDeps, fileClaim } from "../filing/file-claim.ts";
import { filedOnAt } from "../filing/filed-on.ts";
export interface ProblemDeps extends FileClaimDeps {
  readonly problems: Problems;
  readonly receiptReader: ReceiptReader;
  readonly uploads: Uploads;
  readonly documentDownloads: EvidenceDownloads;
}

type NewProblem = Pick<Problem, "supplyCode" | "problemType" | "channel" | "applicant" | "description" | "sub">;

interface ProblemFiling {
  readonly by: Extract<Actor, { readonly sub: string }>;
  readonly now: string;
  readonly write: WriteKey;
  /** Uploads of `by` that are filed with it. */
  readonly uploadIds: readonly string[];
}

const tries = 6;

/**
 * Files a request for attention about a supply. If the write key was used before, returns the request that it filed,
 * without any later entry, or refuses `write-key-used` if the content was another. Refuses `upload-not-found` if an
 * upload does not exist, is somebody else's or was filed before. Refuses `busy` if in each of six attempts another
 * write came first or the drawn code was in use.
 */
export async function fileProblem(
  deps: ProblemDeps,
  said: NewProblem,
  { by, now, write, uploadIds }: ProblemFiling,
): Promise<Answer<StoredProblem, "upload-not-found" | "write-key-used" | "busy">> {
  const { problems, receiptReader, tenant } = deps;
  const [[newest], registered] = await Promise.all([
    receiptReader.lastMonths(said.supplyCode, 1),
    receiptReader.registeredOf(said.supplyCode),
  ]);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await problemFiledBefore(problems, write);
    if (before) return before;
    const attached = await findAttachments(deps, by.sub, uploadIds);
    if (!attached.ok) return attached;
    const { attachments, attach } = attached.value;
    const filedOn = filedOnAt(tenant, now);
    const problem: Problem = {
      ...said,
      problemId: newTimeId(now),
      code: newCode(tenant.office.problemCode.value, filedOn),
      office: tenant.office.code.value,
      zone: newest?.receipt.ubigeo ?? registered?.ubigeo,
      filedAt: now,
      filedOn,
      entries: [{ type: "received", at: now, by }],
      ...(attachments.length > 0 && { attachments }),
    };
    const due = { ...problem, until: solutionDueAt(problem, tenant) };
    const { problemId, code } = problem;
    const also = [deps.takenCodes.take(code, problemId), ...attach({ problemId })];
    if (await problems.file(due, write, also)) return ok({ ...problem, marks: [] });
    await pauseBefore(attempt);
  }
  return refused("busy");
}

/**
 * Returns the request that a write key filed, without any later entry; undefined if it filed none. Refuses
 * `write-key-used` if the content was another.
 */
export async function problemFiledBefore(
  problems: Problems,
  { key, contentHash }: WriteKey,
): Promise<Answer<StoredProblem, "write-key-used"> | undefined> {
  const made = await problems.ofRequest(key);
  if (!made) return undefined;
  if (made.contentHash !== contentHash) return refused("write-key-used");
  const before = await problems.find(made.problemId);
  return before && ok({ ...before, entries: before.entries.slice(0, 1) });
}

/**
 * Returns the instant by which a problem must be solved, by the law of its filing day; undefined if that law gives no
 * time for its type.
 */
export function solutionDueAt(
  { problemType, filedAt, filedOn }: Pick<Problem, "problemType" | "filedAt" | "filedOn">,
  tenant: Tenant,
): string | undefined {
  const law: Law = lawInForce(tenant, calendarDay(filedOn));
  const { maxTime } = law.claimTypes[problemType].value;
  return maxTime && solveBy(filedAt, maxTime, tenant.calendars.COMPANY.value);
}

/**
 * Returns what a caller may do about a request for attention at `now`; nothing if it is `claimed`. If it is `solved`,
 * its applicant, an operator or a clerk may `dispute` it; otherwise any staff may `attend` it. If it is `not-solved`,
 * the applicant may `claim` and an operator `promote` it, who may also at once if the law gives no time. A caller who
 * is not staff counts as its applicant, which is not checked.
 */
export function actionsOf(problem: Problem, tenant: Tenant, caller: Actor, now: string): readonly ProblemAction[] {
  const until = solutionDueAt(problem, tenant);
  return problemActionsFor(problemStateAt(problem.entries, until, now), until, caller);
}

const notNow: Readonly<Record<ProblemAction, string>> = {
  dispute: "Solo se puede decir que algo sigue mal cuando la empresa ya dijo que lo solucionó.",
  claim: "Todavía no puedes reclamar por este problema: primero tiene que pasar el plazo para solucionarlo.",
  attend: "Esta solicitud ya se solucionó o ya es un reclamo.",
  promote: "Esta solicitud se solucionó, ya es un reclamo, o su plazo para solucionarse todavía corre.",
};

interface ProblemWrite {
  readonly caller: Actor;
  readonly now: string;
  readonly write: WriteKey;
}

/** Entries of one request: more than any problem needs. */
const mostEntries = 100;

/**
 * Records `entry` in the request for attention that `find` returns. The request is then on the office's list, unless
 * the entry says that the problem is solved. If the write key was used before, returns the request as that write left
 * it, or refuses `write-key-used` if the content was another. Refuses `problem-not-found` if `find` does; `not-now` if
 * the caller may not do `act` now or the request has 100 entries; `busy` if another write came first in six attempts.
 */
export async function writeEntry(
  { problems, tenant }: ProblemDeps,
  find: () => Promise<Answer<StoredProblem, "problem-not-found">>,
  { caller, now, write }: ProblemWrite,
  act: "dispute" | "attend",
  entry: ProblemEntry,
): Promise<Answer<StoredProblem, "problem-not-found" | "not-now" | "write-key-used" | "busy">> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const found = await find();
    if (!found.ok) return found;
    const problem = found.value;
    const at = problem.marks.findIndex(({ key }) => key === write.key);
    const made = problem.marks[at];
    if (made)
      return made.contentHash === write.contentHash
        ? ok({ ...problem, entries: problem.entries.slice(0, at + 2) })
        : refused("write-key-used");
    if (!actionsOf(problem, tenant, caller, now).includes(act)) return refused("not-now", { detail: notNow[act] });
    if (problem.entries.length >= mostEntries)
      return refused("not-now", { detail: "Esta solicitud ya tiene demasiadas anotaciones. Llama a la oficina." });
    const waits = entry.type !== "attended" || !entry.solved;
    if (
      await problems.append(problems.entry({ ...problem, until: solutionDueAt(problem, tenant) }, entry, write, waits))
    )
      return ok({ ...problem, entries: [...problem.entries, entry] });
    await pauseBefore(attempt);
  }
  return refused("busy");
}

/** What a claim made of a request for attention says besides the request itself. */
interface Promotion {
  readonly channel: "web" | "telephone" | "counter";
  /** Returns the claim's grounds. */
  readonly groundsOf: (problem: Problem) => string;
  readonly uploadIds: readonly string[];
}

/**
 * Files the claim about the unsolved problem that `find` returns, without receipts, records `claimed` in the problem
 * and returns the claim's cargo. Takes over the problem's attachments that were not refused and arrived or still may. A
 * write key that filed a claim before returns its cargo. Refuses as `find`; `not-now` if the caller may not claim;
 * `upload-not-found` if an upload is not theirs or is attached; and as `fileClaim`. Throws for a system caller.
 */
export async function claimOfProblem(
  deps: ProblemDeps,
  find: () => Promise<Answer<StoredProblem, "problem-not-found">>,
  { caller, now, write }: ProblemWrite,
  { channel, groundsOf, uploadIds }: Promotion,
): Promise<
  Answer<
    Awaited<ReturnType<typeof cargoOf>>,
    "problem-not-found" | "upload-not-found" | "not-now" | "write-key-used" | "busy"
  >
> {
  const filed = await fileClaim(deps, { write, now }, async () => {
    const found = await find();
    if (!found.ok) return found;
    const problem = found.value;
    const { problemId, code, supplyCode, problemType, zone, sub, applicant } = problem;
    const act = caller.kind === "staff" ? "promote" : "claim";
    if (!actionsOf(problem, deps.tenant, caller, now).includes(act)) return refused("not-now", { detail: notNow[act] });
    const attached = caller.kind === "system" ? undefined : await findAttachments(deps, caller.sub, uploadIds);
    if (!attached) throw new Error(`${caller.kind} makes no claim of problem ${problemId}`);
    if (!attached.ok) return attached;
    const [carried, newest, registered] = await Promise.all([
      carriedOver(deps, problem, now),
      deps.receiptReader.lastMonths(supplyCode, 1),
      deps.receiptReader.registeredOf(supplyCode),
    ]);
    return ok({
      isAnothersDocument: isAnothersDocument(applicant, newest, registered),
      form: { supplyCode, claimant: applicant, grounds: groundsOf(problem), request: "solve-problem" },
      claimType: problemType,
      channel,
      by: caller,
      sub,
      receipts: [],
      problem: { problemId, code, attentions: attentionsOf(problem) },
      zone,
      attachments: [...carried.map(attachmentOf), ...attached.value.attachments],
      also: (claimId) => [
        ...carried.map((upload) => deps.uploads.attach(upload, { claimId })),
        ...attached.value.attach({ claimId }),
        deps.problems.entry(
          { ...problem, until: undefined },
          { type: "claimed", at: now, by: caller, claimId },
          write,
          false,
        ),
      ],
      write,
      now,
    });
  });
  return filed.ok ? ok(await cargoOf(deps, filed.value)) : filed;
}

/**
 * Returns the attachments of a request for attention that its claim takes over. Those that were refused stay behind,
 * and those that were announced more than a day ago and never arrived.
 */
async function carriedOver({ uploads }: ProblemDeps, { attachments = [] }: Problem, now: string) {
  const since = onItsWaySince(now);
  const found = await uploads.named(attachments.map(({ documentId }) => documentId));
  return found.filter(({ state, createdAt }) => isKept(state) || (state === "pending" && createdAt >= since));
}

/** What the office did about a problem, for the file of its claim. */
function attentionsOf({ entries }: Problem): NonNullable<ClaimedProblem["attentions"]> {
  return entries.flatMap((entry) => (entry.type === "attended" ? [{ at: entry.at, text: entry.text }] : []));
}

/**
 * Finds a request for attention of account `sub`. Refuses `problem-not-found` if there is none with this id, or if it
 * is not of that account.
 */
export async function ownProblem(
  { problems }: ProblemDeps,
  sub: string,
  problemId: string,
): Promise<Answer<StoredProblem, "problem-not-found">> {
  const problem = await problems.find(problemId);
  return problem?.sub === sub ? ok(problem) : notFound();
}

/** Finds a request for attention, whoever filed it. Refuses `problem-not-found` if there is none. */
export async function anyProblem(
  { problems }: ProblemDeps,
  problemId: string,
): Promise<Answer<StoredProblem, "problem-not-found">> {
  const problem = await problems.find(problemId);
  return problem ? ok(problem) : notFound();
}

function notFound(): Refusal<"problem-not-found"> {
  return refused("problem-not-found");
}
