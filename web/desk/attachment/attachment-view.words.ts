export const attachmentViewWords = {
  show: "Ver páginas",
  hide: "Ocultar páginas",
  none: "Sus páginas todavía no están listas, o no se pudieron dibujar. Vuelva a mirar en un minuto.",
  page: (number: number, total: number, fileName: string) => `Página ${number} de ${total} de ${fileName}`,
  original: "El archivo original",
  caution: "Lo envió una persona de fuera. Descárguelo solo si las páginas no le bastan.",
  unscanned:
    "Nadie pudo revisar este archivo: puede tener un virus o una contraseña. Pida una copia legible y no lo abra.",
  download: "Descargar el original",
} as const;
