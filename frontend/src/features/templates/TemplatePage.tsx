import { Grid, Group, List, Stack, Text, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Template } from '@/shared/api/types';
import { category } from '@/shared/words';
import { variableName } from '@/shared/templateText';
import { Page } from '@/shared/ui/Page';
import { PhonePreview } from '@/shared/ui/PhonePreview';
import { Answer } from '@/shared/ui/states';
import { QualityBadge, TemplateStateBadge } from '@/shared/ui/badges';
import { t } from '@/shared/i18n';

export function Component() {
  const id = Number(useParams().id);
  const template = $api.useQuery('get', '/api/v1/templates/{id}', { params: { path: { id } } });
  return <Answer of={template}>{(answer) => <Details template={answer as Template} />}</Answer>;
}

function Details({ template }: { template: Template }) {
  const variables = template.variables ?? [];
  return (
    <Page title={template.name} about={`${category(template.category)} · ${template.language}`}>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <Stack>
            <Group>
              <TemplateStateBadge status={template.status} />
              <QualityBadge quality={template.quality} />
            </Group>
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
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5 }} maw={340}>
          <PhonePreview template={template} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
