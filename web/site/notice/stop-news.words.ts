export const stopNewsWords = {
  title: "Avisos de recibos nuevos",
  text: "Te avisamos de cada recibo nuevo porque lo pediste. Las notificaciones de tus reclamos no cambian.",
  stop: "Ya no quiero estos avisos",
  stopped: "Listo: ya no te avisamos de tus recibos nuevos. Puedes volver a pedirlo en «Mis datos».",
} as const;
