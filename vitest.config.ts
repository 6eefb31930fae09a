import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No test asks how long something takes: a busy machine needs its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    include: ['{src,scripts}/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
  },
});
