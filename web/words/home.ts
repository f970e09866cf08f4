export const homeWords = {
  lede: "Mira cuánto debes y por qué cambió, y lleva la cuenta de tu consumo. No necesitas crear una cuenta para ver tu recibo.",
  action: "Ver mi recibo",
  doors: {
    supplies: {
      title: "Mis suministros",
      text: "Guarda los suministros de tu casa o negocio y mira 13 meses de consumo.",
    },
    terms: { title: "Calcular un plazo", text: "Qué día vence un plazo y por qué, día por día." },
    help: { title: "Dónde están mis datos", text: "El código de suministro y el número de recibo, paso a paso." },
  },
  claimTitle: "Para reclamar hoy",
  claimText:
    "Todavía no se puede presentar un reclamo por este sitio. Hoy te atendemos por teléfono y en la oficina: los datos están en «¿Necesitas ayuda?».",
} as const;
