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

const typedAgain = () => import("./typed-again.ts").then((typed) => typed.typedAgain());

// What was typed on the page before it was loaded anew.
if (globalThis.sessionStorage?.["caudal.typed"]) typedAgain();

/**
 * Loads a module when it appears and renders `children` with the module. Meanwhile shows that it loads, unless `aside`.
 * If the module cannot be loaded, shows why (without a network, that there is none), with a button that tries again: it
 * loads the page anew once there is a network, and loses nothing that is typed on it.
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
  const anew = () => (navigator.onLine ? typedAgain().catch(again) : again());
  return answer.ok ? children(answer.value) : <ProblemNotice problem={answer.problem} again={anew} />;
}
