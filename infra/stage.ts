import { type Stage, stages } from "../settings.ts";

/** The stage of that name, `dev` without one. */
export function stageOf(name: unknown = "dev"): Stage {
  const stage = stages.find((one) => one === name);
  if (!stage) throw new Error(`There is no stage ${name}; settings.ts has ${stages.join(" and ")}.`);
  return stage;
}

export const stackNames = ["data", "service"] as const;
export type StackName = (typeof stackNames)[number];

/**
 * The stacks that a deployment makes for the first time, as `npm run deploy` names them in the context `first`: `data,service`
 * or `service`. Without it, none: what stands is deployed with its protection on.
 * @throws on another name.
 */
export function firstOf(context: unknown = ""): readonly StackName[] {
  return String(context)
    .split(",")
    .filter((name) => name !== "")
    .map((name) => {
      const stack = stackNames.find((one) => one === name);
      if (!stack) throw new Error(`There is no stack ${name} in a stage, only ${stackNames.join(" and ")}.`);
      return stack;
    });
}
