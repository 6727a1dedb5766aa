// What no person wrote to be posted: reports of copies that came back, our own mails coming back, automatic answers.
import type { ParsedMail } from '../model';
import { classifyMail } from '../reading/classify-mail';
import { isLoop } from './is-loop';
import { judgeReport } from './judge-report';
import { type AutomaticReason, automaticReasons, type Judgement, type Known } from './model';

/** Reports come first: they are marked automatic too. @returns null for what a person seems to have written */
export function judgeAutomatic(mail: ParsedMail, known: Known): Judgement | null {
  const { kind, reason } = classifyMail(mail);
  const { report } = known.clues;
  if (report && kind !== 'automatic') return judgeReport(known, report, reason ?? 'returned');
  if (isLoop(mail, known)) return { outcome: 'automatic', reason: 'loop' };
  return kind === 'automatic' ? { outcome: 'automatic', reason: automaticReason(reason) } : null;
}

function automaticReason(reason: string | null): AutomaticReason {
  return automaticReasons.find((known) => known === reason) ?? 'report';
}
