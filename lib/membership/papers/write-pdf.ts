// Writes a paper as tagged PDF: every block stands in the structure tree, so that a screen reader reads it as it is meant.
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { drawBlock } from './draw-block';
import type { Paper } from './model';

/** Points. */
const margin = 56;
const fonts = 'node_modules/bootstrap-italia/src/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-';

/** @returns the bytes; the same paper gives the same text and structure */
export async function writePdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const at = new Date(`${paper.date}T12:00:00Z`);
  const pdf = new PDFDocument({
    size: 'A4',
    layout: paper.landscape ? 'landscape' : 'portrait',
    margins: { top: margin, bottom: margin + 14, left: margin, right: margin },
    bufferPages: true,
    pdfVersion: '1.7',
    // Its types do not know yet what it can.
    subset: 'PDF/UA' as PDFKit.PDFDocumentOptions['subset'],
    tagged: true,
    lang: 'it-IT',
    displayTitle: true,
    info: { Title: paper.title, Author: 'Raccordo', CreationDate: at, ModDate: at },
    font: path.resolve(`${fonts}regular.ttf`),
  });
  pdf.registerFont('text', path.resolve(`${fonts}regular.ttf`));
  pdf.registerFont('bold', path.resolve(`${fonts}700.ttf`));
  const done = collect(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of paper.blocks) drawBlock(pdf, root, block);
  root.end();
  numberPages(pdf);
  pdf.end();
  return done;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(pieces))));
    pdf.on('error', reject);
  });
}

/** Below the text, outside of what is read out. */
function numberPages(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    const { width, height, margins } = pdf.page;
    margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('text', 9).text(`Pagina ${page + 1} di ${count}`, margin, height - margin + 8, {
      width: width - 2 * margin,
      align: 'center',
      lineBreak: false,
    });
    pdf.endMarkedContent();
  }
}
