export const copyToPostWords = {
  title: "Envíele su copia por carta",
  text: (address: string) =>
    `No dejó celular ni correo. Imprima la copia de lo que dijo por teléfono y envíela a ${address}.`,
  posted: (day: string) => `La copia de lo que dijo por teléfono se envió por correo postal el ${day}.`,
  go: "Abrir la copia para imprimirla",
} as const;
