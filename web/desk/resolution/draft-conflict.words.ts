import { instant } from "../../words/format.ts";

/** Two people wrote on one draft. */
export const conflictWords = {
  title: (by: string, at: string) => `${by} guardó otro texto: ${instant(at)}`,
  text: "El suyo sigue abajo y aún no está guardado. Vea los dos y elija: no se pierde ninguno hasta que elija.",
  theirs: (by: string) => `El texto de ${by}`,
  mine: "Guardar el mío en lugar del otro",
  take: (by: string) => `Tomar el de ${by}`,
  both: "Juntar los dos",
  empty: "Vacío",
} as const;
