import { withThousands } from "../receipt/money.ts";
import { monthAndYear } from "../receipt/spanish-months.ts";
import type { CalendarDay } from "./calendar-day.ts";

/** What a claim leaves a receipt at, or `count` receipts in one sum. Amounts as the API writes them, in soles. */
export interface LeftFigure {
  readonly period?: string | undefined;
  readonly count?: number | undefined;
  readonly before: string;
  readonly after: string;
  readonly instalments?: number | undefined;
}

/** What a claim leaves its receipts at, and from when those are collected that it leaves as they were billed. */
export interface LeftAt {
  readonly figures: readonly LeftFigure[];
  readonly from?: CalendarDay | undefined;
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);
const sum = (amounts: readonly string[]): string =>
  (amounts.reduce((all, amount) => all + cents(amount), 0) / 100).toFixed(2);

/** A claim may be about two years of receipts: more than two are said in one sum. */
const saidApart = 2;

/** Returns the figures of receipts as they are said: each of up to two, or all in one sum. */
export function saidFigures(figures: readonly LeftFigure[]): readonly LeftFigure[] {
  if (figures.length <= saidApart) return figures;
  const [before, after] = [sum(figures.map((one) => one.before)), sum(figures.map((one) => one.after))];
  return [{ count: figures.length, before, after }];
}

const soles = (amount: string): string => `S/\u00a0${withThousands(amount)}`;

/** Returns what one or several receipts are left at, as the claimant's pages, lists and mails say it. */
export function leftWords({ period = "", count, before, after, instalments }: LeftFigure): string {
  const [what, stays, sumOf] = count
    ? ([`${count} recibos quedan`, "como se emitieron", " en total"] as const)
    : ([`El recibo de ${monthAndYear(period)} queda`, "como se emitió", ""] as const);
  if (before === after) return `${what} ${stays}: ${soles(before)}${sumOf}.`;
  const parts = instalments === undefined ? "" : `, en ${instalments} cuotas`;
  return `${what} en ${soles(after)}${sumOf}${parts} (${stays.replace("como se ", "se ")} por ${soles(before)}).`;
}

/** Returns from when receipts are collected. @param day in words, with its weekday */
export function collectedWords(day: string): string {
  return `Se cobra desde el ${day}. Si ya pagaste una parte, paga solo lo que falta: el saldo y su fecha están en tu recibo.`;
}
