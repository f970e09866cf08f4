import type { PowerKind } from "../../shared/domain/submission.ts";

/** How it is asked who presents a document: the person themselves, or the clerk about them. */
export interface StandingWords {
  readonly standing: string;
  readonly standings: Readonly<Record<"user" | "holder" | "representative", string>>;
  readonly of: string;
  readonly ofMissing: string;
  readonly power: string;
  readonly powers: Readonly<Record<PowerKind, string>>;
  readonly powerMissing: string;
}
