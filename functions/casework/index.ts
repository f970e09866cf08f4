import * as caseFileRoutes from "../../shared/contract/case-file-routes.ts";
import * as caseworkRoutes from "../../shared/contract/casework-routes.ts";
import * as deskProblemRoutes from "../../shared/contract/desk-problem-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { supervised } from "../runtime/supervised.ts";
import { casework } from "./casework.ts";
import { deskProblems } from "./desk-problems.ts";
import { deps } from "./stores.ts";

export const handler = apiInForce({ ...caseworkRoutes, ...caseFileRoutes, ...deskProblemRoutes }, deps, (depsNow) =>
  supervised(deps, { ...casework(depsNow), ...deskProblems(depsNow) }),
);
