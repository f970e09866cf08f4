export const verifyWords = {
  lede: "Comprueba si un documento es de esta oficina, si nadie lo cambió y si está vigente. No necesitas ingresar.",
  code: "Código de verificación",
  codeHint: "16 letras y números, al pie de cada hoja, junto al QR",
  codeMissing: "Escribe el código que está al pie de la hoja.",
  checkCode: "Comprobar el código",
  file: "O elige el archivo PDF",
  fileHint: "El archivo no se envía: tu equipo calcula su huella y solo eso se compara.",
  unreadable: "No pudimos leer ese archivo. Elígelo otra vez.",
} as const;
