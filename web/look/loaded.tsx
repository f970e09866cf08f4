import type { ComponentChildren } from "preact";
import { transportProblem } from "../client.ts";
import { useAnswer } from "./asking.ts";
import { Loading, ProblemNotice } from "./notice.tsx";

interface LoadedProps<Module> {
  readonly load: () => Promise<Module>;
  /** Tells one module from another. */
  readonly about: string;
  /** The page is whole without it: nothing is said while it is on its way, nor without scripts. */
  readonly aside?: boolean;
  readonly children: (module: Module) => ComponentChildren;
}

/** A part of a page whose code comes when somebody comes to it; what cannot be loaded can be asked for again. */
export function Loaded<Module>({ load, about, aside, children }: LoadedProps<Module>) {
  const { answer, again } = useAnswer<Module>(
    () =>
      load().then(
        (value) => ({ ok: true, value }),
        () => transportProblem("unreachable"),
      ),
    about,
  );
  if (!answer) return aside ? null : <Loading />;
  return answer.ok ? children(answer.value) : <ProblemNotice problem={answer.problem} again={again} />;
}
