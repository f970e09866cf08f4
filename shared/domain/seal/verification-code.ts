/** Crockford's base 32: no letter can be taken for a digit when a code is read aloud or copied by hand. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const signs = 16;
const group = 4;

/** How many random bytes make a code: 80 bits, so that nobody finds one by trying. */
export const verificationCodeBytes = 10;

/**
 * Returns the code printed on a document, by which anybody checks it: `K7QF-2M9X-4TBD-R0ZA`.
 * @param drawn 10 random bytes; throws `RangeError` for any other length
 */
export function verificationCodeOf(drawn: Uint8Array): string {
  if (drawn.length !== verificationCodeBytes) throw new RangeError(`a code is made of ${verificationCodeBytes} bytes`);
  let rest = drawn.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let code = "";
  for (let at = 0; at < signs; at += 1) {
    code = (alphabet[Number(rest % 32n)] ?? "") + code;
    rest /= 32n;
  }
  return grouped(code);
}

/**
 * Returns the code that a person typed, as `verificationCodeOf` writes it. The person may use any case, blanks and
 * dashes or none, O for 0, and I or L for 1. Undefined unless the text has exactly 16 digits and letters, none of them
 * U.
 */
export function parseVerificationCode(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replace(/[\s\-–—]+/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const fits = plain.length === signs && [...plain].every((sign) => alphabet.includes(sign));
  return fits ? grouped(plain) : undefined;
}

function grouped(code: string): string {
  return code.match(new RegExp(`.{${group}}`, "g"))?.join("-") ?? code;
}
