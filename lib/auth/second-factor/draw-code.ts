// The picture an app scans, as one path on a grid: no image is loaded, no script runs.
import { create } from 'qrcode';

export type DrawnCode = { size: number; path: string };

/** @param link `otpauth://` @returns a path of unit squares within `size` × `size`, the quiet zone of four included */
export function drawCode(link: string): DrawnCode {
  const { size, data } = create(link, { errorCorrectionLevel: 'M' }).modules;
  const quiet = 4;
  const squares = Array.from(data).flatMap((dark, index) =>
    dark ? [`M${(index % size) + quiet} ${Math.floor(index / size) + quiet}h1v1h-1z`] : [],
  );
  return { size: size + 2 * quiet, path: squares.join('') };
}
