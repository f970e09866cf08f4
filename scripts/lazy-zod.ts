import * as zod from "zod";

// What stands here for zod in a bundle builds a schema when it is first used: a function that starts builds none, a
// request those of its route. What stands for a schema passes every use on to the one that zod builds.
// biome-ignore lint/plugin: all else that zod has stays zod's
export * from "zod";

type Shape = Readonly<Record<string, unknown>>;

/** How to build each schema that another stands for. */
const builders = new WeakMap<object, () => object>();

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

function built(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (builders.get(value)?.() ?? value) : value;
}

/** Returns an argument with schemas in place of what stands for them: itself, in a list, or in an object. */
function withBuilt(arg: unknown): unknown {
  if (typeof arg !== "object" || arg === null || builders.has(arg)) return built(arg);
  if (Array.isArray(arg)) return arg.map(built);
  if (Object.getPrototypeOf(arg) !== Object.prototype) return arg;
  return Object.fromEntries(Object.entries(arg).map(([name, each]) => [name, built(each)]));
}

/** Returns what stands for the schema that `make` builds. `shape` is that of an object schema, if it is known. */
function later(make: () => object, shape?: Shape): object {
  let made: object | undefined;
  const build = () => {
    made ??= make();
    return made;
  };
  const stand = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === "shape" && shape) return shape;
        if (typeof name === "string" && refining.has(name))
          return (...args: readonly unknown[]) =>
            later(
              () => Reflect.get(build(), name).apply(build(), args.map(withBuilt)),
              shape && shapeAfter(name, shape, args),
            );
        const value = Reflect.get(build(), name);
        return typeof value === "function" ? value.bind(build()) : value;
      },
      has: (_, name) => Reflect.has(build(), name),
      getPrototypeOf: () => Reflect.getPrototypeOf(build()),
    },
  );
  builders.set(stand, build);
  return stand;
}

type Make = (...args: never[]) => object;

function lazily<F extends Make>(make: F): F {
  return ((...args: never[]) => later(() => make(...(args.map(withBuilt) as never[])))) as F;
}

/** As `lazily`, for a function whose first argument is the shape of an object schema. */
function lazilyShaped<F extends Make>(make: F): F {
  return ((...args: never[]) => later(() => make(...(args.map(withBuilt) as never[])), args[0])) as F;
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
