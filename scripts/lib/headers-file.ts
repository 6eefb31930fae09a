/** Headers that hold for the paths that `pattern` matches. */
export interface HeaderRule {
  pattern: string;
  headers: [name: string, value: string][];
}

/**
 * Reads a `_headers` file as static hosts do: a path in the first column, its headers indented below it,
 * `#` for comments. Throws on an indented line that is no header or stands under no path.
 */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: [] });
      continue;
    }
    const header = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line);
    const rule = rules.at(-1);
    if (!header?.[1] || !header[2] || !rule) {
      throw new Error(`_headers:${index + 1}: expected "  Name: value" under a path, got ${JSON.stringify(line)}`);
    }
    rule.headers.push([header[1], header[2]]);
  }
  return rules;
}

/** The headers for `path`: those of every rule whose pattern matches (`*` stands for anything), in file order. */
export function headersFor(rules: HeaderRule[], path: string): [name: string, value: string][] {
  return rules.filter(({ pattern }) => matches(pattern, path)).flatMap(({ headers }) => headers);
}

function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(path);
}
