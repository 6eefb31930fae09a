import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where Playwright keeps what tests write; the next run clears it away. */
const SCRATCH = resolve('reports/e2e');

/** A new folder to write to, its name beginning so. */
export function scratch(name: string): string {
  mkdirSync(SCRATCH, { recursive: true });
  return mkdtempSync(join(SCRATCH, name));
}
