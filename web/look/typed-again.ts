import { restore, type Values, valuesOf } from "./kept-form.ts";

const key = "caudal.typed";

interface Typed {
  readonly path: string;
  readonly forms: Readonly<Record<string, Values>>;
}

/** The forms that keep nothing through a reload themselves, each with the name of its first field. */
function unkept(): readonly (readonly [name: string, form: HTMLFormElement])[] {
  return [...document.querySelectorAll<HTMLFormElement>("form:not([data-kept])")].flatMap((form) => {
    const name = form.querySelector("[name]:not([type=hidden])")?.getAttribute("name");
    return name ? [[name, form] as const] : [];
  });
}

/**
 * Loads the page anew; what is typed in forms that keep nothing themselves is kept. Called once the page is there
 * again, it fills each field in as it appears, until somebody types or leaves the page.
 */
export function typedAgain(): void {
  const kept: Typed | null = JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (kept) {
    sessionStorage.removeItem(key);
    fillIn(kept);
  } else {
    const forms = Object.fromEntries(unkept().map(([name, form]) => [name, valuesOf(form)]));
    sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, forms } satisfies Typed));
    location.reload();
  }
}

function fillIn({ path, forms }: Typed): void {
  const filled = new Set<Element>();
  const fillForm = (form: HTMLFormElement, values: Values) => {
    for (const element of form.elements) {
      if (!filled.has(element)) restore(element, values);
      filled.add(element);
    }
  };
  const fill = () => {
    if (path !== location.pathname) observer.disconnect();
    else for (const [name, form] of unkept()) fillForm(form, forms[name] ?? {});
  };
  const observer = new MutationObserver(fill);
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener("input", ({ isTrusted }) => isTrusted && observer.disconnect());
  fill();
}
