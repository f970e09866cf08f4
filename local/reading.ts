/** An event source that is read; `stop` resolves once the invocation under way has ended. */
export interface Reading {
  stop(): Promise<void>;
}
