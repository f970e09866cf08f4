// Generated from shared/contract/routes.ts by `node scripts/web.ts --routes`.
export const routes = {
  acknowledgeNotice: "anyone POST /notices/{noticeKey}/acknowledgement",
  downloadNotified: "anyone /notices/{noticeKey}/document",
  downloadOutageCertificate: "anyone /outages/{outageId}/certificate",
  dueDates: "anyone /due-dates",
  listOutages: "anyone /outages",
  lookUpClaim: "anyone POST /claim-lookups",
  lookUpReceipt: "anyone POST /receipt-lookups",
  showHold: "anyone /holds/{holdKey}",
  showNotice: "anyone /notices/{noticeKey}",
  showOffice: "anyone /office",
  showResults: "anyone /office/results",
  showVerification: "anyone /verifications/{code}",
  verifyFile: "anyone POST /verifications",
} as const;
