// A bar on the terminal for work that takes longer than a breath; silent where nobody looks.

const width = 40;
const clearLine = '\r\u001b[K';

export type Progress = { report: (share: number) => void; end: () => void };

/** Drawn on stderr and only on a terminal, so that stdout carries nothing but the answer. */
export function showProgress(): Progress {
  if (!process.stderr.isTTY) return { report: () => {}, end: () => {} };
  let shown = '';
  return {
    report: (share) => {
      const filled = Math.round(Math.min(1, share) * width);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor(Math.min(1, share) * 100)} %`;
      if (bar !== shown) process.stderr.write(`${clearLine}${bar}`);
      shown = bar;
    },
    end: () => {
      if (shown !== '') process.stderr.write(clearLine);
      shown = '';
    },
  };
}
