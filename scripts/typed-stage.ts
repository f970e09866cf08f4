import { stageOf } from "../infra/stage.ts";
import type { Stage } from "../settings.ts";
import { refused } from "./typed-arguments.ts";

/** Returns the stage of a typed name, `dev` without one. Ends the process with 2 and the reason if there is none. */
export function typedStage(name: string | undefined): Stage {
  try {
    return stageOf(name);
  } catch (failure) {
    return refused(failure);
  }
}
