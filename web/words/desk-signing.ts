export const signingWords = {
  way: "Cómo firmas",
  wayMissing: "Elige cómo firmas.",
  ways: {
    certificate: "Con mi certificado digital",
    hand: "A mano, en papel escaneado",
    "second-factor": "Con mi ingreso de segundo factor",
  },
  steps: {
    certificate: [
      "Descarga el PDF con el botón de arriba.",
      "Fírmalo en tu equipo con tu certificado digital. No lo edites ni lo imprimas.",
      "Envía aquí el archivo firmado.",
    ],
    hand: [
      "Descarga el PDF, imprímelo y fírmalo. Anota en el papel el folio y los 8 primeros caracteres de su huella SHA-256.",
      "Escanea todas las hojas en un solo PDF.",
      "Envía aquí el archivo y completa los datos.",
    ],
  },
  file: { certificate: "PDF firmado", hand: "Papel firmado y escaneado" },
  fileMissing: "Envía el archivo firmado.",
  cites: "Código o huella que lleva el papel",
  citesHint: "El código está al pie de cada hoja. De la huella bastan los 8 primeros caracteres.",
  folio: "Folio",
  signedOn: "Día en que se firmó",
  reason: "Por qué se registra después",
  reasonHint: "Solo si se firmó antes de hoy.",
} as const;
