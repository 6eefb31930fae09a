import type { NoticeHead } from '../../notice/model.ts';

/** A title in the pieces that stay together: it breaks behind the issuer's name, as issued. */
export const titleParts = ({ title, issuer }: Pick<NoticeHead, 'title' | 'issuer'>): string[] =>
  title.startsWith(issuer) ? [issuer, title.slice(issuer.length)] : [title];
