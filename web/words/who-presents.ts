import type { PowerKind } from "../../shared/domain/submission/submission.ts";

/** The words that ask as what a person presents a document; the site and the desk have their own. */
export interface StandingWords {
  readonly standing: string;
  readonly standings: Readonly<Record<"user" | "holder" | "representative", string>>;
  readonly of: string;
  readonly ofMissing: string;
  readonly power: string;
  readonly powers: Readonly<Record<PowerKind, string>>;
  readonly powerMissing: string;
}
