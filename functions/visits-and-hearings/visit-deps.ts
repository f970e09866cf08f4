import type { EditDeps } from "../../shared/casework/case/edit-case.ts";
import type { ConfirmationDeps } from "../../shared/casework/counter/confirmed-act.ts";
import type { AtypicalReadings } from "../../shared/storage/reading/atypical-readings.ts";
import type { DraftWriter } from "../../shared/storage/resolution/resolution-drafts.ts";
import type { AppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import type { Agenda, Visits } from "../../shared/storage/visit/visits.ts";
import type { ClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import type { WorkLists } from "../../shared/storage/work/work-lists.ts";

export interface VisitDeps extends EditDeps, ConfirmationDeps {
  readonly atypicalReadings: AtypicalReadings;
  readonly workLists: WorkLists;
  readonly claimsAtRisk: ClaimsAtRisk;
  readonly agenda: Agenda;
  readonly visits: Visits;
  readonly appointmentSlots: AppointmentSlots;
  readonly draftWriter: DraftWriter;
}
