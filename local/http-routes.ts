/** A route of an HTTP API: its key as in the template, and its target. */
export interface HttpRoute<Target> {
  readonly key: string;
  readonly target: Target;
}

export interface RouteMatch<Target> {
  readonly key: string;
  readonly target: Target;
  /** The values of the path variables, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "variable" | "greedy"; readonly text: string };

interface Compiled<Target> extends HttpRoute<Target> {
  readonly method: string;
  readonly segments: readonly Segment[];
}

const fallbackKey = "$default";

/**
 * Returns a function that finds the route of a request as API Gateway does; undefined if none matches. The most
 * specific path wins, segment by segment: literal, then variable, then greedy variable. Of equal paths, a named method
 * wins over `ANY`. `$default` comes last.
 * @throws if a key is neither `$default` nor a method and a path, or if a variable is only a part of its segment
 */
export function routeFinder<Target>(
  routes: readonly HttpRoute<Target>[],
): (method: string, path: string) => RouteMatch<Target> | undefined {
  const ordered = routes
    .filter(({ key }) => key !== fallbackKey)
    .map(compile)
    .sort(moreSpecificFirst);
  const fallback = routes.find(({ key }) => key === fallbackKey);
  return (method, path) => {
    for (const { key, target, method: wanted, segments } of ordered) {
      if (wanted !== "ANY" && wanted !== method) continue;
      const parameters = match(segments, path.split("/").slice(1));
      if (parameters) return { key, target, parameters };
    }
    return fallback && { ...fallback, parameters: {} };
  };
}

function compile<Target>(route: HttpRoute<Target>): Compiled<Target> {
  const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) \/(\S*)$/.exec(route.key) ?? [];
  if (method === undefined || path === undefined)
    throw new Error(`the local gateway does not know a route like "${route.key}"`);
  const segments = path.split("/").map((text, index, all): Segment => {
    const [, name, plus] = /^\{([\w.-]+)(\+?)\}$/.exec(text) ?? [];
    if (name !== undefined && !plus) return { kind: "variable", text: name };
    if (name !== undefined && index === all.length - 1) return { kind: "greedy", text: name };
    if (/[{}]/.test(text)) throw new Error(`the local gateway does not know a path like "${route.key}"`);
    return { kind: "literal", text };
  });
  return { ...route, method, segments };
}

const ranks = { literal: 0, variable: 1, greedy: 2 } as const;

function moreSpecificFirst<Target>(one: Compiled<Target>, other: Compiled<Target>): number {
  for (const [index, segment] of one.segments.entries()) {
    const difference = ranks[segment.kind] - ranks[other.segments[index]?.kind ?? "literal"];
    if (difference !== 0) return difference;
  }
  return Number(one.method === "ANY") - Number(other.method === "ANY");
}

function match(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined {
  const isGreedy = segments.at(-1)?.kind === "greedy";
  if (isGreedy ? parts.length < segments.length : parts.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, { kind, text }] of segments.entries()) {
    const part = kind === "greedy" ? parts.slice(index).join("/") : (parts[index] ?? "");
    if (kind === "literal" ? part !== text : part === "") return undefined;
    if (kind !== "literal") parameters[text] = part;
  }
  return parameters;
}
