export const attachmentViewWords = {
  show: "Ver páginas",
  hide: "Ocultar páginas",
  none: "Sus páginas todavía no están listas, o no se pudieron dibujar. Vuelve a mirar en un minuto.",
  page: (number: number, total: number, fileName: string) => `Página ${number} de ${total} de ${fileName}`,
  original: "El archivo original",
  caution: "Lo envió una persona de fuera. Descárgalo solo si las páginas no te bastan.",
  unscanned:
    "Nadie pudo revisar este archivo: puede tener un virus o una contraseña. Pide una copia legible y no lo abras.",
  download: "Descargar el original",
} as const;
