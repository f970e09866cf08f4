export const receiptCopyWords = { download: "Descargar en PDF", busy: "Preparando el PDF…" } as const;
