import type { ClientProblem } from "../../client.ts";

/** Problems that may pass by themselves: no network, no answer, or nobody signed in. */
const passing: readonly ClientProblem["kind"][] = [
  "offline",
  "unreachable",
  "busy",
  "unavailable",
  "unanswered",
  "refused",
  "signed-out",
  "urn:caudal:wrong-token",
  "urn:caudal:busy",
  "urn:caudal:out-of-time",
  "urn:caudal:unexpected",
];

/**
 * Returns whether a problem says that nobody is signed in or that the session is over (`signed-out`, `wrong-token`).
 */
export const isSignedOut = ({ kind }: ClientProblem): boolean =>
  kind === "signed-out" || kind === "urn:caudal:wrong-token";

/**
 * Returns whether a problem may pass without anybody changing what is sent: no network, no usable answer, too many
 * requests, an error of the server, or nobody signed in. What is in the phone is then kept and tried again.
 */
export const mayPass = ({ kind }: ClientProblem): boolean => passing.includes(kind);
