import { spawnSync } from "node:child_process";

/**
 * Returns the commit that a folder is at, as its short name, a space and its instant. A `+` after the name says that
 * tracked files have changes. Returns `unknown` if git is not installed or the folder is in no repository.
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
