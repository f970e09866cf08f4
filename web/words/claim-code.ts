export const claimCodeWords = {
  code: "Código del reclamo",
  codeHint: "Por ejemplo RE‑2026‑004192‑7.",
  codeMissing: "Escribe el código del reclamo.",
} as const;
