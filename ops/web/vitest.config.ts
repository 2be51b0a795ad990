import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['kit/src/**/*.test.ts', 'console/src/**/*.test.{ts,tsx}', 'console/{dev,build}/**/*.test.ts'],
    reporters: ['default', 'junit'],
    outputFile: { junit: 'target/vitest.xml' },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
