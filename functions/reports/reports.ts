import { admitSupervisor } from "./admit-supervisor.ts";
import { answerObservation } from "./answer-observation.ts";
import { buildRegister } from "./build-register.ts";
import { downloadRegister } from "./download-register.ts";
import { drawSample } from "./draw-sample.ts";
import { enterAttention } from "./enter-attention.ts";
import { enterObservation } from "./enter-observation.ts";
import { listAttentions } from "./list-attentions.ts";
import { listFigureCases } from "./list-figure-cases.ts";
import { listIndicators } from "./list-indicators.ts";
import { listObservations } from "./list-observations.ts";
import { listSupervisedReads } from "./list-supervised-reads.ts";
import { listSupervisors } from "./list-supervisors.ts";
import type { ReportDesk } from "./report-desk.ts";
import { showRegister } from "./show-register.ts";

/** Registers, reports and who looks at them from outside: every operation. */
export const reports = (desk: ReportDesk) => ({
  showRegister: showRegister(desk),
  buildRegister: buildRegister(desk),
  downloadRegister: downloadRegister(desk),
  listIndicators: listIndicators(desk),
  listFigureCases: listFigureCases(desk),
  drawSample: drawSample(desk),
  listSupervisors: listSupervisors(desk),
  admitSupervisor: admitSupervisor(desk),
  listSupervisedReads: listSupervisedReads(desk),
  enterAttention: enterAttention(desk),
  listAttentions: listAttentions(desk),
  enterObservation: enterObservation(desk),
  listObservations: listObservations(desk),
  answerObservation: answerObservation(desk),
});
