// The routes that the claims function answers, in one module by what they are about.

export * from "../case-copy/claim-file-routes.ts";
export * from "../conciliation/offer-routes.ts";
export * from "../notice/profile-routes.ts";
export * from "../open-routes.ts";
export * from "../problem/problem-routes.ts";
export * from "./claim-routes.ts";
