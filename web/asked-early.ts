declare global {
  interface Window {
    /**
     * What `early.ts` kept before the script was loaded: the answers on their way by address, which `askedEarly` takes,
     * and the form that was submitted last.
     */
    early?: { readonly asked: Record<string, Promise<Response>>; form?: HTMLFormElement };
  }
}

/**
 * Returns the answer to the request that the page's inline script (`early.ts`) sent to `url` before this script was
 * loaded. Each such answer is returned once. If there is none, or its request got no answer, fetches `url` with `init`.
 */
export function askedEarly(url: string, init: RequestInit): Promise<Response> {
  const asked = window.early?.asked;
  const answer = asked?.[url];
  delete asked?.[url];
  return answer ? answer.catch(() => fetch(url, init)) : fetch(url, init);
}
