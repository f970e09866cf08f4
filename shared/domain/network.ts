/**
 * Returns the network of an IP address, because whoever has one IPv6 address has all of its /56. For IPv6, returns the
 * first 56 bits, a home line's, as four groups in small letters, without zeros at their beginning but with those that
 * `::` stands for: `2001:db8:0:0`. For IPv4, also if written as `::ffff:192.0.2.1`, returns the IPv4 address itself.
 */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const [left = [], right = []] = address
    .toLowerCase()
    .split("::")
    .map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  const [last = "0"] = groups.splice(3, 1, "");
  groups[3] = (Number.parseInt(last, 16) & 0xff00).toString(16);
  return groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
