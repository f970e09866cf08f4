export const lookCountWords = {
  title: "Quién mira más",
  lede: "Cuánto abrió cada quien en una semana, junto a la mediana de quienes comparten su rol. «Fuera de su trabajo»: reclamos que no tiene a cargo, no están en bandejas de su rol y nada suyo registran. Que alguien resalte no dice que hizo mal: pregunte.",
  nobodyStandsOut: "Nadie abrió mucho más que los demás de su rol.",
  /** Who opened far more than others of their role. */
  standOut: (names: readonly string[]): string => `Más del doble que la mediana de su rol: ${names.join(", ")}.`,
  marked: "Resalta",
  none: "Nadie abrió nada en esa semana.",
  notWhole: "Hubo más de lo que esta página cuenta: falta lo más antiguo de la semana.",
  earlier: "Semana anterior",
  later: "Semana siguiente",
  csv: "Descargar esta tabla (CSV)",
  columns: {
    who: "Quién",
    roles: "Rol",
    cases: "Casos",
    people: "Suministros y llamadas",
    files: "Archivos",
    median: "Mediana de casos y suministros",
    outside: "Fuera de su trabajo",
    medianOutside: "Mediana fuera",
  },
  alone: "Único en su rol",
} as const;
