/** Said to who sends a form while files of it are not sent yet. */
export const sendingWords = {
  stillSending: "Espera a que tus archivos terminen de subir.",
  stillFiling: "Tu reclamo se sigue enviando: no cierres esta página. Si lo envías otra vez, no se presenta dos veces.",
  waitsForSignal: "Una foto espera a que haya señal. Espera, o quítala para enviar sin ella.",
} as const;
