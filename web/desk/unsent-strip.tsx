import { useEffect } from "preact/hooks";
import { deskWords } from "../words/desk.ts";
import { sendUnsent, useUnsent } from "./report-outbox.ts";

/** Says how many reports wait in this phone, and sends them when the desk opens, the network is back, or the tab is seen again. */
export function UnsentStrip() {
  const unsent = useUnsent();
  useEffect(() => {
    const onSeen = () => document.visibilityState === "visible" && sendUnsent();
    sendUnsent();
    addEventListener("online", sendUnsent);
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      removeEventListener("online", sendUnsent);
      document.removeEventListener("visibilitychange", onSeen);
    };
  }, []);
  return (
    <div role="status">
      {unsent.length > 0 && (
        <p class="strip warn">
          {deskWords.unsent(unsent.length)}. {deskWords.unsentText}
        </p>
      )}
    </div>
  );
}
