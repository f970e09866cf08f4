export * from "./call-routes.ts";
export * from "./case-file-routes.ts";
export * from "./casework-routes.ts";
export * from "./desk-problem-routes.ts";
export * from "./reading-routes.ts";
