/**
 * Returns a reader that answers a question asked again as it did the first time: for the length of one request, and for
 * what the request does not write.
 */
export function remembered<Reader extends object>(reader: Reader): Reader {
  const answers = new Map<string, unknown>();
  return new Proxy(reader, {
    get: (target, name) => {
      const read: unknown = Reflect.get(target, name);
      if (typeof read !== "function") return read;
      return (...asked: unknown[]) => {
        const question = JSON.stringify([name, ...asked]);
        if (!answers.has(question)) answers.set(question, read.apply(target, asked));
        return answers.get(question);
      };
    },
  });
}
