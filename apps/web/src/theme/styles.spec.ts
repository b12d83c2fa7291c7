import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.join(__dirname, '..');
const listed = readFileSync(path.join(__dirname, 'styles.ts'), 'utf8');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

const imported = (file: string): string[] => {
  const text = readFileSync(path.join(source, file), 'utf8');
  return [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name));
};

const hasStyles = (component: string): boolean =>
  existsSync(path.join(__dirname, '../../../../node_modules/@mantine/core/styles', `${component}.css`));

test('every component that a page uses has its styles loaded', () => {
  const missing = files
    .flatMap(imported)
    .filter(hasStyles)
    .filter((component) => !listed.includes(`/${component}.css'`));
  expect([...new Set(missing)]).toEqual([]);
});
