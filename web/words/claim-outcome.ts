import type { ResolutionOutcome } from "../../shared/domain/claim-events.ts";
import type { AttachmentState } from "../../shared/domain/claim-form.ts";

/** The outcomes of a decision, in words for the claimant. */
export const outcomeNames = {
  upheld: "Te dimos la razón",
  "partly-upheld": "Te dimos la razón en parte",
  rejected: "No te dimos la razón",
  dismissed: "No pudimos decidir si tienes razón (improcedente)",
  concluded: "El reclamo terminó sin decidir si tienes razón",
} as const satisfies Record<ResolutionOutcome, string>;

/** The states of a file that a customer sent. */
export const attachmentStateNames = {
  pending: "Recibido (revisando)",
  received: "Recibido",
  unreadable: "Recibido, pero no se pudo leer",
  refused: "No se pudo abrir",
} as const satisfies Record<AttachmentState, string>;
