import type { ResolutionOutcome } from "../../shared/domain/claim-events.ts";
import type { AttachmentState } from "../../shared/domain/claim-form.ts";

/** What was decided, as it is told to who claimed. */
export const outcomeNames = {
  upheld: "Te dimos la razón",
  "partly-upheld": "Te dimos la razón en parte",
  rejected: "No te dimos la razón",
  dismissed: "No pudimos decidir sobre el fondo (improcedente)",
  concluded: "El reclamo terminó sin decidir sobre el fondo",
} as const satisfies Record<ResolutionOutcome, string>;

/** What became of a file somebody sent. */
export const attachmentStateNames = {
  pending: "Recibido (revisando)",
  received: "Recibido",
  unreadable: "Recibido, pero no se pudo leer",
  refused: "No se pudo abrir",
} as const satisfies Record<AttachmentState, string>;
