import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]).sort();

describe('docs/settings.md', () => {
  it('names every setting of lib/env.ts, and no other', () => {
    const shape = read('lib/env.ts').split('const shape')[1]?.split('\n});')[0] ?? '';
    const settings = names(shape, /^ {2}([A-Z][A-Z_]*):/gm);
    const chapter = read('docs/settings.md').split('## The settings')[1]?.split('\n## ')[0] ?? '';
    expect(settings).toContain('DATABASE_URL');
    expect(names(chapter, /^\| `([A-Z_]+)` \|/gm)).toEqual(settings);
  });
});

describe('docs/mail.md', () => {
  const rows = [...read('docs/mail.md').matchAll(/^\| (E\d\d) \| .+? \| (.*) \|$/gm)].map(
    ([, number = '', files = '']) => ({ number, files: names(files, /`([^`]+)`/g) }),
  );

  it('has a row for each requirement', () => {
    expect(rows).toHaveLength(67);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  });

  it.each(rows)('$number is shown by tests that name it', ({ number, files }) => {
    expect(files).not.toEqual([]);
    for (const file of files) expect(numbersIn(read(file ?? ''))).toContain(number);
  });
});

/** `E20–E24` names five of them. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\bE(\d\d)(?:\s*[–-]\s*E?(\d\d))?/g)].flatMap(([, first, last = first]) => {
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, step) => `E${String(Number(first) + step).padStart(2, '0')}`);
  });
}

describe('publiccode.yml', () => {
  const text = read('publiccode.yml');
  const keys = names(text, /^(\w+):/gm);

  it('has the mandatory keys of version 0.7', () => {
    for (const key of [
      'publiccodeYmlVersion',
      'name',
      'url',
      'platforms',
      'developmentStatus',
      'softwareType',
    ]) {
      expect(keys).toContain(key);
    }
    for (const key of ['description', 'legal', 'maintenance', 'localisation']) expect(keys).toContain(key);
    expect(text).toMatch(/^publiccodeYmlVersion: "0\.7"$/m);
    for (const key of ['license', 'type', 'contacts', 'localisationReady', 'availableLanguages']) {
      expect(text).toMatch(new RegExp(`^ {2}${key}:`, 'm'));
    }
    for (const key of ['shortDescription', 'longDescription', 'features']) {
      expect(text.match(new RegExp(`^ {4}${key}:`, 'gm'))).toHaveLength(2);
    }
  });

  it('has no deprecated key', () => {
    const deprecated =
      /^\s*(monochromeLogo|inputTypes|outputTypes|genericName|repoOwner|authorsFile|IT|it-IT|onlyFor|tags):/m;
    expect(text).not.toMatch(deprecated);
    expect(text).not.toMatch(/countryExtensionVersion|conforme|piattaforme|riuso/);
  });

  it('keeps to the lengths of its descriptions, and to the version of the package', () => {
    const short = [...text.matchAll(/^ {4}shortDescription: (.+)$/gm)].map((match) => match[1] ?? '');
    expect(short.every((sentence) => sentence.length <= 150)).toBe(true);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(text).toContain(`softwareVersion: "${version}"`);
  });
});

describe('documents', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/architecture.md'];

  it.each(documents)('%s leads only to files that exist', (file) => {
    const targets = names(read(file), /(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)/g);
    const gone = targets.filter((target) => !existsSync(path.join(root, path.dirname(file), target ?? '')));
    expect(gone).toEqual([]);
  });

  it('the licence is the text of AGPL-3.0', () => {
    expect(read('LICENSE')).toMatch(/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3, 19 November 2007/);
    expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'AGPL-3.0-or-later' });
  });
});
