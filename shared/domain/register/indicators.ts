import { type AppealResult, appealResults, type CountedClaim } from "../board/counted-claim.ts";
import { type ClaimType, claimTypes, familyOf } from "../case/claim-types.ts";
import type { ObservationFacts, ObservationState } from "./observation.ts";

/** What a density counts of a month's claims. */
export const densityCounts = ["claims", "commercial-claims", "operational-claims", "appeals"] as const;
export type DensityCount = (typeof densityCounts)[number];

/** Connections that a density is measured against. */
export const connectionKinds = ["active", "total"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** A density as the regulator or the company defines it: what it `counts`, for every `factor` connections. */
export interface Density {
  readonly id: string;
  readonly name: string;
  readonly counts: DensityCount;
  readonly per: ConnectionKind;
  readonly factor: number;
}

/** The number of connections from a month (`YYYY-MM`) on. */
export interface Connections extends Readonly<Record<ConnectionKind, number>> {
  readonly from: string;
}

/** What the figures of a month are counted from. */
export interface MonthFacts {
  readonly claims: readonly CountedClaim[];
  readonly observations: readonly ObservationFacts[];
}

/** Kinds of cases behind a figure: a claim; an entry of the observation book; a submission that is one. */
export const figureCaseKinds = ["claim", "observation", "submission"] as const;

/** A case behind a figure, and how much it adds to it. */
export interface FigureCase {
  readonly kind: (typeof figureCaseKinds)[number];
  readonly id: string;
  readonly code: string;
  readonly weight: number;
}

export const figureGroups = ["density", "time", "result", "appeal", "work", "observations"] as const;
export type FigureGroup = (typeof figureGroups)[number];
export const figureUnits = ["count", "per-cent", "per-connections", "m3", "céntimos"] as const;
export type FigureUnit = (typeof figureUnits)[number];

/** A figure of a month: a sum, or its share of another sum or of connections. Each lists its cases. */
export interface MonthFigure {
  readonly id: string;
  readonly group: FigureGroup;
  readonly name: string;
  readonly unit: FigureUnit;
  readonly numerator: readonly FigureCase[];
  /** Absent: the figure is its numerator. */
  readonly denominator?: readonly FigureCase[] | undefined;
  /** The denominator of a density, instead of cases. */
  readonly connections?: number | undefined;
  readonly factor: number;
}

/** The configuration that figures depend on. */
export interface FigureRules {
  readonly densities: readonly Density[];
  readonly connections: readonly Connections[];
  readonly typeNames: Readonly<Record<ClaimType, string>>;
}

type Counted = (facts: CountedClaim) => boolean | number;

function casesOf(claims: readonly CountedClaim[], counted: Counted): readonly FigureCase[] {
  return claims.flatMap((one) => {
    const weight = Number(counted(one));
    return weight === 0 ? [] : [{ kind: "claim", id: one.claimId, code: one.code, weight }];
  });
}

const densityOf: Readonly<Record<DensityCount, Counted>> = {
  claims: () => true,
  // Billing claims are commercial too, for the regulator: only operational claims are not.
  "commercial-claims": ({ type }) => familyOf(type) !== "operational",
  "operational-claims": ({ type }) => familyOf(type) === "operational",
  appeals: ({ appeal }) => appeal !== undefined,
};

const appealNames: Readonly<Record<AppealResult, string>> = {
  waiting: "Apelaciones sin decisión todavía",
  reversed: "Apelaciones a favor del usuario",
  confirmed: "Apelaciones que confirmaron a la empresa",
  "sent-back": "Apelaciones que anularon lo actuado",
  conciliated: "Apelaciones conciliadas ante el TRASS",
  inadmissible: "Apelaciones inadmisibles",
  unstated: "Apelaciones decididas sin detalle por mes",
};

/** Whether a claim was decided on its merits. */
const isDecided: Counted = ({ outcome }) =>
  outcome === "upheld" || outcome === "partly-upheld" || outcome === "rejected";

type Named = Omit<MonthFigure, "numerator" | "denominator" | "factor">;

/**
 * Returns the figures of the observation book for a month. The book is one, whatever channel an entry arrived by
 * (digest 6.1).
 */
function bookFigures(observations: readonly ObservationFacts[]): readonly MonthFigure[] {
  const casesIn = (counted: (state: ObservationState) => boolean): readonly FigureCase[] =>
    observations
      .filter(({ state }) => counted(state))
      .map(({ kind, observationId: id, number: code }) => ({ kind, id, code, weight: 1 }));
  return [
    {
      id: "observations",
      group: "observations",
      name: "Observaciones recibidas",
      unit: "count",
      numerator: casesIn(() => true),
      factor: 1,
    },
    {
      id: "observations-in-time",
      group: "observations",
      name: "Respondidas en el plazo (T24)",
      unit: "per-cent",
      numerator: casesIn((state) => state === "answered"),
      denominator: casesIn((state) => state !== "waiting"),
      factor: 100,
    },
  ];
}

/**
 * Returns the figures of a month (digest 6.2) from its claims, without those deemed not filed, and its observation
 * book. The caller gives the month's claims and observations. Shares in time leave out claims that are neither
 * `in-time` nor `late`. Results by type are given only for types with a claim decided on the merits. A density divides
 * by the last of `rules.connections` with `from` in `month` or earlier, or by 0 if there is none.
 * @param month `YYYY-MM`
 */
export function monthFigures(
  { claims: all, observations }: MonthFacts,
  month: string,
  rules: FigureRules,
): readonly MonthFigure[] {
  const claims = all.filter(({ isFiled }) => isFiled);
  const connections = rules.connections.findLast(({ from }) => from <= month);
  const sum = (named: Named, counted: Counted): MonthFigure => ({
    ...named,
    numerator: casesOf(claims, counted),
    factor: 1,
  });
  const share = (named: Omit<Named, "unit">, counted: Counted, of: Counted): MonthFigure => ({
    ...named,
    unit: "per-cent",
    numerator: casesOf(claims, (one) => (of(one) ? counted(one) : false)),
    denominator: casesOf(claims, of),
    factor: 100,
  });
  const isOwed =
    (term: "resolved" | "notified"): Counted =>
    (one) =>
      one[term] === "in-time" || one[term] === "late";
  const types = claimTypes.filter((type) => claims.some((one) => one.type === type && isDecided(one)));
  return [
    sum({ id: "claims", group: "density", name: "Reclamos presentados", unit: "count" }, () => true),
    ...rules.densities.map(
      ({ id, name, counts, per, factor }): MonthFigure => ({
        id,
        group: "density",
        name,
        unit: "per-connections",
        numerator: casesOf(claims, densityOf[counts]),
        connections: connections?.[per] ?? 0,
        factor,
      }),
    ),
    share(
      { id: "commercial", group: "density", name: "Reclamos comerciales" },
      densityOf["commercial-claims"],
      () => true,
    ),
    share(
      { id: "operational", group: "density", name: "Reclamos operacionales" },
      densityOf["operational-claims"],
      () => true,
    ),
    share(
      { id: "resolved-in-time", group: "time", name: "Resueltos en el plazo (T08)" },
      ({ resolved }) => resolved === "in-time",
      isOwed("resolved"),
    ),
    share(
      { id: "notified-in-time", group: "time", name: "Notificados antes del silencio (T10)" },
      ({ notified }) => notified === "in-time",
      isOwed("notified"),
    ),
    sum({ id: "silences", group: "time", name: "Silencios positivos", unit: "count" }, ({ isSilent }) => isSilent),
    share(
      { id: "conciliated", group: "result", name: "Conciliados del todo, de los que tuvieron audiencia" },
      ({ isConciliated }) => isConciliated,
      ({ isHeard }) => isHeard,
    ),
    ...types.flatMap((type) =>
      (["upheld", "partly-upheld"] as const).map((outcome) =>
        share(
          {
            id: `${outcome}-${type}`,
            group: "result",
            name: `${outcome === "upheld" ? "Fundados" : "Fundados en parte"}: ${rules.typeNames[type]}`,
          },
          (one) => one.outcome === outcome,
          (one) => one.type === type && isDecided(one),
        ),
      ),
    ),
    sum(
      { id: "rebilled-m3", group: "result", name: "Volumen refacturado", unit: "m3" },
      ({ rebilledM3 }) => rebilledM3,
    ),
    sum({ id: "rebilled", group: "result", name: "Importe refacturado", unit: "céntimos" }, ({ rebilled }) => rebilled),
    ...appealResults.map((result) =>
      share(
        { id: `appeals-${result}`, group: "appeal", name: appealNames[result] },
        ({ appeal }) => appeal === result,
        ({ appeal }) => appeal !== undefined,
      ),
    ),
    share(
      { id: "frustrated-visits", group: "work", name: "Inspecciones frustradas" },
      ({ frustrated }) => frustrated,
      ({ visits }) => visits,
    ),
    ...bookFigures(observations),
  ];
}

/** Returns the sum of the weights of some cases; 0 without any. */
export function weightOf(cases: readonly FigureCase[]): number {
  return cases.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * Returns the figure's sums and its value: numerator divided by denominator, times `factor`. `connections` stands in
 * for an absent denominator. Without either, the value is the numerator. If the denominator is 0, there is no value.
 */
export function figureValue({ numerator, denominator, connections, factor }: MonthFigure): {
  readonly numerator: number;
  readonly denominator?: number | undefined;
  readonly value?: number | undefined;
} {
  const above = weightOf(numerator);
  if (!denominator && connections === undefined) return { numerator: above, value: above };
  const below = denominator ? weightOf(denominator) : (connections ?? 0);
  return { numerator: above, denominator: below, ...(below > 0 && { value: (above * factor) / below }) };
}
