/** A picture's pixels, row by row: red, green, blue and opacity of each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pixels of the longer side of a photo as staff see it. */
const longestSide = 2000;

/**
 * Returns a picture scaled down so that its longer side has at most 2000 pixels; a smaller picture keeps its size. Each
 * pixel is the mean of the pixels it replaces, laid on white, so the result is opaque.
 */
export function scaled(picture: Picture): Picture {
  const step = Math.max(1, Math.max(picture.width, picture.height) / longestSide);
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.floor(side / step)));
  if (width === undefined || height === undefined) throw new Error("a picture without sides");
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set(meanOf(picture, x * step, y * step, step), (y * width + x) * 4);
  return { width, height, data };
}

/** Returns a picture as it is seen upright, turned and mirrored by its `exifOrientation`. */
export function upright(picture: Picture, orientation: number): Picture {
  if (orientation === 1) return picture;
  const isOnItsSide = orientation > 4;
  const [width, height] = isOnItsSide ? [picture.height, picture.width] : [picture.width, picture.height];
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBelow = [3, 4, 6, 7].includes(orientation);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [across, down] = isOnItsSide ? [y, x] : [x, y];
      const column = fromRight ? picture.width - 1 - across : across;
      const row = fromBelow ? picture.height - 1 - down : down;
      const from = (row * picture.width + column) * 4;
      data.set(picture.data.subarray(from, from + 4), (y * width + x) * 4);
    }
  return { width, height, data };
}

/** The mean colour of a square of a picture, laid on white. */
function meanOf({ width, height, data }: Picture, left: number, top: number, step: number): readonly number[] {
  let [red, green, blue, points] = [0, 0, 0, 0];
  const [right, bottom] = [Math.min(width, Math.ceil(left + step)), Math.min(height, Math.ceil(top + step))];
  for (let row = Math.floor(top); row < bottom; row += 1)
    for (let column = Math.floor(left); column < right; column += 1) {
      const at = (row * width + column) * 4;
      const opacity = (data[at + 3] ?? 255) / 255;
      const white = 255 * (1 - opacity);
      red += (data[at] ?? 0) * opacity + white;
      green += (data[at + 1] ?? 0) * opacity + white;
      blue += (data[at + 2] ?? 0) * opacity + white;
      points += 1;
    }
  return [red / points, green / points, blue / points, 255];
}
