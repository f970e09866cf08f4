import type { BounceReason } from "../../../shared/domain/resolution/notified-acts.ts";

export const noticeWords = {
  heading: "Lo que se le envió, lo último primero",
  none: "Aún no se le ha enviado ningún correo ni mensaje.",
  channels: { email: "Correo", sms: "Mensaje de texto" },
  to: (channel: string, to: string) => `${channel} a ${to}`,
  facts: {
    sent: "Enviado",
    delivered: "Entregado",
    delayed: "Demorado",
    bounced: "No llegó",
    complained: "Marcado como no deseado",
    acknowledged: "Acuse",
  },
  unknown: "Todavía no se sabe",
  bounced: (at: string, why: string) => `${at}: ${why}`,
  bounces: {
    permanent: "esa dirección no existe o no recibe. No se le escribe más ahí.",
    passing: "no se pudo entregar después de varios intentos.",
    refused: "el servicio de envío no lo mandó.",
    unknown: "no se sabe por qué.",
  } satisfies Readonly<Record<BounceReason, string>>,
  complained: (at: string) => `${at}. No se le escribe más por correo.`,
  deliveredHint: "Llegar no es leer: solo el acuse prueba que lo recibió.",
  see: "Ver lo que se envió",
  asSent:
    "Esto es lo que se envió, palabra por palabra. Las claves y los códigos no se muestran: son solo de la persona.",
  print: "Huella de lo enviado (SHA-256)",
  providerId: "Número del servicio de envío",
  notKept: "Se envió antes de que se guardara su texto.",
};
