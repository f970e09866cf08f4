export const withdrawWords = {
  title: "Desistir de mi reclamo",
  of: "¿De qué quieres desistir?",
  missing: "Elige de qué desistes.",
  options: {
    procedure: "De este trámite: el reclamo se archiva y puedo presentar otro si estoy dentro del plazo",
    claim: "Del reclamo mismo: ya no podré reclamar otra vez por lo mismo",
  },
  reason: "Por qué (si quieres decirlo)",
  next: "Continuar",
  sure: "Vas a desistir de tu reclamo",
  consequence: {
    procedure:
      "El reclamo termina sin decisión y el recibo vuelve a cobrarse. Podrás presentar otro reclamo si estás dentro del plazo.",
    claim: "El reclamo termina sin decisión y el recibo vuelve a cobrarse. No podrás reclamar otra vez por lo mismo.",
  },
  until: "Tu pedido vale desde que la empresa lo acepta. Te avisaremos.",
  yes: "Sí, desistir",
  no: "No, seguir con mi reclamo",
} as const;
