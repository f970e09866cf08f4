import { spawnSync } from "node:child_process";

/**
 * Returns the short name of the commit a folder stands at and the commit's instant, with a space between; a `+` after
 * the name if files differ from it. Returns `unknown` if git is not there or the folder is no repository.
 */
export function revisionOf(folder: string): string {
  const git = (...args: readonly string[]) => {
    const { status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
    return status === 0 ? stdout.trim() : undefined;
  };
  const [commit, seconds] = git("show", "-s", "--format=%h %ct", "HEAD")?.split(" ") ?? [];
  if (!commit) return "unknown";
  const changed = git("status", "--porcelain", "--untracked-files=no") ? "+" : "";
  return `${commit}${changed} ${new Date(Number(seconds) * 1000).toISOString()}`;
}
