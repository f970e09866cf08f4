import type { Templates } from "../templates.ts";

/** Something that must hold in the templates. */
export interface Rule {
  readonly name: string;
  /** Returns what breaks the rule; empty while it holds. */
  readonly problems: (templates: Templates) => string[];
  /** Negative controls: each changes valid templates so that the rule must find a problem. */
  readonly breaches: Readonly<Record<string, (templates: Templates) => void>>;
}

/** A resource with data stays when its stack is deleted or replaces it, but not when its creation is rolled back. */
export const kept = { DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" };
