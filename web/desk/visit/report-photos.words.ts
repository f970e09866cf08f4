/** The photos and drawings of a report that is made at a house. */
export const reportPhotoWords = {
  photos: "Fotos",
  photosHint: (most: number) =>
    `Hasta ${most} por visita, con la firma y el croquis. Se guardan en este teléfono, con su hora, hasta enviarlas.`,
  photoList: "Fotos del acta",
  photoStates: { kept: "Guardada en este teléfono", waiting: "Pendiente", sending: "Enviando", received: "Recibida" },
  photoFull: (most: number) => `Puede agregar hasta ${most} archivos por visita.`,
  photoFailed: "No pudimos guardar la foto en este teléfono. Libere espacio y vuelva a tomarla.",
  paperPhoto: "Foto del papel firmado",
  remove: "Quitar",
  clear: "Borrar el dibujo",
  pads: {
    signature: {
      label: "Firma en la pantalla",
      hint: "Con el dedo, dentro del recuadro. Si prefiere, elija «En papel» y tome una foto.",
    },
    sketch: {
      label: "Croquis",
      hint: "Si ayuda: dónde está el medidor, la fuga o el cruce. También puede tomar foto de uno en papel.",
    },
  },
  drawn: "Guardado en este teléfono",
} as const;
