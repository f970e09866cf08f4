import * as deskRoutes from "./desk-routes.ts";
import * as officeRoutes from "./office-routes.ts";
import * as receiptRoutes from "./receipt-routes.ts";
import type { Route } from "./route.ts";

/** Which function answers which routes: the file a route stands in says so. */
export const routesByFunction = {
  office: officeRoutes,
  receipts: receiptRoutes,
  desk: deskRoutes,
} as const satisfies Record<string, Record<string, Route>>;

/** Every route of the API by id. */
export const routes = { ...officeRoutes, ...receiptRoutes, ...deskRoutes } as const satisfies Record<string, Route>;
export type Routes = typeof routes;
export type RouteId = keyof Routes;
