// The draft of the act by which a commune joins: as such acts are laid out, filled with the commune's data.
import { type Block, blank, dayInItalian, type Paper, type PaperData, type PaperOrgan } from './model';

const bodies: Record<PaperOrgan, { title: string; power: string; who: string }> = {
  giunta: {
    title: 'VERBALE DI DELIBERAZIONE DELLA GIUNTA COMUNALE',
    power: 'la propria competenza ai sensi dell’art. 48 del D.Lgs. 18 agosto 2000, n. 267',
    who: 'LA GIUNTA COMUNALE',
  },
  consiglio: {
    title: 'VERBALE DI DELIBERAZIONE DEL CONSIGLIO COMUNALE',
    power: 'la propria competenza ai sensi dell’art. 42 del D.Lgs. 18 agosto 2000, n. 267',
    who: 'IL CONSIGLIO COMUNALE',
  },
  commissario: {
    title: 'DELIBERAZIONE DEL COMMISSARIO STRAORDINARIO',
    power: `i poteri conferiti con il decreto di nomina n. ${blank} del ${blank}`,
    who: 'IL COMMISSARIO STRAORDINARIO',
  },
};

/** Pure. Numbers, presences and votes stay blank: they belong to the session (D.Lgs. 267/2000, artt. 49, 124 and 134). */
export function writeResolutionDraft(data: PaperData): Paper {
  const { commune, organ, date } = data;
  const body = bodies[organ];
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: `COMUNE DI ${commune.name.toUpperCase()}`, align: 'center' },
    { kind: 'paragraph', runs: [`(Provincia di ${commune.province})`], align: 'center' },
    { kind: 'heading', level: 2, text: body.title, align: 'center' },
    { kind: 'paragraph', runs: [`N. ${blank} del ${blank}`], align: 'center' },
    {
      kind: 'paragraph',
      runs: [
        { bold: 'OGGETTO: ' },
        'adesione al Coordinamento degli Uffici Stranieri e approvazione dello schema di protocollo d’intesa.',
      ],
    },
    ...session(organ),
    { kind: 'heading', level: 2, text: body.who, align: 'center' },
    ...premises(data, body.power),
    ...decisions(data),
    ...closing(organ),
  ];
  return { title: `Proposta di delibera di adesione del Comune di ${commune.name}`, date, blocks };
}

function session(organ: PaperOrgan): Block[] {
  if (organ === 'commissario') {
    return [
      {
        kind: 'paragraph',
        runs: [
          `L’anno ${blank}, il giorno ${blank} del mese di ${blank}, nella sede comunale, il Commissario straordinario ${blank}, con l’assistenza del Segretario comunale ${blank}, adotta la seguente deliberazione.`,
        ],
      },
    ];
  }
  const rows = Array.from({ length: organ === 'giunta' ? 6 : 12 }, () => ['', '', '', '']);
  return [
    {
      kind: 'paragraph',
      runs: [
        `L’anno ${blank}, il giorno ${blank} del mese di ${blank}, alle ore ${blank}, nella sede comunale, si è riunito l’organo, convocato nelle forme di legge. Sono presenti e assenti:`,
      ],
    },
    {
      kind: 'table',
      columns: [
        { head: 'Nome e cognome', share: 4 },
        { head: 'Carica', share: 3 },
        { head: 'Presente', share: 1.5 },
        { head: 'Assente', share: 1.5 },
      ],
      rows,
    },
    {
      kind: 'paragraph',
      runs: [`Presiede ${blank}. Partecipa il Segretario comunale ${blank}, che redige il verbale.`],
    },
  ];
}

function premises({ commune, lead, agreement }: PaperData, power: string): Block[] {
  const because = (word: string, items: readonly string[]): Block[] => [
    { kind: 'paragraph', runs: [{ bold: word }] },
    { kind: 'list', ordered: false, items },
  ];
  return [
    ...because('PREMESSO CHE', [
      `dal luglio 2002 è costituito, presso il ${lead} quale ente capofila, il Coordinamento degli Uffici Stranieri, al quale i Comuni interessati aderiscono con atto deliberativo;`,
      'il Coordinamento ha per scopo l’aggiornamento continuo sulle procedure e sulla legislazione in materia di immigrazione, lo scambio della modulistica, la messa in rete delle informazioni, il confronto tecnico fra gli operatori e l’osservatorio del fenomeno;',
      `il Comune di ${commune.name} svolge servizi rivolti ai cittadini stranieri e ha interesse a dare risposte omogenee a quelle degli altri Comuni;`,
    ]),
    ...because('RICHIAMATO', [
      'l’art. 15 della legge 7 agosto 1990, n. 241, per cui le amministrazioni pubbliche possono concludere tra loro accordi per disciplinare lo svolgimento in collaborazione di attività di interesse comune;',
    ]),
    ...because('VISTI', [
      'il D.Lgs. 25 luglio 1998, n. 286, e il D.P.R. 31 agosto 1999, n. 394;',
      'il D.Lgs. 18 agosto 2000, n. 267, e lo statuto comunale;',
      `lo schema del «${agreement.title}», allegato A alla presente deliberazione;`,
      `${power};`,
    ]),
    ...because('CONSIDERATO CHE', [
      'la partecipazione al Coordinamento migliora la qualità dei servizi e riduce i tempi di risposta ai cittadini;',
    ]),
    ...because('DATO ATTO CHE', [
      'l’adesione non comporta oneri diretti né riflessi sul bilancio o sul patrimonio dell’ente, e non è pertanto richiesto il parere di regolarità contabile;',
      `sulla proposta è stato espresso, ai sensi dell’art. 49, comma 1, del D.Lgs. 267/2000, parere favorevole di regolarità tecnica dal responsabile del servizio ${blank};`,
    ]),
  ];
}

function decisions({ commune, lead, referent, agreement }: PaperData): Block[] {
  const until = agreement.endedOn ? `, valido fino al ${dayInItalian(agreement.endedOn)}` : '';
  return [
    { kind: 'paragraph', runs: [`Con voti ${blank}, espressi nelle forme di legge,`] },
    { kind: 'heading', level: 2, text: 'DELIBERA', align: 'center' },
    {
      kind: 'list',
      ordered: true,
      items: [
        `di aderire, per il Comune di ${commune.name}, al Coordinamento degli Uffici Stranieri, con ente capofila il ${lead};`,
        `di approvare lo schema del «${agreement.title}»${until}, allegato A, parte integrante e sostanziale della presente deliberazione;`,
        'di dare mandato al Sindaco di sottoscrivere il protocollo d’intesa e di compiere gli atti conseguenti;',
        `di nominare referente del Comune presso il Coordinamento ${referent.name};`,
        'di dare atto che dalla presente deliberazione non derivano oneri a carico del bilancio comunale;',
        `di trasmettere la presente deliberazione al ${lead} per il deposito.`,
      ],
    },
    {
      kind: 'paragraph',
      runs: [
        `Successivamente, con separata votazione e con voti ${blank}, la presente deliberazione è dichiarata immediatamente eseguibile ai sensi dell’art. 134, comma 4, del D.Lgs. 267/2000.`,
      ],
    },
  ];
}

function closing(organ: PaperOrgan): Block[] {
  const chair = organ === 'commissario' ? 'Il Commissario straordinario' : 'Il Presidente';
  return [
    { kind: 'signatures', names: [chair, 'Il Segretario comunale'] },
    { kind: 'heading', level: 3, text: 'Certificato di pubblicazione' },
    {
      kind: 'paragraph',
      runs: [
        `La presente deliberazione è pubblicata all’albo pretorio on line per quindici giorni consecutivi, dal ${blank} al ${blank}, ai sensi dell’art. 124 del D.Lgs. 267/2000.`,
      ],
    },
    { kind: 'signatures', names: ['Il Segretario comunale'] },
    { kind: 'heading', level: 3, text: 'Certificato di esecutività' },
    {
      kind: 'paragraph',
      runs: [
        `La presente deliberazione è divenuta esecutiva il ${blank}: [   ] dopo il decimo giorno dalla pubblicazione (art. 134, comma 3); [   ] perché dichiarata immediatamente eseguibile (art. 134, comma 4).`,
      ],
    },
    { kind: 'signatures', names: ['Il Segretario comunale'] },
  ];
}
