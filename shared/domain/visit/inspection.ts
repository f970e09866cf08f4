import type { Category } from "../receipt/tariff.ts";

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

/** Most files of one acta: photos, signature and sketch. */
export const mostFilesOfVisit = 20;

/** A file of a visit may be made so many minutes before or after it, as clocks and hands are not exact. */
export const slackMinutes = 15;

/** A visit whose end nobody wrote is taken to last so many minutes at most. */
export const longestMinutes = 120;

/** Causes of a bill that a visit finds besides leaks: what the inspector saw, not what the office decides. */
export const foundCauses = [
  "meter-fault",
  "crossed-supply",
  "misread",
  "overflow",
  "more-people",
  "irrigation",
  "other",
] as const;
export type FoundCause = (typeof foundCauses)[number];

/**
 * How the person who attended signed the acta: on the phone's screen; on paper; by another person at their request
 * (firma a ruego); by fingerprint, on paper. The last three are proved by a photo of the paper.
 */
export const signingWays = ["on-screen", "on-paper", "at-request", "fingerprint"] as const;
export type SigningWay = (typeof signingWays)[number];

/** How the acta was signed. `by`: who signed for somebody who cannot, at their request. */
export interface VisitSigning {
  readonly how: SigningWay;
  readonly by?: string | undefined;
}

/** What a file of a visit shows. */
export const captureKinds = ["photo", "signature", "signed-paper", "sketch"] as const;
export type CaptureKind = (typeof captureKinds)[number];

/** A file of a visit as the inspector's device made it. The time is the device's, and proves nothing by itself. */
export interface Capture {
  readonly documentId: string;
  readonly kind: CaptureKind;
  /** An instant, ISO 8601 in UTC. */
  readonly takenAt: string;
  /** Where the device was, in degrees, with the radius it states; absent if its owner did not let it say. */
  readonly position?: { readonly latitude: number; readonly longitude: number; readonly accuracyM: number } | undefined;
}

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
