/** What a claimant proposes instead of the company's offer. */
export const counterWords = {
  title: "Proponer otra cosa",
  lede: "Di cuánta agua crees que debes pagar y, si quieres, en cuántas cuotas. Antes de enviarlo verás cuánto sería.",
  m3: "¿Por cuántos m³ quieres que te cobren?",
  m3Hint: "No más de los que te cobraron. Mira en tus recibos de antes cuánto usas en un mes normal.",
  instalments: "¿En cuántas cuotas quieres pagarlo?",
  instalmentsHint: "De 2 a 12, una con cada recibo. Déjalo vacío si lo pagas de una vez.",
  says: "Por qué, si quieres explicarlo",
  see: "Ver cuánto sería",
  back: "Volver a la propuesta",
  sure: "Vas a proponer esto",
  after: "Te cobrarían",
  volume: "Con un consumo de",
  paid: "Cómo lo pagarías",
  said: "Por qué",
  nothing: "Propones 0 m³: como si ese mes no hubieras usado agua. Si usaste algo, cámbialo y escribe cuánto.",
  asBilled: "Es lo mismo que te cobraron. Si crees que te cobraron de más, cámbialo y escribe menos m³.",
  more: (offered: string) => `Es más que lo que la empresa te propone: ${offered}. Si no lo quieres así, cámbialo.`,
  means:
    "Con esto no aceptas la propuesta de la empresa. Ella puede hacerte otra, o se habla en la reunión. Tu reclamo sigue: no pierdes nada.",
  confirm: "Confirmo: propongo esto",
  change: "Cambiarlo",
} as const;
