import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { workers } from "../../infra/workers.ts";
import { root } from "../../scripts/bundle.ts";

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const pages = [
  ...readdirSync(join(root, "docs", "runbooks")).map((name) => `docs/runbooks/${name}`),
  "docs/deploying.md",
  "docs/staging-checklist.md",
  "docs/guides/commands.md",
  "README.md",
].map((path) => [path, readFileSync(join(root, path), "utf8")] as const);

const fence = /```sh\n([\s\S]*?)```/g;

/** Returns the commands in a page that begin with the words, each on one line: of its text and of its blocks. */
const commandsOf = (page: string, begins: string): readonly string[] =>
  [
    ...[...page.replace(fence, "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code),
    ...[...page.matchAll(fence)].flatMap(([, block = ""]) =>
      block.replace(/\\\n/g, "").replace(/ #.*/g, "").split("\n"),
    ),
  ]
    .map((code) => code.replace(/\s+/g, " ").trim())
    .filter((code) => code.startsWith(begins));

/**
 * Returns the flags in a command that the program of its name does not know; the command if there is no such program.
 */
function unknownIn(command: string): readonly string[] {
  const [, name = "", typed = ""] = /^npm run (?:--silent )?([\w:-]+)(?: (?:--|…) (.*))?$/.exec(command) ?? [];
  const program = scripts[name]?.split(" ").find((word) => word.endsWith(".ts"));
  if (!program) return name in scripts && typed === "" ? [] : [command];
  const source = readFileSync(join(root, program), "utf8");
  const flags = [...typed.matchAll(/--([a-z-]+)/g)].map(([, flag = ""]) => flag);
  // As a key of its own, or among others that are all texts.
  const taken = (flag: string) =>
    new RegExp(`(?:"${flag}"|\\b${flag}): (?:text|string|flag|\\{ type)|options: \\{[^{}]*\\b${flag}\\b`);
  return flags.filter((flag) => !taken(flag).test(source));
}

it.each(pages)("%s names commands of ours with flags that they take", (_, page) => {
  expect(commandsOf(page, "npm run ").flatMap(unknownIn)).toEqual([]);
});

it("a flag that a command does not take is seen", () => {
  expect(unknownIn("npm run fsck -- --stage dev --fast")).toEqual(["fast"]);
  expect(unknownIn("npm run mend")).toEqual(["npm run mend"]);
});

it.each(pages)("%s asks the version of a function that answers, not the newest", (_, page) => {
  // Without `:live` AWS lists what calls no version, which is nothing here, and runs what a release still holds back.
  const asking = [
    ...commandsOf(page, "aws lambda invoke"),
    ...commandsOf(page, "aws lambda list-event-source-mappings"),
  ];
  expect(asking.filter((command) => !/--function-name caudal-<stage>-[a-z<>-]+:live\b/.test(command))).toEqual([]);
});

it("dead letters name each queue's worker", () => {
  const page = readFileSync(join(root, "docs/runbooks/dead-letters.md"), "utf8");
  const pairs = Object.entries(workers).flatMap(([name, { takes = [] }]) => takes.map(({ queue }) => [queue, name]));
  expect(
    pairs.filter(([queue, name]) => !new RegExp(`^\\| .*\`${queue}\`.* \\| \`${name}\` \\|`, "m").test(page)),
  ).toEqual([]);
});

it("a schedule is looked for by a name without dashes, as CloudFormation makes it", () => {
  const asking = pages.flatMap(([, page]) => commandsOf(page, "aws events list-rules"));
  expect(asking.filter((command) => /-service-(?:<function>|[a-z]+-)/.test(command))).toEqual([]);
});

it("who is invited by hand is invited by mail: without a word Cognito would send a text to no telephone", () => {
  const inviting = pages.flatMap(([, page]) => commandsOf(page, "aws cognito-idp admin-create-user"));
  expect(inviting).toHaveLength(1);
  expect(inviting[0]).toContain("--desired-delivery-mediums EMAIL");
});
