import type { Category } from "../../shared/domain/receipt/tariff.ts";

export const categoryNames = {
  SOCIAL: "social",
  DOMESTICO: "doméstica",
  COMERCIAL: "comercial",
  INDUSTRIAL: "industrial",
  ESTATAL: "estatal",
} as const satisfies Record<Category, string>;
