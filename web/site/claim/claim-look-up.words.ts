export const lookUpStateWords = {
  lede: "Con el código del reclamo y el documento de quien lo presentó te decimos en qué está. Para verlo completo, ingresa.",
  kind: "Tipo de documento",
  number: "Número de documento de quien lo presentó",
  numberHint: "Si otra persona lo presentó por ti, va el documento de esa persona.",
  action: "Consultar",
  lost: "¿Perdiste el código? Está en tu cargo y, si lo presentaste con tu cuenta, en",
  lostAlso: "Si no, llámanos o ven a la oficina con el documento de quien lo presentó: lo buscamos contigo.",
} as const;
