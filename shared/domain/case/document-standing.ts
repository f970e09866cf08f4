/**
 * Whether an authentic document of the office is in force, or why it is not. A `record` certifies something that
 * happened, and never lapses. `unsigned` is a draft that nobody signed, or that was returned. `to-be-signed` certifies
 * what the law gives already.
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
