/**
 * Builds the site from `content/`: what `astro build` does, with one clear error where it cannot.
 */
import { build } from 'astro';
import { run } from './lib/run.ts';

await run(() => build({}));
