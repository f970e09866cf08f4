export const claimFileWords = {
  lede: "Todo lo que hay en tu reclamo, en orden y con número de hoja. La copia es gratis y se prepara al momento.",
  signIn: "Ingresa para ver tu expediente.",
  order: "Preparar mi copia",
  orderAgain: "Preparar una copia con lo último",
  others:
    "Lo que puede hablar de otras personas no sale en tu copia hasta que la oficina lo decida. En su lugar va una hoja que lo dice. Las demás hojas conservan su número.",
  check: "Trae una lista con la huella de cada archivo: sirve para comprobar después que nada cambió.",
  pieces: "Qué hay en tu expediente",
  on: (at: string) => `Entró el ${at}`,
  attachment: (fileName: string) => `Archivo: ${fileName}`,
  noFolios: "Su número de hoja se sabe al preparar la copia",
} as const;
