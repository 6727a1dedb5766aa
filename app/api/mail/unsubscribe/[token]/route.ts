// Where a mail's own link is posted to: by mail programs with one click (RFC 8058), and by the buttons of its page. The
// signed link is the whole permission: no login, no cookie, and from whichever site or program.
import { getTranslations } from 'next-intl/server';
import { chooseByCopy } from '@/lib/mailing/choosing/choose-by-copy';
import { currentContext } from '@/lib/web/context';
import { readForm } from '@/lib/web/read-form';
import { runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ token: string }> };

const mostBytes = 10_000;

/** One click is answered in place (MAIL.md E64); a button of the page leads back to it. */
export function POST(request: Request, { params }: Props): Promise<Response> {
  return runRoute(async () => {
    const { token } = await params;
    const values = await readForm(request, mostBytes);
    const isOneClick = values['List-Unsubscribe'] === 'One-Click';
    const wish = isOneClick ? 'stop' : values.wish;
    await chooseByCopy(await currentContext(), { token, wish });
    if (!isOneClick) return seeOther(`/posta/${token}?fatto=${wish}`);
    const t = await getTranslations('choices.copy');
    return new Response(`${t('oneClick')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });
}

/** To the page, whatever the method was (RFC 9110 §15.4.4). */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
