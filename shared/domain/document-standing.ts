/**
 * Whether an authentic document of the office rules, and if not why: `record` vouches for what happened and never stops;
 * `unsigned` is a draft that nobody signed, or that was returned; `to-be-signed` certifies what holds by law whoever signs it.
 */
export const documentStandings = [
  "record",
  "in-force",
  "not-notified",
  "under-review",
  "by-reconsideration",
  "by-tribunal",
  "by-silence",
  "by-newer",
  "annulled",
  "released",
  "unsigned",
  "to-be-signed",
] as const;
export type DocumentStanding = (typeof documentStandings)[number];
