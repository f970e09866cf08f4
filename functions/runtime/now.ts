/** The only place product code asks for the time: an ISO 8601 instant in UTC. */
export function now(): string {
  return new Date().toISOString();
}
