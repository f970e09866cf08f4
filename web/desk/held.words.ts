/** What is said of an act that can still be taken back, and of one whose form was left meanwhile. */
export const heldWords = {
  region: "Lo que se está por enviar",
  waits: (what: string) => `${what}: se envía en 10 segundos.`,
  sending: (what: string) => `${what}: enviando…`,
  undo: "Deshacer",
  now: "Enviar ya",
  undone: "Lo deshizo: no se envió nada",
  undoneText: "Lo que escribió sigue aquí.",
  done: (what: string) => `${what}: quedó registrado.`,
  part: (what: string, count: number, of: number) => `${what}: ${count} de ${of}. Los demás siguen en su lista.`,
  refused: (what: string) => `${what}:`,
  left: "No sabemos si quedó registrado",
  leftText: "Salió de la página mientras se enviaba. Revíselo.",
  back: "Volver adonde lo hizo",
  close: "Entendido",
} as const;
