import { said } from "./said.ts";
/** Said to who sends a form while files of it are not sent yet. */
export const sendingWords = {
  stillSending: said("{Espera|Espere} a que {tus|sus} archivos terminen de subir."),
  badFile: "Un archivo no se puede enviar: hay que revisarlo o quitarlo.",
} as const;
