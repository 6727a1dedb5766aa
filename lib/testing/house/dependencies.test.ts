import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest } from './modules';
import { readModules, readTree } from './read-modules';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Licences whose terms can be kept by a work under AGPL-3.0-or-later. */
const compatible = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];
/** Packages that give their licence (MIT) only as a file. */
const licenceInFile = ['dom-walk', 'png-js'];

type Manifest = { version: string; license: string };
type Project = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;
type Lock = { packages: Record<string, { license?: string }> };

const project = JSON.parse(read('package.json')) as Project;
const lock = JSON.parse(read('package-lock.json')) as Lock;
const direct = { ...project.dependencies, ...project.devDependencies };
/** Not there on every platform. */
const optional = project.optionalDependencies;

/** `A OR B` needs one of them, `A AND B` both. */
function isCompatible(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => compatible.includes(licence)));
}

function packageOf(target: string): string {
  const [first, second] = target.slice('npm:'.length).split('/');
  return first?.startsWith('@') ? `${first}/${second}` : (first ?? '');
}

describe('dependencies', () => {
  it.each(Object.entries(direct))('%s is pinned to %s and listed with its licence', (name, version) => {
    const installed = JSON.parse(read(`node_modules/${name}/package.json`)) as Manifest;
    expect(version).toBe(installed.version);
    expect(read('docs/dependencies.md')).toContain(`| \`${name}\` | ${version} | ${installed.license} |`);
    expect(isCompatible(installed.license)).toBe(true);
  });

  it.each(Object.entries(optional))(
    '%s is pinned to %s and listed, where it is installed or not',
    (name, version) => {
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version, optional: true });
      expect(read('docs/dependencies.md')).toContain(`| \`${name}\` | ${version} |`);
    },
  );

  it('are all that is listed', () => {
    const listed = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| \S+ \| [^|]+ \| [^|]+ \|$/gm)];
    const known = { ...direct, ...optional };
    expect(listed.map((row) => row[1]).filter((name) => !(name !== undefined && name in known))).toEqual([]);
  });

  it('bring along only what goes together with AGPL-3.0-or-later', () => {
    const others = Object.entries(lock.packages)
      .filter(([place]) => place !== '' && !licenceInFile.includes(place.replace(/^.*node_modules\//, '')))
      .filter(([, { license }]) => !isCompatible(license ?? 'unknown'));
    expect(others).toEqual([]);
  });

  it('are declared where they are imported, those of production as such', () => {
    const undeclared = readModules(readTree(root)).modules.flatMap(({ path: file, imports }) => {
      const forTests =
        isTest(file) || !/^(app|components|db|lib|proxy)/.test(file) || file.startsWith('lib/testing/');
      const known = forTests ? direct : project.dependencies;
      return imports
        .filter(
          ({ target, typeOnly }) => target.startsWith('npm:') && !typeOnly && !(packageOf(target) in known),
        )
        .map(({ target }) => `${file}: ${target}`);
    });
    expect(undeclared).toEqual([]);
  });
});
