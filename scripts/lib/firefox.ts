import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a stock Firefox: what `FIREFOX_PATH` names, else one on `PATH`; undefined when there is none. */
export function findFirefox(env: NodeJS.ProcessEnv): string | undefined {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)));
  return [env['FIREFOX_PATH'] ?? '', ...onPath].find((path) => path !== '' && existsSync(path));
}
