import { describe, expect, it } from "vitest";
import { trackedFiles } from "../tracked-files.ts";

/** Names that say what kind of thing a file holds, and not which thing. */
const empty = /^(?:(?:.+-)?(?:utils?|helpers?)|common|services?|types?|constants?)$/;
const kebab = /^[._]*[a-z0-9]+(?:[-.][a-z0-9]+)*_*$/;
/** Names in capitals by custom: README.md, CHANGELOG.md, LICENSE. */
const customary = /^[A-Z]+(?:\.md)?$/;
/** The top folders, as the table of CONTRIBUTING.md lists them; tools name the folders with a dot. */
const folders = [
  "bench",
  "data",
  "docs",
  "functions",
  "infra",
  "lint",
  "local",
  "scripts",
  "shared",
  "tenants",
  "test",
  "web",
];

/** Returns the parts of a path that break the rules of names. */
function misnamed(path: string): string[] {
  return path
    .split("/")
    .filter((name) => name.split(".").some((part) => empty.test(part)) || !(kebab.test(name) || customary.test(name)));
}

/** Tracked files only: untracked files of somebody at work need not keep the rules. */
const paths = trackedFiles();

describe("names of files and folders", () => {
  it("say what the file holds, in kebab-case", () => {
    // Data files of others, and files that GitHub names, keep their names.
    const ours = paths.filter((path) => !/^(?:data|\.github)\//.test(path));
    expect(ours.filter((path) => misnamed(path).length > 0)).toEqual([]);
  });

  it("stand in a folder that the import table knows", () => {
    const top = new Set(paths.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/"))));
    expect([...top].filter((folder) => !folder.startsWith(".") && !folders.includes(folder))).toEqual([]);
  });

  it.each([
    ["shared/utils/days.ts", "utils"],
    ["shared/domain/helpers.ts", "helpers.ts"],
    ["shared/domain/date-utils.ts", "date-utils.ts"],
    ["web/common/button.tsx", "common"],
    ["functions/services/claims.ts", "services"],
    ["shared/contract/types.ts", "types.ts"],
    ["shared/contract/types.d.ts", "types.d.ts"],
    ["tenants/eps-moquegua/constants.ts", "constants.ts"],
    ["web/siteMap/page.tsx", "siteMap"],
    ["web/look/Button.css", "Button.css"],
    ["docs/Runbooks/queue.md", "Runbooks"],
  ])("%s is misnamed", (path, name) => {
    expect(misnamed(path)).toEqual([name]);
  });

  it.each([
    "README.md",
    ".gitignore",
    "package-lock.json",
    "shared/domain/case/claim-types.ts",
    "test/lint/file-names.test.ts",
    "web/routes.generated.ts",
    "web/vite.site.ts",
    "docs/decisions/0001-one-table.md",
    "test/web/__snapshots__/page.test.ts.snap",
  ])("%s is well named", (path) => {
    expect(misnamed(path)).toEqual([]);
  });
});
