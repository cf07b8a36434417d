import { Button, Code, CopyButton, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { Sender } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { Row } from './Row';
import { KINDS, addressOf, lackingOf } from './providers';

/** Through whom the number sends, where they have to call, and what cannot be done through them. */
export function ProviderCard({ sender: { provider, capabilities, webhookPath } }: { sender: Sender }) {
  const address = addressOf(provider);
  const lacking = lackingOf(capabilities);
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('Provider')}
      </Title>
      <Stack gap="sm">
        <Table>
          <Table.Tbody>
            <Row label={t('Sends through')}>{t(KINDS[provider?.type ?? 'META'])}</Row>
            {address && (
              <Row label={t('Address of the interface')}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {address}
                </Text>
              </Row>
            )}
            {webhookPath && (
              <Row label={t('Webhook path')}>
                <WebhookPath path={webhookPath} />
              </Row>
            )}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed">
          {t('Enter the webhook path there, behind the public address of this installation.')}
        </Text>
        {lacking.length > 0 ? (
          <div>
            <Text size="sm" fw={600}>
              {t('What cannot be done through it')}
            </Text>
            <List size="sm">
              {lacking.map((words) => (
                <List.Item key={words}>{words}</List.Item>
              ))}
            </List>
          </div>
        ) : (
          <Text size="sm">{t('All that Tiercast does can be done through it.')}</Text>
        )}
      </Stack>
    </Paper>
  );
}

const WebhookPath = ({ path }: { path: string }) => (
  <Group gap="xs">
    <Code style={{ overflowWrap: 'anywhere' }}>{path}</Code>
    <CopyButton value={path}>
      {({ copied, copy }) => (
        <Button size="compact-xs" variant="default" onClick={copy}>
          {copied ? t('Copied') : t('Copy')}
        </Button>
      )}
    </CopyButton>
  </Group>
);
