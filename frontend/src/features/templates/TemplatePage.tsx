import { Anchor, Grid, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, type Template, itemsOf } from '@/shared/api/types';
import { languageName, momentExact } from '@/shared/format';
import { category } from '@/shared/words';
import { variableName } from '@/shared/templateText';
import { Page } from '@/shared/ui/Page';
import { PhonePreview } from '@/shared/ui/PhonePreview';
import { Answer } from '@/shared/ui/states';
import { QualityBadge, TemplateStateBadge } from '@/shared/ui/badges';
import { t } from '@/shared/i18n';
import { Actions } from './Actions';
import { Notices } from './Notices';
import { Versions } from './Versions';

const REVIEW_LOOK_MS = 2_000;

export function Component() {
  const id = Number(useParams().id);
  const template = $api.useQuery(
    'get',
    '/api/v1/templates/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.status === 'PENDING' ? REVIEW_LOOK_MS : false) },
  );
  return <Answer of={template}>{(answer) => <Details template={answer as Template} />}</Answer>;
}

function Details({ template }: { template: Template }) {
  return (
    <Page
      title={template.name}
      about={`${category(template.category)} · ${languageName(template.language)}`}
      actions={<Actions template={template} />}
    >
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <Stack>
            <Group role="status">
              <TemplateStateBadge status={template.missing ? 'MISSING' : template.status} />
              {template.status !== 'DRAFT' && <QualityBadge quality={template.quality} />}
            </Group>
            <Notices template={template} />
            <Senders wabaId={template.wabaId} />
            <Variables template={template} />
            <Versions template={template} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5 }} maw={340}>
          <PhonePreview template={template} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Variables({ template }: { template: Template }) {
  const variables = template.variables ?? [];
  return (
    <div>
      <Title order={2}>{t('Variables')}</Title>
      {variables.length === 0 && <Text c="dimmed">{t('None: everybody gets the same text.')}</Text>}
      <List>
        {variables.map(({ key = '', example }) => (
          <List.Item key={key}>
            {variableName(key)}
            {example && (
              <Text span c="dimmed">
                {t(', for example “{{example}}”', { example })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      {template.syncedAt && template.status !== 'DRAFT' && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('Read from Meta {{when}}', { when: momentExact(template.syncedAt) })}
        </Text>
      )}
    </div>
  );
}

/** A template can be sent by every number of its account. */
function Senders({ wabaId }: { wabaId: string | undefined }) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const own = itemsOf<Sender>(senders.data).filter((sender) => sender.wabaId === wabaId);
  if (own.length === 0) return null;
  return (
    <Text size="sm">
      {t('Sent by')}{' '}
      {own.map(({ id, name }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <Anchor component={Link} to={`/senders/${id}`} inherit>
            {name}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}
