import type { Leaflet } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";

/**
 * Returns the information leaflet (cartilla): how a claim proceeds, in plain words, with the terms of one version of
 * the law. Its code is `lawVersion`, and its date `inForceFrom`.
 */
export function leaflet({ letterhead, forms, terms, inForceFrom, lawVersion }: Leaflet): Sheet {
  const { name, address, telephone, regulatorLine } = letterhead;
  return {
    letterhead,
    title: "Cartilla: cómo reclamar por tu recibo de agua",
    code: lawVersion,
    madeAt: `${inForceFrom}T12:00:00.000Z`,
    blocks: [
      { text: "Reclamar es gratis, no necesitas abogado y no tienes que pagar antes lo que reclamas." },
      { heading: "Quién puede reclamar" },
      {
        text: "El titular del suministro, quien usa el servicio, el dueño de la casa o local o una persona con poder.",
      },
      { heading: "Cómo" },
      {
        items: [
          "Por la web, a cualquier hora.",
          `Por teléfono, al ${telephone}: solo el titular, con su DNI.`,
          `En la oficina: ${address}.`,
          `Por escrito o por la mesa de partes, con el ${forms.claimForm}.`,
        ],
      },
      { heading: "Qué pasa después" },
      {
        items: [
          "Recibes un código y un cargo: guárdalos.",
          "Se inspecciona tu casa o local, por dentro y por fuera. Te avisamos el día y la hora.",
          "Puedes pedir que una empresa autorizada compruebe si tu medidor marca bien (contrastación).",
          "Te citamos a una reunión de conciliación. No estás obligado a aceptar.",
          `Si no hay acuerdo, se decide con una resolución: hasta ${terms.decide} días hábiles para decidir y ${terms.notify} más para notificarte.`,
          `Si en ${terms.decide + terms.notify} días hábiles no te notifican la decisión, tu reclamo queda aceptado: la ley lo da por ganado (silencio positivo).`,
        ],
      },
      { heading: "Mientras dura el reclamo" },
      {
        text: "Lo que reclamas queda retenido: no se te exige su pago ni se corta el servicio por ese recibo. Tus demás recibos siguen su curso.",
      },
      { heading: "Si no estás de acuerdo con la resolución" },
      {
        items: [
          `Reconsideración (${forms.reconsiderationForm}): la decide ${name}, con una prueba nueva.`,
          `Apelación (${forms.appealForm}): la decide el tribunal de SUNASS (TRASS). La empresa la envía en ${terms.elevate} días hábiles.`,
          `Para las dos tienes ${terms.recourse} días hábiles desde el día siguiente de la notificación.`,
        ],
      },
      { heading: "Si el trámite se demora o te lo niegan" },
      { text: `Presenta una queja, o llama gratis a SUNASS al ${regulatorLine}.` },
      { heading: "Tus datos" },
      {
        text: "Tus datos se usan solo para atender tu reclamo y se comparten con SUNASS y su tribunal. Puedes pedir verlos y corregirlos.",
      },
      { heading: "Base legal" },
      { text: `${forms.regulation}. Vigente desde el ${dateOf(inForceFrom)}.` },
    ],
  };
}
