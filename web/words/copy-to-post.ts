export const copyToPostWords = {
  title: "Envíale su copia por carta",
  text: (address: string) =>
    `No dejó celular ni correo. Imprime la copia de lo que dijo por teléfono y envíala a ${address}.`,
  go: "Abrir la copia para imprimirla",
} as const;
