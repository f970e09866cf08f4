import { theCase } from "./desk-fixtures.ts";

/** A case whose draft answers one point and has four findings, one of them let go by another person. */
export const faultyCase: typeof theCase = {
  ...theCase,
  state: "in-resolution",
  actions: ["resolution-issued", "checklist-overridden"],
  draft: {
    outcome: "partly-upheld",
    decision: "Se declara fundado en parte el reclamo.",
    reasons: "El recibo cobró S/ 165.61 y la lectura actual fue 521.",
    months: [{ receiptNumber: "S001-00045013", correctedM3: 20 }],
    answers: [
      { matter: "grounds", text: "La inspección no encontró fugas.", cites: ["entry:5", "document:photo-1"] },
      { matter: "request", text: "", cites: [] },
    ],
    savedAt: "2026-11-23T14:42:00.000Z",
    by: "ABOGADA DE PRUEBA",
    findings: [
      {
        key: "unanswered:request",
        text: "«Sobre lo que se pide» no tiene respuesta. Escríbela.",
        field: "answer-request",
      },
      {
        key: "offer-not-accepted:entry:9",
        text: "Cita una propuesta que no fue aceptada. Lo que se propuso para conciliar no pesa en la decisión: quítalo.",
        field: "reasons",
        look: "Propuesta de acuerdo, del 20 de noviembre de 2026",
      },
      {
        key: "figure-not-found:amount S/ 165.61",
        text: "El monto «S/ 165.61» no está en ninguna pieza del expediente. Revisa los recibos y las actas.",
        field: "reasons",
      },
      {
        key: "figure-not-found:reading lectura 521",
        text: "La lectura 521 no está en ninguna pieza del expediente. Revisa los recibos y las actas.",
        field: "reasons",
        override: { reason: "Está en el acta impresa.", person: "JEFA DE PRUEBA", at: "2026-11-23T14:45:00.000Z" },
      },
    ],
  },
  drafting: {
    matters: [
      { matter: "grounds", about: "Sobre lo que se sostiene en el reclamo", says: theCase.grounds },
      {
        matter: "extension-7",
        about: "Sobre la ampliación del 24 de noviembre de 2026",
        says: "Además estuve de viaje del 1 al 15 de octubre, como consta en los pasajes que presenté con el reclamo.",
      },
      { matter: "request", about: "Sobre lo que se pide", says: "que se cobre el consumo normal" },
      { matter: "dismissal", about: "Por qué no se examina el fondo", says: theCase.grounds, ifDismissed: true },
    ],
    citables: [
      { cite: "evidence:bills", name: "Recibos reclamados" },
      { cite: "receipt:S001-00045013", name: "Recibo S001-00045013, de octubre de 2026" },
      { cite: "entry:1", name: "Reclamo presentado, del 16 de noviembre de 2026" },
      { cite: "entry:5", name: "Inspección informada, del 20 de noviembre de 2026" },
      { cite: "document:photo-1", name: "Archivo foto-del-medidor-tomada-el-dia-de-la-visita-2026-11-20.jpg" },
    ],
  },
};
