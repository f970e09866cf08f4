import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
/** What `.gitignore` names at the top, and the history itself. */
const untracked = new Set([".git", ".cache", ".local", "build", "cdk.out", "node_modules"]);

/**
 * Returns the paths of the tracked files under some folders, or of all. Where there is no git, or no history, it
 * returns every file that is not made here, which on a clean copy is the same.
 */
export function trackedFiles(...folders: readonly string[]): readonly string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "-z", "--", ...folders], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return listed.split("\0").filter((path) => path !== "");
  } catch {
    const top = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !untracked.has(name));
    const paths = top.flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(root, entry.name), { withFileTypes: true, recursive: true }).flatMap((one) =>
            one.isFile() ? join(one.parentPath, one.name).slice(root.length + 1) : [],
          )
        : entry.name,
    );
    return paths.filter((path) => folders.length === 0 || folders.some((folder) => path.startsWith(`${folder}/`)));
  }
}
