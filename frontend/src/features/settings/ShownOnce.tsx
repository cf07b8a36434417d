import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { t } from '@/shared/i18n';

/** A secret that nobody can read any more once this is gone. */
export function ShownOnce({ value, about }: { value: string; about: string }) {
  return (
    <Alert color="yellow" variant="outline" title={t('Copy it now: it is not shown again')} maw={860}>
      <Group gap="sm">
        <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? t('Copied') : t('Copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="xs" mt="xs">
        {about}
      </Text>
    </Alert>
  );
}
