// The routes that the claims function answers, in one module by what they are about.

export * from "./claim-file-routes.ts";
export * from "./claim-routes.ts";
export * from "./offer-routes.ts";
export * from "./open-routes.ts";
export * from "./problem-routes.ts";
export * from "./profile-routes.ts";
