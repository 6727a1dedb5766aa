import { expect, test } from 'vitest';
import { holdsAll } from './holds-all';

const concept = (...forms: string[]) => ({
  forms: forms.map((form) => ({ stems: form.split(' '), weight: 1, documents: 1 })),
});
const post = { stems: 'bonus energ\ncome si chied\nsgat' };
const file = { stems: 'modul\nredd ise' };

test.each<[string, boolean, ReturnType<typeof concept>[]]>([
  ['a word of any field', true, [concept('sgat')]],
  ['all words, of several fields', true, [concept('bonus'), concept('sgat')]],
  ['one of two words', false, [concept('bonus'), concept('gas')]],
  ['another form of a word', true, [concept('elettricit', 'bonus energ')]],
  ['words of a form side by side', false, [concept('bonus chied')]],
  ['words of a form across fields', false, [concept('energ come')]],
  ['a part of a word', false, [concept('bon')]],
  ['one word in the post, one in its file', true, [concept('sgat'), concept('ise')]],
  ['nothing but conditions', true, []],
])('%s: %s', (_, expected, concepts) => {
  expect(holdsAll([post, file], concepts)).toBe(expected);
});
