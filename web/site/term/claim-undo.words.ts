import { dateWithWeekday } from "../../words/format.ts";

export const undoWords = {
  until: (day: string) =>
    `Pediste por teléfono desistir. Hasta el ${dateWithWeekday(day)} puedes deshacerlo: tu reclamo sigue como antes.`,
  send: "Deshacer y seguir con mi reclamo",
} as const;
