// The register of adhesions on paper: "Stato delle adesioni al …".
import { dayInItalian, type Paper } from './model';

export type RegisterRow = readonly [
  name: string,
  province: string,
  state: string,
  since: string,
  act: string,
];

/** Pure. @param day ISO, the day it tells of */
export function writeRegister(rows: readonly RegisterRow[], day: string, lead: string): Paper {
  const title = `Stato delle adesioni al ${dayInItalian(day)}`;
  const count = rows.length === 1 ? '1 ente' : `${rows.length} enti`;
  return {
    title,
    date: day,
    landscape: true,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        runs: [`Coordinamento degli Uffici Stranieri, ente capofila ${lead}. In elenco: ${count}.`],
      },
      {
        kind: 'table',
        columns: [
          { head: 'Ente', share: 4 },
          { head: 'Provincia', share: 1.2 },
          { head: 'Stato', share: 2 },
          { head: 'Dal', share: 2 },
          { head: 'Atto', share: 3.4 },
        ],
        rows: rows.map((row) => [...row]),
      },
    ],
  };
}
