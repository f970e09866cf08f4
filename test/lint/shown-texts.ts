import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";

export interface ShownText {
  readonly file: string;
  readonly text: string;
}

interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const nodesOf = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.flatMap(nodesOf) : isNode(value) ? [value] : [];
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const namedBy = (node: unknown): string => (isNode(node) ? textOf(node["name"]) || textOf(node["value"]) : "");

/** One top-level declaration of a source, or one property of an object that is declared there. */
interface Part {
  readonly name: string;
  readonly key?: string;
  readonly node: Node;
}

interface Source {
  readonly parts: readonly Part[];
  /** What is no declaration, and runs when the module is loaded. */
  readonly loose: readonly Node[];
  /** Its imports by their local name: the file and the name there. */
  readonly imported: ReadonlyMap<string, readonly [file: string, name: string]>;
}

const unwrapped = (node: unknown): unknown =>
  isNode(node) && /^TS(As|Satisfies|NonNull)Expression$/.test(node.type ?? "") ? unwrapped(node["expression"]) : node;

function partsOf(declaration: Node): readonly Part[] {
  const variables = nodesOf(declaration["declarations"]);
  if (variables.length === 0) return [{ name: namedBy(declaration["id"]), node: declaration }];
  return variables.flatMap((variable) => {
    const name = namedBy(variable["id"]);
    const value = unwrapped(variable["init"]);
    if (!isNode(value) || value.type !== "ObjectExpression") return [{ name, node: variable }];
    return nodesOf(value["properties"]).map((node) => ({
      name,
      ...(node.type === "Property" && !node["computed"] && { key: namedBy(node["key"]) }),
      node,
    }));
  });
}

/** What an import brings, by its local name; nothing of types or of packages. */
function importsOf(file: string, statement: Node): readonly (readonly [string, readonly [string, string]])[] {
  const from = isNode(statement["source"]) ? textOf(statement["source"]["value"]) : "";
  if (!from.startsWith(".") || statement["importKind"] === "type") return [];
  const path = normalize(join(dirname(file), from));
  return nodesOf(statement["specifiers"]).map((one) => [namedBy(one["local"]), [path, namedBy(one["imported"])]]);
}

function sourceOf(file: string): Source {
  const lang = file.endsWith("x") ? "tsx" : "ts";
  const statements = nodesOf(parseSync(file, readFileSync(file, "utf8"), { lang }).program.body);
  const imports = statements.filter((one) => isNamed(one, "ImportDeclaration"));
  const rest = statements
    .filter((one) => !imports.includes(one))
    .map((one) => (one.type?.startsWith("Export") ? one["declaration"] : one))
    .filter(isNode);
  const isDeclared = (one: Node) => isNamed(one, "FunctionDeclaration", "VariableDeclaration", "ClassDeclaration");
  return {
    parts: rest.filter(isDeclared).flatMap(partsOf),
    loose: rest.filter((one) => !isDeclared(one) && !one.type?.startsWith("TS")),
    imported: new Map(imports.flatMap((one) => importsOf(file, one))),
  };
}

const isType = ({ type = "" }: Node): boolean => /^TS\w*(Type|Declaration|Annotation|Instantiation|Keyword)/.test(type);
const isNamed = (node: Node, ...types: readonly string[]): boolean => types.includes(node.type ?? "");

/** The text that a node is by itself. */
function ownText(node: Node): string {
  if (isNamed(node, "Literal", "JSXText")) return textOf(node["value"]);
  return isNamed(node, "TemplateLiteral") ? nodesOf(node["quasis"]).map(quasiText).join("X") : "";
}

const quasiText = ({ value }: Node): string => (isNode(value) ? textOf(value["cooked"]) : "");

/** Returns every text in a node, without what is imported. */
export const textsIn = (value: unknown): readonly string[] =>
  nodesOf(value).flatMap((node) =>
    isType(node) || isNamed(node, "ImportDeclaration")
      ? []
      : [ownText(node), ...inside(node).flatMap((each) => textsIn(each))].filter((text) => text !== ""),
  );

/** What a node names: a declaration, or one property of it. */
function nameIn(node: Node): readonly [name: string, key?: string] | undefined {
  if (isNamed(node, "Identifier", "JSXIdentifier")) return [namedBy(node)];
  const object = node["object"];
  const isPlain = isNamed(node, "MemberExpression") && !node["computed"] && isNode(object);
  return isPlain && isNamed(object, "Identifier") ? [namedBy(object), namedBy(node["property"])] : undefined;
}

/** The nodes inside one, without the names of properties. */
const inside = (node: Node): readonly Node[] =>
  Object.entries(node).flatMap(([name, each]) =>
    /^(key|property)$/.test(name) && !node["computed"] ? [] : nodesOf(each),
  );

/**
 * Returns every text of the pages that `entries` and all that they load can show: of each module only what is reached
 * from them, and of an object of words only the properties that somebody names. A module loaded when it is needed is
 * reached whole.
 */
export function shownTexts(...entries: readonly string[]): readonly ShownText[] {
  const sources = new Map<string, Source>();
  const reached = new Set<Node>();
  const shown: ShownText[] = [];
  const load = (file: string): Source => {
    const source = sources.get(file) ?? sourceOf(file);
    if (sources.has(file)) return source;
    sources.set(file, source);
    for (const node of source.loose) walk(file, node);
    return source;
  };
  const reach = (file: string, name?: string, key?: string): void => {
    if (!/\.tsx?$/.test(file)) return;
    for (const part of load(file).parts) {
      const isMeant =
        (name === undefined || part.name === name) && (key === undefined || !part.key || part.key === key);
      if (!isMeant || reached.has(part.node)) continue;
      reached.add(part.node);
      walk(file, part.node);
    }
  };
  const walk = (file: string, node: Node): void => {
    if (isType(node)) return;
    shown.push({ file, text: ownText(node) });
    const loaded = isNamed(node, "ImportExpression") ? node["source"] : undefined;
    if (isNode(loaded)) reach(normalize(join(dirname(file), textOf(loaded["value"]))));
    const named = nameIn(node);
    if (named) {
      const [from, name] = load(file).imported.get(named[0]) ?? [file, named[0]];
      reach(from, name, named[1]);
    } else for (const each of inside(node)) walk(file, each);
  };
  for (const entry of entries) reach(entry);
  return shown.filter(({ text }) => text.trim() !== "");
}
