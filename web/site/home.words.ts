export const homeWords = {
  lede: "Mira cuánto debes y por qué. Si no estás de acuerdo, reclama.",
  action: "Ver mi recibo",
  claimAction: "Reclamar un recibo",
  claimText: "Sin cuenta y sin pagar primero.",
  doors: {
    supplies: {
      title: "Mis suministros",
      text: "Guarda los suministros de tu casa o negocio y mira 13 meses de consumo.",
    },
    claimState: {
      title: "Consultar un reclamo",
      text: "Con su código y el documento de quien lo presentó.",
    },
    claims: { title: "Mis reclamos", text: "En qué están y qué tienes que hacer." },
    problems: {
      title: "Tengo un problema con el servicio",
      text: "Avisa de un atoro, una fuga, un corte o tu medidor, y sigue la atención.",
    },
    submissions: { title: "Mesa de partes", text: "Presenta un documento y descarga tu cargo." },
    verify: { title: "Comprobar un documento", text: "Si un papel o un PDF es nuestro, está entero y vigente." },
    terms: { title: "Calcular un plazo", text: "Qué día vence un plazo y por qué, día por día." },
    help: { title: "Dónde encuentro mis números", text: "El código de suministro y el número de recibo, paso a paso." },
  },
} as const;
