// The routes that the submissions function answers, in one module by what they are about.

export * from "./customer-submission-routes.ts";
export * from "./desk-submission-routes.ts";
export * from "./open-submission-routes.ts";
export * from "./outage-routes.ts";
export * from "./retention-routes.ts";
export * from "./upload-routes.ts";
export * from "./waiting-attachment-routes.ts";
