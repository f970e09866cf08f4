import { said } from "./said.ts";
/**
 * The information leaflet (cartilla) that Formato 2 requires to hand over: shown on the site and read aloud on the
 * telephone.
 */
export const leafletWords = {
  title: "Cartilla informativa",
  download: "Descargar la cartilla en PDF",
  points: [
    said(
      "Reclamar es gratis. No {tienes|tiene} que pagar lo que {reclamas|reclama} mientras se decide, ni {te|le} pueden cortar por ese recibo.",
    ),
    said("{Te|Le} visitamos el día y la hora que {te|le} avisamos. El inspector {te|le} muestra su identificación."),
    said("{Te|Le} invitamos a una reunión para llegar a un acuerdo. Si no hay acuerdo, el reclamo sigue."),
    said(
      "{Puedes|Puede} pedir que una empresa autorizada pruebe {tu|su} medidor. Si marca de más, paga la empresa; si no, quien la pidió.",
    ),
    said(
      "Debemos decidir y {avisarte|avisarle} dentro del plazo de la ley. Si se pasa, {tu|su} reclamo queda aprobado.",
    ),
    said(
      "Si no {estás|está} de acuerdo, {puedes|puede} pedir que la empresa lo revise o apelar ante el tribunal de SUNASS.",
    ),
    said(
      "SUNASS {te|le} orienta gratis. Si no {te|le} atendemos como manda la ley, {puedes|puede} presentar una queja.",
    ),
  ],
} as const;
