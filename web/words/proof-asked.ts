export const proofWords = {
  title: "Tu documento no coincide con el padrón",
  goesOn: "Tu reclamo sigue y sus plazos corren igual.",
  how: "Puedes probar que eres el titular o que usas el servicio: con tu documento, un recibo, tu contrato o una constancia de que vives ahí.",
  toAdd: "Tráelo a la oficina o agrégalo a tu reclamo.",
  toPresent: "Tráelo a la oficina o preséntalo por la mesa de partes.",
  waits: "Mientras no lo hagas, no puedes desistir ni aceptar un acuerdo.",
  add: "Agregar un documento al reclamo",
  present: "Presentar un documento",
} as const;
