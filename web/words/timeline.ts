export const timelineWords = {
  done: "Hecho",
  now: "Ahora",
  later: "Después",
  skipped: "No hizo falta",
} as const;
