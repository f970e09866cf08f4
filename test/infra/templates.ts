import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, type Stack } from "aws-cdk-lib";
import { Match, Template } from "aws-cdk-lib/assertions";
import { type Composition, compose } from "../../infra/app.ts";
import { settings } from "../../settings.ts";
import { type FunctionName, permissions } from "../../shared/permissions.ts";

/** Every function that has permissions, whether its code exists yet or not. */
export const functionNames = Object.keys(permissions) as FunctionName[];

const siteHeaders = {
  "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self' {{ISSUERS}} {{UPLOADS}}",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
};

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is what a rule finds in it.
  Properties: any;
  readonly DependsOn?: readonly string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}
interface StackTemplate {
  readonly Resources: Record<string, Resource>;
  readonly Rules?: Record<string, { readonly Assertions: readonly unknown[] }>;
  readonly Outputs: Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>;
}
/** The stacks of a stage, in the order of their deployment. */
export type Templates = Readonly<Record<"data" | "service" | "routes", StackTemplate>>;

/**
 * Composes an app with the context that the CDK's command line gives it, and in `folder` a build of one line per
 * function.
 */
export function composed(
  folder: string,
  changes: Partial<Composition> = {},
): { app: App; stacks: ReturnType<typeof compose> } {
  const build = join(folder, "build");
  mkdirSync(join(build, "edge"), { recursive: true });
  writeFileSync(join(build, "edge", "paths.js"), "function handler(event) { return event.request; }\n");
  writeFileSync(join(build, "site-headers.json"), JSON.stringify({ headers: siteHeaders }));
  for (const name of functionNames) {
    mkdirSync(join(build, "functions", name), { recursive: true });
    writeFileSync(join(build, "functions", name, "index.cjs"), `exports.handler = () => "${name}";\n`);
  }
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "cdk.json"), "utf8"));
  const app = new App({ context, outdir: mkdtempSync(join(folder, "assembly-")) });
  const stacks = compose(app, { stage: "dev", settings: settings.dev, functions: functionNames, build, ...changes });
  return { app, stacks };
}

/** Returns the templates of `dev`, with every function that has permissions. */
export function synthesized(folder: string): Templates {
  const { data, service, routes } = composed(folder).stacks;
  const templateOf = (stack: Stack) => Template.fromStack(stack).toJSON() as StackTemplate;
  return { data: templateOf(data), service: templateOf(service), routes: templateOf(routes) };
}

/** Returns every resource of a type, in all stacks, with its logical id. */
export function all(templates: Templates, type: string): [id: string, resource: Resource][] {
  return Object.values(templates).flatMap(({ Resources }) =>
    Object.entries(Resources).filter(([, { Type }]) => Type === type),
  );
}

/** Returns the resource with that logical id. */
export function resource(templates: Templates, id: string): Resource {
  return Object.values(templates).flatMap(({ Resources }) => Resources[id] ?? [])[0]!;
}

/** Returns what each resource of a type lacks of a pattern, or that there is no such resource. */
export function lacking(templates: Templates, type: string, pattern: object): string[] {
  const found = all(templates, type);
  if (found.length === 0) return [`there is no ${type}`];
  return found.flatMap(([id, one]) =>
    Match.objectLike(pattern)
      .test(one)
      .toHumanStrings()
      .map((problem) => `${id}: ${problem}`),
  );
}

/**
 * Returns what an expression refers to: `<logical id>` or `<logical id>.<attribute>`, through the exports of the
 * stacks. A text, or one joined of such parts, is returned as it reads.
 */
export function target(templates: Templates, expression: unknown): string {
  if (typeof expression === "string") return expression;
  const {
    Ref,
    "Fn::GetAtt": attribute,
    "Fn::ImportValue": imported,
    "Fn::Join": join,
  } = expression as Record<string, unknown>;
  if (typeof Ref === "string") return Ref;
  if (Array.isArray(attribute)) return attribute.join(".");
  if (Array.isArray(join)) return join[1].map((part: unknown) => target(templates, part)).join(join[0]);
  const output = Object.values(templates)
    .flatMap(({ Outputs }) => Object.values(Outputs ?? {}))
    .find(({ Export }) => Export && Export.Name === imported);
  return output ? target(templates, output.Value) : JSON.stringify(expression);
}

/**
 * Returns the function that a call by its alias `live` reaches; undefined if the expression names no such alias, but a
 * function without a version.
 */
export function called(templates: Templates, expression: unknown): [id: string, resource: Resource] | undefined {
  // A name is cut out of the alias's ARN, so the reference stands deep inside.
  const [, id = ""] = /"Ref":"(\w+)"/.exec(JSON.stringify(expression)) ?? [];
  const alias = resource(templates, id);
  if (alias?.Type !== "AWS::Lambda::Alias" || alias.Properties.Name !== "live") return undefined;
  const of = target(templates, alias.Properties.FunctionName);
  return [of, resource(templates, of)];
}
