import { monthAndYear } from "../../words/format.ts";

/** Returns the title of a receipt's page: «Tu recibo de octubre de 2026». `period` is `YYYY-MM`. */
export const receiptTitle = (period: string): string => `Tu recibo de ${monthAndYear(period)}`;
