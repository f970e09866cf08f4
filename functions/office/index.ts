import * as officeRoutes from "../../shared/contract/office-routes.ts";
import { api } from "../runtime/api.ts";
import { office } from "./office.ts";
import { deps } from "./stores.ts";

export const handler = api(officeRoutes, office(deps));
