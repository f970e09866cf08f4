import { openDocumentPictures } from "../../shared/storage/attachment/document-pictures.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { WorkerTask } from "../../shared/storage/worker-tasks.ts";

/** The stores for asking for pictures of documents, on a table. `toDraw` has what was asked for, in order. */
export function drawingStores(table: Table) {
  const toDraw: WorkerTask[] = [];
  return {
    documentPictures: openDocumentPictures(table),
    drawingTasks: { send: async (task: WorkerTask) => void toDraw.push(task) },
    toDraw,
  };
}
