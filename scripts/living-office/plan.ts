import type { ClaimLife } from "./claims.ts";

/**
 * The claims of the living office, by how many working days ago they were filed. Those without `stop` go as an office
 * without delays takes them, so that their day says where they stand; the others are what somebody left behind.
 */
export const claimLives: readonly ClaimLife[] = [
  // Just filed: to be admitted.
  { ago: 0, at: "08:20", by: "web" },
  { ago: 0, at: "09:45", by: "telephone" },
  { ago: 0, at: "10:30", by: "web", type: "F02" },
  { ago: 1, at: "15:50", by: "counter", stop: "filed" },
  { ago: 1, at: "19:10", by: "web", stop: "filed" },
  { ago: 2, at: "11:05", by: "web", stop: "filed" },
  // Observed: one that its person knows of, one that somebody must still notify; one set right.
  { ago: 1, at: "10:10", by: "web", turns: "observed" },
  { ago: 1, at: "11:40", by: "counter", hasMail: false, turns: "observed" },
  { ago: 7, at: "11:15", by: "web", turns: "remedied" },
  // Waiting for their visit, today's and this week's.
  { ago: 1, at: "08:30", by: "web" },
  { ago: 1, at: "09:15", by: "telephone" },
  { ago: 2, at: "08:45", by: "telephone" },
  { ago: 2, at: "12:30", by: "web" },
  { ago: 2, at: "16:40", by: "web", hasPhoto: true },
  { ago: 3, at: "09:00", by: "counter" },
  { ago: 3, at: "10:20", by: "web" },
  { ago: 3, at: "17:55", by: "web", visit: "absent-once" },
  { ago: 4, at: "09:30", by: "telephone", visit: "inner-leak" },
  { ago: 4, at: "11:10", by: "web", visit: "absent-once" },
  { ago: 4, at: "14:25", by: "web" },
  // A visit that nobody reported.
  { ago: 6, at: "10:00", by: "web", stop: "admitted" },
  // Visited: offers, some still open.
  { ago: 6, at: "09:20", by: "web", offer: "unanswered" },
  { ago: 7, at: "13:10", by: "web", offer: "countered", hasPhoto: true },
  { ago: 8, at: "16:00", by: "web", offer: "unanswered" },
  { ago: 8, at: "10:45", by: "telephone", hasMail: true, visit: "inner-leak" },
  { ago: 9, at: "09:10", by: "web", offer: "refused" },
  { ago: 9, at: "12:15", by: "counter", visit: "absent-twice" },
  { ago: 10, at: "08:50", by: "web", hearing: "total" },
  { ago: 10, at: "18:20", by: "web", visit: "meter-broken", outcome: "upheld" },
  { ago: 11, at: "10:30", by: "telephone", hearing: "absence" },
  { ago: 11, at: "11:45", by: "web", offer: "refused", hasPhoto: true },
  { ago: 12, at: "09:40", by: "web", hearing: "total" },
  { ago: 12, at: "15:20", by: "web", type: "F02" },
  { ago: 13, at: "08:35", by: "web" },
  { ago: 13, at: "12:50", by: "telephone", visit: "inner-leak", outcome: "partly-upheld" },
  { ago: 15, at: "09:25", by: "web", offer: "unanswered" },
  { ago: 17, at: "10:05", by: "telephone" },
  // Their hearing is this week.
  { ago: 18, at: "09:35", by: "web", offer: "refused" },
  { ago: 19, at: "11:50", by: "web", hearing: "total" },
  { ago: 19, at: "15:05", by: "telephone", hearing: "absence" },
  { ago: 20, at: "09:20", by: "web" },
  // Today's, whose acta nobody has written yet.
  { ago: 20, at: "10:35", by: "telephone", stop: "hearing-due" },
  { ago: 20, at: "12:05", by: "web", offer: "unanswered", stop: "hearing-due" },
  // The acta of an earlier hearing that nobody wrote.
  { ago: 22, at: "10:15", by: "web", stop: "hearing-due" },
  // To be decided: without a draft, and with one.
  { ago: 22, at: "09:25", by: "web", stop: "heard" },
  { ago: 23, at: "10:40", by: "web", hearing: "absence", stop: "heard" },
  { ago: 24, at: "14:30", by: "telephone", stop: "drafted" },
  { ago: 25, at: "09:55", by: "web", visit: "meter-broken", outcome: "upheld", stop: "drafted" },
  // The resolution's term ends in days, or ended.
  { ago: 28, at: "10:05", by: "web", stop: "heard" },
  { ago: 29, at: "11:30", by: "web", hearing: "absence", stop: "heard" },
  { ago: 33, at: "09:35", by: "telephone", stop: "heard" },
  // To be signed.
  { ago: 25, at: "08:40", by: "web", stop: "issued" },
  { ago: 26, at: "10:25", by: "web", visit: "inner-leak", outcome: "partly-upheld", stop: "issued" },
  { ago: 27, at: "12:05", by: "telephone", stop: "issued" },
  // To be notified; and on their way.
  { ago: 27, at: "09:50", by: "web", stop: "signed" },
  { ago: 28, at: "11:20", by: "counter", hasMail: false, stop: "signed" },
  { ago: 29, at: "15:15", by: "web", visit: "meter-broken", outcome: "upheld", stop: "notified" },
  { ago: 28, at: "09:05", by: "telephone" },
  // Notified: their persons may still ask for a review.
  { ago: 31, at: "10:55", by: "web" },
  { ago: 32, at: "13:35", by: "web", visit: "meter-broken", outcome: "upheld" },
  { ago: 34, at: "16:45", by: "web", hearing: "absence" },
  // Reviews: a reconsideration to decide, one decided; an appeal to send, one with the tribunal.
  { ago: 37, at: "09:15", by: "web", recourse: "reconsideration", stop: "recourse" },
  { ago: 46, at: "11:00", by: "web", recourse: "reconsideration" },
  { ago: 36, at: "10:50", by: "web", recourse: "appeal", stop: "recourse" },
  { ago: 42, at: "08:55", by: "web", recourse: "appeal" },
  // Nobody answered in time: silence.
  { ago: 38, at: "10:35", by: "web", stop: "admitted" },
  // Quejas: one to be sent on, one sent.
  { ago: 13, at: "17:30", by: "web", turns: "queja", stop: "visited" },
  { ago: 18, at: "18:05", by: "web", turns: "queja-sent", stop: "visited" },
  // Withdrawals: one whose acceptance must be written, one accepted.
  { ago: 6, at: "14:45", by: "web", turns: "withdrawing" },
  { ago: 15, at: "09:10", by: "web", turns: "withdrawn" },
  // Over: agreements and decisions carried out, and one to be carried out.
  { ago: 21, at: "08:35", by: "web", hearing: "total" },
  { ago: 22, at: "10:35", by: "web", hearing: "total" },
  { ago: 25, at: "10:00", by: "web", hearing: "total" },
  { ago: 30, at: "11:50", by: "web", hearing: "total" },
  { ago: 44, at: "09:20", by: "web", visit: "inner-leak", outcome: "partly-upheld" },
];
