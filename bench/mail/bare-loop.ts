// The measure of things: nothing but nodemailer's pool sending the same bytes, in a process of its own.
// `bare-loop.ts URL COUNT LINES`, the mail on standard input; prints the seconds it took.
import { text } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import { openSocket } from '@/lib/platform/mail/open-socket';

const [url = '', count = '0', lines = '1'] = process.argv.slice(2);
const raw = await text(process.stdin);
const options = {
  url,
  pool: true as const,
  maxMessages: Number.POSITIVE_INFINITY,
  maxConnections: Number(lines),
};
const pool = createTransport(new SMTPPool({ ...options, getSocket: openSocket }));
let next = 0;

async function send(): Promise<void> {
  while (next < Number(count)) {
    const to = `p${next++}@bench.example`;
    await pool.sendMail({ envelope: { from: 'bench@bench.example', to: [to] }, raw });
  }
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(lines) }, send));
console.log((performance.now() - start) / 1000);
pool.close();
