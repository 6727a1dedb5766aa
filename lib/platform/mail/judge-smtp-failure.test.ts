import { describe, expect, test } from 'vitest';
import { judgeSmtpFailure, type SmtpFailure } from './judge-smtp-failure';

const failure = (given: Partial<SmtpFailure>) => Object.assign(new Error(given.message ?? 'Failed'), given);

describe('E70: what an answer says of one mail', () => {
  test.each([
    ['550 5.1.1 Unknown', 'RCPT TO', { permanent: true, address: true, status: '5.1.1' }],
    ['452 4.2.2 Full', 'RCPT TO', { permanent: false, address: true, status: '4.2.2' }],
    ['554 Spam', 'DATA', { permanent: true, address: false, status: null }],
    ['451 4.3.0 Later', 'DATA', { permanent: false, address: false, status: '4.3.0' }],
  ])('%s to %s', (response, command, expected) => {
    const responseCode = Number(response.slice(0, 3));
    expect(judgeSmtpFailure(failure({ response, command, responseCode }))).toMatchObject({
      ...expected,
      said: response,
    });
  });

  test('an address that cannot be written is refused for good', () => {
    const judged = judgeSmtpFailure(
      failure({ code: 'EENVELOPE', command: 'API', message: 'Invalid recipient' }),
    );
    expect(judged).toMatchObject({ permanent: true, address: true, said: 'Invalid recipient' });
  });
});

describe('E70: what a failure says of the server, and whether the mail may have been taken', () => {
  test.each<[string, Partial<SmtpFailure>, boolean]>([
    ['it closes', { responseCode: 421, command: 'RCPT TO', code: 'EENVELOPE' }, true],
    ['it does not take our sender', { responseCode: 550, command: 'MAIL FROM', code: 'EENVELOPE' }, true],
    ['the password is wrong', { responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, true],
    ['its name is unknown', { code: 'EDNS', command: 'CONN' }, true],
    ['nobody listens', { code: 'ESOCKET', command: 'CONN', message: 'connect ECONNREFUSED' }, true],
    ['the connection broke', { code: 'ECONNECTION', command: 'CONN' }, false],
    ['it is silent', { code: 'ETIMEDOUT', command: 'CONN', message: 'Timeout' }, false],
  ])('%s', (_what, given, nothingTaken) => {
    expect(judgeSmtpFailure(failure(given))).toMatchObject({ nothingTaken, retryAfter: null });
  });
});
