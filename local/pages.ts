/** Returns the text with `&`, `<`, `>` and quotes as character references, for HTML text and attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #1a2733; overflow-wrap: anywhere }
  button, input { font: inherit; padding: .6rem .8rem; border: 1px solid #51606e; border-radius: .3rem; max-width: 100%; box-sizing: border-box }
  button { background: #0b5c8a; color: #fff; border-color: #0b5c8a; cursor: pointer; margin: .2rem .2rem .2rem 0 }
  article { border-top: 1px solid #b8c2cb; padding: .6rem 0 } pre { white-space: pre-wrap; font: inherit; margin: 0 }
  .local { border: 1px dashed #51606e; border-radius: .3rem; padding: .6rem } output { font-family: monospace; font-size: 1.3em }
  .alert { border-left: .3rem solid #a3231c; padding-left: .6rem }`;

/** Returns a page of the local stack, in Spanish, without scripts. The title is escaped; `body` is HTML and is not. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
}

export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "cache-control": "no-store",
};
