import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { account, region } from "./cloud.ts";
import { noValue, resolve, type Scope } from "./intrinsics.ts";
import { type Attributes, attributesOf, type Pool, poolOf, type Resource } from "./resources.ts";

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

/** What the templates are resolved against. */
export interface Surroundings {
  /** The address that stands for the distribution, and under which the issuers stand. */
  readonly origin: string;
  issuer(pool: Pool): string;
  /** A secret's value, the same each time. */
  secret(name: string): string;
}

/** The synthesized stacks of one stage, as one. */
export interface Assembly {
  readonly resources: readonly Resource[];
  of(...types: readonly string[]): readonly Resource[];
  /** Properties with every expression resolved; or only a part of them, where the rest is nobody's business here. */
  properties(resource: Resource, part?: unknown): unknown;
  /** `Ref` of a resource, or an attribute of it. */
  attribute(resource: Resource, name?: string): string;
  /** Adds what became known when the resource was made. */
  made(resource: Resource, attributes: Attributes): void;
}

/**
 * Reads every stack of an assembly whose name starts with `prefix`.
 * @throws when there is none, or when one holds a type or an expression the local stack does not know.
 */
export function readAssembly(folder: string, prefix: string, surroundings: Surroundings): Assembly {
  const stacks = readStacks(folder, prefix);
  const resources = stacks.flatMap(({ resources }) => [...resources.values()]);
  const known = new Map(resources.map((resource) => [resource, attributesOf(resource)]));
  const rewrites = addresses(resources, known, surroundings);

  const scopes = new Map(stacks.map((stack) => [stack.name, scopeOf(stack)]));
  function scopeOf(stack: Stack): Scope {
    const at = (path: string) => `${stack.name}.${path}`;
    return {
      ref: (id, path) => pseudo[id] ?? parameter(stack, id) ?? attribute(resourceOf(stack, id, at(path)), "", at(path)),
      attribute: (id, name, path) => attribute(resourceOf(stack, id, at(path)), name, at(path)),
      imported: (name, path) => {
        for (const other of stacks)
          for (const [id, { Value, Export }] of Object.entries(other.template.Outputs))
            if (Export && resolve(Export.Name, scope(other), `Outputs.${id}`) === name)
              return resolve(Value, scope(other), `Outputs.${id}`);
        throw new Error(`${at(path)}: no stack exports ${name}`);
      },
      condition: (name, path) => {
        if (!(name in stack.template.Conditions)) throw new Error(`${at(path)}: no condition ${name}`);
        return resolve(stack.template.Conditions[name], scope(stack), `Conditions.${name}`) === true;
      },
      mapped: (map, first, second, path) => {
        const found = stack.template.Mappings[map]?.[first]?.[second];
        if (found === undefined) throw new Error(`${at(path)}: no ${map}.${first}.${second}`);
        return found;
      },
      localized: (text, path) => localized(text, rewrites, surroundings, at(path)),
    };
  }
  function scope({ name }: { name: string }): Scope {
    const found = scopes.get(name);
    if (!found) throw new Error(`no stack ${name}`);
    return found;
  }
  function attribute(resource: Resource, name: string, path: string): string {
    const found = known.get(resource)?.[name];
    if (found === undefined)
      throw new Error(`${path}: the local stack has no ${name || "Ref"} of ${resource.type} ${resource.id}`);
    return found;
  }
  const present = resources.filter(
    ({ stack, id, condition }) => !condition || scope({ name: stack }).condition(condition, id),
  );
  return {
    resources: present,
    of: (...types) => present.filter(({ type }) => types.includes(type)),
    properties: ({ stack, id, properties }, part = properties) => resolve(part, scope({ name: stack }), id),
    attribute: (resource, name = "") => attribute(resource, name, `${resource.stack}.${resource.id}`),
    made: (resource, attributes) => void known.set(resource, { ...known.get(resource), ...attributes }),
  };
}

const pseudo: Readonly<Record<string, string | symbol>> = {
  "AWS::Region": region,
  "AWS::AccountId": account,
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::NoValue": noValue,
};

interface Stack {
  readonly name: string;
  readonly template: z.output<typeof template>;
  readonly resources: ReadonlyMap<string, Resource>;
}

function readStacks(folder: string, prefix: string): readonly Stack[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  if (!existsSync(join(folder, "manifest.json")))
    throw new Error(`no synthesized templates in ${folder}: run npm run synth`);
  const files = Object.values(manifest.parse(read("manifest.json")).artifacts)
    .filter(({ type }) => type === "aws:cloudformation:stack")
    .flatMap(({ properties }) => properties?.templateFile ?? [])
    .filter((file) => file.startsWith(prefix));
  if (files.length === 0) throw new Error(`no stack of ${prefix} among the templates: run npm run synth`);
  return files.map((file) => {
    const name = file.replace(/\.template\.json$/, "");
    const parsed = template.parse(read(file));
    const { files: sources } = assets.parse(read(`${name}.assets.json`));
    const resources = Object.entries(parsed.Resources).map(
      ([id, { Type: type, Properties: properties, Condition: condition }]) => {
        const source = sources[assetHash.parse(properties)]?.source.path;
        return [
          id,
          { stack: name, id, type, properties, condition, ...(source && { assetFolder: join(folder, source) }) },
        ] as const;
      },
    );
    return { name, template: parsed, resources: new Map(resources) };
  });
}

const assetHash = z
  .object({ Code: z.object({ S3Key: z.string() }) })
  .transform(({ Code }) => Code.S3Key.replace(/\.zip$/, ""))
  .catch("");

function resourceOf({ resources }: Stack, id: string, path: string): Resource {
  const found = resources.get(id);
  if (!found) throw new Error(`${path}: no resource ${id}`);
  return found;
}

function parameter({ template }: Stack, id: string): unknown {
  const found = template.Parameters[id];
  return found && !found.Type.startsWith("AWS::SSM::") ? found.Default : undefined;
}

/** Addresses of the cloud and what stands for them here. */
function addresses(resources: readonly Resource[], known: Map<Resource, Attributes>, { origin, issuer }: Surroundings) {
  const rewrites: (readonly [from: string, to: string])[] = [];
  for (const resource of resources) {
    if (resource.type === "AWS::Cognito::UserPool") {
      const url = issuer(poolOf(resource));
      known.set(resource, { ...known.get(resource), ProviderURL: url });
      rewrites.push([`https://cognito-idp.${region}.amazonaws.com/${known.get(resource)?.[""]}`, url]);
    }
    if (resource.type === "AWS::CloudFront::Distribution") {
      const host = new URL(origin).host;
      known.set(resource, { ...known.get(resource), DomainName: host });
      rewrites.push([`https://${host}`, origin]);
    }
  }
  return rewrites;
}

function localized(
  text: string,
  rewrites: readonly (readonly [string, string])[],
  { secret }: Surroundings,
  path: string,
): string {
  const local = rewrites.reduce((whole, [from, to]) => whole.replaceAll(from, to), text);
  return local.replace(/\{\{resolve:([^:}]+):([^}]*)\}\}/g, (reference, service: string, rest: string) => {
    const [, name, field] =
      /^(arn:aws:secretsmanager:[^:]*:[^:]*:secret:[^:]+|[^:]+):SecretString:([^:]*)/.exec(rest) ?? [];
    if (service !== "secretsmanager" || !name) throw new Error(`${path}: the local stack does not know ${reference}`);
    return secret(field ? `${name}#${field}` : name);
  });
}
