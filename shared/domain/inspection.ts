import type { Category } from "./tariff.ts";

/** How the seals of a meter were found (acta de inspección externa, digest 4). */
export const sealStates = ["intact", "broken", "none"] as const;
export type SealState = (typeof sealStates)[number];

/** How the control box was found. */
export const boxStates = ["good", "damaged", "none"] as const;
export type BoxState = (typeof boxStates)[number];

/** Whether the connection lets water through. */
export const connectionFindings = ["open", "closed"] as const;
export type ConnectionFinding = (typeof connectionFindings)[number];

/** What is built on the lot. */
export const premisesTypes = ["one-family", "several-families", "mixed", "commercial"] as const;
export type PremisesType = (typeof premisesTypes)[number];

/** Leaks inside the premises, as an inspection found them. */
export const innerLeaks = ["none", "visible", "non-visible"] as const;
export type InnerLeak = (typeof innerLeaks)[number];

/**
 * Water points of one kind: how many there are, how many are in bad state (absent if nobody noted it), and how many
 * leak.
 */
export interface WaterPoint {
  readonly kind: string;
  readonly count: number;
  readonly damaged?: number | undefined;
  readonly leaking: number;
}

/** Units of use of one category, occupied and vacant. */
export interface UseUnits {
  readonly category: Category;
  readonly occupied: number;
  readonly vacant: number;
}

/** What the inspector saw inside (acta de inspección interna, digest 4). Readings in m³ with up to three decimals. */
export interface InternalInspection {
  readonly occupants?: number | undefined;
  /** Each category once; empty if nobody noted them. */
  readonly useUnits: readonly UseUnits[];
  readonly points: readonly WaterPoint[];
  /** The meter's reading before and after `minutes` with all points closed; there is a leak if they differ. */
  readonly leakTest?: { readonly before: number; readonly after: number; readonly minutes: number } | undefined;
  readonly leak: InnerLeak;
}

/** What the inspector saw from the street (acta de inspección externa, digest 4). Absent fields were not noted. */
export interface ExternalInspection {
  readonly meterNumber?: string | undefined;
  readonly reading?: number | undefined;
  readonly meterWorks?: boolean | undefined;
  readonly seals?: SealState | undefined;
  readonly box?: BoxState | undefined;
  readonly leakAtBox: boolean;
  readonly connection?: ConnectionFinding | undefined;
  readonly premisesType?: PremisesType | undefined;
  readonly premises: string;
  /** Neighbouring supplies, by which the premises can be found again. */
  readonly neighbours?: string | undefined;
}
