export const caseFileWords = {
  copies: "Copias del expediente",
  lede: "Cada pieza lleva sus folios, y no cambian cuando se agrega otra. Lo que es solo interno (borradores, avisos a la gerencia) no es parte del expediente.",
  kinds: {
    tribunal: {
      title: "Para el tribunal (TRASS)",
      text: "Índice, partes en PDF, manifiesto con huellas y sello. Queda anotado en el expediente.",
    },
    print: { title: "Para imprimir", text: "Con el folio impreso en cada hoja." },
    "third-party": {
      title: "Para un tercero",
      text: "Dice qué hay y sus huellas, sin contenido: solo sale lo que se decida entregar, pieza por pieza.",
    },
    "handed-over": {
      title: "Para quien reclama, si no entra a la web",
      text: "Lo mismo que descarga desde su cuenta, sin la clave de su reclamo. Imprímala y anote a quién la entrega.",
    },
  },
  order: "Preparar",
  orderAgain: "Preparar con lo último",
  index: "Índice",
  columns: ["Pieza", "Folios", "Qué es", "Fecha", "Huella SHA-256", "Para otros"],
  noFolios: "al copiar",
  readers: { claimant: "Cliente", "third-party": "Tercero" },
  states: { whole: "se entrega", "others-data": "por decidir", "kept-back": "reservado" },
  decide: "Decidir qué se entrega",
  decideText:
    "Una hoja escaneada no se puede tapar por partes: decida si lo que trajo el asiento se entrega entero o se reserva. La decisión queda en el expediente.",
  seq: "Número de asiento",
  seqHint: "El de la columna «Qué es».",
  copy: "Para quién",
  open: "Qué se hace",
  opens: { yes: "Se entrega", no: "Se reserva" },
  reason: "Por qué",
  save: "Guardar la decisión",
  saved: "Guardado. Vale para la próxima copia.",
} as const;
