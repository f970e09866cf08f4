import type { Templates } from "../templates.ts";

/** Something that holds in the templates whatever stands in them. */
export interface Rule {
  readonly name: string;
  /** What breaks it; nothing while it holds. */
  readonly problems: (templates: Templates) => string[];
  /** Negative controls: each spoils sound templates so that the rule must find a problem. */
  readonly breaches: Readonly<Record<string, (templates: Templates) => void>>;
}

/** What holds data outlives its stack and its replacement, and does not outlive a creation that is rolled back. */
export const kept = { DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" };
