export const homeWords = {
  lede: "Mira cuánto debes y por qué cambió, y lleva la cuenta de tu consumo. No necesitas crear una cuenta para ver tu recibo.",
  action: "Ver mi recibo",
  doors: {
    supplies: {
      title: "Mis suministros",
      text: "Guarda los suministros de tu casa o negocio y mira 13 meses de consumo.",
    },
    claims: { title: "Mis reclamos", text: "En qué está cada reclamo, hasta cuándo y qué tienes que hacer." },
    problems: {
      title: "Tengo un problema con el servicio",
      text: "Avisa de un atoro, una fuga, un corte o tu medidor, y sigue la atención.",
    },
    submissions: { title: "Mesa de partes", text: "Presenta un documento y descarga tu cargo." },
    verify: { title: "Comprobar un documento", text: "Si un papel o un PDF es nuestro, está entero y vigente." },
    terms: { title: "Calcular un plazo", text: "Qué día vence un plazo y por qué, día por día." },
    help: { title: "Dónde están mis datos", text: "El código de suministro y el número de recibo, paso a paso." },
  },
  claimTitle: "¿No estás de acuerdo con tu recibo?",
  claimText: "Puedes reclamar por aquí a toda hora, por teléfono o en la oficina. No tienes que pagar primero.",
  claimAction: "Reclamar un recibo",
  stateAction: "Consultar un reclamo sin ingresar",
} as const;
