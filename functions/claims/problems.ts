import type { ClaimDesk } from "./claim-desk.ts";
import { claimProblem } from "./claim-problem.ts";
import { disputeSolution } from "./dispute-solution.ts";
import { downloadProblemForm } from "./download-problem-form.ts";
import { fileProblem } from "./file-problem.ts";
import { listProblems } from "./list-problems.ts";
import { showProblem } from "./show-problem.ts";

/** The customer's side of requests for attention, on the stores of a desk. */
export const problems = (desk: ClaimDesk) => ({
  fileProblem: fileProblem(desk),
  listProblems: listProblems(desk),
  showProblem: showProblem(desk),
  downloadProblemForm: downloadProblemForm(desk),
  disputeSolution: disputeSolution(desk),
  claimProblem: claimProblem(desk),
});
