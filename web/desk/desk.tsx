import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { transportProblem } from "../client.ts";
import { type DeskPage, deskPages } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { Drop } from "../look/drop.tsx";
import { Loaded, painted } from "../look/loaded-module.tsx";
import { Loading, Strips } from "../look/notice.tsx";
import { officeFacts } from "../office.ts";
import { deskWords, menuNames } from "../words/desk.ts";
import { frameWords } from "../words/frame.ts";
import { api, loadWrites, session } from "./api.ts";
import { HeldActs, sendHeld } from "./held-acts.tsx";
import { addressOf, DeskProblem, Heading, StaffOnly } from "./page.tsx";
import { hasVisits } from "./visit/field-mark.ts";
import { firstPageFor, type MenuPage, menuFor, Roles, useAskedRoles, useOwnRoles, useRoles } from "./work/roles.ts";
import { roleName } from "./work/roles.words.ts";

/** The page of a module, or what says that it could not be loaded. */
const later = (load: () => Promise<FunctionComponent>) => lazy<FunctionComponent>(() => load().catch(() => NotLoaded));
const IntakePage = later(() => import("./counter/intake.tsx").then((page) => page.IntakePage));
const CasePage = later(() => import("./case/case.tsx").then((page) => page.CasePage));

/** The component of each page of the desk. */
const pages: Readonly<Record<DeskPage, FunctionComponent>> = {
  home: HomePage,
  signIn: later(() => import("./sign-in.tsx").then((page) => page.SignInPage)),
  work: later(() => import("./work/work-list.tsx").then((page) => page.WorkListPage)),
  lateRisks: later(() => import("./board/late-risks.tsx").then((page) => page.LateRisksPage)),
  intake: IntakePage,
  call: IntakePage,
  case: CasePage,
  caseTab: CasePage,
  caseResolution: later(() => import("./resolution/resolution.tsx").then((page) => page.ResolutionPage)),
  caseSignature: later(() => import("./resolution/signature.tsx").then((page) => page.SignaturePage)),
  caseAct: later(() => import("./case/case-act.tsx").then((page) => page.CaseActPage)),
  signatures: later(() => import("./resolution/signatures.tsx").then((page) => page.SignaturesPage)),
  inspections: later(() => import("./visit/inspections.tsx").then((page) => page.InspectionsPage)),
  toHandOver: later(() => import("./work/to-hand-over.tsx").then((page) => page.ToHandOverPage)),
  delivery: later(() => import("./delivery/delivery.tsx").then((page) => page.DeliveryPage)),
  inspection: later(() => import("./visit/inspection.tsx").then((page) => page.InspectionPage)),
  readingVisit: later(() => import("./reading/reading-visit.tsx").then((page) => page.ReadingVisitPage)),
  submissions: later(() => import("./submission/submissions.tsx").then((page) => page.SubmissionsPage)),
  newSubmission: later(() => import("./submission/new-submission.tsx").then((page) => page.NewSubmissionPage)),
  submission: later(() => import("./submission/submission.tsx").then((page) => page.SubmissionPage)),
  waitingAttachments: later(() =>
    import("./attachment/waiting-attachments.tsx").then((page) => page.WaitingAttachmentsPage),
  ),
  values: later(() => import("./value/values.tsx").then((page) => page.ValuesPage)),
  retention: later(() => import("./register/retention.tsx").then((page) => page.RetentionPage)),
  quejas: later(() => import("./recourse/quejas.tsx").then((page) => page.QuejasPage)),
  problems: later(() => import("./problem/problems.tsx").then((page) => page.ProblemsPage)),
  problem: later(() => import("./problem/problem.tsx").then((page) => page.ProblemPage)),
  readings: later(() => import("./reading/readings.tsx").then((page) => page.ReadingsPage)),
  reading: later(() => import("./reading/reading.tsx").then((page) => page.ReadingPage)),
  holds: later(() => import("./billing/holds.tsx").then((page) => page.HoldsPage)),
  calendars: later(() => import("./term/calendars.tsx").then((page) => page.CalendarsPage)),
  hearings: later(() => import("./conciliation/hearings.tsx").then((page) => page.HearingsPage)),
  team: later(() => import("./work/team.tsx").then((page) => page.TeamPage)),
  board: later(() => import("./board/board.tsx").then((page) => page.BoardPage)),
  reports: later(() => import("./register/reports.tsx").then((page) => page.ReportsPage)),
  callBacks: later(() => import("./counter/call-backs.tsx").then((page) => page.CallBacksPage)),
  attentions: later(() => import("./counter/attentions.tsx").then((page) => page.AttentionsPage)),
  observations: later(() => import("./register/observations.tsx").then((page) => page.ObservationsPage)),
  supervisors: later(() => import("./register/supervisors.tsx").then((page) => page.SupervisorsPage)),
  openings: later(() => import("./counter/openings.tsx").then((page) => page.OpeningsPage)),
  searches: later(() => import("./counter/searches.tsx").then((page) => page.SearchesPage)),
  imports: later(() => import("./billing/imports.tsx").then((page) => page.ImportsPage)),
  importDetail: later(() => import("./billing/import.tsx").then((page) => page.ImportPage)),
};
const isDeskPage = (page: string): page is DeskPage => page in pages;
const everyPage = Object.keys(pages).filter(isDeskPage);

const patternOf = (page: DeskPage): string => deskPages[page].path.replace(/\{(\w+)\}/g, ":$1");

/**
 * Renders the staff's whole application: the header with the person, the menu of their roles and the strips of
 * warnings, and below it the page that the address names. The code of most pages is loaded when they are opened, that
 * of what the desk writes once the first is painted. An unknown address gets a page that says so.
 */
export function Desk() {
  const roles = useAskedRoles();
  // While there is signal, which may be lost before the first is sent.
  useEffect(() => {
    painted()
      .then(loadWrites)
      .catch(() => undefined);
  }, []);
  return (
    <LocationProvider scope="/desk/">
      <Roles.Provider value={roles}>
        <a class="skip" href="#main">
          {frameWords.skip}
        </a>
        <header>
          <div class="top">
            <div class="row">
              <a class="brand" href={addressOf("home")}>
                <Drop />
                <span>
                  <b>{officeFacts.name}</b> {deskWords.desk}
                </span>
              </a>
              <Person />
            </div>
            <Menu />
          </div>
          <Strips />
          <Unsent />
        </header>
        <main class="row page wide" id="main" tabIndex={-1}>
          <div>
            <Router onRouteChange={() => document.querySelector("h1")?.focus()}>
              {everyPage.map((page) => (
                <Route key={page} path={patternOf(page)} component={pages[page]} />
              ))}
              <Route default component={NotFoundPage} />
            </Router>
          </div>
        </main>
        <HeldActs />
      </Roles.Provider>
    </LocationProvider>
  );
}

/** So many items stand in one row of a desk's screen; the rest of a longer menu opens. */
const inOneRow = 8;

/** The menu goes without what it cannot load. */
const loadLateCalls = () => import("./counter/late-calls.tsx").catch(() => ({ LateCalls: () => null }));

function Menu() {
  const { path } = useLocation();
  const items = menuFor(useOwnRoles());
  if (items.length === 0) return null;
  const first = items.length > inOneRow + 1 ? inOneRow : items.length;
  const item = (page: MenuPage) => (
    <li key={page}>
      <a href={deskPages[page].path} aria-current={`${path}/`.startsWith(deskPages[page].path) ? "page" : undefined}>
        {menuNames[page] ?? deskPages[page].title}
        {page === "callBacks" && (
          <Loaded load={loadLateCalls} about="late-calls" aside>
            {({ LateCalls }) => <LateCalls />}
          </Loaded>
        )}
      </a>
    </li>
  );
  return (
    <nav class="row" aria-label={deskWords.menu}>
      <ul class="menu">
        {items.slice(0, first).map(item)}
        {first < items.length && (
          <li>
            <details key={path}>
              <summary>{deskWords.moreMenu}</summary>
              <ul>{items.slice(first).map(item)}</ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Who is signed in, by name and role, and the button to leave. */
function Person() {
  const { isOpen } = useRoles();
  const roles = useOwnRoles();
  const isStaff = roles.some((role) => role !== "external-supervisor");
  const { answer } = useAnswer(async () => (isStaff ? api.showMe() : transportProblem("signed-out")), String(isStaff));
  const leave = async () => {
    if (!(await sendHeld())) return;
    session.end();
    // What was typed or opened in the tab is for nobody else.
    sessionStorage.clear();
  };
  return isOpen ? (
    <span class="person">
      <span>
        {answer?.ok && answer.value.name && <b>{answer.value.name}</b>} {roles.map(roleName).join(", ")}
      </span>
      <button type="button" class="session" onClick={leave}>
        {frameWords.signOut}
      </button>
    </span>
  ) : null;
}

/** The strip of unsent reports, loaded only on phones of inspectors: only they have any, also with nobody signed in. */
function Unsent() {
  const isField = useOwnRoles().includes("inspector") || hasVisits();
  const [strip, setStrip] = useState<{ readonly UnsentStrip: FunctionComponent }>();
  useEffect(() => {
    if (isField) import("./visit/unsent-strip.tsx").then(setStrip);
  }, [isField]);
  return isField && strip ? <strip.UnsentStrip /> : null;
}

/**
 * Goes on to the first page of the caller's roles; without a role, it says what to do. On a phone with visits of the
 * day, it goes on to them also with nobody signed in, or without signal.
 */
function HomePage() {
  const { route } = useLocation();
  const { isOpen, answer } = useRoles();
  const isField = (answer ? !answer.ok : !isOpen) && hasVisits();
  const first = isField ? "inspections" : answer?.ok ? firstPageFor(answer.value) : undefined;
  useEffect(() => {
    if (first) route(addressOf(first), true);
  }, [first]);
  return (
    <>
      <Heading>{deskPages.home.title}</Heading>
      <StaffOnly>
        {first ? (
          <Loading />
        ) : (
          <>
            <p>{deskWords.homeLede}</p>
            <p>{deskWords.homeNoRole}</p>
          </>
        )}
      </StaffOnly>
    </>
  );
}

function NotLoaded() {
  const { problem } = transportProblem(navigator.onLine ? "unreachable" : "offline");
  return (
    <>
      <Heading>{problem.title}</Heading>
      <DeskProblem problem={{ ...problem, title: "" }} again={() => location.reload()} />
    </>
  );
}

function NotFoundPage() {
  return (
    <>
      <Heading>{deskWords.notFound}</Heading>
      <p>
        <a href={addressOf("home")}>{deskWords.toHome}</a>
      </p>
    </>
  );
}
