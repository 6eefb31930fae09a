import { expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from './headers-file.ts';

const FILE = `# security
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; img-src 'self' data:

/_astro/*
  Cache-Control: public, max-age=31536000, immutable
`;

test('every rule that matches a path gives its headers', () => {
  const rules = parseHeadersFile(FILE);
  expect(headersFor(rules, '/about/')).toEqual([
    ['X-Content-Type-Options', 'nosniff'],
    ['Content-Security-Policy', "default-src 'self'; img-src 'self' data:"],
  ]);
  expect(headersFor(rules, '/_astro/a.css').map(([name]) => name)).toContain('Cache-Control');
});

test('a dot in a pattern stands for a dot only', () => {
  const rules = parseHeadersFile('/a.css\n  X-A: 1\n');
  expect(headersFor(rules, '/a.css')).toHaveLength(1);
  expect(headersFor(rules, '/aXcss')).toHaveLength(0);
});

test('rejects a header under no path, and says where', () => {
  expect(() => parseHeadersFile('\n  X-A: 1\n')).toThrow('_headers:2');
});
