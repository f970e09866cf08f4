export const explanationWords = {
  goOn: "Quiero seguir con mi reclamo",
  clear: "Con esto me queda claro",
  unknown: "No podemos mostrar la explicación en este momento. Puedes seguir con tu reclamo.",
} as const;
