import { type Stage, stages } from "../settings.ts";

/**
 * Returns the stage of that name, `dev` if none is given.
 * @throws if there is no stage of that name; the name must match exactly.
 */
export function stageOf(name: unknown = "dev"): Stage {
  const stage = stages.find((one) => one === name);
  if (!stage) throw new Error(`There is no stage ${name}; settings.ts has ${stages.join(", ")}.`);
  return stage;
}

export const stackNames = ["data", "service", "routes"] as const;
export type StackName = (typeof stackNames)[number];

/**
 * Returns the names of the stacks that do not exist yet and that this deployment creates. They come from the context
 * `first`, such as `data,service`, which the deployment script sets. If the context is missing or empty, returns none:
 * every stack exists, and is deployed with protection from deletion.
 * @throws if a name is not a stack's.
 */
export function firstOf(context: unknown = ""): readonly StackName[] {
  return String(context)
    .split(",")
    .filter((name) => name !== "")
    .map((name) => {
      const stack = stackNames.find((one) => one === name);
      if (!stack) throw new Error(`There is no stack ${name} in a stage, only ${stackNames.join(", ")}.`);
      return stack;
    });
}

/**
 * Returns the versions by function that a context states as `claims:12,office:7`; none if it is missing or empty.
 * @throws if a part is not a name, a colon and a number.
 */
export function versionsOf(context: unknown = ""): Readonly<Record<string, string>> {
  const parts = String(context)
    .split(",")
    .filter((part) => part !== "");
  return Object.fromEntries(
    parts.map((part) => {
      const [, name, version] = /^([a-z-]+):(\d+)$/.exec(part) ?? [];
      if (!name || !version) throw new Error(`There is no version in ${part}: state it as claims:12.`);
      return [name, version];
    }),
  );
}
