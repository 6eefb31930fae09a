/** Whether the page is shown inside WeChat, which shows pages and hands out no files. */
export const inChat = (): boolean => /MicroMessenger/u.test(navigator.userAgent);

/** Links to files. */
export const FILES = '[download], [href$=".ics"]';
