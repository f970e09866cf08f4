import { monthAndYear } from "./format.ts";

/** «Tu recibo de octubre de 2026» */
export const receiptTitle = (period: string): string => `Tu recibo de ${monthAndYear(period)}`;
