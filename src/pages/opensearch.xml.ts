import type { APIRoute } from 'astro';
import { href } from '../paths.ts';
import { SITE } from '../site.ts';

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Lets a browser search the site from its address bar (OpenSearch 1.1); it needs the site's public address. */
export const GET: APIRoute = ({ site, url }) => {
  const at = new URL(href('/search/'), site ?? url).href;
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(SITE.name)}</ShortName>
  <Description>${escapeXml(SITE.subtitle ?? SITE.name)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeXml(at)}?q={searchTerms}"/>
</OpenSearchDescription>
`,
    { headers: { 'content-type': 'application/opensearchdescription+xml' } },
  );
};
