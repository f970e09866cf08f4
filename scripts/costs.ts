import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dollarsOfUse, monthOf, type Part, parts, rates, standing, type Use, uses } from "../infra/costs/month.ts";
import { type Price, priceList, prices } from "../infra/costs/prices.ts";
import { root } from "./bundle.ts";
import { typedArguments } from "./typed-arguments.ts";

const sizes = [24_000, 1_600_000, 4_000_000];
const lots: readonly (readonly [Use, number])[] = [
  ["a look-up without sign-in", 1_000_000],
  ["a claim, as if each went to the tribunal", 1000],
];

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
const dollars = (value: number): string => (value >= 100 ? whole(value) : value.toFixed(2));
const sum = (by: Readonly<Record<Part, number>>): number => Object.values(by).reduce((all, one) => all + one, 0);
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");
const byPart = (columns: readonly Readonly<Record<Part, number>>[]): readonly (readonly string[])[] => [
  ...(Object.keys(parts) as Part[]).map((part) => [part, ...columns.map((by) => dollars(by[part]))]),
  ["**all**", ...columns.map((by) => `**${dollars(sum(by))}**`)],
];

const priceRow = ({ usd, per, what, free = 0, isSeen }: Price): readonly string[] => [
  what,
  `${usd}`,
  whole(per),
  free === 0 ? "" : whole(free),
  isSeen ? "" : "yes",
];

/**
 * Returns the text of `docs/costs.md`: what the office costs in AWS a month, in dollars, by size and by kind of use.
 */
export function costsDocument(): string {
  const months = sizes.map(monthOf);
  const texts = months.map((by) => `${whole((100 * by["text messages"]) / sum(by))} %`);
  return `# What it costs

Written by \`npm run costs\` from \`infra/costs/\`; do not edit. Dollars of ${priceList.region} as of ${priceList.asOf}, without taxes or
discounts. Prices marked *to check* were remembered and not read: the
[staging checklist](staging-checklist.md) has them compared with the list and with a month's bill.

## A month, in the fifth year

${table(["", ...sizes.map((size) => `${whole(size)} connections`)], byPart(months))}

A connection costs ${months.map((by, at) => `${((100 * sum(by)) / (sizes[at] ?? 1)).toFixed(2)} cents`).join(", ")} a month.
Each claim is priced as if it went to the tribunal, and copies are in a second Region, which a stage may do without.
Of all that, text messages are ${texts.join(", ")}. Not priced: build minutes, support, and people.

## Of one kind

Nothing of a month's free quantities is taken off here.

${table(["", ...lots.map(([use, times]) => `${whole(times)} × ${use}`)], byPart(lots.map(([use, times]) => dollarsOfUse(use, times))))}

## How often

${table(
  ["", "each month, for each connection", "because"],
  (Object.keys(rates) as Use[]).map((use) => [use, rates[use].each.toFixed(4), rates[use].because]),
)}

What one of each takes: \`uses\` in \`infra/costs/month.ts\` (${Object.keys(uses).length} kinds). What stands there whether anybody comes or not:
${Object.entries(standing)
  .map(([what, quantity]) => `${quantity} ${prices[what as keyof typeof standing].what}`)
  .join(", ")}.

## Prices

${table(["of", "dollars", "for so many", "free a month", "to check"], Object.values(prices).map(priceRow))}
`;
}

if (import.meta.main) {
  typedArguments("npm run costs\nWrites docs/costs.md.", {});
  writeFileSync(join(root, "docs", "costs.md"), costsDocument());
}
