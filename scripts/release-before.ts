import { spawnSync } from "node:child_process";
import { root } from "./bundle.ts";

/**
 * The release before, while no tag names one: the newest commit that could have been deployed. Whoever changes what
 * is stored moves it here, once a release that reads both forms is out.
 */
export const untagged = "8ee9a59a5bd6787fff98eade1cb3ca845e3e6b8c";

function git(folder: string, ...args: readonly string[]) {
  const { status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  return { status, said: stdout.trim() };
}

/**
 * Returns the commit of the release before a folder's own: the newest tag that is not that commit, or else `stated`.
 * Returns undefined if the clone lacks it.
 */
export function releaseBefore(folder = root, stated = untagged): string | undefined {
  const { said: tag } = git(folder, "describe", "--tags", "--abbrev=0", "HEAD^");
  const { status, said } = git(folder, "rev-parse", "--verify", "--quiet", `${tag || stated}^{commit}`);
  return status === 0 ? said : undefined;
}

/**
 * Returns why a folder's release may not follow the one that answers: that one must be the release before or come after
 * it, or it would not read what this one writes. Returns undefined if it may.
 * @param answering the commit that answers, as `/api/health` has it; a `+` after it stands for changes
 */
export function reasonAgainstFollowing(answering: string, folder = root, stated = untagged): string | undefined {
  const before = releaseBefore(folder, stated);
  if (before === undefined)
    return "This clone lacks the release before (git fetch --unshallow), or there is no git here.";
  const commit = answering.replace(/\+$/, "");
  const { status } = git(folder, "merge-base", "--is-ancestor", before, commit);
  if (status === 0) return undefined;
  const short = before.slice(0, 8);
  return status === 1
    ? `${commit} answers, which cannot read what this release writes. Deploy ${short} first, then this one: git switch --detach ${short}`
    : `${commit} answers, which this clone does not know: fetch it, so that it is seen whether this release may follow it.`;
}
