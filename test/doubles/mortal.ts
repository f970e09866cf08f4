/** The point where a process dies: at its `nth` call to a store, before that call's effect or after it. */
export interface Death {
  readonly nth: number;
  readonly when: "before" | "after";
}

/** A process that counts its calls to stores and, after its death, makes no more. */
export interface Mortal {
  wrap<Store extends object>(store: Store): Store;
  readonly calls: number;
}

export function mortal(death?: Death): Mortal {
  let calls = 0;
  const die = (): never => {
    throw new Error("killed");
  };
  const limited =
    (call: (...given: unknown[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      calls += 1;
      const mine = calls;
      if (death && (mine > death.nth || (mine === death.nth && death.when === "before"))) return die();
      const value = await call(...given);
      return death && mine === death.nth ? die() : value;
    };
  return {
    wrap: (store) =>
      Object.fromEntries(Object.entries(store).map(([name, call]) => [name, limited(call)])) as typeof store,
    get calls() {
      return calls;
    },
  };
}
