import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { boundaries } from './infra/lint/boundaries.mjs';
import { purity } from './infra/lint/purity.mjs';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.nx/', 'apps/web/src/api/schema.d.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_|^\\$schema$' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
    },
  },
  { files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    files: ['apps/all-in-one/src/{main,events,rebuild,parked}.ts', 'apps/projector/src/rebuild.ts'],
    rules: { 'no-console': 'off' },
  },
  ...boundaries(import.meta.dirname),
  ...purity,
);
