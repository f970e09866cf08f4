import { listIndicators as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { figureValue } from "../../../shared/domain/register/indicators.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { figuresOfMonth } from "./figures-of-month.ts";

/**
 * Answers the figures of a month, without the cases behind them. Refuses `report-not-ready` if the month has no build
 * or its last build is not finished.
 */
export const listIndicators = (deps: ReportDeps) =>
  serve(route, async ({ query: { month } }) => {
    const found = await figuresOfMonth(deps, month);
    if (!found.ok) return found;
    const { asOf, figures } = found.value;
    return ok({
      month,
      asOf,
      areConnectionsConfirmed: deps.tenant.reports.connections.status === "confirmed",
      figures: figures.map((figure) => {
        const { id, group, name, unit, factor, connections } = figure;
        return { id, group, name, unit, factor, perConnections: connections !== undefined, ...figureValue(figure) };
      }),
    });
  });
