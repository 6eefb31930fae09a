/** The site's name, in the header, in titles and in link previews. */
export const SITE_NAME = '政策文件阅读';
