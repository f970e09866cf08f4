export const filedWords = {
  code: "Código de tu reclamo",
  at: "Recibido el",
  answerBy: "Te responderemos a más tardar el",
  visit: "Te visitamos el",
  hearing: "Reunión para llegar a un acuerdo",
  hearingLink: "Enlace de la reunión",
  appointments: "Visita y reunión",
  appointmentsLater: "Te avisaremos el día. Tus plazos ya corren.",
  owner: "Quien lleva tu reclamo",
  key: "Clave de tu reclamo",
  keyText: "Con el código y esta clave puedes abrirlo desde otra cuenta. Guárdala y no la compartas.",
  cargo: "Descargar cargo (PDF)",
  cargoText: "El cargo es la constancia de que lo recibimos.",
  cargoWaiting: "Estamos preparando tu cargo. Tarda unos segundos.",
  leftOut: (names: string) => `No pudimos abrir: ${names}. No va con tu reclamo: agrega otra copia desde su página.`,
  power:
    "Reclamas por el titular. Si no agregaste el poder, agrégalo a tu reclamo o tráelo a la oficina: sin él podemos pedírtelo, con un plazo corto.",
  noPaying: "No tienes que pagar lo que reclamas mientras dura el reclamo. Tampoco te pueden cortar el agua por eso.",
  late: (months: string) =>
    `El plazo normal para reclamar ${months} ya había pasado. Una persona decide si corresponde seguir.`,
  duplicates: "Ya reclamaste lo mismo, por algún mes igual:",
  supplyAddress: "Dirección del suministro",
  meterTest: "Prueba del medidor",
  testAnswers: {
    paid: "La pediste. Si el medidor marca de más, la paga la empresa; si no, la pagas tú, como aceptaste.",
    unpaid: "La pediste sin aceptar su costo. Si se hace, no se te cobra.",
    no: "No la pediste. Puedes pedirla desde tu reclamo mientras lo investigamos.",
  },
  leaflet: "Cartilla informativa",
  leafletAnswers: { yes: "Marcaste que la leíste.", no: "No marcaste que la leíste." },
  leafletRead: "Leerla ahora (PDF)",
  declaration: "Tu declaración",
  undeclared: "Aún no la tenemos. Si te la pedimos, la completas desde tu reclamo.",
  typedBy: "Quien lo registró",
  next: "¿Qué pasa ahora?",
  complete: "Revisamos que esté completo.",
  visitStep: (isPlanned: boolean) =>
    isPlanned ? "Te visitamos el día que dice arriba." : "Si hace falta visitarte, te avisamos antes el día y la hora.",
  hearingStep: (isPlanned: boolean) =>
    isPlanned
      ? "Nos reunimos el día que dice arriba, para llegar a un acuerdo."
      : "Si hay una reunión para llegar a un acuerdo, te avisamos antes el día y la hora.",
  decide: "Decidimos y te avisamos.",
  see: "Ver mi reclamo",
} as const;
