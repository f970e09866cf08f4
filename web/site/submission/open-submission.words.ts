/** The words of what somebody presented without an account. */
export const openSubmissionWords = {
  done: "Presentaste tu documento",
  key: "Clave",
  keyText: "Con el número y esta clave ves en qué está y descargas su constancia. Anótalos.",
  copy: "Copiar los dos",
  copied: "Copiados.",
  to: "Te respondemos a",
  nobody: "la dirección que dejaste",
  observed: "Preséntalo aquí otra vez como documento, con este número en el asunto, o tráelo a la oficina.",
  another: "Presentar otro documento",
  number: "Número",
  numberHint: "Está en tu constancia, por ejemplo MP-2026-004192-0.",
  numberMissing: "Escribe el número del documento presentado.",
  keyMissing: "Escribe la clave, con sus 22 letras y números.",
  show: "Ver en qué está",
} as const;
