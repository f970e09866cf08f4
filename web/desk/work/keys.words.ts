/** The keys that move through the lists. */
export const keyWords = {
  title: "Atajos de teclado",
  text: "j baja al siguiente reclamo y k sube al anterior. Enter lo abre. Esc vuelve a la lista.",
  letters: "Usar las letras j y k",
} as const;
