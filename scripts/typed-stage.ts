import { stageOf } from "../infra/stage.ts";
import type { Stage } from "../settings.ts";
import { refused } from "./typed-arguments.ts";

/**
 * Returns the stage of a typed name. Ends the process with 2: with the usage if none was typed, with the names there
 * are if there is no such stage.
 */
export function typedStage(name: string | undefined, usage: string): Stage {
  if (name === undefined) return refused("--stage is missing", usage);
  try {
    return stageOf(name);
  } catch (failure) {
    return refused(failure);
  }
}
