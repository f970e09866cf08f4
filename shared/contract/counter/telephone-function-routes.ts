export * from "../problem/desk-problem-routes.ts";
export * from "./act-on-behalf-routes.ts";
export * from "./call-routes.ts";
export * from "./intake-routes.ts";
