export const signingWords = {
  way: "¿Cómo firma?",
  wayMissing: "Elija cómo firma.",
  ways: {
    certificate: "Con mi certificado digital",
    hand: "A mano, en papel escaneado",
    "second-factor": "Con mi ingreso de segundo factor",
  },
  setHint:
    "Con certificado, fírmelos en su equipo, sin editarlos ni imprimirlos, y envíe aquí los archivos firmados. No importa su nombre ni el orden.",
  oneByHand: "A mano se firma un documento por vez: deje uno solo elegido.",
  steps: {
    certificate: [
      "Descargue el PDF con el botón de arriba.",
      "Fírmelo en su equipo con su certificado digital. No lo edite ni lo imprima.",
      "Envíe aquí el archivo firmado.",
    ],
    hand: [
      "Descargue el PDF, imprímalo y fírmelo. Anote en el papel el folio y los 8 primeros caracteres de su huella SHA-256.",
      "Escanee todas las hojas en un solo PDF.",
      "Envíe aquí el archivo y complete los datos. La firma vale cuando otra persona confirma lo que lleva el papel.",
    ],
  },
  file: { certificate: "PDF firmado", hand: "Papel firmado y escaneado" },
  fileSet: "Los PDF firmados",
  fileMissing: "Envíe el archivo firmado.",
  cites: "Código o huella que lleva el papel",
  citesHint: "El código está al pie de cada hoja. De la huella bastan los 8 primeros caracteres.",
  folio: "Folio",
  signedOn: "Día en que se firmó",
  reason: "Por qué se registra después",
  reasonHint: "Solo si se firmó antes de hoy.",
} as const;
