import type { AttachmentState } from "../../../shared/domain/filing/claim-form.ts";

/** The states of a file that a customer sent. */
export const attachmentStateNames = {
  pending: "Recibido (revisando)",
  received: "Recibido",
  unreadable: "Recibido, pero no se pudo leer",
  refused: "No se pudo abrir",
} as const satisfies Record<AttachmentState, string>;
