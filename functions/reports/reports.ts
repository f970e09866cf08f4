import { listAttended } from "./board/list-attended.ts";
import { listBoardCases } from "./board/list-board-cases.ts";
import { showBoard } from "./board/show-board.ts";
import { countOpenings } from "./counter/count-openings.ts";
import { listAttentions } from "./counter/list-attentions.ts";
import { listOpenings } from "./counter/list-openings.ts";
import { admitSupervisor } from "./register/admit-supervisor.ts";
import { answerObservation } from "./register/answer-observation.ts";
import { buildRegister } from "./register/build-register.ts";
import { downloadRegister } from "./register/download-register.ts";
import { drawSample } from "./register/draw-sample.ts";
import { enterObservation } from "./register/enter-observation.ts";
import { listFigureCases } from "./register/list-figure-cases.ts";
import { listIndicators } from "./register/list-indicators.ts";
import { listObservations } from "./register/list-observations.ts";
import { listSupervisedReads } from "./register/list-supervised-reads.ts";
import { listSupervisors } from "./register/list-supervisors.ts";
import { showRegister } from "./register/show-register.ts";
import type { ReportDeps } from "./report-deps.ts";

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
