// The letter by which a commune asks to join, from its mayor to the lead commune.
import { type Block, blank, dayInItalian, type Paper, type PaperData } from './model';

/** Pure. Sent by PEC together with the resolution, once that is passed. */
export function writeRequestLetter(data: PaperData): Paper {
  const { commune, lead, date } = data;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: `Comune di ${commune.name}`, align: 'center' },
    { kind: 'paragraph', runs: [`Provincia di ${commune.province}`], align: 'center' },
    { kind: 'paragraph', runs: [`Prot. n. ${blank} del ${blank}`] },
    { kind: 'paragraph', runs: [`${commune.name}, ${dayInItalian(date)}`], align: 'right' },
    { kind: 'paragraph', runs: [`Al ${lead}`], align: 'right' },
    { kind: 'paragraph', runs: ['ente capofila del Coordinamento degli Uffici Stranieri'], align: 'right' },
    ...request(data),
  ];
  return { title: `Richiesta di adesione del Comune di ${commune.name}`, date, blocks };
}

function request({ commune, referent, contact, agreement }: PaperData): Block[] {
  return [
    {
      kind: 'paragraph',
      runs: [{ bold: 'Oggetto: ' }, 'richiesta di adesione al Coordinamento degli Uffici Stranieri.'],
    },
    {
      kind: 'paragraph',
      runs: [
        `Il sottoscritto ${blank}, Sindaco del Comune di ${commune.name}, chiede che il Comune sia ammesso al `,
        'Coordinamento degli Uffici Stranieri e trasmette in allegato:',
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        `la deliberazione n. ${blank} del ${blank}, con cui il Comune aderisce e approva lo schema di protocollo d’intesa;`,
        `lo schema del «${agreement.title}» (allegato A), parte integrante della deliberazione.`,
      ],
    },
    {
      kind: 'paragraph',
      runs: [
        'Il Comune propone come referente per i rapporti con la rete ',
        { bold: referent.name },
        ` (${reach(referent)}).`,
      ],
    },
    {
      kind: 'paragraph',
      runs: [`Per questa richiesta risponde ${contact.name}${office(contact.office)} (${reach(contact)}).`],
    },
    { kind: 'paragraph', runs: ['Distinti saluti.'] },
    { kind: 'signatures', names: ['Il Sindaco'] },
  ];
}

function reach({ email, phone }: { email: string; phone: string }): string {
  return phone ? `${email}, tel. ${phone}` : email;
}

function office(name: string): string {
  return name ? `, ${name}` : '';
}
