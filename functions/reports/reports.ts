import { admitSupervisor } from "./admit-supervisor.ts";
import { answerObservation } from "./answer-observation.ts";
import { buildRegister } from "./build-register.ts";
import { countOpenings } from "./count-openings.ts";
import { downloadRegister } from "./download-register.ts";
import { drawSample } from "./draw-sample.ts";
import { enterObservation } from "./enter-observation.ts";
import { listAttended } from "./list-attended.ts";
import { listAttentions } from "./list-attentions.ts";
import { listBoardCases } from "./list-board-cases.ts";
import { listFigureCases } from "./list-figure-cases.ts";
import { listIndicators } from "./list-indicators.ts";
import { listObservations } from "./list-observations.ts";
import { listOpenings } from "./list-openings.ts";
import { listSupervisedReads } from "./list-supervised-reads.ts";
import { listSupervisors } from "./list-supervisors.ts";
import type { ReportDeps } from "./report-deps.ts";
import { showBoard } from "./show-board.ts";
import { showRegister } from "./show-register.ts";

/**
 * Returns every operation on registers, reports, the observation book and external supervisors, each with the stores of
 * `deps`.
 */
export const reports = (deps: ReportDeps) => ({
  showRegister: showRegister(deps),
  buildRegister: buildRegister(deps),
  downloadRegister: downloadRegister(deps),
  showBoard: showBoard(deps),
  listBoardCases: listBoardCases(deps),
  listAttended: listAttended(deps),
  listIndicators: listIndicators(deps),
  listFigureCases: listFigureCases(deps),
  drawSample: drawSample(deps),
  listSupervisors: listSupervisors(deps),
  admitSupervisor: admitSupervisor(deps),
  listOpenings: listOpenings(deps),
  countOpenings: countOpenings(deps),
  listSupervisedReads: listSupervisedReads(deps),
  listAttentions: listAttentions(deps),
  enterObservation: enterObservation(deps),
  listObservations: listObservations(deps),
  answerObservation: answerObservation(deps),
});
