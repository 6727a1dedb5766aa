// The HTML of a caught mail on a page of its own, as a mail program would show it: no script, nothing fetched.
import { env } from '@/lib/env';
import { catcherFolder, readCaught } from '@/lib/platform/mail/caught';
import { demandEmbedded } from '@/lib/web/demand-embedded';

const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  demandEmbedded();
  const mail = await readCaught(catcherFolder(env().dataDir), (await params).id);
  if (!mail?.html) return new Response(null, { status: 404 });
  return new Response(mail.html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}
