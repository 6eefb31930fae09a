import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { lock, unlock } from '../disk/lock.ts';
import { putBack, type Staging, stage } from '../disk/swap.ts';
import { CONTENT } from '../folders.ts';

/** Only an empty folder or an earlier build may give way to a build; also no clone's `.git` in it. */
const isBuild = (names: string[]): boolean =>
  names.length === 0 || (names.includes('index.html') && !names.includes('.git'));

/**
 * A build that ends whole or not at all: Astro and the other integrations write beside the site's folder, and this
 * one, which must be the last, puts the finished folder in its place. Meanwhile nobody imports what is read, and
 * nobody else builds: builds of one project share Astro's caches, whatever they read and write.
 */
export function whole(): AstroIntegration {
  let locked: string[] = [];
  let staging: Staging | undefined;
  return {
    name: 'whole',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const root = fileURLToPath(config.root);
        const content = resolve(root, CONTENT);
        const site = resolve(fileURLToPath(config.outDir));
        putBack(content);
        locked = [join(root, '.astro'), content, site];
        locked.forEach(lock);
        staging = stage(site, isBuild);
        updateConfig({ outDir: pathToFileURL(`${staging.folder}/`) });
      },
      'astro:build:done': () => {
        staging?.finish();
        locked.forEach(unlock);
      },
    },
  };
}
