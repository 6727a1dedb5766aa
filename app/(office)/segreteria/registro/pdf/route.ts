// The register on paper: "Stato delle adesioni al …". Its words are Italian: it goes into Italian files.
import { getTranslations } from 'next-intl/server';
import { isoDay } from '@/lib/core/time';
import { dayInItalian } from '@/lib/membership/papers/model';
import { writeRegister } from '@/lib/membership/papers/write-register';
import { findLeadName } from '@/lib/membership/queries';
import { rollAddress, rollQuery } from '@/lib/membership/rolls/model';
import { listRegister } from '@/lib/membership/rolls/queries';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';

export async function GET(request: Request): Promise<Response> {
  const query = rollQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const ctx = await currentContext();
  return runRoute(async () => {
    const rows = await listRegister(ctx, query).catch((error) => leadIn(error, ctx, rollAddress(query)));
    const t = await getTranslations({ locale: 'it', namespace: 'adhesion' });
    const day = query.al ?? isoDay(ctx.now);
    const lines = rows.map(
      ({ name, province, state, since, memberSince, act }) =>
        [
          name,
          province ?? '',
          t(`states.${state}`),
          dayInItalian(memberSince ?? since),
          act ? t('act.named', { organ: t(`organs.${act.organ}`), number: act.number, year: act.year }) : '',
        ] as const,
    );
    const paper = writeRegister(lines, day, await findLeadName(ctx));
    const { writePdf } = await import('@/lib/membership/papers/write-pdf');
    return new Response(await writePdf(paper), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="stato-adesioni-${day}.pdf"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
