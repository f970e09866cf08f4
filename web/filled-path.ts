/**
 * Returns `path`, an address or an API path, with its value in place of each `{name}`, escaped for a URL. Throws if the
 * value of a name is missing.
 */
export function filled(path: string, values: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}
