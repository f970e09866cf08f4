import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { claimTypes } from "../../../shared/domain/case/claim-types.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { type MonthFigure, monthFigures } from "../../../shared/domain/register/indicators.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { readFacts } from "../../../shared/storage/register/report-facts.ts";
import { lawInForce, type Tenant } from "../../../shared/tenant/tenant.ts";
import type { ReportDeps } from "../report-deps.ts";

interface FiguresOfMonth {
  readonly asOf: string;
  readonly figures: readonly MonthFigure[];
}

/**
 * Returns the figures of a month, counted from the facts that its last build wrote in one file. Refuses
 * `report-not-ready` if the month has no build or its last build is not finished.
 */
export async function figuresOfMonth(
  { builds, files, tenant }: ReportDeps,
  month: string,
): Promise<Answer<FiguresOfMonth, "report-not-ready">> {
  const build = await builds.find(tenant.office.code.value, month);
  if (build?.state !== "done")
    return refused("report-not-ready", { detail: "Los registros de ese mes aún no se han generado." });
  const { densities, connections } = tenant.reports;
  const figures = monthFigures(await readFacts(files, build), month, {
    densities: densities.value,
    connections: connections.value,
    typeNames: typeNamesIn(tenant, month),
  });
  return ok({ asOf: build.asOf, figures });
}

/** The names of the types of claim by the law of a month's first day or, before the first edition, by that one. */
function typeNamesIn(tenant: Tenant, month: string): Readonly<Record<(typeof claimTypes)[number], string>> {
  const earliest = tenant.laws[0]?.inForceFrom.value ?? "";
  const { claimTypes: catalogue } = lawInForce(tenant, calendarDay([`${month}-01`, earliest].toSorted().at(-1) ?? ""));
  const names = Object.fromEntries(claimTypes.map((type) => [type, catalogue[type].value.name]));
  const isWhole = (some: Readonly<Record<string, string>>): some is Record<(typeof claimTypes)[number], string> =>
    claimTypes.every((type) => type in some);
  if (!isWhole(names)) throw new Error("a type of claim has no name");
  return names;
}
