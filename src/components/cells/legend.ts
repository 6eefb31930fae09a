import { STATUS_NAMES } from '../../notice/statuses.ts';

const { inferred, unsure, open } = STATUS_NAMES;

/** What a page says of its marks, in one sentence without its stop. */
export const STATUS_LEGEND = `没有标记的原文可定；标“${inferred}”“${unsure}”“${open}”的，收到的文本定不下来，请以原件为准`;
