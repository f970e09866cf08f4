/** Said of a claim that the account does not have: it may have been filed without one, or with another. */
export const notYoursWords = {
  title: "Este reclamo no está en tu cuenta",
  confirmed:
    "¿En ese reclamo confirmaste con un código el mismo celular o correo con el que ingresaste? Ábrelo sin la clave.",
  openConfirmed: "Abrir sin clave",
  other:
    "No es el celular o correo que confirmaste en ese reclamo. Ingresa con ese, o ábrelo con tu código y tu clave.",
  how: "Si lo presentaste sin cuenta o con otra, ábrelo una vez con su código y su clave. Los dos están en tu cargo. Después queda en tu cuenta.",
  open: "Abrir con código y clave",
  without: "Si no tienes la clave, con el código y el documento de quien lo presentó ves en qué está:",
} as const;
