import type { APIRoute } from 'astro';
import { loadAuthority, loadNotices } from '../../load.ts';
import { nameOfNotice, sectionHeading, sectionKey, sectionPlace } from '../../notice/names.ts';
import { type Shared, sharedPicture } from '../../share/picture.ts';
import { SITE } from '../../site.ts';

/** The pictures that chats show beside a link: of the site, each notice, section and unit. */
export const getStaticPaths = () => {
  const page = (page: string, over: string, words: string) => ({ params: { page }, props: { over, words } });
  return [
    page('site', SITE.place ?? '', SITE.subtitle ?? SITE.name),
    ...loadNotices().flatMap(({ id, notice, sections }) => [
      page(id, notice.number ?? '', nameOfNotice(notice)),
      ...sections.map((section) =>
        page(
          `${id}/${sectionKey(section)}`,
          `${nameOfNotice(notice)}  ${sectionPlace(section)}`,
          section.title ?? sectionHeading(section),
        ),
      ),
    ]),
    ...loadAuthority().map(({ slug, name }) => page(`units/${slug}`, '单位的任务：牵头、配合、完成时限', name)),
  ];
};

export const GET: APIRoute<Pick<Shared, 'over' | 'words'>> = async ({ props }) => {
  const png = await sharedPicture({ ...props, under: SITE.name, accent: SITE.accent?.light ?? '#a4221a' });
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
