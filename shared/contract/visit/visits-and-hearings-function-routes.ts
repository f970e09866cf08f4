export * from "../conciliation/conciliation-routes.ts";
export * from "../notice/notice-routes.ts";
export * from "../reading/reading-routes.ts";
export * from "./investigation-routes.ts";
