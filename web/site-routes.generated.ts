// Generated from shared/contract/routes.ts by `node scripts/web.ts --routes`.
export const routes = {
  acknowledgeNotice: { method: "POST", path: "/notices/{noticeKey}/acknowledgement", audience: "anyone" },
  downloadNotified: { method: "GET", path: "/notices/{noticeKey}/document", audience: "anyone" },
  downloadOutageCertificate: { method: "GET", path: "/outages/{outageId}/certificate", audience: "anyone" },
  dueDates: { method: "GET", path: "/due-dates", audience: "anyone" },
  listOutages: { method: "GET", path: "/outages", audience: "anyone" },
  lookUpClaim: { method: "POST", path: "/claim-lookups", audience: "anyone" },
  lookUpReceipt: { method: "POST", path: "/receipt-lookups", audience: "anyone" },
  showHold: { method: "GET", path: "/holds/{holdKey}", audience: "anyone" },
  showNotice: { method: "GET", path: "/notices/{noticeKey}", audience: "anyone" },
  showOffice: { method: "GET", path: "/office", audience: "anyone" },
  showResults: { method: "GET", path: "/office/results", audience: "anyone" },
  showVerification: { method: "GET", path: "/verifications/{code}", audience: "anyone" },
  verifyFile: { method: "POST", path: "/verifications", audience: "anyone" },
} as const;
