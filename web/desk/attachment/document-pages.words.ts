export const documentPagesWords = {
  region: (fileName: string) => `Páginas de ${fileName}`,
  drawing: "Estamos dibujando sus páginas. Aparecerán aquí en unos segundos.",
  late: "Sus páginas tardan más de lo normal. Descargue el archivo, o vuelva a mirar en un momento.",
  again: "Volver a mirar",
  undrawable: "No se pudieron dibujar sus páginas. Descargue el archivo para leerlo.",
  more: (shown: number) =>
    `Estas son sus primeras ${shown} páginas. Las demás están en el archivo: descárguelo para leerlas.`,
} as const;
