import { expect, it } from "vitest";
import { networkOf } from "../../../shared/domain/network.ts";

it.each([
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:0DB8:0000:0000:0000:0000:0000:0001", "2001:db8:0:0"],
  ["2001:0db8:00a0::", "2001:db8:a0:0"],
  ["2001:db8:0:12ff::1", "2001:db8:0:1200"],
  ["2001:db8:0:1200::9", "2001:db8:0:1200"],
  ["2001:db8:0:1300::9", "2001:db8:0:1300"],
  ["::1", "0:0:0:0"],
  ["192.0.2.10", "192.0.2.10"],
  ["::ffff:192.0.2.10", "192.0.2.10"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
