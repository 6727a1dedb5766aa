// Writes a paper for Word: real headings, real numbering, a head row that repeats, a language and a title.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Paper, Run } from './model';

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const aligned = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const font = 'Calibri';
/** Twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 };
const margin = 1_134;
const indent = { left: 567, hanging: 284 };

/** @returns the bytes of a .docx file */
export async function writeDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const lists = paper.blocks.filter((block) => block.kind === 'list');
  const document = new Document({
    title: paper.title,
    creator: 'Raccordo',
    description: paper.title,
    styles: textStyles(),
    numbering: { config: lists.map((block, index) => numberingOf(index, block.ordered)) },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...a4,
              orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: pageNumbers() },
        children: paper.blocks.flatMap((block) => asChildren(block, lists)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function textStyles() {
  return {
    default: {
      document: {
        run: { font, size: 22, language: { value: 'it-IT' } },
        paragraph: { spacing: { after: 140, line: 276 } },
      },
      ...Object.fromEntries(
        ([1, 2, 3] as const).map((level) => [
          `heading${level}`,
          {
            run: { font, size: 32 - level * 3, bold: true },
            paragraph: { spacing: { before: 220, after: 120 } },
          },
        ]),
      ),
    },
  };
}

function numberingOf(index: number, ordered: boolean) {
  const format = ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET;
  const text = ordered ? '%1.' : '–';
  const level = { level: 0, format, text, alignment: AlignmentType.START, style: { paragraph: { indent } } };
  return { reference: `list-${index}`, levels: [level] };
}

function pageNumbers(): Footer {
  const run = new TextRun({
    children: ['Pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES],
    size: 18,
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function asChildren(block: Block, lists: readonly Block[]): FileChild[] {
  switch (block.kind) {
    case 'heading': {
      const alignment = block.align && aligned[block.align];
      return [
        new Paragraph({ text: block.text, heading: levels[block.level - 1], alignment, keepNext: true }),
      ];
    }
    case 'paragraph':
      return [
        new Paragraph({ children: block.runs.map(asRun), alignment: block.align && aligned[block.align] }),
      ];
    case 'list': {
      const reference = `list-${lists.indexOf(block)}`;
      return block.items.map((text) => new Paragraph({ text, numbering: { reference, level: 0 } }));
    }
    case 'table':
      return [asTable(block), new Paragraph('')];
    case 'signatures':
      return block.names.map(
        (name) =>
          new Paragraph({ text: `${name}: ____________________`, spacing: { before: 360 }, keepLines: true }),
      );
    default:
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function asRun(run: Run): TextRun {
  return typeof run === 'string' ? new TextRun(run) : new TextRun({ text: run.bold, bold: true });
}

/** The head row is marked as one, for screen readers and for the next page. */
function asTable({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const cell = (text: string, share: number, bold: boolean) =>
    new TableCell({
      width: { size: Math.round((share / all) * 100), type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [new Paragraph({ children: [new TextRun({ text, bold })], spacing: { after: 0 } })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ head, share }) => cell(head, share, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ share }, index) => cell(row[index] ?? '', share, false)),
          }),
      ),
    ],
  });
}
