import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { readSettings } from './data/settings.ts';
import { SITE_FILE } from './folders.ts';

const words = z.string().trim().min(1);
const colour = z.string().regex(/^#[0-9a-f]{6}$/iu, 'a colour is written #a4221a');
/** A page elsewhere; `javascript:` and the like are no address. */
const page = z.url({ protocol: /^https?$/u, error: 'an address begins with https:// or http://' });

/** Relative luminance after WCAG 2.2, of `#rrggbb`. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours after WCAG 2.2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The raised papers of `styles/tokens.css`, on which the accent is hardest to read. */
const PAPERS = { light: '#f5f2ec', dark: '#22201d' };
const accentOn = (paper: keyof typeof PAPERS) =>
  colour.refine((hex) => contrast(hex, PAPERS[paper]) >= 4.5, `not readable on ${paper} paper: contrast below 4.5:1`);

const schema = z.strictObject({
  name: words.max(16),
  subtitle: words.max(40).optional(),
  place: words.optional(),
  owner: words.optional(),
  maintainer: words.optional(),
  telephone: words.regex(/^[\d+() -]+$/u, 'a telephone number is digits').optional(),
  mail: z.email().optional(),
  errors: z.union([page, z.email()], 'a page or a mail address').optional(),
  hotlines: z
    .array(z.strictObject({ name: words, number: words.regex(/^[\d-]+$/u, 'a number in quotes') }))
    .default([]),
  icp: words.optional(),
  police: words.optional(),
  siteCode: words.optional(),
  logo: words.regex(/^[\w.-]+\.(?:svg|png)$/u, 'the name of an SVG or PNG file of public/').default('icon.svg'),
  accent: z.strictObject({ light: accentOn('light'), dark: accentOn('dark') }).optional(),
  footer: z.array(z.strictObject({ label: words, address: page })).default([]),
});

/** What `site.yaml` says of the site: who publishes it, and what it is called. Rules: README, “Make it yours”. */
export type Site = z.output<typeof schema>;

/** Reads a `site.yaml`. @throws NoticeError with line and advice */
export const readSite = (file: string, text: string): Site => readSettings(file, text, schema);

/** This site's. */
export const SITE = readSite(SITE_FILE, readFileSync(SITE_FILE, 'utf8'));

/** The address that calls a number. */
export const dial = (number: string): string => `tel:${number.replace(/[^\d+]/gu, '')}`;

/** The place that units of the authority file belong to where their entries say nothing. */
export const SITE_PLACE = SITE.place ?? '';
