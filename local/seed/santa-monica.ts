import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cents } from "../../shared/domain/money.ts";
import { type Category, listValidIn, type TariffList } from "../../shared/domain/tariff.ts";
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
 * The real bills of Santa Monica as file A, row for row and in their order: a row that copies another stays a copy, one
 * that contradicts another still does. Readings accumulate per customer over the first row of each month; the money is
 * the tariff engine's; the number is the customer's and the month's.
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
          // The bills are older than the oldest list: they are priced by it, since it is the arithmetic that is tried.
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

/** The meter's reading at the start of each customer's month, counting the first row of every earlier month. */
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

/** Unique per customer and month: a customer's code has six digits at most, the file 33 months. */
function numberOf(customer: string, period: string): number {
  const [year = 0, month = 0] = period.split("-").map(Number);
  return Number(customer) * 36 + (year - 2014) * 12 + month;
}
