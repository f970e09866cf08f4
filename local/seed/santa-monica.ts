import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cents } from "../../shared/domain/receipt/money.ts";
import { type Category, listValidIn, type TariffList } from "../../shared/domain/receipt/tariff.ts";
import { receiptFile, receiptRow } from "./receipt-row.ts";

const file = join(import.meta.dirname, "..", "..", "data", "santa-monica", "santa-monica-water-usage-sample.csv");

const categoryOf: Readonly<Record<string, Category>> = {
  RESIDENTIAL_SINGLE: "DOMESTICO",
  RESIDENTIAL_MULTI: "DOMESTICO",
  COMMERCIAL: "COMERCIAL",
  IRRIGATION: "COMERCIAL",
  INSTITUTIONAL: "ESTATAL",
  OTHER: "COMERCIAL",
};

/** One hundred cubic feet, in m³. */
const m3PerCcf = 2.8317;

interface Usage {
  readonly customer: string;
  readonly period: string;
  readonly m3: number;
  readonly category: Category;
  readonly classes: string;
}

/**
 * Returns the real water bills of the city of Santa Monica (`data/santa-monica`) as file A, row by row in their order,
 * with the copies and contradictions they have. Made up are the previous reading (the sum of the first rows of the
 * customer's earlier months), the receipt's number (from customer and month) and the amounts, computed by the tariff
 * engine.
 * @throws if `lists` is empty
 */
export function santaMonicaFile(lists: readonly TariffList[]): string {
  const usages = readFileSync(file, "utf8").trimEnd().split("\n").slice(1).map(usageOf);
  const readings = readingsBefore(usages);
  const [oldest] = lists;
  if (!oldest) throw new Error("no tariff list to bill with");
  return receiptFile(
    usages.map(({ customer, period, m3, category, classes }) => {
      const previous = readings.get(`${customer} ${period}`) ?? 0;
      return receiptRow({
        supplyCode: customer.padStart(8, "0"),
        holder: `CLIENTE ${customer}`,
        address: `SANTA MONICA ${classes}`,
        locality: "SANTA MONICA",
        ubigeo: "180101",
        meter: `SM${customer}`,
        period,
        number: numberOf(customer, period),
        reading: { previous, current: previous + m3 },
        input: {
          // The bills are older than the oldest list and are priced by it: the data only has to exercise the
          // arithmetic.
          list: listValidIn(lists, period) ?? oldest,
          category,
          subsidized: false,
          useUnits: 1,
          serviceType: "A/D",
          billingType: "L",
          billedM3: m3,
          otherTaxed: cents(0),
        },
      });
    }),
  );
}

function usageOf(line: string): Usage {
  const [customer = "", ccf = "", , , kind = "", day = "", utilityClass = ""] = line.split(",");
  const category = categoryOf[kind];
  if (!category) throw new Error(`unknown class ${kind}`);
  return {
    customer,
    period: day.slice(0, 7),
    m3: Math.round(Number(ccf) * m3PerCcf),
    category,
    classes: `${ccf} ${kind} ${utilityClass}`.trim(),
  };
}

/**
 * Returns the meter's reading at the start of each customer's month: the sum of the first rows of the months before.
 */
function readingsBefore(usages: readonly Usage[]): ReadonlyMap<string, number> {
  const readings = new Map<string, number>();
  for (const [customer, rows] of Map.groupBy(usages, (usage) => usage.customer)) {
    let reading = 0;
    const months = Map.groupBy(rows, (usage) => usage.period);
    for (const period of [...months.keys()].sort()) {
      readings.set(`${customer} ${period}`, reading);
      reading += months.get(period)?.[0]?.m3 ?? 0;
    }
  }
  return readings;
}

/**
 * Returns a number unique to a customer and month: a customer's code has at most six digits, and the file 33 months.
 */
function numberOf(customer: string, period: string): number {
  const [year = 0, month = 0] = period.split("-").map(Number);
  return Number(customer) * 36 + (year - 2014) * 12 + month;
}
