import { refused } from "../../../shared/contract/refusals.ts";
import { listFigureCases as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { weightOf } from "../../../shared/domain/register/indicators.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";
import { figuresOfMonth } from "./figures-of-month.ts";

/**
 * Answers a page of the cases behind a figure's numerator or denominator, as `of` asks. `total` is the sum of the
 * weights of all these cases, on every page. The cursor is the number of cases before the page. Refuses
 * `malformed-cursor` if the cursor is no number; `report-not-ready` if the month has no build or its last build is not
 * finished; `figure-not-found` if there is no such figure, or its denominator is asked for and is not made of cases.
 */
export const listFigureCases = (deps: ReportDeps) =>
  serve(route, async ({ params: { figureId }, query: { month, of, limit, cursor = "0" } }) => {
    if (!/^\d{1,6}$/.test(cursor)) return refused("malformed-cursor");
    const found = await figuresOfMonth(deps, month);
    if (!found.ok) return found;
    const { asOf, figures } = found.value;
    const figure = figures.find(({ id }) => id === figureId);
    const cases = of === "numerator" ? figure?.numerator : figure?.denominator;
    if (!figure || !cases) return refused("figure-not-found");
    const from = Number(cursor);
    const next = from + limit;
    return ok({
      month,
      asOf,
      name: figure.name,
      total: weightOf(cases),
      cases: cases.slice(from, next),
      ...(next < cases.length && { cursor: String(next) }),
    });
  });
