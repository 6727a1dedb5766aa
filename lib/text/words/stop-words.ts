// Italian words that bind others and say nothing of what is looked for; folded, as `splitWords` gives them.

const stopWords = new Set(
  `a ad ai agli al alla alle allo anche ancora avere aveva c che chi ci cio coi col come con cosa cui d da dagli dai dal
  dalla dalle dallo de degli dei del della delle dello di dove e ed era erano essere fa fai fanno fare fatto fra gia gli
  ha hai hanno ho i il in io l la le lei li lo loro lui ma me mi mia mie miei mio ne negli nei nel nella nelle nello noi
  nostra nostre nostri nostro o od ogni per perche pero piu po poi puo qua quale quali quando quanta quante quanti quanto
  quel quella quelle quelli quello questa queste questi questo qui s sara se sei si sia siamo siano sono sta stata stato
  ste stesso su sua sue sugli sui sul sulla sulle sullo suo suoi t tra tu tua tuo tutti tutto un una uno v va vi voi
  vostra vostro qualche senza sopra dopo prima proprio solo
  buongiorno grazie saluti cordiali`.split(/\s+/),
);

/** Whether the word counts for nothing outside a quoted phrase. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
