import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { Outcome } from "../../client.ts";

export type Verification = AnswerOf<Routes["showVerification"]>;

/** The last check: by which code or file, and its answer once there is one. */
export interface Asked {
  readonly by: { readonly code: string } | { readonly fileName: string };
  readonly answer?: Outcome<Verification>;
}
