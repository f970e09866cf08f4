import { attendProblem } from "./attend-problem.ts";
import { downloadDeskProblemForm } from "./download-desk-problem-form.ts";
import { type DeskProblemDeps, downloadProblemAttachment } from "./download-problem-attachment.ts";
import { listDeskProblems } from "./list-desk-problems.ts";
import { promoteProblem } from "./promote-problem.ts";
import { showDeskProblem } from "./show-desk-problem.ts";
import { takeDispute } from "./take-dispute.ts";
import { takeProblem } from "./take-problem.ts";

/** Returns every operation of staff on requests for attention (Formato 1), each with the stores of `deps`. */
export const deskProblems = (deps: DeskProblemDeps) => ({
  takeProblem: takeProblem(deps),
  listDeskProblems: listDeskProblems(deps),
  showDeskProblem: showDeskProblem(deps),
  downloadDeskProblemForm: downloadDeskProblemForm(deps),
  downloadProblemAttachment: downloadProblemAttachment(deps),
  attendProblem: attendProblem(deps),
  takeDispute: takeDispute(deps),
  promoteProblem: promoteProblem(deps),
});
