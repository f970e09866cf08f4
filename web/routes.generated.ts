// Generated from shared/contract/routes.ts by `node scripts/web.ts --routes`.
export const routes = {
  downloadReport: { method: "GET", path: "/desk/imports/{importId}/report", audience: "staff" },
  dueDates: { method: "GET", path: "/due-dates", audience: "anyone" },
  explainReceipt: { method: "GET", path: "/me/supplies/{linkId}/receipts/{period}/explanation", audience: "customer" },
  health: { method: "GET", path: "/health", audience: "anyone" },
  linkSupply: { method: "POST", path: "/me/supplies", audience: "customer" },
  listImports: { method: "GET", path: "/desk/imports", audience: "staff" },
  listReceipts: { method: "GET", path: "/me/supplies/{linkId}/receipts", audience: "customer" },
  listSupplies: { method: "GET", path: "/me/supplies", audience: "customer" },
  lookUpReceipt: { method: "POST", path: "/receipt-lookups", audience: "anyone" },
  showDescription: { method: "GET", path: "/openapi.json", audience: "anyone" },
  showImport: { method: "GET", path: "/desk/imports/{importId}", audience: "staff" },
  showOffice: { method: "GET", path: "/office", audience: "anyone" },
  showReceipt: { method: "GET", path: "/me/supplies/{linkId}/receipts/{period}", audience: "customer" },
  startImport: { method: "POST", path: "/desk/imports", audience: "staff" },
  unlinkSupply: { method: "DELETE", path: "/me/supplies/{linkId}", audience: "customer" },
} as const;
