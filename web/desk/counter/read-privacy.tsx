import { Loaded } from "../../look/loaded-module.tsx";
import { aloudWords } from "./aloud.words.ts";

/**
 * Renders the notice about personal data, which staff read or hand to a person before they ask for that person's data.
 * It is folded at first.
 */
export function ReadPrivacy() {
  return (
    <>
      <p>{aloudWords.privacy}</p>
      <Loaded load={() => import("../../look/privacy-notice.tsx")} about="privacy">
        {({ PrivacyNotice }) => <PrivacyNotice open={false} />}
      </Loaded>
    </>
  );
}
