export const statusWords = {
  lede: [
    "Preguntamos ahora a cada parte del sitio, desde tu equipo.",
    "Una alarma prueba presentar e ingresar cada 5 minutos y avisa al turno.",
  ],
  parts: {
    receipts: "Ver un recibo",
    claims: "Presentar un reclamo",
    documents: "Presentar un documento",
    signIn: "Ingresar con tu cuenta",
  },
  checking: "Comprobando…",
  works: "Funciona",
  fails: "No funciona ahora",
  unreached: "No pudimos comprobarlo",
  all: "Todo funciona",
  some: "Algo no funciona",
  call: (telephone: string, address: string) =>
    `Mientras tanto te atendemos en el ${telephone} y en ${address}, en horario de oficina.`,
  term: "Si la falla es nuestra y hoy vence tu plazo, el plazo pasa al día hábil siguiente. Un certificado lo prueba.",
  noConnection: "No llegamos a internet desde aquí",
  ownNetwork: "Parece tu conexión. Revísala y prueba otra vez.",
  again: "Comprobar otra vez",
  checkedAt: (time: string) => `Comprobado a ${time}`,
} as const;
