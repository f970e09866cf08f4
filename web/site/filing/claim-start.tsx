import { Loaded } from "../../look/loaded-module.tsx";
import { Loading } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { claimNames } from "../claim/claim-names.words.ts";
import { Heading, useSessionIsOpen } from "../page.tsx";
import { startWords } from "./claim-start.words.ts";

/**
 * Renders what a claim needs, the claims begun on this phone, and the form that begins one. Whoever is signed in
 * chooses a linked supply or, by a button, any receipt. Anybody else, or an account without supplies, looks up a
 * receipt, or goes on with the supply code and receipt number as typed.
 */
export function ClaimStartPage() {
  const isOpen = useSessionIsOpen();
  return (
    <>
      <Heading>{sitePages.claimStart.title}</Heading>
      <p>{startWords.lede}</p>
      <p>
        <b>{claimNames.noPaying}</b>
      </p>
      <h2>{startWords.have}</h2>
      <ul>
        {startWords.things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      {isOpen === undefined ? (
        <Loading />
      ) : (
        <Loaded load={() => import("./claim-start-forms.tsx")} about="forms">
          {({ StartForms }) => <StartForms isSignedIn={isOpen} />}
        </Loaded>
      )}
    </>
  );
}
