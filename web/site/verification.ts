import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { Outcome } from "../client.ts";

export type Verification = AnswerOf<Routes["showVerification"]>;

/** What was checked last, by code or by file, and the answer, which is absent until it comes. */
export interface Asked {
  readonly by: { readonly code: string } | { readonly fileName: string };
  readonly answer?: Outcome<Verification>;
}
