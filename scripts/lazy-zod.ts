import * as zod from "zod";

// What stands here for zod in a bundle builds a schema when it is first used: a function that starts builds none, a
// request those of its route. What stands for a schema passes every use on to the one that zod builds.
// biome-ignore lint/plugin: all else that zod has stays zod's
export * from "zod";

type Shape = Readonly<Record<string, unknown>>;

/** Methods that make another schema of a schema. Any other use of a schema builds it. */
const refining = new Set(
  `and array catch default describe extend int length lowercase max meta min multipleOf nonempty nonnegative nullable
  nullish omit optional or partial pick pipe positive readonly refine regex required startsWith superRefine toLowerCase
  toUpperCase transform trim uppercase`.split(/\s+/),
);

/** Returns the shape that an object schema has after a method, if it can be known without building the schema. */
function shapeAfter(method: string, shape: Shape, [arg]: readonly unknown[]): Shape | undefined {
  if (method === "refine" || method === "superRefine") return shape;
  if (method === "extend") return { ...shape, ...(arg as Shape) };
  if (method === "pick") return Object.fromEntries(Object.keys(arg as Shape).map((name) => [name, shape[name]]));
  return undefined;
}

/** The schema that something stands for: `make` builds it, and `shape` is that of an object schema, if it is known. */
class Later {
  #made: object | undefined;
  readonly #make: () => object;
  readonly #shape: Shape | undefined;
  constructor(make: () => object, shape: Shape | undefined) {
    this.#make = make;
    this.#shape = shape;
  }

  static built(later: Later): object {
    later.#made ??= later.#make();
    return later.#made;
  }

  static shape(later: Later): Shape | undefined {
    return later.#shape;
  }
}

/** Under it, what stands for a schema has its `Later`. */
const itself = Symbol("later");

/** What every use of what stands for a schema does: one for all, as a function that starts makes a thousand. */
const uses: ProxyHandler<Later> = {
  get: (later, name) => {
    if (name === itself) return later;
    const shape = Later.shape(later);
    if (name === "shape" && shape) return shape;
    if (typeof name === "string" && refining.has(name))
      return (...args: readonly unknown[]) =>
        standing(
          () => {
            const schema = Later.built(later);
            return Reflect.get(schema, name).apply(schema, args.map(withBuilt));
          },
          shape && shapeAfter(name, shape, args),
        );
    const schema = Later.built(later);
    const value = Reflect.get(schema, name);
    return typeof value === "function" ? value.bind(schema) : value;
  },
  has: (later, name) => Reflect.has(Later.built(later), name),
  getPrototypeOf: (later) => Reflect.getPrototypeOf(Later.built(later)),
};

/** Returns what stands for the schema that `make` builds. */
function standing(make: () => object, shape?: Shape): object {
  return new Proxy(new Later(make, shape), uses);
}

function laterOf(value: object): Later | undefined {
  return (value as { readonly [itself]?: Later })[itself];
}

function built(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const later = laterOf(value);
  return later ? Later.built(later) : value;
}

/** Returns an argument with schemas in place of what stands for them: itself, in a list, or in an object. */
function withBuilt(arg: unknown): unknown {
  if (typeof arg !== "object" || arg === null || laterOf(arg)) return built(arg);
  if (Array.isArray(arg)) return arg.map(built);
  if (Object.getPrototypeOf(arg) !== Object.prototype) return arg;
  return Object.fromEntries(Object.entries(arg).map(([name, each]) => [name, built(each)]));
}

type Make = (...args: never[]) => object;

function lazily<F extends Make>(make: F): F {
  return ((...args: never[]) => standing(() => make(...(args.map(withBuilt) as never[])))) as F;
}

/** As `lazily`, for a function whose first argument is the shape of an object schema. */
function lazilyShaped<F extends Make>(make: F): F {
  return ((...args: never[]) => standing(() => make(...(args.map(withBuilt) as never[])), args[0])) as F;
}

const enumOf = /* @__PURE__ */ lazily(zod.enum);
const instanceOf = /* @__PURE__ */ lazily(zod.instanceof);
const nothing = /* @__PURE__ */ lazily(zod.undefined);

export { enumOf as enum, instanceOf as instanceof, nothing as undefined };
export const array = /* @__PURE__ */ lazily(zod.array);
export const boolean = /* @__PURE__ */ lazily(zod.boolean);
export const custom = /* @__PURE__ */ lazily(zod.custom);
export const discriminatedUnion = /* @__PURE__ */ lazily(zod.discriminatedUnion);
export const email = /* @__PURE__ */ lazily(zod.email);
export const intersection = /* @__PURE__ */ lazily(zod.intersection);
export const json = /* @__PURE__ */ lazily(zod.json);
export const literal = /* @__PURE__ */ lazily(zod.literal);
export const looseObject = /* @__PURE__ */ lazilyShaped(zod.looseObject);
export const number = /* @__PURE__ */ lazily(zod.number);
export const object = /* @__PURE__ */ lazilyShaped(zod.object);
export const record = /* @__PURE__ */ lazily(zod.record);
export const strictObject = /* @__PURE__ */ lazilyShaped(zod.strictObject);
export const string = /* @__PURE__ */ lazily(zod.string);
export const tuple = /* @__PURE__ */ lazily(zod.tuple);
export const union = /* @__PURE__ */ lazily(zod.union);
export const unknown = /* @__PURE__ */ lazily(zod.unknown);
export const url = /* @__PURE__ */ lazily(zod.url);
export const uuid = /* @__PURE__ */ lazily(zod.uuid);
export const coerce = { ...zod.coerce, number: /* @__PURE__ */ lazily(zod.coerce.number) };
export const iso = { ...zod.iso, datetime: /* @__PURE__ */ lazily(zod.iso.datetime) };
export const toJSONSchema = (schema: zod.ZodType, params?: zod.core.ToJSONSchemaParams) =>
  zod.toJSONSchema(built(schema) as zod.ZodType, params);
