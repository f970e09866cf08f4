import { useEffect, useState } from "preact/hooks";
import { Loaded } from "../../look/loaded-module.tsx";
import { sitePages } from "../../paths.ts";
import { Heading } from "../page.tsx";
import type { LeakCheck } from "./leak-check.ts";
import type { DrawingName } from "./leak-drawings.tsx";
import { leakCheckWords } from "./leaks.words.ts";

/**
 * Renders three steps to look for leaks at home, and the form for what was found. If this device keeps a check of the
 * last thirty days, renders its result in place of the steps. Only the form and the result need scripts.
 */
export function LeaksPage() {
  const [check, setCheck] = useState<LeakCheck>();
  // The first render must be as the page was prerendered.
  useEffect(() => {
    import("./leak-check.ts").then(
      ({ keptLeakCheck }) => setCheck(keptLeakCheck()),
      () => undefined,
    );
  }, []);
  if (!check) return <Steps onDone={setCheck} />;
  return (
    <Loaded load={() => import("./leak-result.tsx")} about="result">
      {({ LeakResult }) => <LeakResult check={check} onAgain={() => setCheck(undefined)} />}
    </Loaded>
  );
}

interface StepsProps {
  readonly onDone: (check: LeakCheck) => void;
}

function Steps({ onDone }: StepsProps) {
  return (
    <>
      <Heading>{sitePages.leaks.title}</Heading>
      <p class="lede">{leakCheckWords.lede}</p>
      <h2>{leakCheckWords.close}</h2>
      <Drawing of="ClosedTap" />
      <p>{leakCheckWords.closeText}</p>
      <Drawing of="Meter" />
      <h2>{leakCheckWords.wait}</h2>
      <Drawing of="OneHour" />
      <p>{leakCheckWords.waitText}</p>
      <h2>{leakCheckWords.bowl}</h2>
      <Drawing of="ColouredToilet" />
      <p>{leakCheckWords.bowlText}</p>
      <Loaded load={() => import("./leak-form.tsx")} about="form" aside>
        {({ LeakForm }) => <LeakForm onDone={onDone} />}
      </Loaded>
    </>
  );
}

interface DrawingProps {
  readonly of: DrawingName;
}

/** Renders the drawing of a step, in room kept for it. The step is complete without it. */
function Drawing({ of }: DrawingProps) {
  return (
    <div class="drawing">
      <Loaded load={() => import("./leak-drawings.tsx")} about="drawings" aside>
        {({ drawings }) => {
          const Shown = drawings[of];
          return <Shown />;
        }}
      </Loaded>
    </div>
  );
}
