declare const unit: unique symbol;

/** Money in whole céntimos of a sol: a safe integer, negative for what is owed to the customer. */
export type Cents = number & { readonly [unit]: "céntimo" };

/**
 * A unit price in ten-thousandths of a sol (`decimal(10,4)`): per m³, or per receipt for the fixed charge. Never
 * negative.
 */
export type Price = number & { readonly [unit]: "ten-thousandth of a sol" };

/** Returns whether a value read from outside (a stored item, a message) is money in whole céntimos. */
export function isCents(value: unknown): value is Cents {
  return Number.isSafeInteger(value);
}

/** Returns whether a value read from outside is a price in ten-thousandths of a sol. */
export function isPrice(value: unknown): value is Price {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Returns a whole number of céntimos as money, -0 as 0. Throws `RangeError` on a fraction or an unsafe integer. */
export function cents(whole: number): Cents {
  const amount = whole + 0; // turns -0 into 0, so that equal amounts are equal values
  if (!isCents(amount)) throw new RangeError(`not whole céntimos: ${whole}`);
  return amount;
}

/** Reads "29.92", "-0.42" or "12" (`decimal(12,2)`, decimal point, no thousands mark); undefined for any other text. */
export function parseCents(text: string): Cents | undefined {
  const scaled = /^-?\d{1,10}(\.\d{1,2})?$/.test(text) ? scaledBy(2, text) : undefined;
  return scaled === undefined ? undefined : cents(scaled);
}

/**
 * Reads an amount as people write it: "58.90", "58,90", "58.9", "S/ 58.90", "1,234.50", "1 234,50"; undefined for any
 * other text, a negative amount included. A last mark followed by one or two digits is the decimal mark; "1,234" is
 * 1234.00.
 */
export function readSoles(text: string): Cents | undefined {
  const amount = text.replace(/^\s*S\s*\/\s*\.?\s*/i, "").trim();
  const [, whole, cents = ""] = /^(\d{1,3}(?:[ ,.']\d{3})+|\d{1,10})(?:[.,](\d{1,2}))?$/.exec(amount) ?? [];
  return whole === undefined ? undefined : parseCents(`${whole.replace(/\D/g, "")}.${cents.padEnd(2, "0")}`);
}

/** Reads "1.46" or "1.0164" (`decimal(10,4)`, soles); undefined for any other text, a negative price included. */
export function parsePrice(text: string): Price | undefined {
  const scaled = /^\d{1,6}(\.\d{1,4})?$/.test(text) ? scaledBy(4, text) : undefined;
  return isPrice(scaled) ? scaled : undefined;
}

/**
 * Returns the digits of a decimal string as a whole number of units of its `decimals`th decimal, without floating
 * point.
 */
function scaledBy(decimals: number, text: string): number {
  const point = text.indexOf(".");
  if (point < 0) return Number(text + "0".repeat(decimals));
  return Number(text.slice(0, point) + text.slice(point + 1).padEnd(decimals, "0"));
}

/** Returns soles with two decimals, as the API has them: "29.92", "-0.42". */
export function formatCents(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Returns soles as documents and mails print them, with a comma before each thousand: "1,171.62". */
export function printedCents(amount: Cents): string {
  return withThousands(formatCents(amount));
}

/** Returns the API's text of an amount with a comma before each thousand: "1171.62" → "1,171.62". */
export function withThousands(soles: string): string {
  return soles.replace(/\B(?=(\d{3})+\.)/g, ",");
}

/** Returns soles with two to four decimals, as tariff lists print them: "1.46", "1.325", "1.0164". */
export function formatPrice(price: Price): string {
  const digits = String(price).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, "")}`;
}

/** Returns the sum of the amounts; 0 without any. Throws `RangeError` if the sum is not a safe integer. */
export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** Returns `amount` less `other`, negative if `other` is more. Throws `RangeError` if that is not a safe integer. */
export function subtractCents(amount: Cents, other: Cents): Cents {
  return cents(amount - other);
}

/**
 * Returns the quotient rounded to a whole number, halves away from zero, for a positive `divisor`, which is not
 * checked. Throws `RangeError` if the dividend is not a safe integer.
 */
export function divideHalfUp(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend)) throw new RangeError(`not a whole number: ${dividend}`);
  const rest = dividend % divisor;
  const away = 2 * Math.abs(rest) >= divisor ? Math.sign(rest) : 0;
  return (dividend - rest) / divisor + away;
}

/**
 * Returns `price` × `m3` in céntimos, halves rounded away from zero: the amount of a line of the receipt (receipts and
 * tariffs, section 6). Throws `RangeError` if the product is not a whole, safe integer.
 */
export function timesHalfUp(price: Price, m3: number): Cents {
  return cents(divideHalfUp(price * m3, 100));
}

/**
 * Returns the tax on `base` at a rate in basis points (IGV: 1800), rounded to the céntimo, halves away from zero;
 * negative for a negative base. Throws `RangeError` if the product is not a safe integer.
 */
export function taxHalfUp(base: Cents, rateBasisPoints: number): Cents {
  return cents(divideHalfUp(base * rateBasisPoints, 10_000));
}

/**
 * Returns the amount to pay in cash: rounded down to 10 céntimos, because smaller coins are withdrawn and the
 * difference is the consumer's (art. 44 of Ley 29571; Circular 0033-2018-BCRP). A negative amount is a refund and
 * becomes larger: -0.42 gives -0.50.
 */
export function cashTotal(amount: Cents): Cents {
  return cents(Math.floor(amount / 10) * 10);
}
