import { Loaded } from "../look/loaded-module.tsx";
import { readPrivacy } from "../words/desk-intake.ts";

/** The notice about personal data, which staff read or hand to a person before they ask for theirs. */
export function ReadPrivacy() {
  return (
    <>
      <p>{readPrivacy}</p>
      <Loaded load={() => import("../look/privacy-notice.tsx")} about="privacy">
        {({ PrivacyNotice }) => <PrivacyNotice open />}
      </Loaded>
    </>
  );
}
