export const statusWords = {
  lede: [
    "Preguntamos a cada parte del sitio ahora mismo, desde tu teléfono o computadora.",
    "Una alarma prueba presentar e ingresar cada cinco minutos, y avisa al turno.",
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
  ownNetwork: "Parece tu conexión, no nuestro sitio. Revísala y prueba otra vez.",
  again: "Comprobar otra vez",
  checkedAt: (time: string) => `Comprobado a ${time}`,
} as const;
