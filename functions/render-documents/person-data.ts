import { caseNow } from "../../shared/casework/case/case-at.ts";
import type { PersonData } from "../../shared/documents/letters.ts";
import { stateNames } from "../../shared/domain/case/claim-state-names.ts";
import type { Claimant, PersonDocument } from "../../shared/domain/filing/claim-form.ts";
import { sentNotices } from "../../shared/domain/notice/sent-notices.ts";
import type { SubmissionRecord } from "../../shared/storage/submission/submissions.ts";
import type { RenderDeps } from "./render-deps.ts";

type Kept = Pick<PersonData, "supplies" | "claims" | "problems" | "submissions">;

const page = 50;

/**
 * Returns what the office keeps of the person of the account `sub`, who asked to see their data: the account's
 * supplies, claims, requests for attention and submissions. If a claim or request is of a person whose document number
 * is not that of `identity`, it is listed without the person and their notices: an account may open other people's
 * claims with a claim key.
 */
export async function personDataOf(deps: RenderDeps, sub: string, identity: PersonDocument): Promise<Kept> {
  const isTheirs = ({ document }: Claimant) => document?.number === identity.number;
  const supplies = await deps.supplyLinks.list(sub);
  const claimIds = await all(
    (before) => deps.caseAccess.ofAccount(sub, page, before),
    (id) => id,
  );
  const problems = await all(
    (before) => deps.problems.ofAccount(sub, page, before),
    ({ problemId }) => problemId,
  );
  const submissions = await all(
    (before) => deps.submissions.ofAccount(sub, page, before),
    ({ submissionId }) => submissionId,
  );
  const claims: PersonData["claims"][number][] = [];
  for (const claimId of claimIds) claims.push(...(await claimOf(deps, claimId, isTheirs)));
  return {
    supplies,
    claims,
    problems: problems.map(({ code, filedAt, applicant }) => ({
      code,
      filedAt,
      person: isTheirs(applicant) ? applicant : undefined,
    })),
    submissions: submissions.map(ownWords),
  };
}

const ownWords = ({ number, presentedAt, subject, presenter, identity, email, telephone }: SubmissionRecord) =>
  ({ number, presentedAt, subject, presenter, identity, email, telephone }) satisfies PersonData["submissions"][number];

async function claimOf(
  deps: RenderDeps,
  claimId: string,
  isTheirs: (claimant: Claimant) => boolean,
): Promise<PersonData["claims"]> {
  const file = await deps.caseFiles.read(claimId);
  if (!file) return [];
  const { filing, claim } = caseNow(file, deps.tenant, deps.now());
  const { claimant } = filing.details.form;
  const { code } = file.head;
  const facts = { code, filedAt: filing.effectiveAt, state: stateNames[claim.state] };
  if (!isTheirs(claimant)) return [{ ...facts, person: undefined, notices: [] }];
  const notices = sentNotices(file.events).map(({ sent }) => ({ at: sent.effectiveAt, ...sent.details }));
  return [{ ...facts, person: claimant, notices }];
}

/** Reads every page of a list that is read newest first. */
async function all<One>(
  read: (before?: string) => Promise<readonly One[]>,
  idOf: (one: One) => string,
): Promise<readonly One[]> {
  const found: One[] = [];
  for (;;) {
    const last = found.at(-1);
    const next = await read(last === undefined ? undefined : idOf(last));
    found.push(...next);
    if (next.length < page) return found;
  }
}
