/** Returns the present instant, ISO 8601 in UTC. Product code asks for the time nowhere else. */
export function now(): string {
  return new Date().toISOString();
}

/** Returns the ISO 8601 instant of seconds since 1970, as tokens state it. */
export function instantOf(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString();
}
