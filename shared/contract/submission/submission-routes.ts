// The routes that the submissions function answers, in one module by what they are about.

export * from "../attachment/upload-routes.ts";
export * from "../attachment/waiting-attachment-routes.ts";
export * from "../problem/outage-routes.ts";
export * from "../register/retention-routes.ts";
export * from "./customer-submission-routes.ts";
export * from "./desk-submission-routes.ts";
export * from "./open-submission-routes.ts";
