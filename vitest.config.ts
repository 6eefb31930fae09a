import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No test asks how long something takes: a busy machine needs its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    include: ['{src,scripts}/**/*.test.ts'],
    // Its own default leaves one of two cores idle. No test leaves anything behind in a module, so that each is read once.
    maxWorkers: '100%',
    isolate: false,
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
  },
});
