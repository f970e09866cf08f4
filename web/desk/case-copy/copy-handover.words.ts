export const handoverWords = {
  title: "Anotar que se entregó",
  name: "Quién la recibió",
  document: "Su documento (DNI u otro)",
  relation: "Qué es de quien reclama",
  relationHint: "Por ejemplo: la misma persona, su hija, su representante.",
  handedAt: "Cuándo se entregó",
  save: "Anotar la entrega",
  saved: "La entrega quedó anotada en el historial.",
} as const;
