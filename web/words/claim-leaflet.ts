/**
 * The information leaflet (cartilla) that Formato 2 requires to hand over: shown on the site and read aloud on the
 * telephone.
 */
export const leafletWords = {
  title: "Cartilla informativa",
  download: "Descargar la cartilla en PDF",
  points: [
    "Reclamar es gratis. No tienes que pagar lo que reclamas mientras se decide, ni te pueden cortar por ese recibo.",
    "Te visitamos el día y la hora que te avisamos. El inspector te muestra su identificación.",
    "Te invitamos a una reunión para llegar a un acuerdo. Si no hay acuerdo, el reclamo sigue.",
    "Puedes pedir que un laboratorio pruebe tu medidor. Si marca de más, paga la empresa; si no, pagas tú.",
    "Debemos decidir y avisarte dentro del plazo de la ley. Si se pasa, tu reclamo queda aprobado.",
    "Si no estás de acuerdo, puedes pedir que la empresa lo revise o apelar ante el tribunal de SUNASS.",
    "SUNASS te orienta gratis. Si no te atendemos como manda la ley, puedes presentar una queja.",
  ],
} as const;
