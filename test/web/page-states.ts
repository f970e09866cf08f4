import type { SitePage } from "../../web/paths.ts";

/**
 * What a page shows of its content; whether the network, the API and the session are there is walked for all pages
 * alike.
 */
export const contents = ["empty", "full", "late"] as const;
export type Content = (typeof contents)[number];

/** A file of tests and the words in it that name the state, or why the page has no such state. */
export type Held = readonly [file: string, state: string] | string;

const claimStates = "claim-states.test.ts";
const steps = "claim-step-states.test.ts";
const open = "claim-attachment-states.test.ts";
const pages = "pages.test.ts";
const appointments = "claim-appointments.test.ts";
const text = "a text, the same for everybody and on every day";
const noList = "one thing, which is there or not found";
const noTerm = "nothing of it has a term";

/** Each page of the site in each state of its content, with the test that expects it to be sound. */
export const pageStates: Readonly<Record<SitePage, Readonly<Record<Content, Held>>>> = {
  home: { empty: text, full: [pages, "home"], late: noTerm },
  receipt: {
    empty: [pages, "look-up"],
    full: [pages, "receipt, every factor"],
    late: [pages, "receipt, its term over"],
  },
  signIn: { empty: [pages, "sign-in"], full: [pages, "sign-in, signed in"], late: noTerm },
  supplies: { empty: [pages, "supplies, none"], full: [pages, "supplies, who else has one"], late: noTerm },
  consumption: { empty: [pages, "consumption, no receipts"], full: [pages, "consumption"], late: noTerm },
  supplyReceipt: {
    empty: "one receipt, which is there or not found",
    full: [pages, "receipt of a supply"],
    late: "the sheet is that of the page without an account, whose late state is walked",
  },
  profile: { empty: ["profile-page.test.ts", "empty"], full: ["profile-page.test.ts", "whole"], late: noTerm },
  leaks: { empty: ["leaks.test.ts", "leaks"], full: ["leaks.test.ts", "leaks, found"], late: noTerm },
  claims: { empty: [claimStates, "claims, none"], full: [claimStates, "claims"], late: [claimStates, "claims, late"] },
  claimStart: {
    empty: [steps, "start, no supply"],
    full: [steps, "start"],
    late: "a receipt's term is stated in its first step",
  },
  claimStep: {
    empty: [steps, "step recibo, no receipts"],
    full: [steps, "step revisar, findings"],
    late: [steps, "step motivo, late"],
  },
  claim: {
    empty: [claimStates, "claim, nothing to do"],
    full: [claimStates, "claim, with quejas"],
    late: [claimStates, "claim, the company late"],
  },
  claimFiled: {
    empty: [steps, "filed, cargo on the way"],
    full: [steps, "filed, from elsewhere"],
    late: "it is shown on the day of filing",
  },
  claimFile: {
    empty: ["case-file-pages.test.ts", "file, no copy yet"],
    full: ["case-file-pages.test.ts", "file, with its copy"],
    late: noTerm,
  },
  claimNotices: {
    empty: ["claim-notices.test.ts", "notices, none"],
    full: ["claim-notices.test.ts", "notices"],
    late: "a notice that was not confirmed in time is on its own page",
  },
  claimDecision: {
    empty: ["claim-decision.test.ts", "none yet"],
    full: ["claim-decision.test.ts", "whole"],
    late: ["claim-decision.test.ts", "no receipt changes, no time left"],
  },
  claimVisit: {
    empty: [appointments, "visit, none"],
    full: [appointments, "visit, with its inspector and a long address"],
    late: [appointments, "visit, too late to change"],
  },
  claimMeeting: {
    empty: [appointments, "hearing, none"],
    full: [appointments, "hearing by telephone"],
    late: [appointments, "hearing that may be changed no more"],
  },
  claimAct: {
    empty: [claimStates, "add to the claim"],
    full: [claimStates, "review, what to know"],
    late: [claimStates, "act that is not offered"],
  },
  claimOffer: { empty: noList, full: [claimStates, "offer"], late: [claimStates, "offer, over"] },
  openByKey: { empty: [open, "open by key"], full: [open, "open by key, wrong"], late: noTerm },
  claimState: { empty: [open, "state, form"], full: [open, "state"], late: [open, "state, late"] },
  notice: { empty: noList, full: [open, "notice"], late: [open, "notice, too late"] },
  problems: {
    empty: ["problem-pages.test.ts", "no problem reported yet"],
    full: ["problem-pages.test.ts", "Avisar de un problema"],
    late: "each problem's own page states that its time is over",
  },
  problem: {
    empty: noList,
    full: ["problem-pages.test.ts", "/problemas/p1/"],
    late: ["problem-pages.test.ts", "Reclamar porque no se solucionó"],
  },
  submissions: { empty: [open, "document desk, none"], full: [open, "document desk"], late: noTerm },
  submission: { empty: noList, full: [open, "cargo, received and answered"], late: [open, "cargo, too late to mend"] },
  hold: { empty: noList, full: [open, "hold"], late: [open, "hold, released"] },
  verify: {
    empty: ["verify-page.test.ts", "sends nothing before a check is asked for"],
    full: ["verify-page.test.ts", "a QR's address is checked when it is opened"],
    late: ["verify-page.test.ts", "says %s in words of its own"],
  },
  terms: { empty: [pages, "term"], full: [pages, "term, counted"], late: [pages, "term, no such day"] },
  results: {
    empty: [pages, "results of a month of few"],
    full: [pages, "a month's results"],
    late: [pages, "results of a month that still runs"],
  },
  serviceStatus: {
    empty: "what is asked is the same for everybody",
    full: [pages, "does it work, all of it"],
    late: [pages, "does it work, nobody can file"],
  },
  help: { empty: text, full: [pages, "help"], late: text },
  accessibility: { empty: text, full: [pages, "accessibility"], late: text },
  privacy: { empty: text, full: [pages, "privacy"], late: text },
  notFound: { empty: text, full: [pages, "not found"], late: text },
};
