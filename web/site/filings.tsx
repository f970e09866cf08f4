import { Loaded } from "../look/loaded.tsx";
import { sitePages } from "../paths.ts";
import { filingWords } from "../words/filing-form.ts";
import { Heading } from "./page.tsx";
import { SignedIn } from "./signed-in.tsx";

/** The document desk: present anything, at any hour; and what was presented. */
export function FilingsPage() {
  return (
    <>
      <Heading>{sitePages.filings.title}</Heading>
      <p>
        {filingWords.lede} {filingWords.counts}
      </p>
      <SignedIn why={filingWords.signIn}>
        <Loaded load={() => import("./present-document.tsx")} about="present">
          {({ PresentDocument }) => <PresentDocument />}
        </Loaded>
        <Loaded load={() => import("./my-filings.tsx")} about="mine">
          {({ MyFilings }) => <MyFilings />}
        </Loaded>
      </SignedIn>
      <Loaded load={() => import("./outages.tsx")} about="outages" aside>
        {({ Outages }) => <Outages />}
      </Loaded>
    </>
  );
}
