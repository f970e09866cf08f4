import type { ClaimDeps } from "../claim-deps.ts";
import { claimProblem } from "./claim-problem.ts";
import { disputeSolution } from "./dispute-solution.ts";
import { downloadProblemForm } from "./download-problem-form.ts";
import { fileProblem } from "./file-problem.ts";
import { listProblems } from "./list-problems.ts";
import { showProblem } from "./show-problem.ts";

/** Returns every operation of customers on requests for attention (Formato 1), each with the stores of `deps`. */
export const problems = (deps: ClaimDeps) => ({
  fileProblem: fileProblem(deps),
  listProblems: listProblems(deps),
  showProblem: showProblem(deps),
  downloadProblemForm: downloadProblemForm(deps),
  disputeSolution: disputeSolution(deps),
  claimProblem: claimProblem(deps),
});
