import { said } from "./said.ts";
/** Said to who sends a form while files of it are not sent yet. */
export const sendingWords = {
  stillSending: said("{Espera|Espere} a que {tus|sus} archivos terminen de subir."),
  badFile: "Un archivo no se recibió: envíalo otra vez o quítalo.",
  stillFiling: "Tu reclamo se sigue enviando: no cierres esta página. Si lo envías otra vez, no se presenta dos veces.",
  waitsForSignal: "Una foto espera a que haya señal. Espera, o quítala para enviar sin ella.",
} as const;
