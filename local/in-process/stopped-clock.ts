/** The process's clock while an office lives in it: it stands still until it is set, and never goes back. */
export interface StoppedClock {
  now(): string;
  /** Sets the clock to an instant; does nothing if it is past it. */
  set(instant: string): void;
  /** Moves the clock forward by some seconds. */
  pass(seconds: number): void;
}

/**
 * Replaces `Date` of this process by a clock that stands at `instant`. Only calls that ask for the present are changed;
 * timers still run by real time. It is not undone: a process with an office in it does nothing else.
 */
export function stopClock(instant: string): StoppedClock {
  const RealDate = Date;
  let ms = RealDate.parse(instant);
  const now = () => ms;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [ms] : given, asked),
    apply: () => new RealDate(ms).toString(),
    get: (target, property, receiver) => (property === "now" ? now : Reflect.get(target, property, receiver)),
  });
  RealDate.prototype.constructor = globalThis.Date;
  return {
    now: () => new RealDate(ms).toISOString(),
    set: (later) => {
      ms = Math.max(ms, RealDate.parse(later));
    },
    pass: (seconds) => {
      ms += seconds * 1000;
    },
  };
}
