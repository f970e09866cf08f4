import type { ComponentChildren } from "preact";
import { transportProblem } from "../client.ts";
import { useAnswer } from "./asking.ts";
import { Loading, ProblemNotice } from "./notice.tsx";

interface LoadedProps<Module> {
  readonly load: () => Promise<Module>;
  /** A text that names the module. When it changes, `load` is called again. */
  readonly about: string;
  /**
   * For what the page is complete without: loading begins only once the rest is painted, and nothing is shown
   * meanwhile.
   */
  readonly aside?: boolean;
  readonly children: (module: Module) => ComponentChildren;
}

/** Waits until the page as it is now is on the screen: until the frame after the next begins. */
export function painted(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** What somebody typed or chose in a form that keeps nothing through a reload. */
const typed = "form:not([data-kept]) :is(:user-valid)";

/**
 * Loads a module when it appears and renders `children` with the module. Meanwhile shows that it loads, unless `aside`.
 * If the module cannot be loaded, shows why (without a network, that there is none), with a button that tries again: it
 * loads the page anew once there is a network, unless that would lose something typed.
 */
export function Loaded<Module>({ load, about, aside, children }: LoadedProps<Module>) {
  const { answer, again } = useAnswer<Module>(async () => {
    if (aside) await painted();
    return load().then(
      (value) => ({ ok: true, value }),
      () => transportProblem(navigator.onLine ? "unreachable" : "offline"),
    );
  }, about);
  if (!answer) return aside ? null : <Loading />;
  // A module that could not be loaded once is not asked for again by some browsers while the page lives.
  const anew = () => (navigator.onLine && !document.querySelector(typed) ? location.reload() : again());
  return answer.ok ? children(answer.value) : <ProblemNotice problem={answer.problem} again={anew} />;
}
