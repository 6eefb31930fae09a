import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { CONTENT } from './folders.ts';

/** The sections of all notices as readable prose; an entry's id is `<notice-id>/sections/<nn>`. */
const sections = defineCollection({
  loader: glob({ base: CONTENT, pattern: '*/sections/*.mdx' }),
  schema: z.object({
    /** 1 for 一、, 13 for 十三、. */
    number: z.number().int().positive(),
    /** As printed, without its numeral. */
    title: z.string().nullable(),
    /** What stands for it in addresses, its number as printed, its part and deeper headings, where they are not the usual. */
    id: z.string().optional(),
    label: z.string().optional(),
    part: z.string().optional(),
    nodes: z.array(z.unknown()).optional(),
  }),
});

export const collections = { sections };
