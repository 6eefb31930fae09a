/**
 * Builds the site from `content/`: what `astro build` does, with one clear error where it cannot.
 */
import { run } from './lib/run.ts';

// A build tells nobody of itself, and needs no folder at home to keep whether it may.
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';

await run(async () => {
  const { build } = await import('astro');
  await build({});
});
