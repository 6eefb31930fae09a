import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { CONTENT } from './places.ts';

/** The sections of all notices as readable prose; an entry's id is `<notice-id>/sections/<nn>`. */
const sections = defineCollection({
  loader: glob({ base: CONTENT, pattern: '*/sections/*.mdx' }),
  schema: z.object({
    /** 1 for 一、, 13 for 十三、. */
    number: z.number().int().positive(),
    /** As printed, without its numeral. */
    title: z.string(),
  }),
});

export const collections = { sections };
