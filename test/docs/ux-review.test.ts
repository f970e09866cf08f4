import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";

const review = readFileSync(join(root, "docs", "ux-review.md"), "utf8");
const tests = globSync("test/**/*.test.ts", { cwd: root });
/** Where a test file stands that is named alone or with its last folders. */
const placesOf = (named: string) => tests.filter((one) => `/${one}`.endsWith(`/${named}`));

it("names test files that exist, each only once in the tree", () => {
  const named = [...new Set([...review.matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, name = ""]) => name))];
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => placesOf(name).length !== 1)).toEqual([]);
});

it("quotes tests and states that these files have", () => {
  const quoted = [...review.matchAll(/`([\w/-]+\.test\.ts)`[:,] («[^»]+»(?:, «[^»]+»)*)/g)].flatMap(
    ([, name = "", said = ""]) => [...said.matchAll(/«([^»]+?)…?»/g)].map(([, title = ""]) => ({ name, title })),
  );
  expect(quoted.length).toBeGreaterThan(20);
  const missing = quoted.filter(
    ({ name, title }) => !placesOf(name).some((place) => readFileSync(join(root, place), "utf8").includes(title)),
  );
  expect(missing).toEqual([]);
});

it("links to pictures and pages that exist", () => {
  const links = [...review.matchAll(/\]\(([\w/.-]+)\)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !existsSync(join(root, "docs", link)))).toEqual([]);
});

it("says of every role of the staff what it sees and by which test", () => {
  const rows = review
    .slice(review.indexOf("## Staff"))
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const roles = [
    "operator",
    "analyst",
    "inspector",
    "conciliator",
    "resolver",
    "signer",
    "clerk",
    "billing",
    "manager",
  ];
  for (const role of [...roles, "administrator", "external supervisor"]) {
    const own = rows.filter((row) => row.startsWith(`| ${role} |`));
    expect(own, role).toHaveLength(1);
    expect(own.join(), role).toMatch(/\.test\.ts`/);
  }
});
