/** The only place product code asks for the time: an ISO 8601 instant in UTC. */
export function now(): string {
  return new Date().toISOString();
}

/** Returns the ISO 8601 instant of seconds since 1970, as tokens state it. */
export function instantOf(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString();
}
