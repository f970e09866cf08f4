import { Loaded } from "../look/loaded.tsx";
import { readPrivacy } from "../words/desk-intake.ts";

/** What staff read to a person, or hand to them, before they ask for their data. */
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
