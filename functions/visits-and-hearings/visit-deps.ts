import type { ConfirmationDeps } from "../../shared/casework/confirmed-act.ts";
import type { EditDeps } from "../../shared/casework/edit-case.ts";
import type { AppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import type { AtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import type { ClaimsAtRisk } from "../../shared/storage/claims-at-risk.ts";
import type { DraftWriter } from "../../shared/storage/resolution-drafts.ts";
import type { Agenda, Visits } from "../../shared/storage/visits.ts";
import type { WorkLists } from "../../shared/storage/work-lists.ts";

export interface VisitDeps extends EditDeps, ConfirmationDeps {
  readonly atypicalReadings: AtypicalReadings;
  readonly workLists: WorkLists;
  readonly claimsAtRisk: ClaimsAtRisk;
  readonly agenda: Agenda;
  readonly visits: Visits;
  readonly appointmentSlots: AppointmentSlots;
  readonly draftWriter: DraftWriter;
}
