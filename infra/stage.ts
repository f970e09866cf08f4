import { type Stage, stages } from "../settings.ts";

/** The stage of that name, `dev` without one. */
export function stageOf(name: unknown = "dev"): Stage {
  const stage = stages.find((one) => one === name);
  if (!stage) throw new Error(`There is no stage ${name}; settings.ts has ${stages.join(" and ")}.`);
  return stage;
}
