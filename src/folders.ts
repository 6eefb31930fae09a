/**
 * The folders that the notices are read from, relative to the root of the project: `SEEDS` holds them as they were
 * received (default `seeds`), `CONTENT` what the import made of them (default `content`).
 * `SITE_FILE` says who publishes the site (default `site.yaml`).
 */
export const SEEDS = process.env['SEEDS'] ?? 'seeds';
export const CONTENT = process.env['CONTENT'] ?? 'content';
export const SITE_FILE = process.env['SITE_FILE'] ?? 'site.yaml';
