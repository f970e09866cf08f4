import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { account, region } from "./cloud.ts";
import { noValue, resolve, type Scope } from "./intrinsics.ts";
import { madeName, nameProperty, type Resource } from "./resources.ts";

const values = z.record(z.string(), z.unknown());
const template = z.object({
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), values)).default({}),
  Conditions: values.default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: values.default({}), Condition: z.string().optional() }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
});
const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.looseObject({ templateFile: z.string() }).optional().catch(undefined) }),
  ),
});
const assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })),
});

/** A synthesized stack as its files have it. */
export interface Stack {
  readonly name: string;
  readonly template: z.output<typeof template>;
  readonly resources: ReadonlyMap<string, Resource>;
}

/**
 * Reads every stack of an assembly whose name starts with `prefix`, with its resources' names and assets.
 * @throws if there is no such stack, the folder has no manifest, or a resource's name depends on more than pseudo
 * parameters.
 */
export function readStacks(folder: string, prefix: string): readonly Stack[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  if (!existsSync(join(folder, "manifest.json")))
    throw new Error(`no synthesized templates in ${folder}: run npm run synth`);
  const files = Object.values(manifest.parse(read("manifest.json")).artifacts)
    .filter(({ type }) => type === "aws:cloudformation:stack")
    .flatMap(({ properties }) => properties?.templateFile ?? [])
    .filter((file) => file.startsWith(prefix));
  if (files.length === 0) throw new Error(`no stack of ${prefix} among the templates: run npm run synth`);
  return files.map((file) => {
    const stack = file.replace(/\.template\.json$/, "");
    const parsed = template.parse(read(file));
    const { files: sources } = assets.parse(read(`${stack}.assets.json`));
    const resources = Object.entries(parsed.Resources).map(
      ([id, { Type: type, Properties: properties, Condition: condition }]) => {
        const source = sources[assetHash.parse(properties)]?.source.path;
        const given = resolve(properties[nameProperty[type] ?? ""], naming, `${stack}.${id}`);
        const name = typeof given === "string" ? given : madeName(stack, id, type);
        return [
          id,
          { stack, id, type, name, properties, condition, ...(source && { assetFolder: join(folder, source) }) },
        ] as const;
      },
    );
    return { name: stack, template: parsed, resources: new Map(resources) };
  });
}

const assetHash = z
  .object({ Code: z.object({ S3Key: z.string() }) })
  .transform(({ Code }) => Code.S3Key.replace(/\.zip$/, ""))
  .catch("");

/** The values that any template may refer to without declaring them. */
export const pseudoParameters: Readonly<Record<string, string | symbol>> = {
  "AWS::Region": region,
  "AWS::AccountId": account,
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::NoValue": noValue,
};

const beyondName = (name: string, path: string): never => {
  throw new Error(`${path}: a name that depends on ${name}`);
};
/**
 * Resolves names of resources. A name must be known before any resource exists, so it may refer to pseudo parameters
 * only.
 */
const naming: Scope = {
  ref: (id, path) => pseudoParameters[id] ?? beyondName(id, path),
  attribute: (id, _, path) => beyondName(id, path),
  imported: beyondName,
  condition: beyondName,
  mapped: (map, _, __, path) => beyondName(map, path),
  localized: (text) => text,
};
