import type { ComponentChildren } from "preact";
import { transportProblem } from "../client.ts";
import { useAnswer } from "./asking.ts";
import { Loading, ProblemNotice } from "./notice.tsx";

interface LoadedProps<Module> {
  readonly load: () => Promise<Module>;
  /** Names the module: the module is loaded again when it changes. */
  readonly about: string;
  /** The page is complete without it: nothing is shown while it loads, which begins once the rest is painted. */
  readonly aside?: boolean;
  readonly children: (module: Module) => ComponentChildren;
}

/** Waits until what is loading as the page opens is shown, which is in the frame after this one at the latest. */
export function painted(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** Loads a module when it is rendered and renders `children` with it. If it cannot be loaded, a button tries again. */
export function Loaded<Module>({ load, about, aside, children }: LoadedProps<Module>) {
  const { answer, again } = useAnswer<Module>(async () => {
    if (aside) await painted();
    return load().then(
      (value) => ({ ok: true, value }),
      () => transportProblem("unreachable"),
    );
  }, about);
  if (!answer) return aside ? null : <Loading />;
  return answer.ok ? children(answer.value) : <ProblemNotice problem={answer.problem} again={again} />;
}
