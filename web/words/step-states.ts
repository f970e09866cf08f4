export const timelineWords = {
  done: "Hecho",
  now: "Ahora",
  late: "Con atraso",
  later: "Después",
  skipped: "No hizo falta",
  undone: "No se hizo",
} as const;
