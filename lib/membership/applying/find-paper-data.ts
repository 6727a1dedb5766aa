// What the papers of an application are filled with.
import type { Context } from '@/lib/core/context';
import { isoDay } from '@/lib/core/time';
import type { PaperData, PaperOrgan } from '../papers/model';
import { findAgreement, findLeadName } from '../queries';
import { findApplication } from './queries';

/** @param word of the application's link @throws Refusal as `findApplication` */
export async function findPaperData(ctx: Context, word: string): Promise<PaperData> {
  const { organization: held, contact, email } = await findApplication(ctx, word);
  return {
    commune: { name: held.name.replace(/^Comune di /, ''), province: held.province ?? '' },
    referent: { name: contact.referentName, email: contact.referentEmail, phone: contact.referentPhone },
    contact: { name: contact.contactName, office: contact.contactOffice, email, phone: contact.contactPhone },
    organ: (contact.organ || 'giunta') as PaperOrgan,
    lead: await findLeadName(ctx),
    agreement: await findAgreement(ctx),
    date: isoDay(ctx.now),
  };
}
