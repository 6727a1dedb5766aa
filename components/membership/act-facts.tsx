// What is known of an act, for whoever examines it and whoever filed it.
import { useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import type { ActView } from '@/lib/membership/acts/model';
import { useDays } from './use-days';

/** Only what is known: a fact without a value is left out. */
export function ActFacts({ act }: { act: ActView }) {
  const t = useTranslations('adhesion');
  const day = useDays();
  const { publishedFrom, publishedTo, enforceableOn, protocolNumber, protocolOn, registerUrl } = act;
  const published =
    publishedFrom && publishedTo
      ? t('act.publishedRange', { from: day(publishedFrom), to: day(publishedTo) })
      : publishedFrom && day(publishedFrom);
  const facts = [
    {
      label: t('act.title'),
      value: t('act.named', { organ: t(`organs.${act.organ}`), number: act.number, year: act.year }),
    },
    { label: t('act.sessionOn'), value: day(act.sessionOn) },
    { label: t('act.subject'), value: act.subject },
    { label: t('act.immediate'), value: t(act.immediate ? 'act.yes' : 'act.no') },
    published && { label: t('act.publication'), value: published },
    enforceableOn && {
      label: t('act.enforceableOn'),
      value: t('act.confirmed', { day: day(enforceableOn) }),
    },
    protocolNumber && {
      label: t('act.protocol'),
      value: protocolOn
        ? t('act.protocolOf', { number: protocolNumber, day: day(protocolOn) })
        : protocolNumber,
    },
    registerUrl && { label: t('act.registerUrl'), value: <a href={registerUrl}>{registerUrl}</a> },
  ];
  return <Facts facts={facts.filter((fact) => typeof fact === 'object' && fact !== null)} />;
}
