export const proofWords = {
  title: "El recibo no está a nombre de tu documento",
  goesOn: "Tu reclamo sigue y sus plazos corren igual.",
  how: "Puedes probar que eres el titular o que usas el servicio: con tu documento, un recibo, tu contrato o una constancia de que vives ahí.",
  toAdd: "Tráelo a la oficina o agrégalo a tu reclamo.",
  toPresent: "Tráelo a la oficina o preséntalo por la mesa de partes.",
  waits: "Mientras no lo pruebes, no puedes retirar el reclamo ni aceptar un acuerdo.",
  add: "Agregar un documento al reclamo",
  present: "Presentar un documento",
} as const;
