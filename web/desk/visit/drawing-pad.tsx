import { useEffect, useRef, useState } from "preact/hooks";
import type { CaptureKind } from "../../../shared/domain/visit/inspection.ts";
import { dropPhoto, filesOf, keepMade } from "./report-photos.ts";
import { reportPhotoWords } from "./report-photos.words.ts";

interface DrawingPadProps {
  /** The visit to which the drawing belongs. */
  readonly inspectionId: string;
  readonly kind: Extract<CaptureKind, "signature" | "sketch">;
}

const size = { width: 640, height: 280 };

/**
 * Renders a box to draw in with a finger, with the kept drawing in it if the phone has one. After each stroke the whole
 * drawing is kept in the phone as a PNG of the visit, in place of the drawing kept before. If the phone cannot keep the
 * drawing, says so, and the drawing kept before stays. A button clears the box and erases the drawing.
 */
export function DrawingPad({ inspectionId, kind }: DrawingPadProps) {
  const { label, hint } = reportPhotoWords.pads[kind];
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<"empty" | "kept" | "failed">("empty");
  useEffect(() => {
    restore(canvas.current, inspectionId, kind).then((found) => found && setState("kept"));
  }, [inspectionId]);
  const keep = async () => {
    const blob = await new Promise<Blob | null>((done) => canvas.current?.toBlob(done, "image/png"));
    const file = blob && new File([blob], kind === "signature" ? "firma.png" : "croquis.png", { type: "image/png" });
    const before = await filesOf(inspectionId, kind);
    const isKept = file !== null && (await keepMade(inspectionId, kind, file).catch(() => false));
    setState(isKept ? "kept" : "failed");
    if (isKept) for (const { photoId } of before) await dropPhoto(photoId);
  };
  const clear = async () => {
    canvas.current?.getContext("2d")?.clearRect(0, 0, size.width, size.height);
    for (const { photoId } of await filesOf(inspectionId, kind)) await dropPhoto(photoId);
    setState("empty");
  };
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <p class="hint">{hint}</p>
      <canvas
        ref={canvas}
        class="pad"
        {...size}
        role="img"
        aria-label={label}
        onPointerDown={(event) => draw(event, true)}
        onPointerMove={(event) => event.buttons > 0 && draw(event, false)}
        onPointerUp={keep}
      />
      <p role="status">
        {state === "kept" && <span class="state done">{reportPhotoWords.drawn}</span>}
        {state === "failed" && <span class="state refused">{reportPhotoWords.photoFailed}</span>}
      </p>
      {state !== "empty" && (
        <button type="button" class="link" onClick={clear}>
          {reportPhotoWords.clear}
          <span class="unseen"> {label}</span>
        </button>
      )}
    </fieldset>
  );
}

type Stroke = PointerEvent & { readonly currentTarget: HTMLCanvasElement };

/** Draws a line to where the finger is; `begins` begins another. */
function draw({ currentTarget: canvas, clientX, clientY, pointerId }: Stroke, begins: boolean): void {
  const context = canvas.getContext("2d");
  const box = canvas.getBoundingClientRect();
  const x = ((clientX - box.left) * size.width) / box.width;
  const y = ((clientY - box.top) * size.height) / box.height;
  if (!context) return;
  if (begins) {
    canvas.setPointerCapture(pointerId);
    context.beginPath();
    context.moveTo(x, y);
  }
  Object.assign(context, { lineWidth: 4, lineCap: "round", lineJoin: "round", strokeStyle: "#10262f" });
  context.lineTo(x, y);
  context.stroke();
}

/** Draws the kept picture, if there is one, and returns whether there is. */
async function restore(canvas: HTMLCanvasElement | null, inspectionId: string, kind: CaptureKind): Promise<boolean> {
  const kept = (await filesOf(inspectionId, kind)).at(-1);
  if (!kept) return false;
  const picture = await createImageBitmap(kept.file);
  canvas?.getContext("2d")?.drawImage(picture, 0, 0);
  return true;
}
