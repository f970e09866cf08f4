import { monthAndYear } from "./spanish-months.ts";

/**
 * Returns until when a receipt may be claimed again, at least: a payment since the filing makes the day later.
 * @param day in words, with its weekday
 */
export function againWords(period: string, day: string, isOver: boolean): string {
  return isOver
    ? `El plazo para reclamar otra vez el recibo de ${monthAndYear(period)} terminó el ${day}, salvo que se haya pagado después.`
    : `Podrás reclamar otra vez el recibo de ${monthAndYear(period)} por lo menos hasta el ${day}.`;
}
