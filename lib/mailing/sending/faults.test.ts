import { expect, test } from 'vitest';
import { proveFaults } from '@/bench/mail/faults';
import { smtpLines } from '@/lib/platform/mail/smtp-transport';

test('E67, E68: worker, mail server and database are killed in the middle of 1,500 copies: none is lost, and what came twice was counted', async () => {
  const findings = await proveFaults({ followers: 50, posts: 30, threads: 6 }, smtpLines);
  expect(findings).toMatchObject({ copies: 1_500, deaths: 4, missing: 0, uncounted: 0 });
  expect(findings.twice).toBeLessThanOrEqual(findings.counted);
  expect(findings.counted).toBeLessThanOrEqual(findings.deaths * smtpLines);
}, 600_000);
