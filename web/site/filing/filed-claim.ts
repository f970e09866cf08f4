import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { SentAttachment } from "../../look/send-attachment.ts";
import type { FiledMark } from "./draft.ts";

type FiledClaim = AnswerOf<Routes["fileClaim"]>;
type FiledHere = FiledClaim & Pick<FiledWithoutAccount, "leftOut">;

/** A claim that was filed without an account, as the tab keeps it: its key alone opens it again. */
export interface FiledWithoutAccount {
  readonly filed: AnswerOf<Routes["fileOpenClaim"]>;
  readonly draftId: string;
  /** The account of who was signed in opens it too. */
  readonly inAccount: boolean;
  /** The telephone is somebody else's. */
  readonly borrowed: boolean;
  /** Files that are part of the claim and may still be on this phone alone. */
  readonly waiting: readonly SentAttachment[];
  /** Names of files that were chosen and are no part of the claim: refused by their check, or never announced. */
  readonly leftOut: readonly string[];
}

/** The API's answer to the claim that this tab filed last. The key of a claim with an account is kept nowhere else. */
let last: FiledHere | undefined;

/** Keeps the API's answer, and the names of files that were chosen and are no part of the claim. */
export function rememberFiled(filed: FiledClaim, leftOut: readonly string[] = []): void {
  last = { ...filed, leftOut };
}

export function filedHere(claimId: string): FiledHere | undefined {
  return last?.claimId === claimId ? last : undefined;
}

const keptKey = (claimId: string): string => `caudal.filed.${claimId}`;

/**
 * Keeps a claim that was filed without an account in sessionStorage, until the tab is closed, so that a reload does not
 * lose its code and key.
 */
export function keepFiled(claim: FiledWithoutAccount): void {
  sessionStorage.setItem(keptKey(claim.filed.claimId), JSON.stringify(claim));
}

/** Returns what `keepFiled` kept of a claim; undefined if this tab kept nothing of it. */
export function keptFiled(claimId: string): FiledWithoutAccount | undefined {
  return JSON.parse(sessionStorage.getItem(keptKey(claimId)) ?? "null") ?? undefined;
}

/** Deletes what `keepFiled` kept of a claim, and `markFiled` of its draft. */
export function forgetFiled({ filed, draftId }: FiledWithoutAccount): void {
  sessionStorage.removeItem(keptKey(filed.claimId));
  sessionStorage.removeItem(`caudal.filed-draft.${draftId}` satisfies FiledMark);
}
