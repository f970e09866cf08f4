import { openSqs } from "../../shared/storage/import-work.ts";
import { openNoticeEvents } from "../../shared/storage/notice-events.ts";
import { wired } from "../../shared/wiring.ts";
import { logLines } from "../runtime/log-lines.ts";
import { followTexts } from "./follow-texts.ts";

const names = wired("follow-texts", process.env);

export const handler = logLines(followTexts({ noticeEvents: openNoticeEvents(names.noticeEvents, openSqs()) }));
