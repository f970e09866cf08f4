import { Loaded } from "../look/loaded-module.tsx";
import { sitePages } from "../paths.ts";
import { submissionWords } from "../words/submission-form.ts";
import { Heading } from "./page.tsx";
import { SignedIn } from "./signed-in.tsx";

/** The document desk: the form to present a document, the customer's submissions, and the desk's outages. */
export function SubmissionsPage() {
  return (
    <>
      <Heading>{sitePages.submissions.title}</Heading>
      <p>
        {submissionWords.lede} {submissionWords.counts}
      </p>
      <SignedIn why={submissionWords.signIn}>
        <Loaded load={() => import("./present-document.tsx")} about="present">
          {({ PresentDocument }) => <PresentDocument />}
        </Loaded>
        <Loaded load={() => import("./my-submissions.tsx")} about="mine">
          {({ MySubmissions }) => <MySubmissions />}
        </Loaded>
      </SignedIn>
      <Loaded load={() => import("./outages.tsx")} about="outages" aside>
        {({ Outages }) => <Outages />}
      </Loaded>
    </>
  );
}
