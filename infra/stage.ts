import { type Stage, stages } from "../settings.ts";

/**
 * Returns the stage called `name`, or `dev` if the argument is undefined.
 * @throws if no stage has exactly that name.
 */
export function stageOf(name: unknown = "dev"): Stage {
  const stage = stages.find((one) => one === name);
  if (!stage) throw new Error(`There is no stage ${name}; settings.ts has ${stages.join(", ")}.`);
  return stage;
}

/**
 * Returns whether a stage serves the public: it is protected from deletion, and no value of its tenant is an
 * assumption.
 */
export const isPublic = (stage: Stage): boolean => stage === "prod" || stage === "second";

export const stackNames = ["data", "service", "routes"] as const;
export type StackName = (typeof stackNames)[number];

/**
 * Returns the stacks that this deployment creates, read from the CDK context `first`, such as `data,service`, which the
 * deployment script sets. Returns none if the context is missing or empty: then every stack exists already.
 * @throws if a name is not in `stackNames`.
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
 * Returns the version of each function that a context names, such as `claims:12,office:7`; none if it is missing or
 * empty.
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
