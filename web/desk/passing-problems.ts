import type { ClientProblem } from "../client.ts";

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

/** Whether a problem is that nobody is signed in, or no longer. */
export const isSignedOut = ({ kind }: ClientProblem): boolean =>
  kind === "signed-out" || kind === "urn:caudal:wrong-token";

/** Whether a problem may pass by itself, so that what is in the phone is kept and used until it does. */
export const mayPass = ({ kind }: ClientProblem): boolean => passing.includes(kind);
