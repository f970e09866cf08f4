import type { ComponentChildren, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { LocationProvider, lazy, Route, Router, useLocation } from "preact-iso";
import { Contacts } from "../look/contacts.tsx";
import { Drop } from "../look/drop.tsx";
import { Strips } from "../look/notice.tsx";
import { Office, officeFacts, useOffice } from "../office.ts";
import { type SitePage, sitePages } from "../paths.ts";
import { frameWords } from "../words/frame.ts";
import { askOffice, session, whenAnswered } from "./api.ts";
import { useSessionIsOpen } from "./page.tsx";

type LazyPage = FunctionComponent & { readonly preload: () => Promise<unknown> };

const later = (load: () => Promise<FunctionComponent>): LazyPage => lazy<FunctionComponent>(load);

/** Every page of the site, each loaded when it is first shown. */
export const pages = {
  home: later(() => import("./home.tsx").then((page) => page.HomePage)),
  receipt: later(() => import("./receipt.tsx").then((page) => page.ReceiptPage)),
  signIn: later(() => import("./sign-in.tsx").then((page) => page.SignInPage)),
  supplies: later(() => import("./supplies.tsx").then((page) => page.SuppliesPage)),
  consumption: later(() => import("./consumption.tsx").then((page) => page.ConsumptionPage)),
  supplyReceipt: later(() => import("./supply-receipt.tsx").then((page) => page.SupplyReceiptPage)),
  profile: later(() => import("./profile.tsx").then((page) => page.ProfilePage)),
  leaks: later(() => import("./leaks.tsx").then((page) => page.LeaksPage)),
  claims: later(() => import("./claims.tsx").then((page) => page.ClaimsPage)),
  claimStart: later(() => import("./claim-start.tsx").then((page) => page.ClaimStartPage)),
  claimStep: later(() => import("./claim-step.tsx").then((page) => page.ClaimStepPage)),
  claim: later(() => import("./claim.tsx").then((page) => page.ClaimPage)),
  claimFiled: later(() => import("./claim-filed.tsx").then((page) => page.ClaimFiledPage)),
  claimFile: later(() => import("./claim-file.tsx").then((page) => page.ClaimFilePage)),
  claimNotices: later(() => import("./claim-notices.tsx").then((page) => page.ClaimNoticesPage)),
  claimDecision: later(() => import("./claim-decision.tsx").then((page) => page.ClaimDecisionPage)),
  claimVisit: later(() => import("./claim-visit.tsx").then((page) => page.ClaimVisitPage)),
  claimMeeting: later(() => import("./claim-meeting.tsx").then((page) => page.ClaimMeetingPage)),
  claimAct: later(() => import("./claim-act.tsx").then((page) => page.ClaimActPage)),
  claimOffer: later(() => import("./claim-offer.tsx").then((page) => page.ClaimOfferPage)),
  openByKey: later(() => import("./open-by-key.tsx").then((page) => page.OpenByKeyPage)),
  claimState: later(() => import("./claim-state.tsx").then((page) => page.ClaimStatePage)),
  notice: later(() => import("./notice.tsx").then((page) => page.NoticePage)),
  problems: later(() => import("./problems.tsx").then((page) => page.ProblemsPage)),
  problem: later(() => import("./problem.tsx").then((page) => page.ProblemPage)),
  submissions: later(() => import("./submissions.tsx").then((page) => page.SubmissionsPage)),
  submission: later(() => import("./submission.tsx").then((page) => page.SubmissionPage)),
  hold: later(() => import("./hold.tsx").then((page) => page.HoldPage)),
  verify: later(() => import("./verify.tsx").then((page) => page.VerifyPage)),
  terms: later(() => import("./terms.tsx").then((page) => page.TermsPage)),
  results: later(() => import("./results.tsx").then((page) => page.ResultsPage)),
  serviceStatus: later(() => import("./service-status.tsx").then((page) => page.ServiceStatusPage)),
  help: later(() => import("./help.tsx").then((page) => page.HelpPage)),
  accessibility: later(() => import("./accessibility.tsx").then((page) => page.AccessibilityPage)),
  privacy: later(() => import("./privacy.tsx").then((page) => page.PrivacyPage)),
  notFound: later(() => import("./not-found.tsx").then((page) => page.NotFoundPage)),
} as const satisfies Record<SitePage, LazyPage>;

const isSitePage = (page: string): page is SitePage => page in pages;
const everyPage = Object.keys(pages).filter(isSitePage);

const patternOf = (page: SitePage): string => sitePages[page].path.replace(/\{(\w+)\}/g, ":$1");

/** The addresses the site's router handles: all but the desk's and the API's, whose links leave the site. */
const scope = /^\/(?!desk\/|api\/|_local\/)/;

/** The customers' site: its frame and the page of the address. Says so in the frame if the API does not answer for the office. */
export function Site() {
  const [office, setOffice] = useState(officeFacts);
  const [isDown, setIsDown] = useState(false);
  useEffect(() => {
    whenAnswered()
      .then(askOffice)
      .then((answer) => {
        setIsDown(!answer.ok);
        if (answer.ok) setOffice({ ...officeFacts, ...answer.value });
      });
  }, []);
  return (
    <LocationProvider scope={scope}>
      <Office.Provider value={office}>
        <Frame isDown={isDown}>
          <Router onRouteChange={arrive}>
            {everyPage.map((page) => (
              <Route key={page} path={patternOf(page)} component={pages[page]} />
            ))}
            <Route default component={pages.notFound} />
          </Router>
        </Frame>
      </Office.Provider>
    </LocationProvider>
  );
}

/** Focuses the heading after a change of page. */
function arrive(): void {
  document.querySelector("h1")?.focus();
}

interface FrameProps {
  readonly isDown: boolean;
  readonly children: ComponentChildren;
}

function Frame({ children, isDown }: FrameProps) {
  const { name, legalName, telephone, testData, version } = useOffice();
  return (
    <>
      <a class="skip" href="#main">
        {frameWords.skip}
      </a>
      <header>
        <div class="top">
          <div class="row">
            <a class="brand" href={sitePages.home.path}>
              <Drop />
              <span>
                <b>{name}</b> {frameWords.site}
              </span>
            </a>
            <SessionLink />
          </div>
          <nav class="row" aria-label={frameWords.menu}>
            <ul class="menu main">
              <MenuItem page="receipt" />
              <MenuItem page="supplies" />
              <MenuItem page="claims" />
              <MenuItem page="submissions" />
            </ul>
          </nav>
        </div>
        {testData && (
          <p class="strip">
            <b>{frameWords.testDataShort}.</b> <span class="wide">{frameWords.testData}</span>
          </p>
        )}
        <Strips>{isDown && frameWords.down(telephone)}</Strips>
      </header>
      <div class="row page">
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Contacts />
      </div>
      <footer>
        <nav class="row" aria-label={frameWords.footer}>
          <ul class="menu">
            {(["verify", "terms", "results", "serviceStatus", "help", "accessibility", "privacy"] as const).map(
              (page) => (
                <li key={page}>
                  <a href={sitePages[page].path}>{sitePages[page].title}</a>
                </li>
              ),
            )}
          </ul>
          <p>{legalName}</p>
          {version && <p>{frameWords.version(version)}</p>}
        </nav>
      </footer>
    </>
  );
}

interface MenuItemProps {
  readonly page: keyof typeof frameWords.menuItems;
}

function MenuItem({ page }: MenuItemProps) {
  const here = useLocation().path;
  const { path } = sitePages[page];
  return (
    <li>
      <a href={path} aria-current={`${here}/`.startsWith(path) ? "page" : undefined}>
        {frameWords.menuItems[page]}
      </a>
    </li>
  );
}

function SessionLink() {
  const isOpen = useSessionIsOpen();
  const { route } = useLocation();
  const leave = () => {
    route(sitePages.signIn.path);
    import("./draft-opening.ts").then(({ forgetAccountDrafts }) => forgetAccountDrafts()).finally(() => session.end());
  };
  return isOpen ? (
    <button type="button" class="session" onClick={leave}>
      {frameWords.signOut}
    </button>
  ) : (
    <a class="session" href={sitePages.signIn.path}>
      {frameWords.signIn}
    </a>
  );
}
