import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { refuse } from "./refusals.ts";

export const checksumAlgorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

/** The checksum S3 computes if the client names no algorithm. */
export const defaultAlgorithm: ChecksumAlgorithm = "CRC64NVME";

export interface RunningDigest {
  update(bytes: Uint8Array): unknown;
  digest(): Buffer;
}

/** Starts a digest to be updated in pieces; a CRC's digest is its 4 or 8 bytes, most significant first. */
export function startChecksum(algorithm: ChecksumAlgorithm): RunningDigest {
  switch (algorithm) {
    case "CRC32":
      return startCrc32();
    case "CRC32C":
      return startReflectedCrc(crc32cTable, 4);
    case "CRC64NVME":
      return startReflectedCrc(crc64nvmeTable, 8);
    case "SHA1":
    case "SHA256":
      return createHash(algorithm);
  }
}

export function checksumOf(algorithm: ChecksumAlgorithm, bytes: Uint8Array): Buffer {
  const running = startChecksum(algorithm);
  running.update(bytes);
  return running.digest();
}

export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** Returns the algorithm of that name, in any letter case. Refuses `InvalidRequest` if there is none. */
export function algorithmNamed(name: string): ChecksumAlgorithm {
  const found = checksumAlgorithms.find((algorithm) => algorithm === name.toUpperCase());
  return found ?? refuse("InvalidRequest", `Unknown checksum algorithm ${name}`);
}

function startCrc32(): RunningDigest {
  let value = 0;
  return {
    update(bytes) {
      value = crc32(bytes, value);
    },
    digest() {
      const out = Buffer.alloc(4);
      out.writeUInt32BE(value);
      return out;
    },
  };
}

/**
 * A CRC table with both halves of each entry apart: 32-bit integers are some fifty times faster than BigInt in the loop
 * over bytes.
 */
interface CrcTable {
  low: Int32Array;
  high: Int32Array;
}

const crc32cTable = crcTable(0x82f63b78n);
const crc64nvmeTable = crcTable(0x9a6c9329ac4bc9b5n);

function crcTable(reflectedPolynomial: bigint): CrcTable {
  const low = new Int32Array(256);
  const high = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ reflectedPolynomial : value >> 1n;
    low[byte] = Number(BigInt.asIntN(32, value));
    high[byte] = Number(BigInt.asIntN(32, value >> 32n));
  }
  return { low, high };
}

function startReflectedCrc(table: CrcTable, bytesWide: 4 | 8): RunningDigest {
  let low = -1;
  let high = bytesWide === 8 ? -1 : 0;
  return {
    update(bytes) {
      for (const byte of bytes) {
        const index = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (table.low[index] ?? 0);
        high = (high >>> 8) ^ (table.high[index] ?? 0);
      }
    },
    digest() {
      const out = Buffer.alloc(8);
      out.writeInt32BE(~high, 0);
      out.writeInt32BE(~low, 4);
      return out.subarray(8 - bytesWide);
    },
  };
}
