declare global {
  interface Window {
    /** Answers on their way by address, which `askedEarly` takes, and the form. */
    early?: { readonly asked: Record<string, Promise<Response>>; form?: HTMLFormElement };
  }
}

/** Asks, or takes the answer that the page asked for before its script was there; one that failed is asked for again. */
export function askedEarly(url: string, init: RequestInit): Promise<Response> {
  const asked = window.early?.asked;
  const answer = asked?.[url];
  delete asked?.[url];
  return answer ? answer.catch(() => fetch(url, init)) : fetch(url, init);
}
