// Generated from shared/contract/routes.ts by `node scripts/web.ts --routes`.
export const routes = {
  askOpenContact: { method: "POST", path: "/open/contact-codes", audience: "anyone" },
  checkOpenClaim: { method: "POST", path: "/open/claims/pre-check", audience: "anyone" },
  confirmOpenContact: { method: "POST", path: "/open/contacts", audience: "anyone" },
  downloadOpenCargo: { method: "POST", path: "/open/claim-cargos", audience: "anyone" },
  downloadOpenProof: { method: "POST", path: "/open/submission-proofs", audience: "anyone" },
  fileOpenClaim: { method: "POST", path: "/open/claims", audience: "anyone" },
  fileOpenDocument: { method: "POST", path: "/open/submissions", audience: "anyone" },
  fileOpenRecourse: { method: "POST", path: "/open/recourses", audience: "anyone" },
  renewOpenUpload: { method: "POST", path: "/open/uploads/{uploadId}/ticket", audience: "anyone" },
  showOpenClaim: { method: "POST", path: "/open/claim-views", audience: "anyone" },
  showOpenDocument: { method: "POST", path: "/open/submission-views", audience: "anyone" },
  showOpenUpload: { method: "POST", path: "/open/uploads/{uploadId}/state", audience: "anyone" },
  startOpenUpload: { method: "POST", path: "/open/uploads", audience: "anyone" },
  stopOpenNews: { method: "POST", path: "/open/receipt-news/{newsKey}/stop", audience: "anyone" },
} as const;
