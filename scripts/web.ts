import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { build, type InlineConfig, type Plugin, type Rolldown, runnerImport } from "vite";
import { revisionOf } from "../infra/revision.ts";
import { letters, registers, tenant } from "../settings.ts";
import { publishedDocuments } from "../shared/casework/case-copy/published-documents.ts";
import { offeredModes } from "../shared/casework/conciliation/hearing-choice.ts";
import type { Route } from "../shared/contract/route.ts";
import { routes } from "../shared/contract/routes.ts";
import { valuesOf } from "../shared/tenant/tenant.ts";
import { deskFile, workerFile } from "../web/desk-paths.ts";
import type { OfficeFacts } from "../web/office.ts";
import { fileOf, type SitePage, sitePages } from "../web/paths.ts";
import type { PrivacyFacts } from "../web/privacy-facts.ts";
import type { SubmissionFacts } from "../web/submission-facts.ts";
import { hoursInWords } from "../web/words/hours.ts";
import { buildTimePdfRenderer, root } from "./bundle.ts";
import { appFiles, deskWorker } from "./desk-worker.ts";
import { galleryFiles } from "./gallery.ts";
import { saidWords } from "./said-words.ts";
import { inlineRuntime, openingSources, siteChunks } from "./site-chunks.ts";
import { headersFor, type Inline } from "./site-headers.ts";
import { edgeFunction, everySitePage, pagesWithSignIn } from "./site-pages.ts";

const web = join(root, "web");
export const generatedRoutes = join(web, "routes.generated.ts");
export const generatedDeskWriteRoutes = join(web, "desk-write-routes.generated.ts");
export const generatedSiteRoutes = join(web, "site-routes.generated.ts");
export const generatedOpenRoutes = join(web, "open-routes.generated.ts");
export const generatedCustomerRoutes = join(web, "customer-routes.generated.ts");

/**
 * KB after gzip (ux, section 3): all scripts of a first visit, the scripts of one more page, and document plus scripts.
 */
interface Budget {
  readonly js: number;
  readonly own: number;
  readonly firstView: number;
}
const budgets = {
  site: { js: 20, own: 10, firstView: 50 },
  signIn: { js: 30, own: 10, firstView: 50 },
  desk: { js: 45, own: 20, firstView: 90 },
} as const satisfies Record<string, Budget>;
const styleBudget = 8;
/**
 * Scripts that a page of the site opens with: with its document, a renewed session and an answer they are 6 requests.
 */
const mostScripts = 3;

/**
 * Returns every word in the sources of folders of `web/`, texts aside: a route that none of them names is not asked by
 * their pages.
 */
function wordsIn(...folders: readonly string[]): ReadonlySet<string> {
  const sources = folders.flatMap((folder) =>
    globSync("**/*.{ts,tsx}", { cwd: join(web, folder), exclude: ["**/*.words.ts"] }).map((file) =>
      join(web, folder, file),
    ),
  );
  return new Set(sources.flatMap((source) => readFileSync(source, "utf8").match(/\w+/g) ?? []));
}

/**
 * Returns the generated source of the routes that pages name: method, path and audience, without schemas. The routes
 * are those that the desk reads (`staff`) and those by which it writes (`staffWrites`), of the site for anybody
 * (`anyone`), of the site for signed-in customers (`customers`), or of the site for filing without an account (`open`).
 */
export function routesSource(of: "staff" | "staffWrites" | "anyone" | "customers" | "open" = "staff"): string {
  const isOfDesk = of === "staff" || of === "staffWrites";
  const named = isOfDesk ? wordsIn("desk", "look") : wordsIn("site", "look");
  const isAsked = (id: string, { audience, method, path }: Pick<Route, "audience" | "method" | "path">): boolean => {
    if (!named.has(id)) return false;
    if (isOfDesk) return audience !== "customer" && (method === "GET") === (of === "staff");
    const list = audience === "customer" ? "customers" : path.startsWith("/open/") ? "open" : audience;
    return list === of;
  };
  const lines = Object.entries<Route>(routes)
    .filter(([id, route]) => isAsked(id, route))
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([id, { method, path, audience }]) => {
      // Every line weighs on each page, so what most of them share is left out.
      const parts = [...(audience === "customer" ? [] : [audience]), ...(method === "GET" ? [] : [method]), path];
      const [name, value] = [`  ${id}:`, `"${parts.join(" ")}",`];
      // The formatter breaks longer lines so.
      return name.length + value.length < 120 ? `${name} ${value}` : `${name}\n    ${value}`;
    });
  return `// Generated from shared/contract/routes.ts by \`node scripts/web.ts --routes\`.
export const routes = {
${lines.join("\n")}
} as const;
`;
}

/** What search engines may read: every page, each of which says whether it may be listed, and nothing of the API. */
const robots = "User-agent: *\nDisallow: /api/\n";

/** Returns whom a finder of a vulnerability writes to (RFC 9116), good for a year from the day of what is built. */
export function securityContact(revision: string): string {
  const built = new Date(revision.split(" ")[1] ?? Date.now());
  const site = tenant.contact.site.value;
  return `Contact: ${site}${sitePages.submissions.path}
Expires: ${new Date(built.getTime() + 365 * 86_400_000).toISOString()}
Preferred-Languages: es, en
Canonical: ${site}/.well-known/security.txt
`;
}

/** A telephone whose groups stay on one line. */
const unbroken = (telephone: string): string => telephone.replaceAll(" ", "\u00a0");

function officeFacts(): OfficeFacts {
  const { name, legalName, contact, supplyCodeLength, hours, laws } = tenant;
  const law = laws.at(-1);
  if (!law) throw new Error(`${tenant.code} has no law`);
  const { submission, phone } = law;
  return {
    name: name.value,
    legalName: legalName.value,
    telephone: unbroken(contact.telephone.value),
    address: contact.address.value,
    regulatorTelephone: unbroken(contact.regulatorLine.value),
    supplyCodeLength: supplyCodeLength.value,
    uploadMaxMb: submission.uploadMaxMb.value,
    submissionMaxFiles: submission.maxFiles.value,
    hearingModes: [...offeredModes(tenant)],
    testData: valuesOf({ ...tenant, registers }).some(({ status }) => status !== "confirmed"),
    phoneUndoDays: phone.undoDays.value,
    hours: { counter: hoursInWords(hours.counter.value), telephone: hoursInWords(hours.telephone.value) },
  };
}

function privacyFacts(): PrivacyFacts {
  const { privacy, retention, laws } = tenant;
  const rights = laws.at(-1)?.personalData;
  if (!rights) throw new Error(`${tenant.code} has no law`);
  return {
    responsible: privacy.responsible.value,
    purpose: privacy.purpose.value,
    recipients: privacy.recipients.value,
    crossBorder: privacy.crossBorder.value,
    contact: privacy.contact.value,
    accessDays: rights.accessDays.value,
    correctionDays: rights.correctionDays.value,
    retention: retention.map(({ value: { what, keep } }) => ({ what, keep })),
  };
}

function submissionFacts(): SubmissionFacts {
  const submission = tenant.laws.at(-1)?.submission;
  if (!submission) throw new Error(`${tenant.code} has no law`);
  const { uploadTypes, uploadsPerDay, submissionsPerDay } = submission;
  return {
    uploadTypes: [...uploadTypes.value],
    uploadsPerDay: uploadsPerDay.value,
    submissionsPerDay: submissionsPerDay.value,
  };
}

const config: InlineConfig = {
  root: web,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  define: {
    OFFICE_FACTS: JSON.stringify(officeFacts()),
    PRIVACY_FACTS: JSON.stringify(privacyFacts()),
    SUBMISSION_FACTS: JSON.stringify(submissionFacts()),
  },
};

/**
 * Turns Vite's preload helper into a plain import: what it adds, for styles and modules to load first, would weigh on
 * every page.
 */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: { filter: { id: /vite\/preload-helper/ }, handler: () => "export const __vitePreload = (load) => load();" },
};

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

/**
 * Bundles an application that begins with `web/<source>` and returns its chunks by file name. With `preloads`, its
 * first script lists what each page needs, so that a page opened later asks for all of it at once.
 */
async function bundled(source: string, groups: Rolldown.CodeSplittingGroup[], preloads = false): Promise<Chunks> {
  const built = await build({
    ...config,
    plugins: [...(preloads ? [] : [plainImports]), saidWords(source.startsWith("desk/")), inlineRuntime],
    build: {
      write: false,
      target: "es2022",
      // Each document of the site names its own scripts: a list of every page's would weigh more in all pages than it
      // saves in one.
      modulePreload: preloads && { polyfill: false },
      rolldownOptions: {
        input: { [dirname(source)]: join(web, source) },
        // What every page has is in the script that begins the application, and pages import it from there.
        preserveEntrySignatures: "allow-extension",
        // A module that one page loads later and another imports stays in the script of the latter, which is meant.
        checks: { ineffectiveDynamicImport: false },
        // The first script names every chunk, so a chunk's name is its hash alone.
        output: {
          codeSplitting: { groups },
          entryFileNames: "assets/[name]-[hash].js",
          chunkFileNames: "assets/[hash].js",
        },
      },
    },
  });
  const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  return new Map(outputs.flatMap((output) => (output.type === "chunk" ? [[output.fileName, output] as const] : [])));
}

type Files = ReadonlySet<string>;

/** Returns `before` with a chunk and all chunks that must be loaded before that one. */
function withChunk(file: string, chunks: Chunks, before: Files = new Set()): Files {
  const files = new Set(before);
  const add = (fileName: string): void => {
    if (files.has(fileName)) return;
    files.add(fileName);
    chunks.get(fileName)?.imports.forEach(add);
  };
  add(file);
  return files;
}

/**
 * Does the same with the chunk that holds the source `web/<source>`.
 * @throws if no chunk holds this source
 */
function withChunkOf(source: string, chunks: Chunks, before?: Files): Files {
  const chunk = [...chunks.values()].find(({ moduleIds }) => moduleIds.includes(join(web, source)));
  if (!chunk) throw new Error(`no chunk holds web/${source}`);
  return withChunk(chunk.fileName, chunks, before);
}

/** The modules of the desk that the inspector's phone keeps, besides the first. */
const keptSources = [
  ...["visit/inspections", "visit/inspection", "delivery/delivery", "reading/reading-visit", "visit/unsent-strip"].map(
    (page) => `desk/${page}.tsx`,
  ),
  "sign-in-flow.ts",
  "desk-write-routes.generated.ts",
];

/** Returns the chunks of the inspector's pages: what the desk begins with, each page, and what a page loads later. */
function keptChunks(chunks: Chunks, desk: Files): Files {
  const kept = keptSources.reduce((before, source) => withChunkOf(source, chunks, before), desk);
  const add = (fileName: string, files: Set<string>): Set<string> => {
    if (files.has(fileName)) return files;
    const { imports = [], dynamicImports = [] } = chunks.get(fileName) ?? {};
    return [...imports, ...dynamicImports].reduce((all, next) => add(next, all), files.add(fileName));
  };
  const later = [...kept].flatMap((file) => (desk.has(file) ? [] : (chunks.get(file)?.dynamicImports ?? [])));
  return later.reduce((all, file) => add(file, all), new Set(kept));
}

const zipped = (text: string): number => gzipSync(text, { level: 9 }).length / 1024;
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The forms that people fill in by hand, and how. */
interface Forms {
  readonly text: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

interface Document {
  readonly page: SitePage | "desk";
  readonly title: string;
  readonly noScript: string;
  readonly forms?: Forms | undefined;
  readonly app: string;
  /** Whose account it shows: their session is renewed as it opens. */
  readonly account: "customers" | "staff" | false;
  /** The scripts to load, the entry first. */
  readonly scripts: Files;
}

/** The links to the forms to fill in by hand, for people whose browser runs no scripts. */
function formLinks({ text, links }: Forms): string {
  const items = links.map(({ href, label }) => `<li><a href="${href}">${escaped(label)}</a></li>`);
  return `<div class="row"><p>${escaped(text)}</p><ul>${items.join("")}</ul></div>`;
}

function documentOf(
  { page, title, noScript, forms, app, scripts, account }: Document,
  { styles, early }: Inline,
): string {
  const [entry, ...others] = [...scripts].map((file) => `/${file}`);
  return `<!doctype html>
<html lang="es-PE" data-page="${page}"${account ? ` data-account="${account}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="/favicon.svg">
<style>${styles[page === "desk" ? "desk" : "site"]}</style>
<script>${early}</script>
<script type="module" src="${entry}"></script>
${others.map((file) => `<link rel="modulepreload" href="${file}">`).join("\n")}
</head>
<body>
<noscript><p class="strip">${escaped(noScript)}</p>${forms ? formLinks(forms) : ""}</noscript>
<div id="app">${app}</div>
</body>
</html>
`;
}

/** The module `web/site/prerender.tsx`. */
interface Prerender {
  readonly prerendered: (page: SitePage | "desk") => { app: VNode; title: string; noScript: string; forms?: Forms };
}

/** The size of a page and its budget, in KB after gzip. */
interface PageSize extends Budget {
  readonly path: string;
  /** How many scripts its document names. */
  readonly scripts: number;
  readonly budget: Budget;
}

async function minified(source: string, loader: "css" | "ts"): Promise<string> {
  const format = loader === "ts" ? ({ format: "iife" } as const) : {};
  return (await transform(readFileSync(join(web, source)), { loader, minify: true, ...format })).code.trim();
}

/**
 * Builds the customers' site and the desk into `out`: static files in `site/`, the edge function in `edge/`, the
 * gallery of their parts in `gallery/`, and the response headers. One build serves every stage.
 * @throws if a page or the style is heavier than its budget, or a page opens with too many scripts; the files are
 * written by then.
 */
export async function buildWeb(out: string, say: (line: string) => void = () => {}): Promise<void> {
  // Vite follows NODE_ENV: under a test runner it would build for development.
  process.env["NODE_ENV"] = "production";
  const styles = { site: await minified("look/look.css", "css"), desk: "" };
  styles.desk = styles.site + (await minified("desk/desk.css", "css"));
  const inline = { styles, early: await minified("early.ts", "ts") };
  const needsAccount = (page: SitePage): boolean => pagesWithSignIn.includes(page);
  const ofSite = siteChunks(join(web, "site"), everySitePage, needsAccount);
  const ofDesk = await bundled("desk/main.tsx", [{ name: "base", tags: ["$initial"] }], true);
  const chunks: Chunks = new Map([...(await bundled("site/main.tsx", [ofSite])), ...ofDesk]);
  const { module } = await runnerImport<Prerender>(join(web, "site", "prerender.tsx"), config);
  const files = new Map<string, string | Uint8Array>(
    [...chunks.values()].map(({ fileName, code }) => [`site/${fileName}`, code]),
  );
  const sizes: PageSize[] = [];
  const sizeOf = (scripts: Files, beyond: Files = new Set()): number =>
    [...scripts].reduce((sum, file) => sum + (beyond.has(file) ? 0 : zipped(chunks.get(file)?.code ?? "")), 0);

  const site = withChunkOf("site/main.tsx", chunks);
  for (const page of everySitePage) {
    const { path } = sitePages[page];
    const scripts = openingSources(page).reduce(
      (before, source) => withChunkOf(`site/${source}`, chunks, before),
      site,
    );
    const { app, title, noScript, forms } = module.prerendered(page);
    Object.assign(globalThis, { location: new URL(fileOf(page).replace("index.html", ""), "https://site.invalid") });
    const signsIn = needsAccount(page);
    const account = signsIn && page !== "signIn" && "customers";
    const html = documentOf({ page, title, noScript, forms, app: renderToString(app), scripts, account }, inline);
    files.set(`site${fileOf(page)}`, html);
    const js = sizeOf(page === "signIn" ? withChunkOf("sign-in-flow.ts", chunks, scripts) : scripts);
    const own = sizeOf(scripts, site);
    const budget = signsIn ? budgets.signIn : budgets.site;
    sizes.push({ path, js, own, firstView: js + zipped(html), scripts: scripts.size, budget });
  }

  const desk = withChunkOf("desk/main.tsx", chunks);
  const { title, noScript } = module.prerendered("desk");
  const html = documentOf({ page: "desk", title, noScript, app: "", scripts: desk, account: "staff" }, inline);
  files.set(`site${deskFile}`, html);
  const deskPages = new Set([...desk].flatMap((file) => chunks.get(file)?.dynamicImports ?? []));
  for (const file of deskPages) {
    const scripts = withChunk(file, chunks, desk);
    const js = sizeOf(withChunkOf("sign-in-flow.ts", chunks, scripts));
    const own = sizeOf(scripts, desk);
    const path = `/desk/: ${chunks.get(file)?.name}`;
    sizes.push({ path, js, own, firstView: js + zipped(html), scripts: 1, budget: budgets.desk });
  }

  const favicon = readFileSync(join(web, "look", "favicon.svg"), "utf8");
  files.set("site/favicon.svg", favicon);
  const app = appFiles(web, tenant.name.value);
  for (const [name, content] of app) files.set(`site/desk/${name}`, content);
  const kept = keptChunks(chunks, desk);
  files.set(
    `site${workerFile}`,
    await deskWorker(join(web, "desk", "service-worker.ts"), [
      { url: deskFile, content: html },
      { url: "/favicon.svg", content: favicon },
      ...[...kept].map((file) => ({ url: `/${file}`, content: chunks.get(file)?.code ?? "" })),
    ]),
  );
  say(`the inspector's phone keeps ${kept.size} scripts of ${sizeOf(kept).toFixed(1)} KB`);
  for (const { record, bytes } of await publishedDocuments({ ...tenant, letters }, buildTimePdfRenderer()))
    if (!record.replaced) files.set(`site/${record.name}.pdf`, bytes);
  const ofGallery = await bundled("gallery/main.tsx", [{ name: "base", tags: ["$initial"] }]);
  for (const [file, text] of galleryFiles(ofGallery, styles.desk)) files.set(file, text);
  files.set("site/robots.txt", robots);
  files.set("site/.well-known/security.txt", securityContact(revisionOf(root)));
  files.set("edge/paths.js", edgeFunction());
  files.set("site-headers.json", `${JSON.stringify({ headers: headersFor(inline) }, null, 2)}\n`);
  for (const folder of ["site", "edge", "gallery"]) rmSync(join(out, folder), { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
  }
  report(sizes, zipped(styles.desk), say);
}

/**
 * Prints all sizes.
 * @throws if something is heavier than its budget
 */
function report(sizes: readonly PageSize[], style: number, say: (line: string) => void): void {
  const parts = ["js", "own", "firstView"] as const;
  const cells = (of: Budget): string => parts.map((part) => of[part].toFixed(1).padStart(10)).join("");
  say(`${"KB after gzip".padEnd(46)}${parts.map((part) => part.padStart(10)).join("")}`);
  for (const size of sizes) say(`${size.path.padEnd(46)}${cells(size)}   of${cells(size.budget)}`);
  say(`${"style of the desk".padEnd(46)}${style.toFixed(1).padStart(10)}   of${styleBudget.toFixed(1).padStart(10)}`);
  const many = sizes
    .filter(({ scripts }) => scripts > mostScripts)
    .map(({ path, scripts }) => `${path} ${scripts} scripts`);
  const heavy = sizes.flatMap((size) =>
    parts
      .filter((part) => size[part] > size.budget[part])
      .map((part) => `${size.path} ${part} ${size[part].toFixed(1)} KB`),
  );
  if (style > styleBudget) heavy.push(`style ${style.toFixed(1)} KB`);
  const over = [...many, ...heavy];
  if (over.length > 0) throw new Error(`over budget: ${over.join(", ")}`);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { routes: { type: "boolean" }, out: { type: "string", default: "build" } } });
  if (values.routes) {
    writeFileSync(generatedRoutes, routesSource());
    writeFileSync(generatedDeskWriteRoutes, routesSource("staffWrites"));
    writeFileSync(generatedSiteRoutes, routesSource("anyone"));
    writeFileSync(generatedCustomerRoutes, routesSource("customers"));
    writeFileSync(generatedOpenRoutes, routesSource("open"));
  } else await buildWeb(resolve(root, values.out), (line) => process.stdout.write(`${line}\n`));
}
