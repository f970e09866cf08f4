import { globSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import type { SitePage } from "../web/paths.ts";

type NameOf = Extract<Rolldown.CodeSplittingGroup["name"], (...given: never[]) => unknown>;
type Graph = Parameters<NameOf>[1];

/** A module that at least so many pages open with is in the script of every page. */
const manyPages = 8;

/** Small modules of fewer pages: a script for each of them would be one more request. */
const placed: Readonly<Record<string, readonly string[]>> = {
  base: [
    "words/sentence.ts",
    "words/deadline.ts",
    "words/claim-times.ts",
    "look/page-list.ts",
    "site/supply/supply-name.words.ts",
    "words/person.ts",
    "look/person-document.tsx",
    "look/long-text.tsx",
    "look/kept-form.ts",
    "look/write-key.tsx",
    "look/sending-files.ts",
    "words/sending.ts",
    "site/download-button.tsx",
    "site/text-page.tsx",
    "customer-routes.generated.ts",
  ],
  "look-up": ["site/receipt/look-up.words.ts", "site/receipt/receipt-proof.tsx", "look/confirm.tsx"],
  "signed-in": [
    "site/notice/filled-from-profile.words.ts",
    "../shared/domain/counter/telephone.ts",
    "site/conciliation/claim-hearing.words.ts",
    "site/claim/act-form.tsx",
    "site/attachment/attachments.tsx",
    "site/claim/claim-act.tsx",
    "site/filing/draft-files.ts",
    "site/notice/own-profile.ts",
    "look/kept-note.tsx",
  ],
  drafts: [
    "look/claim-reasons.ts",
    "look/tick.tsx",
    "site/filing/answers.ts",
    "site/filing/asked-steps.ts",
    "site/resolution/draft-answers.ts",
    "site/filing/draft-opening.ts",
    "site/filing/draft.ts",
    "site/filing/phone-drafts.ts",
    "site/filing/claim-steps.words.ts",
    "words/typed-month.ts",
    "../shared/domain/seen-text.ts",
  ],
  withdrawal: [
    "site/resolution/claim-withdrawal.tsx",
    "words/claim-withdrawal.ts",
    "../shared/domain/receipt/again-words.ts",
  ],
  "attachment-states": ["site/attachment/attachment-states.words.ts"],
};

/**
 * Pages that people go to one after the other. What they share is one script, in which the `whole` flow is too, or its
 * `first` page, which asks so much that it may not open with one script more. Each other page has its own besides.
 */
const flows: readonly { readonly pages: readonly SitePage[]; readonly has?: "whole" | "first" }[] = [
  { pages: ["consumption", "supplyReceipt"], has: "whole" },
  { pages: ["claims", "claim", "claimDecision"], has: "first" },
  { pages: ["problems", "problem"], has: "whole" },
  { pages: ["claimVisit", "claimMeeting"], has: "whole" },
  { pages: ["submissions", "submission"] },
];

/** What a page loads as it opens, besides its own source: the document names it too, so that all arrives at once. */
const openedWith: Readonly<Partial<Record<SitePage, readonly string[]>>> = {
  supplyReceipt: ["receipt-sheet"],
  leaks: ["leak-drawings"],
  claimStart: ["claim-start-forms"],
  claimStep: ["claim-opening", "claim-questions"],
  claimFile: ["claim-file-pieces"],
  problems: ["new-problem"],
  problem: ["problem-acts"],
  submissions: ["present-document"],
};

/** Where each source of the site lies in `web/site`, by its name. */
const places = new Map(
  globSync("**/*.tsx", { cwd: join(import.meta.dirname, "..", "web", "site") }).map((at) => [basename(at, ".tsx"), at]),
);

/** Returns the paths in `web/site` of the sources that a page loads as it opens, the page's own first. */
export function openingSources(page: SitePage): readonly string[] {
  const own = page.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return [own, ...(openedWith[page] ?? [])].map((name) => places.get(name) ?? name);
}

/** Returns a module and all that it imports, directly or not, without what it loads later. */
function closureOf(id: string, graph: Graph, found: Set<string> = new Set()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) closureOf(next, graph, found);
  return found;
}

/** Returns the pages that open with each module, those of the base left out. */
function openedBy(folder: string, pages: readonly SitePage[], base: ReadonlySet<string>, graph: Graph) {
  const users = new Map<string, SitePage[]>();
  for (const page of pages) {
    const opened = new Set<string>();
    for (const source of openingSources(page)) closureOf(join(folder, source), graph, opened);
    for (const id of opened) if (!base.has(id)) users.set(id, [...(users.get(id) ?? []), page]);
  }
  return users;
}

/** The script of a module that these pages, at least one, open with; undefined if it is left to the bundler. */
function scriptOf(users: readonly SitePage[], needsAccount: (page: SitePage) => boolean): string | undefined {
  if (users.length >= manyPages) return "base";
  const [first] = users;
  const at = flows.findIndex(({ pages }) => users.every((page) => pages.includes(page)));
  const { pages, has } = flows[at] ?? {};
  if (pages && (users.length > 1 || has === "whole" || (has && first === pages[0]))) return `flow-${at}`;
  if (users.length === 1) return first;
  return users.length > 2 && users.every(needsAccount) ? "signed-in" : undefined;
}

/**
 * Returns the bundler's rule that groups the site's modules into scripts, so that each page opens with few of them.
 * Modules that no page opens with are left to the bundler.
 * @param folder the path of `web/site`
 * @param needsAccount whether a page is only for people who are signed in
 */
export function siteChunks(
  folder: string,
  pages: readonly SitePage[],
  needsAccount: (page: SitePage) => boolean,
): Rolldown.CodeSplittingGroup {
  let names: ReadonlyMap<string, string | undefined> | undefined;
  const named = (graph: Graph): ReadonlyMap<string, string | undefined> => {
    const base = closureOf(join(folder, "main.tsx"), graph);
    const users = openedBy(folder, pages, base, graph);
    return new Map([
      ...[...base].map((id) => [id, "base"] as const),
      ...[...users].map(([id, by]) => [id, scriptOf(by, needsAccount)] as const),
      ...Object.entries(placed).flatMap(([script, sources]) =>
        sources.map((source) => [join(folder, "..", source), script] as const),
      ),
    ]);
  };
  return {
    debugName: "scripts of pages",
    includeDependenciesRecursively: false,
    name: (id, graph) => {
      names ??= named(graph);
      return names.get(id) ?? null;
    },
  };
}

/**
 * The bundler's own helper of 150 bytes, copied into the chunks that use it: as a chunk it is a request of every page.
 */
export const inlineRuntime: Plugin = {
  name: "inline-runtime",
  generateBundle: (_, bundle) => {
    const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
    const runtime = chunks.find(({ name }) => name === "rolldown-runtime");
    if (!runtime) return;
    const body = runtime.code.replace(/export\s*\{([^}]*)\};?\s*$/, (_all, names: string) => {
      const exported = names.split(",").map((each) => each.trim().split(" as "));
      return `return{${exported.map(([local, name = local]) => `${name}:${local}`).join()}}`;
    });
    const file = runtime.fileName.split("/").at(-1) ?? "";
    const imported = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["']\\./${file.replaceAll(".", "\\.")}["'];?`);
    for (const chunk of chunks) {
      chunk.code = chunk.code.replace(
        imported,
        (_all, names: string) => `const{${names.replaceAll(" as ", ":")}}=(()=>{${body}})();`,
      );
      chunk.imports = chunk.imports.filter((each) => each !== runtime.fileName);
    }
    delete bundle[runtime.fileName];
  },
};
