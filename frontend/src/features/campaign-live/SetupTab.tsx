import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import {
  type Campaign,
  type Group,
  type Segment,
  type Template,
  type VariableValue,
  itemsOf,
} from '@/shared/api/types';
import { count, moment, wallTime, weekday } from '@/shared/format';
import { t } from '@/shared/i18n';
import { pathName } from '@/shared/paths';
import { variableName } from '@/shared/templateText';
import { forWhom, inDoubt, templateName } from '@/shared/words';

/** What was set up, to read only. */
export function SetupTab({ campaign }: { campaign: Campaign }) {
  return (
    <Table maw={760} verticalSpacing="sm">
      <Table.Tbody>
        <Row label={t('Template')}>
          {(campaign.content ?? []).map(({ templateId, variables, when }, i, { length }) => (
            <div key={i}>
              <TemplateName id={templateId} />
              {length > 1 && <Text size="sm">{forWhom({ when })}</Text>}
              {Object.entries(variables ?? {}).map(([key, value]) => (
                <Text key={key} size="sm" c="dimmed">
                  {variableName(key)}: {describe(value)}
                </Text>
              ))}
            </div>
          ))}
        </Row>
        <Row label={t('People')}>
          <Groups ids={campaign.audience?.groupIds ?? []} />
          <Segments ids={campaign.audience?.segmentIds ?? []} />
          {(campaign.audience?.contactIds?.length ?? 0) > 0 && (
            <Text size="sm">{t('{{n}} single contacts', { n: count(campaign.audience?.contactIds?.length) })}</Text>
          )}
        </Row>
        {excludes(campaign) && (
          <Row label={t('Without')}>
            <Groups ids={campaign.audience?.exclude?.groupIds ?? []} />
            <Segments ids={campaign.audience?.exclude?.segmentIds ?? []} />
          </Row>
        )}
        <Row label={t('When')}>
          {campaign.schedule?.type === 'AT' ? wallTime(campaign.schedule.at, campaign.schedule.timezone) : t('At once')}
        </Row>
        <Row label={t('Sending hours')}>{hours(campaign)}</Row>
        <Row label={t('Stop at')}>{campaign.delivery?.stopAt ? moment(campaign.delivery.stopAt) : t('No stop')}</Row>
        <Row label={t('Retries for')}>
          {t('{{n}} days', { n: count(campaign.delivery?.retryDays), count: campaign.delivery?.retryDays ?? 0 })}
        </Row>
        <Row label={t('If in doubt')}>{inDoubt(campaign.delivery?.inDoubt)}</Row>
        <Row label={t('Created')}>
          {t('{{when}} by {{who}}', { when: moment(campaign.createdAt), who: campaign.createdBy ?? '–' })}
        </Row>
        {campaign.launchedAt && (
          <Row label={t('Launched')}>
            {t('{{when}} by {{who}}', { when: moment(campaign.launchedAt), who: campaign.launchedBy ?? '–' })}
          </Row>
        )}
      </Table.Tbody>
    </Table>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={150} scope="row">
        {label}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

const describe = (value: VariableValue) =>
  value.path
    ? `${pathName(value.path)}${value.fallback ? t(', else “{{text}}”', { text: value.fallback }) : ''}`
    : `“${value.value ?? ''}”`;

function hours(campaign: Campaign): string {
  const own = campaign.delivery?.hours;
  if (!own) return t('At any hour');
  const days = own.days?.length ? own.days.map(weekday).join(', ') : t('every day');
  return t('{{from}} to {{to}}, {{days}} ({{zone}})', { from: own.from, to: own.to, days, zone: own.timezone });
}

function TemplateName({ id }: { id: number }) {
  const template = $api.useQuery('get', '/api/v1/templates/{id}', { params: { path: { id } } });
  return (
    <Anchor component={Link} to={`/templates/${id}`}>
      {template.data ? templateName(template.data as Template) : t('Template {{id}}', { id })}
    </Anchor>
  );
}

const excludes = ({ audience }: Campaign) =>
  (audience?.exclude?.groupIds?.length ?? 0) + (audience?.exclude?.segmentIds?.length ?? 0) > 0;

function Segments({ ids }: { ids: number[] }) {
  const segments = $api.useQuery('get', '/api/v1/segments', { params: { query: { limit: 200 } } });
  const names = new Map(itemsOf<Segment>(segments.data).map((s) => [s.id, s.name]));
  return ids.map((id) => (
    <Text key={id} size="sm">
      <Anchor component={Link} to={`/segments/${id}`} inherit>
        {names.get(id) ?? t('Segment {{id}}', { id })}
      </Anchor>
    </Text>
  ));
}

function Groups({ ids }: { ids: number[] }) {
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 200 } } });
  const names = new Map(itemsOf<Group>(groups.data).map((g) => [g.id, g.name]));
  return ids.map((id) => (
    <Text key={id} size="sm">
      <Anchor component={Link} to={`/groups/${id}`} inherit>
        {names.get(id) ?? t('Group {{id}}', { id })}
      </Anchor>
    </Text>
  ));
}
