import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Campaign, type Group, type VariableValue, itemsOf } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { humanize } from '@/shared/format';

/** What was set up, to read only. */
export function SetupTab({ campaign }: { campaign: Campaign }) {
  const content = campaign.content?.[0];
  return (
    <Table maw={760} verticalSpacing="sm">
      <Table.Tbody>
        <Row label="Template">
          {content?.templateId ? <TemplateName id={content.templateId} /> : '–'}
          {Object.entries(content?.variables ?? {}).map(([key, value]) => (
            <Text key={key} size="sm" c="dimmed">
              {key}: {describe(value)}
            </Text>
          ))}
        </Row>
        <Row label="People">
          <Groups ids={campaign.audience?.groupIds ?? []} />
          {(campaign.audience?.contactIds?.length ?? 0) > 0 && (
            <Text size="sm">{campaign.audience?.contactIds?.length} single contacts</Text>
          )}
        </Row>
        {(campaign.audience?.exclude?.groupIds?.length ?? 0) > 0 && (
          <Row label="Without">
            <Groups ids={campaign.audience?.exclude?.groupIds ?? []} />
          </Row>
        )}
        <Row label="When">
          {campaign.schedule?.type === 'AT'
            ? `${campaign.schedule.at?.replace('T', ' ')} (${campaign.schedule.timezone})`
            : 'At once'}
        </Row>
        <Row label="Sending hours">{hours(campaign)}</Row>
        <Row label="Stop at">{campaign.delivery?.stopAt ? moment(campaign.delivery.stopAt) : 'No stop'}</Row>
        <Row label="Created">
          {moment(campaign.createdAt)} by {campaign.createdBy ?? '–'}
        </Row>
        {campaign.launchedAt && (
          <Row label="Launched">
            {moment(campaign.launchedAt)} by {campaign.launchedBy ?? '–'}
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
  value.path ? `${value.path}${value.fallback ? `, else “${value.fallback}”` : ''}` : `“${value.value ?? ''}”`;

function hours(campaign: Campaign): string {
  const own = campaign.delivery?.hours;
  if (!own) return 'At any hour';
  const days = own.days?.length ? own.days.map((d) => humanize(d)).join(', ') : 'every day';
  return `${own.from} to ${own.to}, ${days} (${own.timezone})`;
}

function TemplateName({ id }: { id: number }) {
  const template = $api.useQuery('get', '/api/v1/templates/{id}', { params: { path: { id } } });
  return (
    <Anchor component={Link} to={`/templates/${id}`}>
      {template.data ? `${template.data.name} (${template.data.language})` : `Template ${id}`}
    </Anchor>
  );
}

function Groups({ ids }: { ids: number[] }) {
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 200 } } });
  const names = new Map(itemsOf<Group>(groups.data).map((g) => [g.id, g.name]));
  return ids.map((id) => (
    <Text key={id} size="sm">
      <Anchor component={Link} to={`/groups/${id}`} inherit>
        {names.get(id) ?? `Group ${id}`}
      </Anchor>
    </Text>
  ));
}
