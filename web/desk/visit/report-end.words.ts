/** How it ended with a report that is made at a house. */
export const reportEndWords = {
  sentText: "El sistema ya la tiene. Puede seguir con la próxima visita.",
  unsentText: "No hay señal o el sistema no responde. Está guardada en este teléfono y se enviará sola. No la borre.",
  signIn: "Ingrese otra vez para enviar lo pendiente",
  discard: "Borrar del teléfono",
  discardText: "El sistema no la tiene. Se borra lo que escribió y las fotos, y no se puede recuperar.",
  discardNo: "No, conservarla",
  next: "Ver mis inspecciones",
} as const;
