/**
 * The values that a template's expressions can refer to. Each method throws, naming the path, if it does not know the
 * value.
 */
export interface Scope {
  ref(id: string, path: string): unknown;
  attribute(id: string, name: string, path: string): unknown;
  imported(name: string, path: string): unknown;
  condition(name: string, path: string): boolean;
  mapped(map: string, first: string, second: string, path: string): unknown;
  /**
   * Returns a whole string, once its parts are joined, with dynamic references and addresses of the cloud made local.
   */
  localized(text: string, path: string): string;
}

type Intrinsic = (argument: unknown, scope: Scope, path: string) => unknown;

/** The value of `AWS::NoValue`: `resolve` leaves out the property or element that has it. */
export const noValue = Symbol("AWS::NoValue");

/**
 * Returns a value of a CloudFormation template with every expression in it resolved. A property or element that
 * resolves to `AWS::NoValue` is left out.
 * @param path where the value is in the template, for the text of errors
 * @throws if an expression's function is not known or gets an argument of another shape, or if `scope` does not know
 * what the expression names
 */
export function resolve(value: unknown, scope: Scope, path: string): unknown {
  if (typeof value === "string") return scope.localized(value, path);
  if (Array.isArray(value))
    return value.map((entry, index) => resolve(entry, scope, `${path}[${index}]`)).filter((entry) => entry !== noValue);
  if (typeof value !== "object" || value === null) return value;
  const [[name, argument] = ["", undefined], ...others] = Object.entries(value);
  const isCondition = name === "Condition" && typeof argument === "string";
  if (others.length === 0 && (name === "Ref" || isCondition || name.startsWith("Fn::"))) {
    const intrinsic = intrinsics[name];
    if (!intrinsic) throw new Error(`${path}: the local stack does not know ${name}`);
    return intrinsic(argument, scope, `${path}.${name}`);
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner, scope, `${path}.${key}`)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== noValue));
}

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope, path) => scope.ref(text(argument, path), path),
  Condition: (argument, scope, path) => scope.condition(text(argument, path), path),
  "Fn::GetAtt": (argument, scope, path) => {
    const [id, ...name] = typeof argument === "string" ? argument.split(".") : texts(argument, scope, path);
    return scope.attribute(text(id, path), name.join("."), path);
  },
  "Fn::ImportValue": (argument, scope, path) => scope.imported(text(resolve(argument, scope, path), path), path),
  "Fn::Join": (argument, scope, path) => {
    const [separator, parts] = list(argument, path);
    return scope.localized(texts(parts, scope, path).join(text(separator, path)), path);
  },
  "Fn::Split": (argument, scope, path) => {
    const [separator, whole] = list(argument, path);
    return text(resolve(whole, scope, path), path).split(text(separator, path));
  },
  "Fn::Select": (argument, scope, path) => {
    const [index, from] = list(argument, path);
    const found = list(resolve(from, scope, path), path)[Number(resolve(index, scope, path))];
    if (found === undefined) throw new Error(`${path}: nothing at ${JSON.stringify(index)}`);
    return found;
  },
  "Fn::FindInMap": (argument, scope, path) => {
    const [map, first, second] = texts(argument, scope, path);
    return scope.mapped(text(map, path), text(first, path), text(second, path), path);
  },
  "Fn::Sub": (argument, scope, path) => {
    const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
    const own = new Map(Object.entries(record(resolve(given, scope, path), path)));
    const filled = text(template, path).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const [id = "", ...attribute] = name.split(".");
      if (own.has(name)) return text(own.get(name), path);
      return text(attribute.length > 0 ? scope.attribute(id, attribute.join("."), path) : scope.ref(id, path), path);
    });
    return scope.localized(filled, path);
  },
  "Fn::If": (argument, scope, path) => {
    const [condition, yes, no] = list(argument, path);
    return resolve(scope.condition(text(condition, path), path) ? yes : no, scope, path);
  },
  "Fn::Equals": (argument, scope, path) => {
    const [one, other] = list(resolve(argument, scope, path), path);
    return one === other;
  },
  "Fn::And": (argument, scope, path) => list(resolve(argument, scope, path), path).every(Boolean),
  "Fn::Or": (argument, scope, path) => list(resolve(argument, scope, path), path).some(Boolean),
  "Fn::Not": (argument, scope, path) => !list(resolve(argument, scope, path), path)[0],
};

function text(value: unknown, path: string): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Error(`${path}: expected a text, found ${typeof value === "symbol" ? "nothing" : JSON.stringify(value)}`);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${path}: expected a list, found ${JSON.stringify(value)}`);
}

function texts(value: unknown, scope: Scope, path: string): readonly string[] {
  return list(resolve(value, scope, path), path).map((entry) => text(entry, path));
}

function record(value: unknown, path: string): object {
  if (typeof value === "object" && value !== null) return value;
  throw new Error(`${path}: expected values by name, found ${JSON.stringify(value)}`);
}
