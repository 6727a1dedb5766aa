// The pact that members approve (allegato A): its articles in the order of DOMAIN.md §3.
import { type Block, blank, dayInItalian, type Paper, type PaperData } from './model';

type Article = { title: string; paragraphs: readonly string[] };

/** Pure. The rules are those by which the Coordinamento works; no article binds anybody to pay. */
export function writePact(data: PaperData): Paper {
  const { commune, agreement, date } = data;
  const blocks: Block[] = [
    { kind: 'paragraph', runs: [{ bold: 'Allegato A' }], align: 'right' },
    { kind: 'heading', level: 1, text: agreement.title, align: 'center' },
    ...articles(data).flatMap(({ title, paragraphs }, index): Block[] => [
      { kind: 'heading', level: 2, text: `Art. ${index + 1} – ${title}` },
      ...paragraphs.map((text): Block => ({ kind: 'paragraph', runs: [text] })),
    ]),
    { kind: 'paragraph', runs: [`Luogo e data: ${blank}`] },
    { kind: 'signatures', names: [`Per il Comune di ${commune.name}`, `Per il ${data.lead}`] },
  ];
  return { title: `${agreement.title} – Comune di ${commune.name}`, date, blocks };
}

function articles(data: PaperData): Article[] {
  return [...purpose(data), ...working(), ...sharing(data), ...framework(data)];
}

function purpose({ commune, lead }: PaperData): Article[] {
  return [
    {
      title: 'Parti',
      paragraphs: [
        `Il presente protocollo è concluso fra il ${lead}, ente capofila, i Comuni che hanno già aderito al Coordinamento degli Uffici Stranieri e il Comune di ${commune.name}.`,
      ],
    },
    {
      title: 'Premesse',
      paragraphs: [
        'Le premesse delle deliberazioni con cui gli enti aderiscono sono parte integrante del protocollo. Il Coordinamento opera dal luglio 2002.',
      ],
    },
    {
      title: 'Oggetto e finalità',
      paragraphs: [
        'Gli enti collaborano, ai sensi dell’art. 15 della legge 7 agosto 1990, n. 241, per l’aggiornamento sulle procedure e sulla legislazione in materia di immigrazione, lo scambio della modulistica, la messa in rete delle informazioni, il confronto tecnico sulle situazioni seguite dagli sportelli, un metodo di lavoro comune e l’osservatorio del fenomeno.',
      ],
    },
    {
      title: 'Adesione',
      paragraphs: [
        'Si aderisce con deliberazione dell’organo competente, depositata presso l’ente capofila. L’adesione decorre dal giorno dell’ammissione, che l’ente capofila comunica all’ente.',
      ],
    },
    {
      title: 'Compiti dell’ente capofila',
      paragraphs: [
        'L’ente capofila cura la segreteria del Coordinamento, convoca le riunioni, tiene il registro delle adesioni, conserva gli atti e rappresenta il Coordinamento presso le altre istituzioni.',
      ],
    },
    {
      title: 'Impegni dei Comuni',
      paragraphs: [
        'Ogni Comune nomina un referente, partecipa alle riunioni, mette in comune la modulistica e le soluzioni adottate, e comunica le variazioni delle persone incaricate.',
      ],
    },
  ];
}

function working(): Article[] {
  return [
    {
      title: 'Coordinamento',
      paragraphs: [
        'Il Coordinamento si riunisce di norma ogni due mesi, il venerdì pomeriggio; riunioni straordinarie si tengono a richiesta di un Comune aderente.',
        'La riunione è valida con la presenza della maggioranza degli enti aventi diritto. Ogni ente ha un voto. Le decisioni sono prese a maggioranza dei presenti e risultano dal verbale.',
      ],
    },
    {
      title: 'Gruppi di lavoro',
      paragraphs: [
        'Il Coordinamento può costituire gruppi di lavoro, indicandone mandato, componenti, termine e risultato atteso.',
      ],
    },
    {
      title: 'Soggetti esterni',
      paragraphs: [
        'Prefettura, Questura e altri soggetti pubblici e privati possono essere invitati alle riunioni, per i punti che li riguardano, senza diritto di voto.',
      ],
    },
  ];
}

function sharing({ agreement }: PaperData): Article[] {
  return [
    {
      title: 'Rapporti finanziari',
      paragraphs: [
        'Il protocollo non comporta oneri finanziari fra gli enti. Ogni ente sostiene le spese della propria partecipazione.',
      ],
    },
    {
      title: 'Dati personali',
      paragraphs: [
        'Ogni ente è titolare del trattamento dei dati che inserisce. Per le parti condivise l’ente capofila e gli aderenti sono contitolari ai sensi dell’art. 26 del Regolamento (UE) 2016/679; chi ospita il sistema tratta i dati per loro conto ai sensi dell’art. 28.',
        'Nel confronto fra gli operatori non si riportano dati personali dei cittadini.',
      ],
    },
    {
      title: 'Durata',
      paragraphs: [
        agreement.endedOn
          ? `Il protocollo vale dal ${dayInItalian(agreement.startedOn)} al ${dayInItalian(agreement.endedOn)} e può essere rinnovato con atto degli enti.`
          : `Il protocollo vale dal ${dayInItalian(agreement.startedOn)}, senza termine.`,
      ],
    },
  ];
}

function framework({ agreement }: PaperData): Article[] {
  return [
    {
      title: 'Recesso',
      paragraphs: [
        `Ogni ente può recedere con atto dello stesso organo che ha deliberato l’adesione, trasmesso per PEC all’ente capofila, con un preavviso di ${agreement.noticeDays} giorni. I documenti prodotti restano consultabili.`,
      ],
    },
    {
      title: 'Nuove adesioni',
      paragraphs: [
        'Altri Comuni possono aderire in ogni momento con le modalità dell’articolo 4, alle stesse condizioni.',
      ],
    },
    {
      title: 'Controversie',
      paragraphs: [
        'Gli enti si impegnano a risolvere in via amichevole ogni divergenza; altrimenti si applica la disciplina degli accordi fra amministrazioni pubbliche. Il protocollo è sottoscritto con firma digitale, ai sensi dell’art. 15, comma 2-bis, della legge 241/1990.',
      ],
    },
  ];
}
