import {
  type Category,
  type TariffList,
  tariffList,
  type WrittenTariffList,
} from "../../shared/domain/receipt/tariff.ts";
import { assumed, standIn } from "../../shared/tenant/tenant-value.ts";

/**
 * The assigned consumption of each category, in m³ a month per unit of use. It is apart from the prices because it is
 * not confirmed: until it is, no customer is shown that a consumption is atypical.
 */
export const assignments = assumed<Readonly<Record<Category, number>>>(
  { SOCIAL: 15, DOMESTICO: 20, COMERCIAL: 30, INDUSTRIAL: 50, ESTATAL: 50 },
  "orden de magnitud de un anexo de 1999 (Normas Legales, 31 de diciembre de 1999, p. 98); no se encontró la tabla de EPS Moquegua",
);

const common = {
  fixedCharge: "4.10",
  taxRate: 1800,
  rangeMode: "marginal",
} as const;

const before: WrittenTariffList = {
  ...common,
  code: "HUARAL-2024-A0",
  norm: "in force before RCD 00082-2024-SUNASS-CD",
  validFromPeriod: "2024-01", // assumed, as are the other two
  categories: {
    SOCIAL: [{ to: null, water: "1.325", sewer: "0.379" }],
    DOMESTICO: [
      { to: 8, water: "1.325", sewer: "0.379" },
      { to: 16, water: "1.414", sewer: "0.398" },
      { to: null, water: "2.076", sewer: "0.587" },
    ],
    COMERCIAL: [
      { to: 30, water: "3.855", sewer: "1.097" },
      { to: null, water: "5.804", sewer: "1.643" },
    ],
    INDUSTRIAL: [
      { to: 60, water: "5.277", sewer: "1.494" },
      { to: null, water: "5.804", sewer: "1.643" },
    ],
    ESTATAL: [
      { to: 30, water: "5.277", sewer: "1.494" },
      { to: null, water: "5.804", sewer: "1.643" },
    ],
  },
};

const year1: WrittenTariffList = {
  ...common,
  code: "HUARAL-2025-A1",
  norm: "RCD 00082-2024-SUNASS-CD",
  validFromPeriod: "2025-01",
  categories: {
    SOCIAL: [{ to: null, water: "1.46", sewer: "0.42" }],
    DOMESTICO: [
      { to: 8, water: "1.46", sewer: "0.42", waterSubsidized: "1.17" },
      { to: 16, water: "1.63", sewer: "0.46" },
      { to: null, water: "2.60", sewer: "0.74" },
    ],
    COMERCIAL: [
      { to: 30, water: "4.36", sewer: "1.24" },
      { to: null, water: "6.57", sewer: "1.86" },
    ],
    INDUSTRIAL: [
      { to: 60, water: "5.97", sewer: "1.70" },
      { to: null, water: "6.57", sewer: "1.86" },
    ],
    ESTATAL: [
      { to: 30, water: "5.97", sewer: "1.70" },
      { to: null, water: "6.57", sewer: "1.86" },
    ],
  },
};

const year3: WrittenTariffList = {
  ...common,
  code: "HUARAL-2027-A3",
  norm: "RCD 00082-2024-SUNASS-CD",
  validFromPeriod: "2027-01",
  categories: {
    SOCIAL: [{ to: null, water: "1.65", sewer: "0.47" }],
    DOMESTICO: [
      { to: 8, water: "1.65", sewer: "0.47", waterSubsidized: "1.32" },
      { to: 16, water: "1.84", sewer: "0.52" },
      { to: null, water: "3.01", sewer: "0.85" },
    ],
    COMERCIAL: [
      { to: 30, water: "6.45", sewer: "1.83" },
      { to: null, water: "7.39", sewer: "2.10" },
    ],
    INDUSTRIAL: [
      { to: 60, water: "6.79", sewer: "1.93" },
      { to: null, water: "7.39", sewer: "2.10" },
    ],
    ESTATAL: [
      { to: 30, water: "6.72", sewer: "1.91" },
      { to: null, water: "7.39", sewer: "2.10" },
    ],
  },
};

/** Every price list receipts may name, oldest first. */
export const tariffLists = standIn<readonly TariffList[]>(
  [before, year1, year3].map((written) => tariffList(written, assignments.value)),
  "EMAPA Huaral S.A., no EPS Moquegua: SUNASS, Ficha Regulatoria EMAPA Huaral (antes, año 1 y año 3 de su calculadora)",
);
