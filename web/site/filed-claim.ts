import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

type FiledClaim = AnswerOf<Routes["fileClaim"]>;

/** The API's answer to the claim this tab filed last. Only that answer has the claim's key, which is never stored. */
let last: FiledClaim | undefined;

export function rememberFiled(filed: FiledClaim): void {
  last = filed;
}

export function filedHere(claimId: string): FiledClaim | undefined {
  return last?.claimId === claimId ? last : undefined;
}
