import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

type FiledClaim = AnswerOf<Routes["fileClaim"]>;

/** What the API answered to the claim this tab filed last: its key is told once, and kept nowhere. */
let last: FiledClaim | undefined;

export function rememberFiled(filed: FiledClaim): void {
  last = filed;
}

export function filedHere(claimId: string): FiledClaim | undefined {
  return last?.claimId === claimId ? last : undefined;
}
