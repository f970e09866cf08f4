import * as z from "zod";
import { region } from "./cloud.ts";
import { resolve, type Scope } from "./intrinsics.ts";
import { type Attributes, attributesOf, type Pool, poolOf, type Resource } from "./resources.ts";
import { pseudoParameters, readStacks, type Stack } from "./synthesized.ts";

/** The local values that the templates are resolved with. */
export interface Surroundings {
  /** The address that stands in for the distribution and is the base of the issuers' addresses. */
  readonly origin: string;
  issuer(pool: Pool): string;
  /** Returns a secret's value, the same each time. */
  secret(name: string): string;
}

/** The synthesized stacks of one stage, read as one. It leaves out resources whose condition is false. */
export interface Assembly {
  readonly resources: readonly Resource[];
  /** Returns the resources of these types, in the order of the templates; empty if there are none. */
  of(...types: readonly string[]): readonly Resource[];
  /** Returns the properties with every expression resolved, or only `part` of them. */
  properties(resource: Resource, part?: unknown): unknown;
  /**
   * Returns the properties as a schema reads them.
   * @throws if the schema does not know a property, naming it and the resource.
   */
  read<T>(resource: Resource, schema: z.ZodType<T>): T;
  /**
   * Returns the `Ref` of a resource, or an attribute of it.
   * @throws if it is not known.
   */
  attribute(resource: Resource, name?: string): string;
  /** Adds the attributes that became known when the resource was created. */
  made(resource: Resource, attributes: Attributes): void;
}

/**
 * Reads every stack of the synthesized templates in `folder` whose name starts with `prefix`. Expressions are resolved
 * only when properties are read.
 * @throws if there is no such stack, if a stack has a resource type that the local stack does not know, or if an alias
 * refers to no function
 */
export function readAssembly(folder: string, prefix: string, surroundings: Surroundings): Assembly {
  const stacks = readStacks(folder, prefix);
  const resources = stacks.flatMap(({ resources }) => [...resources.values()]);
  const known = new Map(resources.map((resource) => [resource, attributesOf(resource)]));
  const rewrites = addresses(resources, known, surroundings);
  nameAliases(resources, known);

  function scopeOf(stack: Stack): Scope {
    const at = (path: string) => `${stack.name}.${path}`;
    return {
      ref: (id, path) =>
        pseudoParameters[id] ?? parameter(stack, id) ?? attribute(resourceOf(stack, id, at(path)), "", at(path)),
      attribute: (id, name, path) => attribute(resourceOf(stack, id, at(path)), name, at(path)),
      imported: (name, path) => {
        for (const other of stacks)
          for (const [id, { Value, Export }] of Object.entries(other.template.Outputs))
            if (Export && resolve(Export.Name, scopeOf(other), `Outputs.${id}`) === name)
              return resolve(Value, scopeOf(other), `Outputs.${id}`);
        throw new Error(`${at(path)}: no stack exports ${name}`);
      },
      condition: (name, path) => {
        if (!(name in stack.template.Conditions)) throw new Error(`${at(path)}: no condition ${name}`);
        return resolve(stack.template.Conditions[name], scopeOf(stack), `Conditions.${name}`) === true;
      },
      mapped: (map, first, second, path) => {
        const found = stack.template.Mappings[map]?.[first]?.[second];
        if (found === undefined) throw new Error(`${at(path)}: no ${map}.${first}.${second}`);
        return found;
      },
      localized: (text, path) => localized(text, rewrites, surroundings, at(path)),
    };
  }
  function attribute(resource: Resource, name: string, path: string): string {
    const found = known.get(resource)?.[name];
    if (found === undefined)
      throw new Error(`${path}: the local stack has no ${name || "Ref"} of ${resource.type} ${resource.id}`);
    return found;
  }
  const scopes = new Map(
    stacks.flatMap((stack) => [...stack.resources.values()].map((resource) => [resource, scopeOf(stack)])),
  );
  const resolved = (resource: Resource, part: unknown) => {
    const scope = scopes.get(resource);
    if (!scope) throw new Error(`${resource.stack} has no ${resource.id}`);
    return resolve(part, scope, resource.id);
  };
  const present = resources.filter(
    (resource) => !resource.condition || resolved(resource, { Condition: resource.condition }) === true,
  );
  return {
    resources: present,
    of: (...types) => present.filter(({ type }) => types.includes(type)),
    properties: (resource, part = resource.properties) => resolved(resource, part),
    read: (resource, schema) => {
      const { success, data, error } = schema.safeParse(resolved(resource, resource.properties));
      if (success) return data;
      throw new Error(
        `${resource.stack}.${resource.id}, ${resource.type}, is not known as it is:\n${z.prettifyError(error)}`,
      );
    },
    attribute: (resource, name = "") => attribute(resource, name, `${resource.stack}.${resource.id}`),
    made: (resource, attributes) => void known.set(resource, { ...known.get(resource), ...attributes }),
  };
}

function resourceOf({ resources }: Stack, id: string, path: string): Resource {
  const found = resources.get(id);
  if (!found) throw new Error(`${path}: no resource ${id}`);
  return found;
}

function parameter({ template }: Stack, id: string): unknown {
  const found = template.Parameters[id];
  return found && !found.Type.startsWith("AWS::SSM::") ? found.Default : undefined;
}

/** Returns the addresses of the cloud, each with the local one that replaces it. */
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

const alias = z.object({ FunctionName: z.object({ Ref: z.string() }), Name: z.string() });

/**
 * Gives each alias of a function its `Ref`: the ARN of the function, and the alias's name.
 * @throws if an alias does not refer to a function of its stack.
 */
function nameAliases(resources: readonly Resource[], known: Map<Resource, Attributes>): void {
  for (const resource of resources.filter(({ type }) => type === "AWS::Lambda::Alias")) {
    const { FunctionName, Name } = alias.parse(resource.properties);
    const called = resources.find(({ stack, id }) => stack === resource.stack && id === FunctionName.Ref);
    const arn = called && known.get(called)?.["Arn"];
    if (!arn) throw new Error(`${resource.stack}.${resource.id}: no function ${FunctionName.Ref}`);
    known.set(resource, { "": `${arn}:${Name}` });
  }
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
