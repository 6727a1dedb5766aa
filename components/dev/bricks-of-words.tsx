// The page of bricks, first part: bars, text, buttons, notices, states, icons, marks.
import { useLocale, useTranslations } from 'next-intl';
import { Alert, type AlertKind } from '@/components/ui/alert';
import { Badge, Tag } from '@/components/ui/badge';
import { Button, LinkButton, PostButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon, iconNames } from '@/components/ui/icon';
import { Line, Prose, Quiet, Section, Stack } from '@/components/ui/layout';
import { OrganizationMark } from '@/components/ui/organization-mark';
import { SlimHeader } from '@/components/ui/slim-header';
import { sampleAccount, sampleOrganizations, showAddress } from './samples';

/** The slim bar signed out, with one seat, and with several. */
export function BarsPart() {
  const t = useTranslations('dev.bricks');
  const bar = { locale: useLocale(), path: showAddress, signInHref: '/accesso', setLanguage: showAddress };
  const links = [{ href: '/profilo', label: t('words.signOutLink') }];
  return (
    <Section title={t('parts.bars')}>
      <Stack>
        <SlimHeader {...bar} account={null} />
        <SlimHeader {...bar} account={{ ...sampleAccount(1), links }} signOut={showAddress} />
        <SlimHeader
          {...bar}
          account={{ ...sampleAccount(3), links }}
          switchSeat={showAddress}
          signOut={showAddress}
        />
      </Stack>
    </Section>
  );
}

export function TextPart() {
  const t = useTranslations('dev.bricks');
  return (
    <Section title={t('parts.text')}>
      <Prose>
        <h3>{t('words.subheading')}</h3>
        <p>
          {t('words.paragraph')} <a href={showAddress}>{t('words.tag')}</a>
        </p>
        <blockquote>{t('words.quote')}</blockquote>
        <ul>
          <li>{t('words.first')}</li>
          <li>{t('words.second')}</li>
        </ul>
        <p>{t('words.word')}</p>
      </Prose>
    </Section>
  );
}

export function ButtonsPart() {
  const t = useTranslations('dev.bricks');
  return (
    <Section title={t('parts.buttons')}>
      <Stack>
        <Line>
          <Button type="button" icon="reply">
            {t('words.reply')}
          </Button>
          <Button type="button" kind="secondary">
            {t('words.cancel')}
          </Button>
          <Button type="button" kind="danger">
            {t('words.delete')}
          </Button>
          <Button type="button" kind="quiet">
            {t('words.cancel')}
          </Button>
          <Button type="button" disabled>
            {t('words.unavailable')}
          </Button>
        </Line>
        <Line>
          <LinkButton href={showAddress} kind="secondary" icon="download">
            {t('words.download')}
          </LinkButton>
          <PostButton action={showAddress} fields={{ id: '1' }} small kind="secondary">
            {t('words.save')}
          </PostButton>
        </Line>
      </Stack>
    </Section>
  );
}

const alertKinds: readonly AlertKind[] = ['info', 'good', 'needs', 'bad'];

export function NoticesPart() {
  const t = useTranslations('dev.bricks');
  return (
    <Section title={t('parts.notices')}>
      <Stack>
        {alertKinds.map((kind) => (
          <Alert
            key={kind}
            kind={kind}
            title={kind === 'needs' ? t('words.noticeTitle') : undefined}
            level={3}
          >
            <p>{t(`words.${kind}`)}</p>
          </Alert>
        ))}
        <EmptyState action={<LinkButton href={showAddress}>{t('words.emptyAction')}</LinkButton>}>
          {t('words.empty')}
        </EmptyState>
      </Stack>
    </Section>
  );
}

export function BadgesPart() {
  const t = useTranslations('dev.bricks');
  return (
    <Section title={t('parts.badges')}>
      <Line>
        <Badge kind="good" icon="check">
          {t('words.solved')}
        </Badge>
        <Badge kind="needs">{t('words.open')}</Badge>
        <Badge kind="bad">{t('words.expired')}</Badge>
        <Badge>{t('words.answers', { count: 12 })}</Badge>
        <Tag>{t('words.tag')}</Tag>
        <Tag href={showAddress}>{t('words.tag')}</Tag>
      </Line>
    </Section>
  );
}

export function IconsPart() {
  const t = useTranslations('dev.bricks');
  return (
    <Section title={t('parts.icons')}>
      <Line>
        {iconNames.map((name) => (
          <span key={name}>
            <Icon name={name} /> <Quiet small>{name}</Quiet>
          </span>
        ))}
      </Line>
    </Section>
  );
}

export function MarksPart() {
  const t = useTranslations('dev.bricks');
  return (
    <Section title={t('parts.marks')}>
      <Line>
        {sampleOrganizations.map((name) => (
          <Line key={name}>
            <OrganizationMark name={name} />
            {name}
          </Line>
        ))}
      </Line>
    </Section>
  );
}
