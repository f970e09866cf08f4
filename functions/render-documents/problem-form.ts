import { letterOffice } from "../../shared/casework/notice/letter-facts.ts";
import { solutionDueAt } from "../../shared/casework/problem/problems.ts";
import { issueDocument } from "../../shared/casework/seal/issue-document.ts";
import { problemSealFacts } from "../../shared/casework/seal/sealed-facts.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import type { OfficeDocument } from "../../shared/domain/case/issued-documents.ts";
import type { Problem } from "../../shared/domain/problem/problem.ts";
import { calendarDay } from "../../shared/domain/term/calendar-day.ts";
import type { StoredProblem } from "../../shared/storage/problem/problems.ts";
import { lawInForce } from "../../shared/tenant/tenant.ts";
import type { RenderDeps } from "./render-deps.ts";

/**
 * Returns the form of a request for attention (Formato 1) as it was filed; makes it, seals it and adds it if there is
 * none. Of two made at the same moment, the first added is returned. Throws if there is no such request.
 */
export async function problemFormOf(deps: RenderDeps, problemId: string): Promise<OfficeDocument> {
  const problem = await found(deps, problemId);
  if (problem.form) return problem.form;
  await deps.problems.addForm(problemId, await made(deps, problem));
  const { form } = await found(deps, problemId);
  if (!form) throw new Error(`the form of the request for attention ${problemId} was not added`);
  return form;
}

async function found({ problems }: RenderDeps, problemId: string): Promise<StoredProblem> {
  const problem = await problems.find(problemId);
  if (!problem) throw new Error(`there is no request for attention ${problemId}`);
  return problem;
}

function made(deps: RenderDeps, problem: StoredProblem): Promise<OfficeDocument> {
  const document = {
    kind: "problem-form",
    fileName: `solicitud-${problem.code}.pdf`,
    source: problem.problemId,
  } as const;
  return issueDocument(deps, document, formSheet(deps, problem), {
    ...problemSealFacts(problem),
    sealedAt: deps.now(),
  });
}

function formSheet({ tenant }: RenderDeps, problem: Problem): Sheet {
  const filedOn = calendarDay(problem.filedOn);
  return tenant.letters.problemForm({
    ...letterOffice(tenant, filedOn),
    problem,
    problemType: lawInForce(tenant, filedOn).claimTypes[problem.problemType].value.name,
    solveBy: solutionDueAt(problem, tenant),
  });
}
