import { months } from "../receipt/spanish-months.ts";
import { limaDay } from "../term/calendar-day.ts";

/** What a text can state that an entry must prove. */
export const figureKinds = ["amount", "volume", "date", "reading", "article", "occupants"] as const;
export type FigureKind = (typeof figureKinds)[number];

/**
 * A figure of a Spanish text. `value`: céntimos, m³, `YYYY-MM-DD` (or `-MM-DD` if no year is written), a meter's
 * reading, the number of a norm's article without its paragraphs, or how many live in a house, as text. `written`: as
 * the text has it. `at`: where in the text it begins.
 */
export interface WrittenFigure {
  readonly kind: FigureKind;
  readonly value: string;
  readonly written: string;
  readonly at: number;
}

/** Values by kind, to look a written figure up in. */
export type KnownFigures = Readonly<Record<FigureKind, ReadonlySet<string>>>;

const number = String.raw`\d(?:[\d.,]*\d)?`;
/** «15 de setiembre de 2026», with or without the year; the month also as it is written elsewhere. */
const datePatterns = months.map(
  (name) =>
    new RegExp(String.raw`\b(\d{1,2})[°º]?\s+de\s+${name.replace("set", "sep?t")}(?:\s+del?\s+(\d{4}))?\b`, "gi"),
);
const numericDate = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/g;
const amountPattern = new RegExp(String.raw`S/\.?\s*(${number})|\b(${number})\s*(?:nuevos\s+)?soles\b`, "gi");
const volumePattern = new RegExp(String.raw`\b(${number})\s*(?:m³|m3\b|metros\s+cúbicos)`, "gi");
/** Receipts, claims, submissions and other codes: their digits are no readings. */
const codePattern = /\b[A-Z]{1,4}\d*-[\dA-Z-]+|\b\d+-\d{4}-[A-Z-]+/g;
/** «artículo 88.3», «arts. 20 y 21». */
const articlePattern =
  /(?<!\p{L})(?:artículos?|articulos?|arts?\.)\s*(?:n\.?\s?[°º]\s*)?\d{1,4}(?:\.\d+)*(?:(?:\s*,\s*|\s+y\s+|\s+al?\s+)\d{1,4}\b)*/giu;
const articleNumber = /(?<![.\d])\d{1,4}/g;
const occupantsPattern =
  /\b(\d{1,3})\s+(?:ocupantes?|habitantes?|moradores?|inquilin[oa]s?)\b|\b(?:viven|habitan|ocupan)\s+(\d{1,3})\b/gi;
/** A year that is no day: «octubre de 2026», «en 2019». */
const yearPattern = new RegExp(
  String.raw`\b(?:${months.join("|").replace("set", "sep?t")})\s+del?\s+(?:19|20)\d\d\b|\b(?:en|desde|hasta|año)\s+(?:19|20)\d\d\b`,
  "gi",
);
const readingPattern =
  /\b(?:lecturas?|marc(?:a|aba|ó|aban|aron|ando)|leyó|medidor(?:\s+\S+){0,3}\s+(?:con|en))(?!\p{L})[^.;:\n]{0,60}/giu;
/** A whole number with at least three digits, or right after the word; not a count of something else. */
const readingNumber =
  /\b\d{1,3}(?:,\d{3})+\b|\b\d{3,7}\b(?!\s*(?:%|l\/|litros|mm\b|días|horas|minutos))|(?<=lecturas?\s(?:(?:anterior|actual|inicial|final|de|del)\s)*)\d+\b/gi;

/** A number as Peru writes it, with commas for thousands or one for decimals, as JavaScript reads it. */
function plain(written: string): number {
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written);
  return Number(isGrouped ? written.replaceAll(",", "") : written.replace(",", "."));
}

const padded = (digits: string | number): string => String(digits).padStart(2, "0");

/**
 * Returns the amounts in soles, volumes in m³, dates, meter readings, articles and numbers of occupants that a Spanish
 * text states, each as often as it is stated. A price with more than two decimals is not taken as an amount, nor a
 * month without a day as a date, nor a year as a reading. A reading is a number within 60 characters after «lectura»,
 * «marca», «leyó» or «medidor … con»; if it has fewer than three digits, it must follow the word «lectura» directly.
 */
export function figuresIn(text: string): readonly WrittenFigure[] {
  const found: WrittenFigure[] = [];
  let rest = text;
  const take = (pattern: RegExp, kind: FigureKind, read: (parts: readonly string[]) => string | undefined) => {
    for (const parts of rest.matchAll(pattern)) {
      const value = read(parts);
      if (value !== undefined) found.push({ kind, value, written: parts[0].trim(), at: parts.index });
    }
    rest = blanked(rest, pattern);
  };
  for (const [at, pattern] of datePatterns.entries())
    take(pattern, "date", ([, day = "", year]) => `${year ?? ""}-${padded(at + 1)}-${padded(day)}`);
  take(numericDate, "date", ([, day = "", month = "", year = ""]) => `${year}-${padded(month)}-${padded(day)}`);
  rest = blanked(rest, codePattern);
  take(amountPattern, "amount", ([, before, after]) => centsOf(before ?? after ?? ""));
  take(volumePattern, "volume", ([, m3 = ""]) => String(plain(m3)));
  take(occupantsPattern, "occupants", ([, before, after]) => before ?? after);
  for (const { 0: near, index } of rest.matchAll(articlePattern))
    for (const [value] of near.matchAll(articleNumber))
      found.push({ kind: "article", value, written: `artículo ${value}`, at: index });
  rest = blanked(blanked(rest, articlePattern), yearPattern);
  for (const { 0: near, index } of rest.matchAll(readingPattern))
    for (const [written] of near.matchAll(readingNumber))
      found.push({ kind: "reading", value: String(plain(written)), written: `lectura ${written}`, at: index });
  return found;
}

const blanked = (text: string, pattern: RegExp): string => text.replaceAll(pattern, (part) => " ".repeat(part.length));

function centsOf(written: string): string | undefined {
  const soles = plain(written);
  const isPrice = /[.,]\d{3,}$/.test(written) && !/^\d{1,3}(?:,\d{3})+$/.test(written);
  return isPrice || Number.isNaN(soles) ? undefined : String(Math.round(soles * 100));
}

/**
 * Returns every figure in records, whatever their shape. A number under a key with `m3` is a volume, under a key with
 * `reading` a reading, under `occupants` how many live there, and under any other key an amount in céntimos. A text
 * that is a day or an instant gives its date in Lima, with and without the year. Any other text gives the figures that
 * `figuresIn` finds.
 */
export function figuresOf(records: readonly unknown[]): KnownFigures {
  const known = {
    amount: new Set<string>(),
    volume: new Set<string>(),
    date: new Set<string>(),
    reading: new Set<string>(),
    article: new Set<string>(),
    occupants: new Set<string>(),
  };
  for (const { kind, value } of figuresUnder(records, "")) {
    known[kind].add(value);
    // A date may be written without its year.
    if (kind === "date") known.date.add(value.slice(4));
  }
  return known;
}

type Figure = Pick<WrittenFigure, "kind" | "value">;

function figuresUnder(value: unknown, key: string): readonly Figure[] {
  if (typeof value === "number") return [{ kind: kindOf(key), value: String(value) }];
  if (typeof value === "string") return figuresInValue(value);
  if (Array.isArray(value)) return value.flatMap((one) => figuresUnder(one, key));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, one]) => figuresUnder(one, name));
}

function kindOf(key: string): FigureKind {
  if (/m3/i.test(key)) return "volume";
  if (key === "occupants") return "occupants";
  return /reading/i.test(key) ? "reading" : "amount";
}

function figuresInValue(text: string): readonly Figure[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [{ kind: "date", value: text }];
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return [{ kind: "date", value: limaDay(text) }];
  return figuresIn(text);
}
