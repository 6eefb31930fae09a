/**
 * The folders that the notices are read from, relative to the root of the project: `SEEDS` holds them as they were
 * received (default `seeds`), `CONTENT` what the import made of them (default `content`).
 */
export const SEEDS = process.env['SEEDS'] ?? 'seeds';
export const CONTENT = process.env['CONTENT'] ?? 'content';
