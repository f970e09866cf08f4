import { useEffect, useState } from "preact/hooks";
import { apiNow } from "../../api-clock.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded, painted } from "../../look/loaded-module.tsx";
import { Loading, Notice } from "../../look/notice.tsx";
import { useOffice } from "../../office.ts";
import { sitePages } from "../../paths.ts";
import { hourOf } from "../../words/format.ts";
import { askOffice } from "../api.ts";
import { Heading } from "../page.tsx";
import { checkedParts, type Found, type Part } from "./service-checks.ts";
import { statusWords as words } from "./service-status.words.ts";

interface Checked {
  readonly parts: Readonly<Record<Part, Found>>;
  readonly at: string;
}

const names = ["receipts", "claims", "documents", "signIn"] as const;

async function check(): Promise<Checked> {
  const parts = await checkedParts({
    fetch: (address, init) => fetch(address, init),
    issuer: () => askOffice().then((office) => (office.ok ? office.value.signIn.customers.issuer : undefined)),
    key: () => crypto.randomUUID(),
  });
  return { parts, at: new Date(apiNow()).toISOString() };
}

/**
 * Renders whether each part of the service works, asked from the reader's own device as the page opens and by a button,
 * and the recorded outages of the document desk.
 */
export function ServiceStatusPage() {
  const [checked, setChecked] = useState<Checked | "checking">();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    setChecked("checking");
    painted()
      .then(check)
      .then((now) => wanted && setChecked(now));
    return () => {
      wanted = false;
    };
  }, [turn]);
  const isChecked = typeof checked === "object";
  return (
    <>
      <Heading>{sitePages.serviceStatus.title}</Heading>
      <p>{words.lede.join(" ")}</p>
      <Facts rows={names.map((part) => [words.parts[part], stateOf(part, checked)])} />
      {isChecked ? <Verdict {...checked} /> : <Loading />}
      {checked && (
        <button type="button" class="button plain" onClick={() => setTurn(turn + 1)}>
          {words.again}
        </button>
      )}
      <Loaded load={() => import("./outages.tsx")} about="outages" aside>
        {({ Outages }) => <Outages />}
      </Loaded>
    </>
  );
}

/** Returns what is known of a part, in words; a blank before the page asks, as in a browser without scripts. */
function stateOf(part: Part, checked: Checked | "checking" | undefined): string {
  if (checked === undefined) return "\u00a0";
  return words[checked === "checking" ? "checking" : checked.parts[part]];
}

function Verdict({ parts, at }: Checked) {
  const { telephone, address } = useOffice();
  const found = Object.values(parts);
  const isGood = found.every((one) => one === "works");
  const isTheirs = found.includes("unreached");
  const bad = isTheirs
    ? [words.noConnection, words.ownNetwork]
    : [words.some, words.call(telephone, address), words.term];
  const [title = "", ...texts] = isGood ? [words.all] : bad;
  return (
    <Notice tone={isGood ? "good" : "bad"} title={title}>
      {[...texts, words.checkedAt(hourOf(at))].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
}
