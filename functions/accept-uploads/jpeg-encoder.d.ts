/** The encoder of `jpeg-js` alone: the package's own entry brings its decoder too, which must not read files here. */
declare module "jpeg-js/lib/encoder.js" {
  interface Points {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8Array;
  }
  /** @param quality 1 to 100 */
  export default function encode(points: Points, quality: number): { readonly data: Buffer };
}
