export * from "./conciliation-routes.ts";
export * from "./investigation-routes.ts";
export * from "./notice-routes.ts";
export * from "./reading-routes.ts";
