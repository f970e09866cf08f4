import { describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import type { CountedClaim } from "../../../../shared/domain/board/counted-claim.ts";
import { type ClaimType, claimTypes } from "../../../../shared/domain/case/claim-types.ts";
import { figureValue, monthFigures } from "../../../../shared/domain/register/indicators.ts";
import type { ObservationFacts } from "../../../../shared/domain/register/observation.ts";

const plain: CountedClaim = {
  claimId: "c0",
  code: "RE-2026-000000-0",
  type: "F01",
  channel: "web",
  isFiled: true,
  resolved: "pending",
  notified: "pending",
  isSilent: false,
  isHeard: false,
  isConciliated: false,
  visits: 0,
  frustrated: 0,
  rebilledM3: 0,
  rebilled: 0,
};
const claim = (claimId: string, facts: Partial<CountedClaim> = {}): CountedClaim => ({
  ...plain,
  claimId,
  code: claimId,
  ...facts,
});

const rules = {
  densities: tenant.reports.densities.value,
  connections: [
    { from: "2026-01", active: 1_000, total: 2_000 },
    { from: "2026-11", active: 4_000, total: 5_000 },
  ],
  typeNames: Object.fromEntries(claimTypes.map((type) => [type, type])) as Record<ClaimType, string>,
};

const claims = [
  claim("upheld", {
    resolved: "in-time",
    notified: "in-time",
    outcome: "upheld",
    isHeard: true,
    visits: 2,
    frustrated: 1,
    rebilledM3: 25,
    rebilled: 18_376,
  }),
  claim("late", {
    resolved: "late",
    notified: "late",
    outcome: "rejected",
    isHeard: true,
    appeal: "reversed",
    visits: 1,
  }),
  claim("silent", { resolved: "late", notified: "late", isSilent: true, rebilledM3: 5, rebilled: 1_000 }),
  claim("agreed", { resolved: "in-time", notified: "not-owed", isHeard: true, isConciliated: true }),
  claim("pending", { type: "O-S1", appeal: "waiting" }),
  claim("withdrawn", { type: "N-C1", resolved: "not-owed", notified: "not-owed" }),
  claim("partly", { resolved: "in-time", notified: "pending", outcome: "partly-upheld" }),
  claim("not-filed", { isFiled: false, resolved: "not-owed", notified: "not-owed", visits: 9, frustrated: 9 }),
];

const observations = (["answered", "answered-late", "overdue", "waiting"] as const).flatMap((state) =>
  (["observation", "submission"] as const).map(
    (kind): ObservationFacts => ({ kind, observationId: `${kind} ${state}`, number: `N ${kind} ${state}`, state }),
  ),
);

const figureOf = (id: string, all = claims, month = "2026-11") => {
  const figure = monthFigures({ claims: all, observations }, month, rules).find((one) => one.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
};

describe("the figures of a month", () => {
  it.each<[string, number, number | undefined, number | undefined, string]>([
    ["claims", 7, undefined, 7, "what was deemed not filed is no claim"],
    ["claims-per-10000", 7, 4_000, 17.5, "by the connections of that month"],
    ["claims-per-1000", 7, 5_000, 1.4, "the other density: of all connections"],
    ["commercial-per-1000", 6, 5_000, 1.2, "what is not operational is commercial"],
    ["operational-per-1000", 1, 5_000, 0.2, "one"],
    ["appeals-per-10000", 2, 4_000, 5, "two were appealed"],
    ["commercial", 6, 7, (6 * 100) / 7, "share"],
    ["operational", 1, 7, 100 / 7, "the other share"],
    ["appeals-confirmed", 0, 2, 0, "none of those appealed"],
    ["resolved-in-time", 3, 5, 60, "neither what is pending nor what ended without a decision counts"],
    ["notified-in-time", 1, 3, (1 * 100) / 3, "an agreement leaves nothing to notify"],
    ["silences", 1, undefined, 1, "one"],
    ["conciliated", 1, 3, (1 * 100) / 3, "of those that were heard"],
    ["upheld-F01", 1, 3, (1 * 100) / 3, "of those decided on the merits"],
    ["partly-upheld-F01", 1, 3, (1 * 100) / 3, "apart from the whole"],
    ["rebilled-m3", 30, undefined, 30, "a sum of volumes"],
    ["rebilled", 19_376, undefined, 19_376, "a sum of money, in céntimos"],
    ["appeals-reversed", 1, 2, 50, "of those appealed"],
    ["appeals-waiting", 1, 2, 50, "not decided yet"],
    ["frustrated-visits", 1, 3, (1 * 100) / 3, "of the visits, not of the claims"],
    ["observations", 8, undefined, 8, "by either door of the book"],
    ["observations-in-time", 2, 6, (2 * 100) / 6, "what is not due yet is in neither part"],
  ])("%s is $3 ($4)", (id, numerator, denominator, value) => {
    expect(figureValue(figureOf(id))).toEqual({ numerator, ...(denominator !== undefined && { denominator }), value });
  });

  it("each list exactly the cases they count", () => {
    expect(figureOf("resolved-in-time").numerator.map(({ code }) => code)).toEqual(["upheld", "agreed", "partly"]);
    expect(figureOf("rebilled-m3").numerator).toEqual([
      { kind: "claim", id: "upheld", code: "upheld", weight: 25 },
      { kind: "claim", id: "silent", code: "silent", weight: 5 },
    ]);
    expect(figureOf("observations-in-time").numerator).toEqual([
      { kind: "observation", id: "observation answered", code: "N observation answered", weight: 1 },
      { kind: "submission", id: "submission answered", code: "N submission answered", weight: 1 },
    ]);
    for (const { numerator, denominator } of monthFigures({ claims, observations }, "2026-11", rules)) {
      const within = new Map(denominator?.map(({ id, weight }) => [id, weight]));
      if (denominator) expect(numerator.every(({ id, weight }) => weight <= (within.get(id) ?? 0))).toBe(true);
    }
  });

  it("have no value if the denominator is zero", () => {
    expect(figureValue(figureOf("resolved-in-time", []))).toEqual({ numerator: 0, denominator: 0 });
    expect(figureValue(figureOf("claims-per-10000", claims, "2025-12"))).toEqual({ numerator: 7, denominator: 0 });
  });

  it("are listed by name, in their order, for decided types only", () => {
    const own = new Set(rules.densities.map(({ id }) => id));
    const figures = monthFigures(
      { claims: [...claims, claim("N", { type: "N-C1", outcome: "dismissed" })], observations },
      "2026-11",
      rules,
    );
    expect(figures.filter(({ id }) => own.has(id)).map(({ group, unit }) => `${group} ${unit}`)).toEqual(
      rules.densities.map(() => "density per-connections"),
    );
    const rest = figures.filter(({ id }) => !own.has(id) && !id.startsWith("appeals-"));
    expect(rest.map(({ group, unit, name }) => `${group}, ${unit}: ${name}`)).toEqual([
      "density, count: Reclamos presentados",
      "density, per-cent: Reclamos comerciales",
      "density, per-cent: Reclamos operacionales",
      "time, per-cent: Resueltos en el plazo (T08)",
      "time, per-cent: Notificados antes del silencio (T10)",
      "time, count: Silencios positivos",
      "result, per-cent: Conciliados del todo, de los que tuvieron audiencia",
      "result, per-cent: Fundados: F01",
      "result, per-cent: Fundados en parte: F01",
      "result, m3: Volumen refacturado",
      "result, céntimos: Importe refacturado",
      "work, per-cent: Inspecciones frustradas",
      "observations, count: Observaciones recibidas",
      "observations, per-cent: Respondidas en el plazo (T24)",
    ]);
    const appeals = figures.filter(({ id }) => !own.has(id) && id.startsWith("appeals-"));
    expect(appeals.map(({ group, unit }) => `${group} ${unit}`)).toEqual(appeals.map(() => "appeal per-cent"));
  });

  it("each have an id of their own", () => {
    const ids = monthFigures({ claims, observations }, "2026-11", rules).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
