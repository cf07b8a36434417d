import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

/** app > features > shared: an import goes to a lower floor, and no feature knows another. */
const floor = (...forbidden) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [...forbidden, { group: ['../*'], message: 'Within a folder use "./", across folders use "@/".' }],
    },
  ],
});
const app = { group: ['@/app/*'], message: 'app is the top floor: nobody imports it.' };
const features = {
  group: ['@/features/*'],
  message: 'Features do not know each other, and shared knows none of them.',
};

export default ts.config(
  { ignores: ['dist', '*.tmp.mjs', 'src/shared/api/schema.d.ts'] },
  js.configs.recommended,
  ts.configs.strict,
  hooks.configs.flat.recommended,
  { languageOptions: { globals: globals.browser } },
  { files: ['e2e/**', 'scripts/**', '*.{js,ts}'], languageOptions: { globals: globals.node } },
  { files: ['src/app/**'], rules: floor() },
  { files: ['src/features/**'], rules: floor(app, features) },
  { files: ['src/shared/**'], rules: floor(app, features) },
  { rules: { 'no-console': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] } },
);
