// Generated from shared/contract/routes.ts by `node scripts/web.ts --routes`.
export const routes = {
  askOpenContact: "anyone POST /open/contact-codes",
  checkOpenClaim: "anyone POST /open/claims/pre-check",
  confirmOpenContact: "anyone POST /open/contacts",
  downloadOpenCargo: "anyone POST /open/claim-cargos",
  downloadOpenProof: "anyone POST /open/submission-proofs",
  fileOpenClaim: "anyone POST /open/claims",
  fileOpenDocument: "anyone POST /open/submissions",
  fileOpenRecourse: "anyone POST /open/recourses",
  renewOpenUpload: "anyone POST /open/uploads/{uploadId}/ticket",
  showOpenClaim: "anyone POST /open/claim-views",
  showOpenDocument: "anyone POST /open/submission-views",
  showOpenUpload: "anyone POST /open/uploads/{uploadId}/state",
  startOpenUpload: "anyone POST /open/uploads",
  stopOpenNews: "anyone POST /open/receipt-news/{newsKey}/stop",
} as const;
