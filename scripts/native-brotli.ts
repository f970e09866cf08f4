import { brotliDecompressSync } from "node:zlib";

/**
 * Decompresses a WOFF2 font for fontkit, in a bundle: by Node's own decoder instead of one in JavaScript of 475 KB. The
 * office's fonts are TrueType, so it is not called for them.
 */
// biome-ignore lint/style/noDefaultExport: fontkit imports it so
export default (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes);
