// The page of bricks, second part: forms, lists, tables, files, steps, folded text.
import { useTranslations } from 'next-intl';
import { Badge, Tag } from '@/components/ui/badge';
import { Button, PostButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Details } from '@/components/ui/details';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Facts } from '@/components/ui/facts';
import { CheckField, Form, RadioField, SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { FileInput, FileList } from '@/components/ui/file-bricks';
import { Filter } from '@/components/ui/filter';
import { Icon } from '@/components/ui/icon';
import { Line, Quiet, Section, Stack, Tiles } from '@/components/ui/layout';
import { OrganizationMark } from '@/components/ui/organization-mark';
import { Pagination } from '@/components/ui/pagination';
import { Row, Rows } from '@/components/ui/rows';
import { Steps } from '@/components/ui/steps';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { Timeline } from '@/components/ui/timeline';
import { sampleMoments, sampleNow, sampleOrganizations, showAddress } from './samples';

export function FormsPart() {
  const t = useTranslations('dev.bricks');
  const w = useTranslations('dev.bricks.words');
  return (
    <Section title={t('parts.forms')}>
      <Stack>
        <ErrorSummary
          errors={[
            { field: 'address', text: w('addressError') },
            { field: 'digest', text: w('choose') },
          ]}
        />
        <Form action={showAddress} method="get">
          <TextField name="name" label={w('name')} hint={w('nameHint')} defaultValue="Marta Colombo" />
          <TextField
            name="address"
            type="email"
            label={w('address')}
            error={w('addressError')}
            defaultValue="marta@"
          />
          <TextField name="phone" type="tel" label={w('phone')} optional short />
          <SelectField
            name="area"
            label={w('area')}
            choices={[
              { value: '', label: w('areaEmpty') },
              { value: 'alloggi', label: w('tag') },
            ]}
          />
          <TextAreaField name="message" label={w('message')} hint={w('messageHint')} rows={4} />
          <RadioField
            name="digest"
            label={w('digest')}
            error={w('choose')}
            choices={[
              { value: 'each', label: w('each') },
              { value: 'daily', label: w('daily'), hint: w('dailyHint') },
            ]}
          />
          <CheckField name="shared" label={w('shared')} hint={w('sharedHint')} defaultChecked />
          <FileInput
            name="attachments"
            label={w('attachments')}
            hint={w('attachmentsHint')}
            optional
            multiple
          />
          <Line>
            <Button>{w('save')}</Button>
          </Line>
        </Form>
      </Stack>
    </Section>
  );
}

export function ListsPart() {
  const t = useTranslations('dev.bricks');
  const w = useTranslations('dev.bricks.words');
  const [today = sampleNow, yesterday = sampleNow] = sampleMoments;
  return (
    <Section title={t('parts.lists')}>
      <Stack>
        <Filter
          label={w('filter')}
          choices={[
            { label: w('all'), href: showAddress, current: true },
            { label: w('unanswered'), href: `${showAddress}?filtro=senza-risposta`, current: false },
            { label: w('mine'), href: `${showAddress}?filtro=mie`, current: false },
          ]}
        />
        <Rows label={t('parts.lists')}>
          <Row
            href={showAddress}
            level={3}
            unread
            mark={<OrganizationMark name="Comune di Segrate" />}
            title={w('thread')}
            badges={
              <>
                <Tag>{w('tag')}</Tag>
                <Badge kind="good" icon="check">
                  {w('solved')}
                </Badge>
              </>
            }
            line={w('by')}
            excerpt={w('excerpt')}
            aside={<Activity at={today} count={12} />}
          />
          <Row
            href={showAddress}
            level={3}
            mark={<OrganizationMark name="Prefettura di Milano" />}
            title={w('longThread')}
            line={w('by')}
            aside={<Activity at={yesterday} count={1} />}
          />
          <Row href={showAddress} level={3} title={w('word')} />
        </Rows>
        <Pagination page={6} pages={14} href={(page) => `${showAddress}?pagina=${page}`} />
        <Pagination
          page={1}
          pages={2}
          href={(page) => `${showAddress}?pagina=${page}`}
          label={w('fewPages')}
        />
      </Stack>
    </Section>
  );
}

function Activity({ at, count }: { at: Date; count: number }) {
  const w = useTranslations('dev.bricks.words');
  return (
    <>
      <div>{w('answers', { count })}</div>
      <div>{w('last')}</div>
      <Time at={at} now={sampleNow} />
    </>
  );
}

export function TablesPart() {
  const t = useTranslations('dev.bricks');
  const w = useTranslations('dev.bricks.words');
  const [, , , joined = sampleNow] = sampleMoments;
  return (
    <Section title={t('parts.tables')}>
      <Stack gap="large">
        <Table
          caption={w('tableCaption')}
          columns={[
            { key: 'name', label: w('organization') },
            { key: 'since', label: w('since') },
            { key: 'people', label: w('people'), number: true },
            { key: 'threads', label: w('threads'), number: true },
          ]}
          rows={sampleOrganizations.slice(0, 4).map((name, index) => ({
            key: name,
            cells: {
              name: <a href={showAddress}>{name}</a>,
              since: <Time at={joined} now={sampleNow} dayOnly />,
              people: index + 2,
              threads: (index + 1) * 37,
            },
          }))}
        />
        <Facts
          facts={[
            { label: w('phone'), value: '02 0000 0000' },
            { label: w('pec'), value: 'protocollo@pec.segrate.example' },
            { label: w('desk'), value: w('deskValue') },
          ]}
        />
        <Tiles>
          <Card title={w('card')} href={showAddress} level={3} foot={w('cardFoot')}>
            <p>{w('cardText')}</p>
          </Card>
          <Card title={w('ago')} level={3}>
            {sampleMoments.map((at) => (
              <p key={at.toISOString()}>
                <Time at={at} now={sampleNow} />
              </p>
            ))}
          </Card>
        </Tiles>
      </Stack>
    </Section>
  );
}

export function FilesPart() {
  const t = useTranslations('dev.bricks');
  const w = useTranslations('dev.bricks.words');
  const file = { href: showAddress, bytes: 240_300 };
  return (
    <Section title={t('parts.files')}>
      <FileList
        label={w('filesLabel')}
        files={[
          { ...file, key: '1', name: 'Modulo idoneità alloggiativa.pdf', kind: 'PDF', pages: 3 },
          { ...file, key: '2', name: 'contributi.xlsx', kind: w('spreadsheet'), bytes: 18_400 },
          {
            ...file,
            key: '3',
            name: 'delibera_giunta_comunale_41_2002_adesione_al_coordinamento_degli_uffici_stranieri_firmata.pdf.p7m',
            kind: 'P7M',
            bytes: 2_310_000,
          },
        ]}
      />
    </Section>
  );
}

export function ProgressPart() {
  const t = useTranslations('dev.bricks');
  const w = useTranslations('dev.bricks.words');
  const [today = sampleNow, , , joined = sampleNow] = sampleMoments;
  return (
    <Section title={t('parts.progress')}>
      <Stack gap="large">
        <Steps
          label={w('stepsLabel')}
          steps={[
            { label: w('requested'), state: 'done' },
            { label: w('resolution'), state: 'done' },
            { label: w('verified'), state: 'now' },
            { label: w('active'), state: 'next' },
          ]}
        />
        <Timeline
          label={w('historyLabel')}
          items={[
            {
              key: '1',
              when: <Time at={joined} now={sampleNow} dayOnly />,
              title: w('joined'),
              text: w('joinedText'),
            },
            { key: '2', when: <Time at={today} now={sampleNow} />, title: w('led') },
          ]}
        />
      </Stack>
    </Section>
  );
}

export function FoldedPart() {
  const t = useTranslations('dev.bricks');
  const w = useTranslations('dev.bricks.words');
  return (
    <Section title={t('parts.folded')}>
      <Stack>
        <Details summary={w('more')}>
          <Quiet>{w('paragraph')}</Quiet>
        </Details>
        <Details summary={w('more')} open>
          <Quiet>{w('paragraph')}</Quiet>
        </Details>
        <Dialog opener={w('delete')} title={w('sure')} kind="danger" open>
          <p>{w('sureText')}</p>
          <PostButton action={showAddress} kind="danger" small>
            {w('delete')}
          </PostButton>
        </Dialog>
        <p>
          <Icon name="mail" /> {w('info')}
        </p>
      </Stack>
    </Section>
  );
}
