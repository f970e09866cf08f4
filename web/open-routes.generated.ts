// Generated from shared/contract/routes.ts by `node scripts/web.ts --routes`.
export const routes = {
  downloadOpenProof: { method: "POST", path: "/open/submission-proofs", audience: "anyone" },
  fileOpenDocument: { method: "POST", path: "/open/submissions", audience: "anyone" },
  fileOpenRecourse: { method: "POST", path: "/open/recourses", audience: "anyone" },
  renewOpenUpload: { method: "POST", path: "/open/uploads/{uploadId}/ticket", audience: "anyone" },
  showOpenDocument: { method: "POST", path: "/open/submission-views", audience: "anyone" },
  showOpenUpload: { method: "POST", path: "/open/uploads/{uploadId}/state", audience: "anyone" },
  startOpenUpload: { method: "POST", path: "/open/uploads", audience: "anyone" },
} as const;
