// The routes of a claim's case that the casework function answers, in one module by the stage of the claim.

export * from "./act-on-behalf-routes.ts";
export * from "./admission-routes.ts";
export * from "./case-routes.ts";
export * from "./conciliation-routes.ts";
export * from "./decision-routes.ts";
export * from "./intake-routes.ts";
export * from "./investigation-routes.ts";
export * from "./notice-routes.ts";
export * from "./queja-routes.ts";
export * from "./recourse-routes.ts";
export * from "./staff-routes.ts";
export * from "./work-list-routes.ts";
