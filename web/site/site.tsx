import type { ComponentChildren, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Contacts } from "../look/contacts.tsx";
import { Drop } from "../look/drop.tsx";
import { Strips } from "../look/notice.tsx";
import { Office, officeFacts, useOffice } from "../office.ts";
import { type SitePage, sitePages } from "../paths.ts";
import { frameWords } from "../words/frame.ts";
import { askOffice, session, whenAnswered } from "./api.ts";
import { useSessionIsOpen } from "./page.tsx";
import { Places, usePlace } from "./place.tsx";

/** The module of a page. Its component is what it exports under a name that ends in `Page`. */
type PageModule = { readonly [name in `${string}Page`]: FunctionComponent };

/** Every page of the site, each loaded when it is first shown. */
const pages = {
  home: () => import("./home.tsx"),
  receipt: () => import("./receipt/receipt.tsx"),
  signIn: () => import("./sign-in.tsx"),
  supplies: () => import("./supply/supplies.tsx"),
  consumption: () => import("./receipt/consumption.tsx"),
  supplyReceipt: () => import("./supply/supply-receipt.tsx"),
  profile: () => import("./notice/profile.tsx"),
  leaks: () => import("./leak/leaks.tsx"),
  claims: () => import("./claim/claims.tsx"),
  claimStart: () => import("./filing/claim-start.tsx"),
  claimStep: () => import("./filing/claim-step.tsx"),
  claim: () => import("./claim/claim.tsx"),
  claimFiled: () => import("./filing/claim-filed.tsx"),
  claimFile: () => import("./case-copy/claim-file.tsx"),
  claimNotices: () => import("./notice/claim-notices.tsx"),
  claimDecision: () => import("./resolution/claim-decision.tsx"),
  claimVisit: () => import("./visit/claim-visit.tsx"),
  claimMeeting: () => import("./claim/claim-meeting.tsx"),
  claimAct: () => import("./claim/claim-act.tsx"),
  claimOffer: () => import("./conciliation/claim-offer.tsx"),
  openByKey: () => import("./claim/open-by-key.tsx"),
  claimState: () => import("./claim/claim-state.tsx"),
  notice: () => import("./notice/notice.tsx"),
  problems: () => import("./problem/problems.tsx"),
  problem: () => import("./problem/problem.tsx"),
  submissions: () => import("./submission/submissions.tsx"),
  submission: () => import("./submission/submission.tsx"),
  hold: () => import("./claim/hold.tsx"),
  verify: () => import("./seal/verify.tsx"),
  terms: () => import("./terms.tsx"),
  results: () => import("./register/results.tsx"),
  serviceStatus: () => import("./problem/service-status.tsx"),
  help: () => import("./help.tsx"),
  accessibility: () => import("./accessibility.tsx"),
  privacy: () => import("./privacy.tsx"),
  notFound: () => import("./not-found.tsx"),
} as const satisfies Record<SitePage, () => Promise<PageModule>>;

const loaded: Partial<Record<SitePage, FunctionComponent>> = {};

/**
 * Loads the component of a page and returns it; from then on the site can render that page at once. Throws if its
 * script cannot be loaded or has no component.
 */
export async function loadPage(page: SitePage): Promise<FunctionComponent> {
  const module: PageModule = await pages[page]();
  const [, component] = Object.entries(module).find(([name]) => name.endsWith("Page")) ?? [];
  if (!component) throw new Error(`there is no page ${page}`);
  loaded[page] = component;
  return component;
}

/**
 * Renders the customers' site: its frame, and in it the page of the address. Asks for the office's facts once the page
 * has its own answers. If that fails, a strip in the frame says that the service is down.
 */
export function Site() {
  const [office, setOffice] = useState(officeFacts);
  const [isDown, setIsDown] = useState(false);
  useEffect(() => {
    whenAnswered()
      .then(askOffice)
      .then((answer) => {
        setIsDown(!answer.ok);
        // What the build wrote stays, its telephones with hard spaces: only what it cannot know is new.
        if (answer.ok) setOffice({ ...answer.value, ...officeFacts });
      });
  }, []);
  return (
    <Office.Provider value={office}>
      <Places load={loadPage} loaded={loaded}>
        {(page) => <Frame isDown={isDown}>{page}</Frame>}
      </Places>
    </Office.Provider>
  );
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
  const here = usePlace().path;
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
  const { route } = usePlace();
  const leave = () => {
    route(sitePages.signIn.path);
    import("./forget-account.ts").then(({ forgetAccount }) => forgetAccount()).finally(() => session.end());
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
