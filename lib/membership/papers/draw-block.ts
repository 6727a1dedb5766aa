// Draws one block of a paper on the page and hangs it into the structure tree.
import type { Block, Run } from './model';

type Pdf = PDFKit.PDFDocument;
type Node = PDFKit.PDFStructureElement;
type Table = Extract<Block, { kind: 'table' }>;

const sizes = { 1: 16, 2: 12.5, 3: 11.5 } as const;
const textSize = 10.5;
const lineGap = 2.5;
const [padding, after] = [5, 8];

/** @param root the element of the whole document */
export function drawBlock(pdf: Pdf, root: Node, block: Block): void {
  if (block.kind === 'break') pdf.addPage();
  if (block.kind === 'heading') drawHeading(pdf, root, block);
  if (block.kind === 'paragraph') drawParagraph(pdf, root, block);
  if (block.kind === 'list') drawList(pdf, root, block);
  if (block.kind === 'table') drawTable(pdf, root, block);
  if (block.kind === 'signatures') drawSignatures(pdf, root, block.names);
}

function widthOf(pdf: Pdf): number {
  return pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
}

/** Begins another page where less than this is left. @param height points */
function keep(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
}

/** One element around what is drawn in it; what runs over the page is one element still. */
function tag(pdf: Pdf, parent: Node, type: string, draw: () => void): void {
  const node = pdf.struct(type, {}, draw);
  parent.add(node);
  node.end();
}

/** A heading never stands last on its page. */
function drawHeading(
  pdf: Pdf,
  root: Node,
  { level, text, align }: Extract<Block, { kind: 'heading' }>,
): void {
  pdf.font('bold', sizes[level]);
  keep(pdf, pdf.heightOfString(text, { width: widthOf(pdf) }) + 48);
  if (level > 1) pdf.y += 6;
  tag(pdf, root, `H${level}`, () =>
    pdf.text(text, pdf.page.margins.left, pdf.y, { width: widthOf(pdf), align }),
  );
  pdf.y += after;
}

/** A line that is bold as a whole introduces what follows, and stays with it. */
function drawParagraph(pdf: Pdf, root: Node, { runs, align }: Extract<Block, { kind: 'paragraph' }>): void {
  const introduces = runs.length === 1 && typeof runs[0] === 'object';
  keep(pdf, (introduces ? 5 : 2) * (textSize + lineGap));
  tag(pdf, root, 'P', () => drawRuns(pdf, runs, align));
  pdf.y += after;
}

function drawRuns(pdf: Pdf, runs: readonly Run[], align: 'center' | 'right' | undefined): void {
  const options = { width: widthOf(pdf), align, lineGap };
  runs.forEach((run, index) => {
    const continued = index < runs.length - 1;
    pdf.font(typeof run === 'string' ? 'text' : 'bold', textSize);
    const text = typeof run === 'string' ? run : run.bold;
    if (index === 0) pdf.text(text, pdf.page.margins.left, pdf.y, { ...options, continued });
    else pdf.text(text, { ...options, continued });
  });
}

function drawList(pdf: Pdf, root: Node, { ordered, items }: Extract<Block, { kind: 'list' }>): void {
  const list = pdf.struct('L');
  root.add(list);
  const left = pdf.page.margins.left;
  const indent = 20;
  items.forEach((text, index) => {
    pdf.font('text', textSize);
    keep(pdf, Math.min(60, pdf.heightOfString(text, { width: widthOf(pdf) - indent, lineGap })));
    const item = pdf.struct('LI');
    list.add(item);
    const y = pdf.y;
    tag(pdf, item, 'Lbl', () => pdf.text(ordered ? `${index + 1}.` : '–', left, y, { lineBreak: false }));
    tag(pdf, item, 'LBody', () =>
      pdf.text(text, left + indent, y, { width: widthOf(pdf) - indent, lineGap }),
    );
    item.end();
    pdf.y += 3;
  });
  list.end();
  pdf.x = left;
  pdf.y += after - 3;
}

/** On each page the head row stands again, and is read out once. */
function drawTable(pdf: Pdf, root: Node, table: Table): void {
  const node = pdf.struct('Table');
  root.add(node);
  const all = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => (share / all) * widthOf(pdf));
  const heads = table.columns.map(({ head }) => head);
  drawRow(pdf, node, heads, widths, 'TH');
  for (const row of table.rows) {
    if (pdf.y + heightOf(pdf, row, widths, 'text') > pdf.page.height - pdf.page.margins.bottom) {
      pdf.addPage();
      pdf.markContent('Artifact', { type: 'Pagination' });
      drawCells(pdf, heads, widths, 'bold');
      pdf.endMarkedContent();
    }
    drawRow(pdf, node, row, widths, 'TD');
  }
  node.end();
  pdf.x = pdf.page.margins.left;
  pdf.y += after;
}

function heightOf(
  pdf: Pdf,
  cells: readonly string[],
  widths: readonly number[],
  font: 'text' | 'bold',
): number {
  pdf.font(font, textSize - 0.5);
  const heights = cells.map((text, index) =>
    pdf.heightOfString(text || ' ', { width: (widths[index] ?? 0) - 2 * padding }),
  );
  return Math.max(...heights) + 2 * padding;
}

function drawRow(
  pdf: Pdf,
  node: Node,
  cells: readonly string[],
  widths: readonly number[],
  type: 'TH' | 'TD',
): void {
  const row = pdf.struct('TR');
  node.add(row);
  drawCells(pdf, cells, widths, type === 'TH' ? 'bold' : 'text', (draw) => tag(pdf, row, type, draw));
  row.end();
}

type InCell = (draw: () => void) => void;

function drawCells(
  pdf: Pdf,
  cells: readonly string[],
  widths: readonly number[],
  font: 'text' | 'bold',
  within: InCell = (draw) => draw(),
): void {
  const [left, top] = [pdf.page.margins.left, pdf.y];
  const height = heightOf(pdf, cells, widths, font);
  let x = left;
  cells.forEach((text, index) => {
    const width = widths[index] ?? 0;
    const at = x;
    within(() => {
      pdf.font(font, textSize - 0.5);
      pdf.text(text || ' ', at + padding, top + padding, { width: width - 2 * padding });
      pdf.rect(at, top, width, height).lineWidth(0.5).stroke('#8a97a6');
    });
    x += width;
  });
  pdf.fillColor('black');
  pdf.x = left;
  pdf.y = top + height;
}

function drawSignatures(pdf: Pdf, root: Node, names: readonly string[]): void {
  keep(pdf, 64);
  pdf.y += 14;
  const width = widthOf(pdf) / Math.max(2, names.length);
  const [left, top] = [pdf.page.margins.left, pdf.y];
  names.forEach((name, index) => {
    const x = left + (names.length === 1 ? width : index * width);
    tag(pdf, root, 'P', () => {
      pdf.font('text', textSize);
      pdf.text(`${name}\n\n____________________`, x, top, { width, align: 'center' });
    });
  });
  pdf.x = left;
  pdf.y += after;
}
